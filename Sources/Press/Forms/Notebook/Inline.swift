/// A stretch of a notebook's line that is of one sort.
struct InlineRun {
    var text: ArraySlice<UInt8>
    var strong = false
    /// Where a link leads or a picture lies; empty for neither.
    var target: ArraySlice<UInt8> = []
    var picture = false
}

/// A line of reST or Markdown without its marks: `**bold**`, `[text](address)`, `![text](address)`, `` `text <address>`_ ``, `<address>`, and
/// references to footnotes, `[1]_` and `[^1]`, which fall away. Marks that do not close are text.
func runs(of line: ArraySlice<UInt8>) -> [InlineRun] {
    var found: [InlineRun] = []
    var start = line.startIndex
    var at = start
    while at < line.endIndex {
        guard marks.contains(line[at]), let (runs, end) = inline(line, at) else {
            at += 1
            continue
        }
        if start < at { found.append(InlineRun(text: line[start..<at])) }
        found += runs
        (at, start) = (end, end)
    }
    if start < line.endIndex { found.append(InlineRun(text: line[start...])) }
    return found
}

private let marks: Set<UInt8> = Set("[!*`<".utf8)

/// How far a mark's partner is looked for, in bytes: a line may be the whole file.
private let reach = 2000

/// What opens at a mark, and where the text goes on behind it.
private func inline(_ line: ArraySlice<UInt8>, _ at: Int) -> ([InlineRun], Int)? {
    switch line[at] {
    case UInt8(ascii: "!"):
        guard at + 1 < line.endIndex, let (text, target, end) = bracketed(line, at + 1) else { return nil }
        return ([InlineRun(text: text, target: target, picture: true)], end)
    case UInt8(ascii: "["):
        if let end = reference(line, at) { return ([], end) }
        if let found = linkedPicture(line, at) { return found }
        guard let (text, target, end) = bracketed(line, at) else { return nil }
        // Bold words inside a link are its words.
        return (runs(of: text).map { InlineRun(text: $0.text, strong: $0.strong, target: target) }, end)
    case UInt8(ascii: "*"):
        guard line[at...].starts(with: "**".utf8), let close = find("**", in: line[(at + 2)...].prefix(reach)), close > at + 2 else {
            return nil
        }
        // A link inside bold letters is a link.
        return (
            runs(of: line[(at + 2)..<close]).map { InlineRun(text: $0.text, strong: true, target: $0.target, picture: $0.picture) },
            close + 2
        )
    case UInt8(ascii: "`"):
        guard let close = find("`_", in: line[(at + 1)...].prefix(reach)) else { return nil }
        let inner = line[(at + 1)..<close]
        guard inner.last == UInt8(ascii: ">"), let open = inner.lastIndex(of: UInt8(ascii: "<")) else { return nil }
        // Two underlines: a link without a name.
        let end = close + 2 < line.endIndex && line[close + 2] == UInt8(ascii: "_") ? close + 3 : close + 2
        return ([InlineRun(text: inner[..<open], target: inner[(open + 1)...].dropLast())], end)
    default:
        guard line[(at + 1)...].starts(with: "http".utf8), let close = line[at...].prefix(reach).firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        return ([InlineRun(text: line[(at + 1)..<close], target: line[(at + 1)..<close])], close + 1)
    }
}

/// `[text](address)`: where it ends, too. The address holds no space but before a title in quotation marks.
private func bracketed(_ line: ArraySlice<UInt8>, _ at: Int) -> (text: ArraySlice<UInt8>, target: ArraySlice<UInt8>, end: Int)? {
    guard at < line.endIndex, line[at] == UInt8(ascii: "["), let middle = find("](", in: line[at...].prefix(reach)),
        let close = line[middle...].prefix(reach).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let target = line[(middle + 2)..<close].prefix { $0 > 0x20 }
    return target.isEmpty ? nil : (line[(at + 1)..<middle], target, close + 1)
}

/// `[![text](picture)](address)`
private func linkedPicture(_ line: ArraySlice<UInt8>, _ at: Int) -> ([InlineRun], Int)? {
    guard line[(at + 1)...].starts(with: "![".utf8), let (text, target, end) = bracketed(line, at + 2),
        line[end...].starts(with: "](".utf8), let close = line[end...].prefix(reach).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return ([InlineRun(text: text, target: target, picture: true)], close + 1)
}

/// Behind `[1]_`, `[#name]_` or `[^1]`.
private func reference(_ line: ArraySlice<UInt8>, _ at: Int) -> Int? {
    guard let close = line[at...].prefix(24).firstIndex(of: UInt8(ascii: "]")) else { return nil }
    if close > at + 2, line[at + 1] == UInt8(ascii: "^") { return close + 1 }
    return close + 1 < line.endIndex && line[close + 1] == UInt8(ascii: "_") ? close + 2 : nil
}
