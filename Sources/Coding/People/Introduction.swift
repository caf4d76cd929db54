import Press
import Prose
import World

/// One article's introduction of a person: 德国外交部国务部长罗特（Michael Roth）.
public struct Introduction: Sendable, Hashable {
    /// The name as given, folded.
    public let name: String
    /// The foreign spelling in the bracket behind it.
    public let foreign: String
    /// The state or organisation; nil where the words name none.
    public let code: String?
    /// The words that introduce: 德国外交部国务部长.
    public let office: String
    public let sector: String
    /// Whether such a one acts for the state: a minister does, an analyst and a former minister do not.
    public let acts: Bool
    /// Whether the words name the body, so that the sector is no guess from a general title.
    public let isSure: Bool
    /// The day of the article, `YYYY-MM-DD`.
    public let day: String?
    /// The article's id and the sentence in it.
    public let article: String
    public let sentence: Int

    public init(
        name: String, foreign: String, code: String?, office: String, sector: String, acts: Bool, isSure: Bool, day: String?,
        article: String, sentence: Int
    ) {
        self.name = name
        self.foreign = foreign
        self.code = code
        self.office = office
        self.sector = sector
        self.acts = acts
        self.isSure = isSure
        self.day = day
        self.article = article
        self.sentence = sentence
    }
}

extension Coder {
    /// The people whom an article introduces by title and foreign spelling, each once, in order.
    /// - Complexity: linear in the article's length; a sentence without a bracket that opens on a Latin letter costs a look only.
    public func introductions(in article: Article) -> [Introduction] {
        let document = Document(article, folding: world.folding)
        var found: [Introduction] = []
        var seen: Set<String> = []
        for (index, span) in document.sentences.enumerated() {
            for bracket in ForeignName.all(in: document.folded, span.range) {
                let reader = IntroductionReader(
                    world: world, text: document.folded, range: span.range.lowerBound..<bracket.open, day: document.today)
                guard let read = reader.read(), seen.insert(read.name).inserted else { continue }
                found.append(
                    Introduction(
                        name: read.name, foreign: bracket.name, code: read.code, office: read.office, sector: read.sector, acts: read.acts,
                        isSure: read.isSure, day: document.today?.iso, article: article.id, sentence: index))
            }
        }
        return found
    }
}

/// Reads the words in front of a bracket with a foreign spelling: description, title, name.
struct IntroductionReader {
    let world: World
    let text: CodePoints
    /// From the sentence's start to the bracket.
    let range: Range<Int>
    let day: Day?

    struct Read {
        let name: String
        let code: String?
        let office: String
        let sector: String
        let acts: Bool
        let isSure: Bool
    }

    /// Nil where no title stands before the name, where it is no name, or where the world knows the person already.
    func read() -> Read? {
        let cut = Segmenter(world: world).segment(text, range)
        let mentions = MentionFinder(world: world, day: day).mentions(cut, text, range, isTitle: false)
        guard let title = mentions.last(where: { $0.office != nil && !$0.isPerson && $0.end <= range.upperBound - 2 }),
            let name = name(after: title.end)
        else { return nil }
        let description = description(of: title, from: name.lowerBound)
        let told = find(world.introductionWords.bodies.map { ($0.word, $0.sector) }, in: description)
        let code = code(of: description, title, mentions) ?? find(world.introductionWords.homes.map { ($0.word, $0.code) }, in: description)
        let former = isFormer(description, title)
        let sector = former ? "ELI" : told ?? title.sector ?? "ELI"
        let acts = title.acts && !former && ActingSectors.all.contains(sector)
        return Read(
            name: text.string(name), code: code, office: text.string(office(description, title, mentions)), sector: sector, acts: acts,
            isSure: told != nil || code != nil)
    }

    // MARK: - Private

