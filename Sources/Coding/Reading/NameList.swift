import Prose
import World

/// Names that stand in a row: 周思齐、林安可、江坤宇. Whoever is told of one of them is told of all.
struct NameList {
    let text: CodePoints
    let sentence: ReadSentence
    let words: IntroductionWords

    private var run: NameRun { NameRun(text: text, sentence: sentence, words: words) }

    /// The names behind somebody known, up to what is none: 黄浩铭 and 吴文远 in 社民连的梁国雄、黄浩铭、吴文远.
    func behind(_ person: Mention) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var at = person.end
        while let start = joined(at) {
            if let known = sentence.mentions.first(where: { $0.isPerson && $0.nameStart == start }) {
                at = known.end
            } else if let name = name(at: start) ?? between(start) {
                names.append(name)
                at = name.upperBound
            } else {
                break
            }
        }
        return names
    }

    /// Rows of three names and more of which none is known, with the mention before that says who they are: 14名中国官员包括：蔡达峰、曹建明、陈竺.
    var unknown: [(names: [Range<Int>], of: Mention?)] {
        var rows: [(names: [Range<Int>], of: Mention?)] = []
        var at = sentence.range.lowerBound
        while let comma = text[at..<sentence.range.upperBound].firstIndex(of: Self.comma) {
            at = comma + 1
            guard text[at..<min(at + 8, sentence.range.upperBound)].contains(where: Self.joiners.contains), let first = first(before: comma)
            else { continue }
            var names = [first]
            while let start = joined(names[names.count - 1].upperBound),
                let next = name(at: start) ?? (names.count > 1 ? between(start) : nil)
            {
                names.append(next)
            }
            at = max(at, names[names.count - 1].upperBound)
            // 蔡崇文、王美如表示
            let end = names[names.count - 1].upperBound
            let isSpeaking = names.count == 2 && sentence.chunks.contains { $0.start == end && $0.entry.kind == .speech }
            if names.count >= 3 || isSpeaking { rows.append((names, head(of: first))) }
        }
        return rows
    }

    // MARK: - Private

    private static let comma: UInt32 = 0x3001  // 、
    private static let andAlso = CodePoints(points: "以及")
    private static let from = CodePoints(points: "来自")
    private static let joiners = PointSet("、和与及")
    private static let openers = PointSet("由为有括含如即")

    /// Where the next of a row begins, behind a joiner and the bracket before it.
    private func joined(_ end: Int) -> Int? {
        var at = end
        if ForeignName.name(inBracketAt: at, text, sentence.range) != nil,
            let close = text[at..<sentence.range.upperBound].firstIndex(where: ForeignName.closes)
        {
            at = close + 1
        }
        guard at + 2 < sentence.range.upperBound, Self.joiners.contains(text[at]) || text.has(Self.andAlso, at: at, within: sentence.range)
        else {
            return nil
        }
        at += text.has(Self.andAlso, at: at, within: sentence.range) ? 2 : 1
        // 、来自俄勒冈州的沃尔登
        guard text.has(Self.from, at: at, within: sentence.range) else { return at }
        return text[at..<min(at + 14, sentence.range.upperBound)].firstIndex(of: NameRun.of).map { $0 + 1 }
    }

    private func name(at start: Int) -> Range<Int>? {
        guard !isTaken(start), !words.opensNoName(text, at: start, sentence.range),
            let found = run.listed(start)
        else { return nil }
        let name = CodePoints(text[found])
        let isSure = name.count > 2 || words.isTransliterated(name) == false || run.isSpelt(found)
        return isSure && words.place(endingAt: found.upperBound, in: text, found) == nil ? found : nil
    }

    /// What stands between two 、 of a row is a name though it is not written like one: 白玛赤林.
    private func between(_ start: Int) -> Range<Int>? {
        guard let end = text[start..<min(start + 8, sentence.range.upperBound)].firstIndex(of: Self.comma), end >= start + 2,
            text[start..<end].allSatisfy({ isHan($0) || ForeignName.isDot($0) }), !(start..<end).contains(where: isTaken),
            name(at: end + 1) != nil
        else { return nil }
        return start..<end
    }

    /// The name that ends at a row's first 、.
    private func first(before comma: Int) -> Range<Int>? {
        [3, 4, 2].lazy.map { comma - $0..<comma }.first { span in
            span.lowerBound >= sentence.range.lowerBound && name(at: span.lowerBound)?.upperBound == comma
                && opens(span.lowerBound)
        }
    }

    /// Whether what stands before it is no part of a name: 由德保拉、周思齐、林安可.
    private func opens(_ start: Int) -> Bool {
        run.opens(start) || Self.openers.contains(text[start - 1]) || sentence.chunks.contains { $0.end == start }
    }

    /// Whether a word that the lexicon knows, a trigger or a person begins there.
    private func isTaken(_ at: Int) -> Bool {
        sentence.chunks.contains {
            $0.start <= at && at < $0.end && ($0.length > 1 || $0.entry.kind == .state) && $0.entry.kind != .nonparty
        }
            || sentence.triggers.contains { $0.start == at && $0.headEnd - $0.start > 1 }
    }

    /// Who is listed, shortly before the row.
    private func head(of first: Range<Int>) -> Mention? {
        sentence.mentions.last {
            $0.end <= first.lowerBound && first.lowerBound - $0.end <= 12 && !$0.isPerson && !$0.codes.isEmpty && $0.kind != .pronoun
        }
    }
}
