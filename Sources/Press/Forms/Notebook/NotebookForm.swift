/// A reST notebook: a title underlined with `===`, paragraphs, and footnotes (`.. [1] 2023年11月17日11:10 CST 更新 …`) that carry date and authors.
struct NotebookForm: Form {
    let name = "a notebook"

    func recognises(_ text: ArraySlice<UInt8>) -> Bool {
        let head = lines(text.prefix(2000))
        guard head.count >= 2, !head[0].isEmpty else { return false }
        return isUnderline(head[1]) || head.count >= 3 && isUnderline(head[0]) && isUnderline(head[2])
    }

    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String]) {
        var rows = lines(text)[...]
        if isUnderline(rows[rows.startIndex]) { rows.removeFirst() }
        var draft = Draft()
        draft.title = titleText(string(rows.removeFirst()), &draft.clocks)
        if let next = rows.first, isUnderline(next) { rows.removeFirst() }
        var builder = BlockBuilder()
        var index = rows.startIndex
        while index < rows.endIndex {
            let row = rows[index]
            index += 1
            if isUnderline(row) { continue }
            var style = BlockBuilder.Style()
            var content = row
            if let note = footnote(row) {
                style.kind = .byline
                style.marks = .told
                content = note
                if draft.clocks.text == nil || draft.clocks.text?.isDay == true {
                    draft.clocks.text = Stamp(leading: note) ?? draft.clocks.text
                }
            } else if index < rows.endIndex, isUnderline(rows[index]), !row.isEmpty {
                style.kind = .heading
                style.marks = .told
            }
            Array(withoutReferences(string(content)).utf8).withUnsafeBufferPointer { builder.append($0, style: style) }
            builder.flush()
        }
        draft.blocks = captioned(builder.blocks)
        return ([draft], [])
    }

    /// `20231117 标题 [1]_` → the title; the day in front is the notebook's own.
    private func titleText(_ raw: String, _ clocks: inout Clocks) -> String {
        let title = collapsed(withoutReferences(raw))
        let digits = title.utf8.prefix { isDigit($0) }.map { Int($0 - 0x30) }
        guard digits.count == 8, title.utf8.count > 9 else { return title }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
        guard let day = Day(number(0..<4), number(4..<6), number(6..<8)) else { return title }
        clocks.text = .day(day)
        return collapsed(String(title.dropFirst(8)))
    }

    /// A picture's credit on the line after it makes the line before a caption.
    private func captioned(_ blocks: [Block]) -> [Block] {
        var blocks = blocks
        for index in blocks.indices.dropFirst()
        where blocks[index].text.starts(with: Array("图片来源：".utf8)) || blocks[index].text.starts(with: Array("圖片來源：".utf8)) {
            blocks[index - 1].kind = .caption
            blocks[index - 1].marks.insert(.told)
        }
        return blocks
    }
}

extension Stamp {
    var isDay: Bool {
        if case .day = self { return true }
        return false
    }
}

/// At least three of one mark of punctuation and nothing else.
private func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, last <= 0x20 { line.removeLast() }
    guard let mark = line.first, line.count >= 3, "=-~^\"'`#*+".utf8.contains(mark) else { return false }
    return line.allSatisfy { $0 == mark }
}

/// The text of `.. [1] …`
private func footnote(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.starts(with: Array(".. [".utf8)), let close = line.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    var rest = line[(close + 1)...]
    while rest.first == 0x20 { rest.removeFirst() }
    return rest
}

/// Drops ` [1]_` and ` [#name]_`.
private func withoutReferences(_ text: String) -> String {
    guard text.contains("]_") else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
        if bytes[at] == UInt8(ascii: "["), let close = bytes[at...].prefix(24).firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count,
            bytes[close + 1] == UInt8(ascii: "_")
        {
            at = close + 2
            continue
        }
        result.append(bytes[at])
        at += 1
    }
    return string(result)
}
