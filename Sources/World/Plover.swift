import Prose
import Tables

/// PLOVER's tables: quad class, score and CAMEO code of each type, its modes, and the contexts with the words that show them.
public struct Plover: Sendable {
    public struct TypeRow: Sendable, Hashable {
        public let quad: QuadClass
        /// PLOVER's conflict-cooperation score, −10…10.
        public let score: Double
        public let cameo: String
        public let meaning: String
    }

    public let types: [EventType: TypeRow]
    /// A mode's CAMEO code, and its score where the manual gives it one of its own.
    public struct ModeRow: Sendable, Hashable {
        public let cameo: String
        public let score: Double?
    }

    /// The modes of each type.
    public let modes: [EventType: [String: ModeRow]]
    /// The contexts' names in the table's order.
    public let contexts: [String]
    /// The words that show a context; a match's value is an index into `contexts`.
    private let contextWords: Lexicon

    init(types table: Table, modes modeTable: Table, contexts contextTable: Table, folding: Folding) throws {
        var types: [EventType: TypeRow] = [:]
        for row in table.rows {
            guard let type = EventType(rawValue: try row.require("type")) else {
                throw row.problem("“\(row["type"] ?? "")” is not a PLOVER type")
            }
            guard let quad = QuadClass(rawValue: try row.require("quad")) else {
                throw row.problem("“\(row["quad"] ?? "")” is not a quad class")
            }
            guard let score = Double(try row.require("score")) else { throw row.problem("the score must be a number") }
            types[type] = TypeRow(
                quad: quad, score: score, cameo: try row.require("cameo"), meaning: row["meaning"] ?? "")
        }
        for type in EventType.allCases where types[type] == nil {
            throw TableProblem(file: table.file, line: 1, message: "\(type.rawValue) has no row")
        }
        var modes: [EventType: [String: ModeRow]] = [:]
        for row in modeTable.rows {
            guard let type = EventType(rawValue: try row.require("type")) else {
                throw row.problem("“\(row["type"] ?? "")” is not a PLOVER type")
            }
            let score = try row["score"].map { text in
                guard let score = Double(text) else { throw row.problem("the score must be a number, not “\(text)”") }
                return score
            }
            modes[type, default: [:]][try row.require("mode")] = ModeRow(cameo: try row.require("cameo"), score: score)
        }
        self.types = types
        self.modes = modes
        contexts = try contextTable.rows.map { try $0.require("context") }
        contextWords = Lexicon(
            contextTable.rows.enumerated().flatMap { index, row in row.list("words").map { (folding.fold($0), Int32(index)) } })
    }

    /// The contexts whose words stand in `text[range]`, in the table's order. `text` must be folded.
    public func contexts(of text: CodePoints, in range: Range<Int>) -> [String] {
        Set(contextWords.matches(in: text, range: range).map(\.value)).sorted().map { contexts[Int($0)] }
    }

    /// Quad class, score and CAMEO code of a type; the mode's own score and code where it has them.
    public func codes(_ type: EventType, mode: String?) -> (quad: QuadClass, score: Double, cameo: String) {
        let row = types[type] ?? TypeRow(quad: .verbalCooperation, score: 0, cameo: "", meaning: "")
        let own = mode.flatMap { modes[type]?[$0] }
        return (row.quad, own?.score ?? row.score, own?.cameo ?? row.cameo)
    }
}
