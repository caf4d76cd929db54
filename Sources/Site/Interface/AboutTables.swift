import Tables

/// How well the coder does on one level, from `Resources/accuracy.txt`.
struct Accuracy: Sendable {
    let level: String
    let precision: String
    let recall: String
    let f1: String

    /// - Throws: `TableProblem` where a figure is missing or no number.
    init(_ row: Table.Row) throws {
        level = try row.require("level")
        precision = try Self.figure(row, "precision")
        recall = try Self.figure(row, "recall")
        f1 = try Self.figure(row, "f1")
    }

    private static func figure(_ row: Table.Row, _ name: String) throws -> String {
        let text = try row.require(name)
        guard let value = Double(text), (0...1).contains(value) else { throw row.problem("\(name) must be a number between 0 and 1") }
        return text
    }
}

/// A field of the data dictionary, from `Resources/fields.txt`.
struct Field: Sendable {
    let name: String
    let meaning: [Language: String]

    init(_ row: Table.Row) throws {
        name = try row.require("field")
        meaning = [.zh: try row.require("zh"), .en: try row.require("en")]
    }
}
