/// Gathers text into blocks: white space collapsed to single spaces, edges trimmed, invisible characters dropped,
/// and no space where a line of Chinese was merely wrapped.
struct BlockBuilder {
    private(set) var blocks: [Block] = []
    /// Control characters were found and dropped.
    private(set) var damaged = false
    private var text: [UInt8] = []
    private var gap = Gap.none
    private var bytes = 0
    private var strong = 0
    private var linked = 0
    private var style = Style()
    private var waiting: [Block] = []
    private var time: String?
    private var besidePicture = false
    private var links: [Block.Span] = []
    private var cells: [Block.Span] = []
    private var cellStart: Int?

    private enum Gap { case none, space, line }

    /// What the elements around a run of text say of it.
    struct Style {
        var kind = Passage.Kind.body
        var role: Passage.Role?
        var marks: Block.Marks = []
        var strong = false
        /// The link's target, counted from 1; 0 outside links.
        var link = 0
        /// In a row of a table of figures: its cells make one block.
        var row = false
        /// Which table, counted from 1; 0 outside tables.
        var table = 0
    }

    var isEmpty: Bool { text.isEmpty }

    /// The place of the block that will come behind everything gathered so far.
    var order: Int { blocks.count + (text.isEmpty ? 0 : 1 + waiting.count) }

    mutating func append(_ source: UnsafeBufferPointer<UInt8>, style: Style) {
        var at = 0
        let count = source.count
        while at < count {
            let byte = source[at]
            if byte <= 0x20 {
                if byte == 0x0A || byte == 0x0D {
                    gap = .line
                } else if byte == 0x20 || byte == 0x09 || byte == 0x0C {
                    widen()
                } else {
                    damaged = true
                }
                at += 1
                continue
            }
            if let width = blank(source, at) {
                if width.gap { widen() }
                at += width.bytes
                continue
            }
            if ideographicSpace(source, at), text.isEmpty || endsSentence {
                // An indent behind a sentence's end: the line break before it was lost.
                flush()
                at += 3
                continue
            }
            var end = at + 1
            while end < count, source[end] > 0x20, !mayBeBlank(source[end]), !ideographicSpace(source, end) { end += 1 }
            take(source, at, end, style)
            at = end
        }
    }

    /// A line break: a new block, but for a line that ends in a comma.
    mutating func lineBreak() {
        if endsInComma { gap = .line } else { flush() }
    }

    /// The end of a line that goes on in the next.
    mutating func lineBroken() { gap = .line }

    mutating func space() { widen() }

    mutating func openCell() { cellStart = text.count }

    /// The cell's text is what came since it was opened; an empty cell is kept as an empty span.
    mutating func closeCell() {
        guard let start = cellStart else { return }
        cellStart = nil
        var first = start
        while first < text.count, text[first] == 0x20 { first += 1 }
        cells.append(Block.Span(range: first..<text.count))
    }

    mutating func note(time value: String) { time = value }

    /// Bold text right behind a picture, in the same block, heads the picture's caption.
    mutating func notePicture() { if text.isEmpty { besidePicture = true } }

    /// A picture's alternative text goes behind the block that is being gathered.
    mutating func add(alternative: [UInt8]) {
        let block = Block(kind: .caption, text: alternative, marks: [.alternative, .told], order: order)
        if text.isEmpty { blocks.append(block) } else { waiting.append(block) }
    }

    mutating func flush() {
        defer {
            blocks.append(contentsOf: waiting)
            waiting.removeAll(keepingCapacity: true)
            text.removeAll(keepingCapacity: true)
            gap = .none
            (bytes, strong, linked) = (0, 0, 0)
            besidePicture = false
            if !links.isEmpty { links.removeAll(keepingCapacity: true) }
            if !cells.isEmpty { cells.removeAll(keepingCapacity: true) }
            if cellStart != nil { cellStart = 0 }
        }
        trimEnd()
        guard !text.isEmpty else { return }
        var marks = style.marks
        if strong == bytes { marks.insert(.strong) }
        if linked == bytes { marks.insert(.link) }
        var block = Block(kind: style.kind, text: text, marks: marks, role: style.role, time: time, order: blocks.count)
        if !links.isEmpty { block.links = links.map { $0.cut(at: text.count) } }
        if !cells.isEmpty, style.row {
            block.cells = cells.map { $0.cut(at: text.count) }
            block.table = style.table
            if cells.count > 1, block.kind == .body { block.role = .row }
        }
        blocks.append(block)
        time = nil
    }

