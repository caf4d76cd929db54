import Prose
import Tables

/// What the words of an introduction say: `introductions.txt`.
public struct IntroductionWords: Sendable {
    /// Kinds of bodies and callings, folded, with PLOVER's sector.
    public let bodies: [(word: CodePoints, sector: String)]
    /// Institutions with their state's code, folded.
    public let homes: [(word: CodePoints, code: String)]
    /// What follows a state's name that is only a subject: 中国问题.
    public let topics: [CodePoints]
    /// The same also behind a title whose holders act for a state.
    public let subjects: [CodePoints]
    public let prefixes: [CodePoints]
    public let endings: [CodePoints]

    /// - Throws: ``TableProblem`` for a kind that is none, or a body without a sector.
    init(_ table: Table, folding: Folding) throws {
        var bodies: [(word: CodePoints, sector: String)] = []
        var homes: [(word: CodePoints, code: String)] = []
        var others: [String: [CodePoints]] = ["topic": [], "subject": [], "prefix": [], "ending": []]
        for row in table.rows {
            let kind = try row.require("kind")
            let words = row.list("words").map { folding(CodePoints(points: $0)) }
            if kind == "body" || kind == "home" {
                let said = try row.require("sector")
                if kind == "body" { bodies += words.map { ($0, said) } } else { homes += words.map { ($0, said) } }
            } else if others[kind] != nil {
                others[kind]?.append(contentsOf: words)
            } else {
                throw row.problem("“\(kind)” is no kind of word; one of body, home, subject, topic, prefix, ending")
            }
        }
        self.bodies = bodies.sorted { $0.word.count > $1.word.count }
        self.homes = homes.sorted { $0.word.count > $1.word.count }
        subjects = others["subject"] ?? []
        topics = (others["topic"] ?? []) + subjects
        prefixes = (others["prefix"] ?? []).sorted { $0.count > $1.count }
        endings = others["ending"] ?? []
    }
}
