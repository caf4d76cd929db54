/// A notebook in reST or Markdown: a title underlined with `===` or behind `#`, headings, paragraphs, links, pictures, and footnotes
/// (`.. [1] 2023年11月17日11:10 CST 更新 …`, `[^1]: …`) that carry date, authors and source.
struct NotebookForm: Form {
    let name = "a notebook"

    func recognises(_ text: ArraySlice<UInt8>) -> Bool {
        let head = lines(text.prefix(2000))
        guard let first = head.first, !first.isEmpty else { return false }
        if hashHeading(first) != nil { return true }
        return head.count >= 2 && (isUnderline(head[1]) || head.count >= 3 && isUnderline(head[0]) && isUnderline(head[2]))
    }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        var rows = lines(text)[...]
        if isUnderline(rows[rows.startIndex]) { rows.removeFirst() }
        var draft = Draft()
        let first = rows.removeFirst()
        draft.title = title(hashHeading(first)?.text ?? first, &draft.clocks)
        if let next = rows.first, isUnderline(next) { rows.removeFirst() }
        NotebookReader.read(rows, into: &draft)
        return ([draft], [])
    }

    /// `20231117 标题 [1]_` → the title; the day in front is the notebook's own.
    private func title(_ raw: ArraySlice<UInt8>, _ clocks: inout Clocks) -> String {
        let title = collapsed(runs(of: raw).reduce(into: "") { $0 += $1.picture ? "" : string($1.text) })
        let digits = title.utf8.prefix { isDigit($0) }.map { Int($0 - 0x30) }
        guard digits.count == 8, title.utf8.count > 9 else { return title }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
        guard let day = Day(number(0..<4), number(4..<6), number(6..<8)) else { return title }
        clocks.text = .day(day)
        return collapsed(String(title.dropFirst(8)))
    }
}

extension Stamp {
    var isDay: Bool {
        if case .day = self { return true }
        return false
    }
}

/// At least three of one mark of punctuation and nothing else.
func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, last <= 0x20 { line.removeLast() }
    guard let mark = line.first, line.count >= 3, "=-~^\"'`#*+_".utf8.contains(mark) else { return false }
    return line.allSatisfy { $0 == mark }
}

/// The level and text of `## 小标题 ##`.
func hashHeading(_ line: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
    let marks = line.prefix { $0 == UInt8(ascii: "#") }
    var rest = line[marks.endIndex...]
    guard (1...6).contains(marks.count), rest.first == 0x20 else { return nil }
    while let last = rest.last, last <= 0x20 || last == UInt8(ascii: "#") { rest.removeLast() }
    return rest.isEmpty ? nil : (marks.count, rest.dropFirst())
}