    private mutating func widen() { if gap == .none { gap = .space } }

    private mutating func take(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ style: Style) {
        if text.isEmpty {
            self.style = style
            if besidePicture && style.strong && !style.marks.contains(.told) {
                self.style.kind = .caption
                self.style.marks.insert(.told)
            }
        } else if gap == .space || gap == .line && !(endsInHan && isHan(source[start])) {
            text.append(0x20)
        }
        gap = .none
        if style.link != 0 { note(link: style.link, from: text.count, to: text.count + end - start) }
        text.append(contentsOf: source[start..<end])
        bytes += end - start
        if style.strong { strong += end - start }
        if style.link != 0 { linked += end - start }
    }

    private mutating func note(link: Int, from start: Int, to end: Int) {
        if let last = links.last, last.target == link {
            links[links.count - 1].range = last.range.lowerBound..<end
        } else {
            links.append(Block.Span(range: start..<end, target: link))
        }
    }

    private mutating func trimEnd() {
        while text.count >= 3, text[text.count - 3] == 0xE3, text[text.count - 2] == 0x80, text[text.count - 1] == 0x80 {
            text.removeLast(3)
        }
        while text.last == 0x20 {
            text.removeLast()
            trimEnd()
        }
    }

    private var endsInComma: Bool {
        guard text.count >= 3 else { return false }
        let tail = (text[text.count - 3], text[text.count - 2], text[text.count - 1])
        return tail == (0xEF, 0xBC, 0x8C) || tail == (0xE3, 0x80, 0x81)
    }

    /// 。！？” and their like.
    private var endsSentence: Bool {
        guard text.count >= 3 else { return false }
        let tail = (text[text.count - 3], text[text.count - 2], text[text.count - 1])
        return tail == (0xE3, 0x80, 0x82) || tail == (0xEF, 0xBC, 0x81) || tail == (0xEF, 0xBC, 0x9F) || tail == (0xE2, 0x80, 0x9D)
    }

    private var endsInHan: Bool { text.count >= 3 && isHan(text[text.count - 3]) && text[text.count - 2] & 0xC0 == 0x80 }
}

extension Block.Span {
    fileprivate func cut(at end: Int) -> Block.Span { Block.Span(range: range.clamped(to: 0..<end), target: target) }
}

/// The first byte of a character of three bytes that East Asian text is made of: U+3000–U+9FFF and U+F900–U+FFFF.
@inline(__always) private func isHan(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 || byte == 0xEF }

@inline(__always) private func mayBeBlank(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0x7F || byte == 0xEF }

@inline(__always) private func ideographicSpace(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 2 < text.count && text[at] == 0xE3 && text[at + 1] == 0x80 && text[at + 2] == 0x80
}

/// No-break and typographic spaces count as space; zero-width characters and soft hyphens as nothing.
@inline(__always) private func blank(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (bytes: Int, gap: Bool)? {
    guard mayBeBlank(text[at]) else { return nil }
    if text[at] == 0x7F { return (1, false) }
    guard at + 1 < text.count else { return nil }
    if text[at] == 0xC2 {
        if text[at + 1] == 0xA0 || text[at + 1] == 0x85 { return (2, true) }
        return text[at + 1] == 0xAD || text[at + 1] < 0xA0 ? (2, false) : nil
    }
    guard at + 2 < text.count else { return nil }
    if text[at] == 0xEF { return text[at + 1] == 0xBB && text[at + 2] == 0xBF ? (3, false) : nil }
    guard text[at + 1] == 0x80 || text[at + 1] == 0x81 else { return nil }
    if text[at + 1] == 0x81 { return text[at + 2] == 0xA0 ? (3, false) : nil }
    switch text[at + 2] {
    case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (3, true)
    case 0x8B...0x8F, 0xAA...0xAE: return (3, false)
    default: return nil
    }
}
