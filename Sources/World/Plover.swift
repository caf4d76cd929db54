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
    /// The CAMEO code of each mode of a type.
    public let modes: [EventType: [String: String]]
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
            types[type] = TypeRow(quad: quad, score: score, cameo: try row.require("cameo"), meaning: row["meaning"] ?? "")
        }
        for type in EventType.allCases where types[type] == nil {
            throw TableProblem(file: table.file, line: 1, message: "\(type.rawValue) has no row")
        }
        var modes: [EventType: [String: String]] = [:]
        for row in modeTable.rows {
            guard let type = EventType(rawValue: try row.require("type")) else {
                throw row.problem("“\(row["type"] ?? "")” is not a PLOVER type")
            }
            modes[type, default: [:]][try row.require("mode")] = try row.require("cameo")
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

    /// Quad class, score and CAMEO code of a type; the mode's code where it has one of its own.
    public func codes(_ type: EventType, mode: String?) -> (quad: QuadClass, score: Double, cameo: String) {
        let row = types[type] ?? TypeRow(quad: .verbalCooperation, score: 0, cameo: "", meaning: "")
        return (row.quad, row.score, mode.flatMap { modes[type]?[$0] } ?? row.cameo)
    }
}
