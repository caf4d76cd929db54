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
        let columns: [String]
        /// As many as the row has, empty where missing.
        let cells: [String]
    }

    /// Reads a table and checks that it has every column of `required` and that no row has more cells than columns.
    /// - Throws: ``TableProblem`` with file and line.
    public init(_ text: String, file: String, required: [String] = []) throws {
        var columns: [String] = []
        var rows: [Row] = []
        var text = text
        try text.withUTF8 { bytes in
            var number = 0
            for line in Lines(bytes: bytes) {
                number += 1
                guard let first = line.first, first != UInt8(ascii: "#") else { continue }
                let cells = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { cell($0) }
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
                rows.append(Row(file: file, line: number, columns: columns, cells: cells))
            }
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
    public subscript(_ column: String) -> String? {
        guard let index = columns.firstIndex(of: column), index < cells.count, !cells[index].isEmpty, cells[index] != "-" else {
            return nil
        }
        return cells[index]
    }

    /// The cell under a column that a row must have.
    public func require(_ column: String) throws -> String {
        guard let cell = self[column] else { throw problem("the column “\(column)” must not be empty") }
        return cell
    }

    /// The comma-separated items of a cell; none where it is missing.
    public func list(_ column: String) -> [String] {
        guard let cell = self[column] else { return [] }
        guard cell.utf8.contains(UInt8(ascii: ",")) else { return [cell] }
        return cell.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring(trimmed($0))) }.filter { !$0.isEmpty }
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

/// The lines of a text, white space at their ends taken off, empty ones kept so that they count.
private struct Lines: Sequence, IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard at < bytes.count else { return nil }
        let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        defer { at = end + 1 }
        return trimmed(bytes[at..<end])
    }
}

private func cell(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String { String(decoding: trimmed(bytes), as: UTF8.self) }

/// Spaces, tabs and carriage returns taken off both ends.
private func trimmed<Bytes: BidirectionalCollection>(_ bytes: Bytes) -> Bytes.SubSequence where Bytes.Element == UInt8 {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) }) else {
        return bytes[bytes.endIndex...]
    }
    return bytes[first...last]
}
