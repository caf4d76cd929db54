import Prose
import Tables

/// What the words of an introduction say: `introductions.txt`.
public struct IntroductionWords: Sendable {
    /// Kinds of bodies and callings, folded, with PLOVER's sector.
    public let bodies: SaidWords
    /// Institutions with their state's code, folded.
    public let homes: SaidWords
    /// Provinces and cities with the code of the state in which they lie, folded, longest first; the same by their last character.
    public let places: SaidWords
    private let placesByEnd: [UInt32: [(word: CodePoints, says: String)]]
    /// What follows a state's name that is only a subject: 中国问题.
    public let topics: [CodePoints]
    /// The same also behind a title whose holders act for a state.
    public let subjects: [CodePoints]
    /// Words of an institution (研究所): the state before them is where it stands, be it called by a subject too (德国经济研究所).
    public let institutions: [CodePoints]
    /// Titles that say nothing of a sector (主席), those that other words outweigh (经济学家) left out.
    public let general: Set<CodePoints>
    /// Words that end what stands before a description: 引述, 会见.
    public let edges: [CodePoints]
    /// Words in which what looks like such an end is none: 经济, 自由.
    public let otherEdges: [CodePoints]
    /// Words that make a title a former one: 前, 退役; and longer ones in which they do not: 目前.
    public let formers: [CodePoints]
    public let otherFormers: [CodePoints]
    /// Words that tell of an office held at the time that is told of: 时任.
    public let pasts: [CodePoints]
    public let prefixes: [CodePoints]
    /// Words that may stand between a state and a title that is its own: 新任, 财经; longest first.
    private let between: [CodePoints]
    /// Characters in which a part of a body's name ends: 司, 局.
    private let parts: PointSet
    public let endings: [CodePoints]
    /// What makes a leader's name that of the government they lead: 政府, 政权.
    public let governments: [CodePoints]
    /// What follows a surname where no given name is told: 男 in 周男.
    public let strangers: [CodePoints]
    /// Their first characters, which every character of a text is asked for.
    public let strangerFirsts: PointSet
    private let surnames: Set<CodePoints>
    private let syllables: PointSet
    private let noNames: Set<CodePoints>
    private let afters: Set<UInt32>

    /// - Throws: ``TableProblem`` for a kind that is none, or a body without a sector.
    init(_ table: Table, folding: Folding) throws {
        var bodies: [(word: CodePoints, says: String)] = []
        var homes: [(word: CodePoints, says: String)] = []
        var places: [(word: CodePoints, says: String)] = []
        let kinds = [
            "topic", "subject", "institution", "general", "edge", "former", "not-former", "not-edge", "prefix", "ending", "surname",
            "syllable",
            "no-name", "after", "between", "part", "government", "stranger", "past",
        ]
        var others = Dictionary(uniqueKeysWithValues: kinds.map { ($0, [CodePoints]()) })
        for row in table.rows {
            let kind = try row.require("kind")
            let words = row.list("words").map { folding(CodePoints(points: $0)) }
            switch kind {
            case "body":
                let sector = try row.require("sector")
                bodies += words.map { ($0, sector) }
            case "home", "place":
                let code = try row.require("sector")
                if kind == "home" { homes += words.map { ($0, code) } } else { places += words.map { ($0, code) } }
            case _ where others[kind] != nil: others[kind]?.append(contentsOf: words)
            default: throw row.problem("“\(kind)” is no kind of word; one of body, home, place, \(kinds.joined(separator: ", "))")
            }
        }
        self.places = SaidWords(places)
        placesByEnd = Dictionary(grouping: self.places.all) { $0.word.last ?? 0 }
        self.bodies = SaidWords(bodies)
        self.homes = SaidWords(homes)
        subjects = others["subject"] ?? []
        topics = (others["topic"] ?? []) + subjects
        institutions = others["institution"] ?? []
        general = Set(others["general"] ?? [])
        edges = others["edge"] ?? []
        otherEdges = others["not-edge"] ?? []
        formers = others["former"] ?? []
        otherFormers = others["not-former"] ?? []
        pasts = others["past"] ?? []
        prefixes = (others["prefix"] ?? []).sorted { $0.count > $1.count }
        endings = others["ending"] ?? []
        between = (others["between"] ?? []).sorted { $0.count > $1.count }
        parts = PointSet((others["part"] ?? []).joined())
        governments = others["government"] ?? []
        strangers = others["stranger"] ?? []
        strangerFirsts = PointSet(strangers.compactMap(\.first))
        surnames = Set(others["surname"] ?? [])
        syllables = PointSet((others["syllable"] ?? []).joined())
        noNames = Set(others["no-name"] ?? [])
        afters = Set((others["after"] ?? []).joined())
    }

