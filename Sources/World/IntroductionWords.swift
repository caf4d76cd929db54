import Prose
import Tables

/// What the words of an introduction say: `introductions.txt`.
public struct IntroductionWords: Sendable {
    /// Kinds of bodies and callings, folded, with PLOVER's sector.
    public let bodies: [(word: CodePoints, says: String)]
    /// Institutions with their state's code, folded.
    public let homes: [(word: CodePoints, says: String)]
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
    /// Words that make a title a former one: 前, 退役; and longer ones in which they do not: 目前.
    public let formers: [CodePoints]
    public let otherFormers: [CodePoints]
    public let prefixes: [CodePoints]
    public let endings: [CodePoints]
    private let surnames: Set<CodePoints>
    private let syllables: PointSet
    private let noNames: Set<CodePoints>

    /// - Throws: ``TableProblem`` for a kind that is none, or a body without a sector.
    init(_ table: Table, folding: Folding) throws {
        var bodies: [(word: CodePoints, says: String)] = []
        var homes: [(word: CodePoints, says: String)] = []
        let kinds = [
            "topic", "subject", "institution", "general", "edge", "former", "not-former", "prefix", "ending", "surname", "syllable",
            "no-name",
        ]
        var others = Dictionary(uniqueKeysWithValues: kinds.map { ($0, [CodePoints]()) })
        for row in table.rows {
            let kind = try row.require("kind")
            let words = row.list("words").map { folding(CodePoints(points: $0)) }
            if kind == "body" || kind == "home" {
                let said = try row.require("sector")
                if kind == "body" { bodies += words.map { ($0, said) } } else { homes += words.map { ($0, said) } }
            } else if others[kind] != nil {
                others[kind]?.append(contentsOf: words)
            } else {
                throw row.problem("“\(kind)” is no kind of word; one of body, home, \(kinds.joined(separator: ", "))")
            }
        }
        self.bodies = bodies.sorted { $0.word.count > $1.word.count }
        self.homes = homes.sorted { $0.word.count > $1.word.count }
        subjects = others["subject"] ?? []
        topics = (others["topic"] ?? []) + subjects
        institutions = others["institution"] ?? []
        general = Set(others["general"] ?? [])
        edges = others["edge"] ?? []
        formers = others["former"] ?? []
        otherFormers = others["not-former"] ?? []
        prefixes = (others["prefix"] ?? []).sorted { $0.count > $1.count }
        endings = others["ending"] ?? []
        surnames = Set(others["surname"] ?? [])
        syllables = PointSet((others["syllable"] ?? []).joined())
        noNames = Set(others["no-name"] ?? [])
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
