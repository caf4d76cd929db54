import Prose
import Tables

/// Words around speech, by what they tell: `saying.txt`.
public struct SayingWords: Sendable {
    /// The file says what each is for.
    public enum Kind: Int, CaseIterable, Sendable {
        case clauseVerb, behindVerb, notVerb, keptBack, author, document, noSubject, predicate, belonging, paper, outlet, report, nobody,
            denial
        case topic, topicEnd, topicTail, government, notPlace, held

        /// As the file writes it: `clause-verb`.
        var name: String {
            String(describing: self).map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
        }
    }

    /// By kind, folded, in the order of the file.
    private let words: [[CodePoints]]

    /// - Throws: ``TableProblem`` for a kind that is none, or a row without words.
    init(_ table: Table, folding: Folding) throws {
        let kinds = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0.name, $0) })
        var words = [[CodePoints]](repeating: [], count: Kind.allCases.count)
        for row in table.rows {
            let name = try row.require("kind")
            guard let kind = kinds[name] else {
                throw row.problem("“\(name)” is no kind of word; one of \(Kind.allCases.map(\.name).joined(separator: ", "))")
            }
            _ = try row.require("words")
            words[kind.rawValue] += row.list("words").map { folding(CodePoints(points: $0)) }
        }
        self.words = words
    }

    public subscript(kind: Kind) -> [CodePoints] { words[kind.rawValue] }
}