    /// The longest province or city whose name ends at a point, 省, 市, 州, 县 and 区 behind it counted in.
    public func place(endingAt end: Int, in text: CodePoints, _ range: Range<Int>) -> (code: String, length: Int)? {
        let ends = [end] + (end > range.lowerBound && "省市州县区".unicodeScalars.contains { $0.value == text[end - 1] } ? [end - 1] : [])
        for at in ends where at > range.lowerBound {
            let found = placesByEnd[text[at - 1]]?.first {
                at - $0.word.count >= range.lowerBound && text[at - $0.word.count..<at].elementsEqual($0.word)
            }
            if let found { return (found.says, end - at + found.word.count) }
        }
        return nil
    }

    /// Whether words between a state and a title only describe the title: 美国新任总统, 法国财经部长, 国务院东亚局局长, 美国负责东亚事务的副助理国务卿.
    public func describes(_ gap: Range<Int>, in text: CodePoints) -> Bool {
        if text[gap].starts(with: Self.charge), text[gap.upperBound - 1] == 0x7684 { return gap.count <= 16 }  // 负责…的
        var at = gap.lowerBound
        while at < gap.upperBound, let word = between.first(where: { text[at..<gap.upperBound].starts(with: $0) }) { at += word.count }
        return at == gap.upperBound || gap.upperBound - at >= 2 && gap.upperBound - at <= 8 && parts.contains(text[gap.upperBound - 1])
    }

    private static let charge = CodePoints(points: "负责")

    /// Whether a name is written as foreign ones are, with nothing but their syllables (佩洛西); nil where one may be either (王立洪, 林特纳).
    public func isTransliterated(_ name: CodePoints) -> Bool? {
        guard name.allSatisfy({ syllables.contains($0) || !isHan($0) }) else { return false }
        return name.count > 3 || !surnames.contains(CodePoints(name.prefix(1))) ? true : nil
    }

    /// Whether a word that makes a title a former one ends before it: 前, 离任; not in 目前.
    public func isFormer(before start: Int, in text: CodePoints, _ range: Range<Int>) -> Bool {
        let ends = { (word: CodePoints) in
            start - word.count >= range.lowerBound && text[start - word.count..<start].elementsEqual(word)
        }
        return formers.contains(where: ends) && !otherFormers.contains(where: ends)
    }

    /// The surname that ends at a point, the longest; nil where none does.
    public func surname(endingAt end: Int, in text: CodePoints, _ range: Range<Int>) -> Range<Int>? {
        [3, 2, 1].lazy.map { end - $0..<end }.first { $0.lowerBound >= range.lowerBound && surnames.contains(CodePoints(text[$0])) }
    }

    /// Whether a part of a body's name may end in a character: 部.
    public func isPart(_ point: UInt32) -> Bool { parts.contains(point) }

    /// Whether foreign names are written with a character.
    public func isSyllable(_ point: UInt32) -> Bool { syllables.contains(point) }

    /// Whether a character may follow a name and be no part of it: 对, 在.
    public func isAfterName(_ point: UInt32) -> Bool { afters.contains(point) }

    /// Whether a word of two characters stands there that is no part of a name: 介绍, 申请.
    public func opensNoName(_ text: CodePoints, at: Int, _ range: Range<Int>) -> Bool {
        at + 2 <= range.upperBound && noNames.contains(CodePoints(text[at..<at + 2]))
    }

    /// Whether a run of characters may be a person's name: 庄人祥, 林特纳; not 选举.
    public func mayBeName(_ run: CodePoints) -> Bool {
        guard run.count >= 2, !noNames.contains(run) else { return false }
        if run.count > 2, noNames.contains(CodePoints(run.prefix(2))) || noNames.contains(CodePoints(run.suffix(2))) { return false }
        if run.allSatisfy({ syllables.contains($0) || !isHan($0) }) { return true }
        let given = (1...3).first { surnames.contains(CodePoints(run.prefix($0))) && run.count > $0 }.map { run.count - $0 }
        return given.map { $0 <= 2 } ?? false
    }
}
