/// A table for a terminal: columns as wide as their widest cell, Han characters counted as two columns.
struct TextTable {
    let header: [String]
    /// Columns that hold numbers stand to the right.
    var numeric: Set<Int> = []
    var rows: [[String]] = []

    var lines: [String] {
        let widths = header.indices.map { column in
            ([header] + rows).map { column < $0.count ? displayWidth($0[column]) : 0 }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([header, rule] + rows).map { row in
            let cells = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: max(0, widths[column] - displayWidth(cell)))
                if numeric.contains(column) { return space + cell }
                return column == row.count - 1 ? cell : cell + space
            }
            return cells.joined(separator: "  ")
        }
    }
}

/// How many columns of a terminal a text takes (Unicode's East Asian Width: W and F are two).
func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1.value) ? 2 : 1) }
}

/// The text cut to so many columns, with an ellipsis where something is left off.
func shortened(_ text: String, to columns: Int) -> String {
    guard displayWidth(text) > columns else { return text }
    var width = 1
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        width += isWide(scalar.value) ? 2 : 1
        if width > columns { break }
        kept.append(scalar)
    }
    return String(kept) + "…"
}

private func isWide(_ point: UInt32) -> Bool {
    switch point {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        true
    default: false
    }
}
