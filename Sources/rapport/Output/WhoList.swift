/// People as lines of a table, JSON or CSV.
struct WhoList {
    let rows: [WhoRow]

    private static let columns = ["name", "foreign", "code", "sector", "office", "from", "to", "introductions"]

    func lines(_ format: ListFormat) -> [String] {
        switch format {
        case .table:
            guard !rows.isEmpty else { return [] }
            var table = TextTable(header: Self.columns, numeric: [7])
            table.rows = rows.map { row in cells(row).map { $0.isEmpty ? "-" : $0 } }
            return table.lines
        case .csv: return [csvLine(Self.columns)] + rows.map { csvLine(cells($0)) }
        case .jsonl: return rows.map(json)
        }
    }

    private func cells(_ row: WhoRow) -> [String] {
        [
            row.name, row.foreign ?? "", row.code ?? "", row.sector, row.office, row.from ?? "", row.to ?? "",
            row.introductions.map(String.init) ?? "",
        ]
    }

    private func json(_ row: WhoRow) -> String {
        JSONValue.object([
            ("name", .string(row.name)), ("foreign", .text(row.foreign)), ("also", .texts(row.also)), ("code", .text(row.code)),
            ("sector", .string(row.sector)), ("acts", .integer(row.acts ? 1 : 0)), ("office", .string(row.office)),
            ("from", .text(row.from)),
            ("to", .text(row.to)), ("introductions", row.introductions.map { .integer($0) } ?? .null), ("evidence", .texts(row.evidence)),
        ]).line
    }
}
