import Foundation
import Tables

/// The tables of numbers of `net.txt`: what the sentence net learned.
///
/// Plain text: `table NAME COLUMNS`, then a row a line: its name, a tab, and its numbers in thousandths, parted by blanks. `Scripts/learn-net` makes the file.
struct NetFile {
    /// Rows of numbers, one after another.
    struct Matrix: Sendable {
        let columns: Int
        fileprivate(set) var names: [String] = []
        fileprivate(set) var values: [Float] = []

        var rows: Int { names.count }

        func row(_ index: Int) -> ArraySlice<Float> { values[index * columns..<(index + 1) * columns] }
    }

    private let tables: [String: Matrix]
    private let file: String

    /// Reads the file of a knowledge folder; nil where there is none.
    /// - Throws: ``TableProblem`` with file and line.
    init?(in folder: URL, name: String = "net.txt") throws {
        guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) else { return nil }
        try self.init(data, file: name)
    }

    /// - Throws: ``TableProblem`` with file and line.
    init(_ data: Data, file: String) throws {
        self.file = file
        var tables: [String: Matrix] = [:]
        var name = ""
        var table = Matrix(columns: 0)
        var line = 0
        try data.withUnsafeBytes { bytes in
            for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
                line += 1
                if row.isEmpty { continue }
                if let tab = row.firstIndex(of: 0x09) {
                    table.names.append(String(decoding: row[..<tab], as: UTF8.self))
                    guard Self.read(row[(tab + 1)...], into: &table.values) == table.columns else {
                        throw TableProblem(file: file, line: line, message: "“\(name)” has \(table.columns) numbers a row, in thousandths")
                    }
                } else if row.first != 0x23 {
                    let words = String(decoding: row, as: UTF8.self).split(separator: " ")
                    guard words.count == 3, words[0] == "table", let columns = Int(words[2]), columns > 0 else {
                        throw TableProblem(file: file, line: line, message: "expected “table NAME COLUMNS” or a row with a tab")
                    }
                    if !name.isEmpty { tables[name] = table }
                    (name, table) = (String(words[1]), Matrix(columns: columns))
                }
            }
        }
        if !name.isEmpty { tables[name] = table }
        self.tables = tables
    }

    /// A table that must be there, of so many rows and columns where these are told.
    /// - Throws: ``TableProblem`` where it is missing or of another size.
    func table(_ name: String, rows: Int? = nil, columns: Int? = nil) throws -> Matrix {
        guard let table = tables[name] else { throw problem("the table “\(name)” is missing") }
        guard rows ?? table.rows == table.rows, columns ?? table.columns == table.columns else {
            throw problem(
                "the table “\(name)” is \(table.rows) by \(table.columns), not \(rows ?? table.rows) by \(columns ?? table.columns)")
        }
        return table
    }

    /// What is wrong with the file as a whole.
    func problem(_ message: String) -> TableProblem { TableProblem(file: file, line: 1, message: message) }

    /// Adds the whole numbers of a row, as thousandths, and says how many there were; −1 where something else stands there.
    private static func read(_ bytes: Slice<UnsafeRawBufferPointer>, into values: inout [Float]) -> Int {
        var (count, value, isNegative, digits) = (0, 0, false, 0)
        func end() {
            values.append(Float(isNegative ? -value : value) / 1000)
            (count, value, isNegative, digits) = (count + 1, 0, false, 0)
        }
        for byte in bytes {
            switch byte {
            case 0x30...0x39 where digits < 9: (value, digits) = (value * 10 + Int(byte - 0x30), digits + 1)
            case 0x2D where digits == 0 && !isNegative: isNegative = true
            case 0x20 where digits > 0: end()
            default: return -1
            }
        }
        if digits > 0 { end() }
        return count
    }
}
