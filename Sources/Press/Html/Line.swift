/// The block that a ``BlockBuilder`` is gathering: its text so far, and what came with it.
struct Line {
    enum Gap { case none, space, line }

    private(set) var text: [UInt8] = []
    /// White space that stands between the text and what comes next.
    var gap = Gap.none
    var time: String?
    var besidePicture = false
    var cellStart: Int?
    /// Blocks that go behind it.
    var waiting: [Block] = []
    private var bytes = 0
    private var strong = 0
    private var linked = 0
    private var style = BlockBuilder.Style()
    private var links: [Block.Span] = []
    private var cells: [Block.Span] = []

    /// How many blocks it will make.
    var blocks: Int { (text.isEmpty ? 0 : 1) + waiting.count }

    mutating func widen() { if gap == .none { gap = .space } }

    mutating func take(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ style: BlockBuilder.Style) {
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

    /// The cell's text is what came since it was opened; an empty cell is kept as an empty span.
    mutating func closeCell() {
        guard let start = cellStart else { return }
        cellStart = nil
        var first = start
        while first < text.count, text[first] == 0x20 { first += 1 }
        cells.append(Block.Span(range: first..<text.count))
    }

    /// The block, nil where nothing but space was met, and what goes behind it; the line begins anew.
    mutating func taken() -> (block: Block?, waiting: [Block]) {
        defer {
            text.removeAll(keepingCapacity: true)
            gap = .none
            (bytes, strong, linked) = (0, 0, 0)
            besidePicture = false
            if !waiting.isEmpty { waiting = [] }
            if !links.isEmpty { links.removeAll(keepingCapacity: true) }
            if !cells.isEmpty { cells.removeAll(keepingCapacity: true) }
            if cellStart != nil { cellStart = 0 }
        }
        trimEnd()
        guard !text.isEmpty else { return (nil, waiting) }
        var marks = style.marks
        if strong == bytes { marks.insert(.strong) }
        if linked == bytes { marks.insert(.link) }
        var block = Block(kind: style.kind, text: text, marks: marks, role: style.role, time: time)
        if !links.isEmpty { block.links = links.map { $0.cut(at: text.count) } }
        if !cells.isEmpty, style.row {
            block.cells = cells.map { $0.cut(at: text.count) }
            block.table = style.table
            if cells.count > 1, block.kind == .body { block.role = .row }
        }
        time = nil
        return (block, waiting)
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

    var endsInComma: Bool {
        guard text.count >= 3 else { return false }
        let tail = (text[text.count - 3], text[text.count - 2], text[text.count - 1])
        return tail == (0xEF, 0xBC, 0x8C) || tail == (0xE3, 0x80, 0x81)
    }

    /// 。！？” and their like.
    var endsSentence: Bool {
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
