/// Rows with named columns, for the forms that other programs read.
struct ExportTable {
    struct Column: Equatable {
        enum Kind: String {
            case text = "string"
            case integer, number, date
        }

        let name: String
        let kind: Kind
        let meaning: String
    }

    enum Cell: Equatable {
        case missing
        case text(String)
        case integer(Int)
        case number(Double)

        /// Missing where there is none, or nothing in it.
        static func some(_ text: String?) -> Cell { text.map { $0.isEmpty ? .missing : .text($0) } ?? .missing }

        /// As CSV and TSV have it; a missing value is an empty cell.
        var plain: String {
            switch self {
            case .missing: ""
            case .text(let text): text
            case .integer(let number): "\(number)"
            case .number(let number): "\(number)"
            }
        }
    }

    let name: String
    let columns: [Column]
    var rows: [[Cell]] = []

    func csv(header: Bool) -> [String] { lines(header: header, csvLine) }

    /// Without quotes, as GDELT and most readers of TSV take it: tabs and line ends inside a cell become blanks.
    func tsv(header: Bool) -> [String] {
        lines(header: header) { cells in
            cells.map { String($0.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t")
        }
    }

    private func lines(header: Bool, _ line: ([String]) -> String) -> [String] {
        (header ? [line(columns.map(\.name))] : []) + rows.map { line($0.map(\.plain)) }
    }
}
