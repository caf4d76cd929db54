import Prose
import World

// Of which state somebody is whose own words tell none: 外长马斯, 独立时评人吴强.

extension ReferenceResolver {
    /// 外长马斯 is of the state that his title would be of; 马斯 further on of the same. Anybody else is taken to be of the state that the
    /// article speaks of most, among those where such names are borne. A name says who is meant, so the code counts as told.
    mutating func placePerson(_ mention: inout Mention, _ before: ArraySlice<Mention>) {
        let isForeign = isForeign(of: mention)
        mention.inferred = false
        if let codes = placed[mention.name] {
            take(codes, "office", from: at, rivals: 0, &mention)
        } else if isOwnReporter(mention), let publisher {
            take([publisher], "bystander", from: at, rivals: 0, &mention)
        } else {
            if mention.start < mention.nameStart, mention.office != nil, mention.acts { place(&mention, before) }
            if let code = mention.codes.first, !Self.bears(code, isForeign) { mention.codes = [] }
            if mention.codes.isEmpty, let code = home(isForeign) {
                mention.acts = false
                take([code], "bystander", from: at, rivals: 1, &mention)
            }
        }
    }

    /// Whether a reporter, a photographer or an editor is the outlet's own, as one is of whom no other paper is told; not 记者普拉塔塞维奇, whose
    /// name is written in Chinese as those are that news is of.
    func isOwnReporter(_ mention: Mention) -> Bool {
        guard mention.sector == "MED", publisher != nil, mention.codes.isEmpty, !isOfOtherPaper(mention) else { return false }
        return !isHan(text[mention.nameStart]) || words.isTransliterated(CodePoints(text[mention.nameStart..<mention.end])) == false
    }

    /// Whether such a name is borne in a state; nil where that cannot be told.
    func fits(_ mention: Mention, _ code: String) -> Bool? {
        isForeign(of: mention).map { $0 != Self.eastern.contains(code) }
    }

    // MARK: - Private

    /// 《华盛顿邮报》记者, 该报主笔: not 本报记者.
    private func isOfOtherPaper(_ mention: Mention) -> Bool {
        guard mention.start > range.lowerBound, Self.papers.contains(text[mention.start - 1]) else { return false }
        return !text.has(Self.ours, at: mention.start - 2, within: range)
    }

    private static let papers = PointSet("》报刊志台社网")
    private static let ours = CodePoints(points: "本")

    /// The state named most in the article among those where a name may be borne.
    private func home(_ isForeign: Bool?) -> String? {
        if let home, Self.bears(home, isForeign) { return home }
        return ranked.first { Self.bears($0, isForeign) && !Organisation.isCode($0) }
    }

    private func isForeign(of mention: Mention) -> Bool? {
        isForeign(CodePoints(text[mention.nameStart..<mention.end]), spelling: ForeignName.name(inBracketAt: mention.end, text, range))
    }

    /// Whether a name is none of Chinese characters; 艾佛斯（Tony Evers）, which may be either, is settled by the spelling; nil where that leaves it open too.
    private func isForeign(_ name: CodePoints, spelling: String?) -> Bool? {
        // 里士满（Neale Richmond） begins with no surname, be it not all of foreign syllables.
        let isSpeltAbroad = spelling.map { !Self.isRomanized($0) } ?? false
        if isSpeltAbroad, !words.mayBeName(name) { return true }
        return words.isTransliterated(name) ?? (isSpeltAbroad ? true : nil)
    }

    /// Whether such names are borne in a state: 林特纳 in no Chinese one, 庄人祥 in no Western one.
    private static func bears(_ code: String, _ isForeign: Bool?) -> Bool { isForeign.map { $0 != eastern.contains(code) } ?? true }

    /// Whether the last word of a spelling may be a Chinese, Japanese or Korean syllable or two: Li, Xiaoming; not Evers.
    private static func isRomanized(_ spelling: String) -> Bool {
        spelling.contains("-")
            || spelling.split(separator: " ").last?.wholeMatch(of: /(?i)([b-df-hj-np-tw-z]{0,2}[aeiou]{1,3}(n|ng|k|m)?){1,3}/) != nil
    }

    /// States whose people's names are written in their own characters.
    private static let eastern: Set<String> = ["CHN", "TWN", "HKG", "MAC", "JPN", "KOR", "PRK", "VNM", "SGP"]
}
