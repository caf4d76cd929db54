/// A table as RFC 4180 has it, in UTF-8 with CR LF between lines.
enum CSV {
    static func text(_ table: APIAnswer.Table) -> String {
        var out = line(table.columns)
        for row in table.rows { out += line(row) }
        return out
    }

    private static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A cell, in quotation marks where it needs them.
    ///
    /// Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, and cells hold words from anywhere: an apostrophe before them makes
    /// them text (OWASP, “CSV Injection”). Numbers keep their sign.
    static func cell(_ text: String) -> String {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let text = isFormula && Double(text) == nil ? "'" + text : text
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
