/// Reads the lines of a notebook below its title into blocks.
struct NotebookReader {
    private var builder = BlockBuilder()
    private var draft: Draft

    static func read(_ rows: ArraySlice<ArraySlice<UInt8>>, into draft: inout Draft) {
        var reader = NotebookReader(draft: draft)
        for (index, row) in zip(rows.indices, rows) { reader.take(row, next: index + 1 < rows.endIndex ? rows[index + 1] : []) }
        reader.builder.flush()
        draft = reader.draft
        draft.blocks = captioned(reader.builder.blocks)
        if reader.builder.damaged { draft.flags.append(damagedFlag) }
    }

    private init(draft: Draft) { self.draft = draft }

    private mutating func take(_ row: ArraySlice<UInt8>, next: ArraySlice<UInt8>) {
        if isUnderline(row) || isBlank(row) || row.starts(with: "```".utf8) { return builder.flush() }
        if let note = footnote(row) { return take(note: note) }
        if let source = directive(row, "image") ?? directive(row, "figure") {
            builder.flush()
            return meet(picture: string(source), alternative: [])
        }
        var style = BlockBuilder.Style()
        var content = row
        if let heading = hashHeading(row) {
            content = heading.text
            style.kind = .heading
        } else if isUnderline(next), !next.isEmpty, content.count <= 300 {
            style.kind = .heading
        } else {
            if let item = listItem(row) {
                content = item
                style.marks = .item
            } else if row.starts(with: "> ".utf8) {
                content = row.dropFirst(2)
            }
        }
        if style.kind == .heading { style.marks = .told }
        let opens = style.kind == .heading || style.marks.contains(.item)
        if opens { builder.flush() }
        append(content, style)
        if style.kind == .heading || !isWrapped(content, next) { builder.flush() } else { builder.lineBroken() }
    }

    /// The date and the authors of a text, or where it was published.
    private mutating func take(note: ArraySlice<UInt8>) {
        builder.flush()
        if draft.clocks.text == nil || draft.clocks.text?.isDay == true {
            draft.clocks.text = Stamp(leading: note) ?? draft.clocks.text
        }
        if draft.url == nil, note.starts(with: "https://".utf8) || note.starts(with: "http://".utf8) {
            draft.url = string(note.prefix { $0 > 0x20 })
        }
        var style = BlockBuilder.Style()
        (style.kind, style.marks) = (.byline, .told)
        append(note, style)
        builder.flush()
    }

    private mutating func append(_ line: ArraySlice<UInt8>, _ style: BlockBuilder.Style) {
        var last: Int?
        for run in runs(of: line) {
            if run.picture {
                meet(picture: string(run.target), alternative: run.text)
                continue
            }
            var style = style
            style.strong = run.strong
            if !run.target.isEmpty {
                // Several runs may be one link's words.
                if last != run.target.startIndex { draft.targets.append(string(run.target)) }
                last = run.target.startIndex
                style.link = draft.targets.count
            }
            run.text.withUnsafeBufferPointer { builder.append($0, style: style) }
        }
    }

    private mutating func meet(picture source: String, alternative: ArraySlice<UInt8>) {
        draft.pictures.append(
            MetPicture(source: source, alternative: alternative.isEmpty ? nil : string(alternative), blocks: builder.order..<Int.max))
        // As in HTML, a picture's own words are its caption where they are words.
        if alternative.count >= 6, alternative.contains(where: { $0 >= 0xE3 }) { builder.add(alternative: Array(alternative)) }
    }

    /// A picture's credit on the line after it makes the line before a caption.
    private static func captioned(_ blocks: [Block]) -> [Block] {
        var blocks = blocks
        for index in blocks.indices.dropFirst()
        where blocks[index].text.starts(with: "图片来源：".utf8) || blocks[index].text.starts(with: "圖片來源：".utf8) {
            blocks[index - 1].kind = .caption
            blocks[index - 1].marks.insert(.told)
        }
        return blocks
    }
}

private func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

/// The text of `.. [1] …` or `[^1]: …`
private func footnote(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let isRest = line.starts(with: ".. [".utf8)
    guard isRest || line.starts(with: "[^".utf8), let close = line.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    var rest = line[(close + 1)...]
    if !isRest {
        guard rest.first == UInt8(ascii: ":") else { return nil }
        rest.removeFirst()
    }
    while rest.first == 0x20 { rest.removeFirst() }
    return rest
}

/// What follows `.. name::`
private func directive(_ line: ArraySlice<UInt8>, _ name: StaticString) -> ArraySlice<UInt8>? {
    guard line.starts(with: ".. ".utf8), let at = find(name, in: line.prefix(20)), at == line.startIndex + 3 else { return nil }
    let rest = line[(at + name.utf8CodeUnitCount)...]
    guard rest.starts(with: ":: ".utf8) else { return nil }
    let source = rest.dropFirst(3).drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    return source.isEmpty ? nil : source
}

/// The text of `- …` or `* …`; a number in front of an item stays.
private func listItem(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let mark = line.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+") else { return nil }
    return line.dropFirst().first == 0x20 ? line.dropFirst(2) : nil
}

/// Whether a line was broken by an editor's margin and goes on in the next: it is long, ends no sentence, and the next line is plain text.
private func isWrapped(_ line: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 66, let first = next.first, !"#>-*+.`=[!|".utf8.contains(first), first > 0x20 else { return false }
    if next.starts(with: "图片来源".utf8) || next.starts(with: "圖片來源".utf8) { return false }
    let end = line.suffix(3)
    return !["。", "！", "？", "”", "」", "：", "；", "…", "）"].contains { end.elementsEqual($0.utf8) } && !".!?:;".utf8.contains(end.last ?? 0)
}