    /// The run that ends at the bracket, without what stands between title and name.
    private func name(after end: Int) -> Range<Int>? {
        var start = end
        while let prefix = world.introductionWords.prefixes.first(where: { text.has($0, at: start, within: range) }) {
            start += prefix.count
        }
        let span = start..<range.upperBound
        guard (2...14).contains(span.count), text[span].allSatisfy({ isHan($0) || ForeignName.isDot($0) }),
            !text[span].contains(where: ForeignName.isFunctionWord),
            !world.introductionWords.endings.contains(where: { text.has($0, endingAt: range.upperBound, within: span) })
        else { return nil }
        // 加拿大前外交官康明凯: a name of a state or of somebody known is not a part of another's.
        let known = world.lexicon.matches(in: text, range: span).contains {
            let kind = world.entries[Int($0.value)].kind
            return $0.end - $0.start >= 3 && (kind == .state || kind == .person || kind == .organisation || kind == .body)
        }
        return known ? nil : span
    }

    /// From the last stop before the title to the name, at most forty characters.
    private func description(of title: Mention, from name: Int) -> Range<Int> {
        var start = title.start
        while start > range.lowerBound, name - start < 40, text[start - 1] != 0x3001, !isClauseStop(text[start - 1]),
            !Self.edges.contains(text[start - 1])
        { start -= 1 }
        return start..<name
    }

    /// The description without the sentence's words before it (报道引述): from its first name on, behind anybody else named in it.
    private func office(_ description: Range<Int>, _ title: Mention, _ mentions: [Mention]) -> Range<Int> {
        let inside = mentions.filter { $0.start >= description.lowerBound && $0.end <= title.end }
        let other = inside.last { $0.isPerson }?.end ?? description.lowerBound
        let first = inside.first { $0.start >= other && $0.kind != .pronoun }?.start ?? title.start
        return first..<title.end
    }

    /// What the longest of the words says that stands in the description; of equals the last one.
    private func find(_ words: [(word: CodePoints, says: String)], in description: Range<Int>) -> String? {
        var best: (length: Int, at: Int, says: String)?
        for (word, says) in words {
            if let best, word.count < best.length { break }
            var at = description.upperBound - word.count
            while at >= description.lowerBound, at > best?.at ?? -1 {
                if text.has(word, at: at, within: description) { best = (word.count, at, says) }
                at -= 1
            }
        }
        return best?.says
    }

    /// 前国务卿, 前任大使, 原部长: one who acted for a state once.
    private func isFormer(_ description: Range<Int>, _ title: Mention) -> Bool {
        guard let former = text[description].lastIndex(of: 0x524D), former < title.end else { return false }  // 前
        return !title.acts && former >= title.start - 8 && ActingSectors.all.contains(title.sector ?? "GOV")
    }

    /// The state of the title, else of the last name in the description that is no subject: 美国企业研究所中国问题专家 is American.
    private func code(of description: Range<Int>, _ title: Mention, _ mentions: [Mention]) -> String? {
        mentions.last { mention in
            guard mention.start >= description.lowerBound, mention.end <= description.upperBound, mention.codes.count == 1,
                mention.kind != .pronoun
            else { return false }
            let governed = mention.start > range.lowerBound && Self.governors.contains(text[mention.start - 1])
            let studied = title.acts ? world.introductionWords.subjects : world.introductionWords.topics
            let isHeld = mention.office != nil && mention.acts && !title.acts
            let first = mention.kind == .state || mention.kind == .seat ? mention.end : leadingState(mention) ?? mention.end
            return !governed && (isHeld || !studied.contains { text.has($0, at: first, within: range) })
        }?.codes.first
    }

    /// Where the state's name ends that a longer mention begins with (中国问题专家 is one mention).
    private func leadingState(_ mention: Mention) -> Int? {
        world.lexicon.matches(in: text, range: mention.start..<mention.end).filter {
            $0.start == mention.start && [.state, .short].contains(world.entries[Int($0.value)].kind)
        }.map(\.end).max()
    }

    private static let edges = Set("“”「」『』（）()、—…".unicodeScalars.map(\.value))
    /// 驻华盛顿记者, 对华政策: not where somebody belongs.
    private static let governors = Set("驻对涉访负反究在注".unicodeScalars.map(\.value))
}

/// PLOVER sectors whose members act for their state.
enum ActingSectors {
    static let all: Set<String> = ["GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "IGO"]
}
