/// The plain text tables in which knowledge is kept: one row a line, cells between ` | `, lists between commas,
/// `#` for a comment, the first row names the columns.
///
/// A cell that is empty or `-` is missing. Comments follow `# ` at the start of a line only, so that a cell may hold a number sign.
public struct Table: Sendable {
    /// The file's name, for messages.
    public let file: String
    public let columns: [String]
    public let rows: [Row]

    /// One row, with the line it stands on (counted from 1).
    public struct Row: Sendable {
        public let file: String
        public let line: Int
        let cells: [String: String]
    }

    /// Reads a table and checks that it has every column of `required` and that no row has more cells than columns.
    /// - Throws: ``TableProblem`` with file and line.
    public init(_ text: String, file: String, required: [String] = []) throws {
        var columns: [String] = []
        var rows: [Row] = []
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let content = trimmed(line)
            if content.isEmpty || content.first == "#" { continue }
            let cells = content.split(separator: "|", omittingEmptySubsequences: false).map { String(trimmed($0)) }
            if columns.isEmpty {
                columns = cells
                for name in required where !columns.contains(name) {
                    throw TableProblem(file: file, line: number, message: "the first row must name the column “\(name)”")
                }
                continue
            }
            guard cells.count <= columns.count else {
                throw TableProblem(
                    file: file, line: number,
                    message: "\(cells.count) cells, but the table has \(columns.count) columns: \(columns.joined(separator: ", "))")
            }
            var named: [String: String] = [:]
            for (column, cell) in zip(columns, cells) where !cell.isEmpty && cell != "-" { named[column] = cell }
            rows.append(Row(file: file, line: number, cells: named))
        }
        guard !columns.isEmpty else {
            throw TableProblem(file: file, line: 1, message: "the table is empty; its first row must name the columns")
        }
        self.file = file
        self.columns = columns
        self.rows = rows
    }
}

extension Table.Row {
    /// The cell under a column, nil where it is missing.
    public subscript(_ column: String) -> String? { cells[column] }

    /// The cell under a column that a row must have.
    public func require(_ column: String) throws -> String {
        guard let cell = cells[column] else { throw problem("the column “\(column)” must not be empty") }
        return cell
    }

    /// The comma-separated items of a cell; none where it is missing.
    public func list(_ column: String) -> [String] {
        guard let cell = cells[column] else { return [] }
        return cell.split(separator: ",").map { String(trimmed($0)) }.filter { !$0.isEmpty }
    }

    /// A complaint about this row.
    public func problem(_ message: String) -> TableProblem { TableProblem(file: file, line: line, message: message) }
}

/// What is wrong with a knowledge file, and where.
public struct TableProblem: Error, Sendable, CustomStringConvertible {
    public let file: String
    public let line: Int
    public let message: String

    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { "\(file):\(line): \(message)" }
}

private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" || last == "\r\n" { text.removeLast() }
    return text
}
