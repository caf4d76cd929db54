/// Gathers text into blocks: white space collapsed to single spaces, edges trimmed, invisible characters dropped,
/// and no space where a line of Chinese was merely wrapped.
struct BlockBuilder {
    private(set) var blocks: [Block] = []
    /// Control characters were found and dropped.
    private(set) var damaged = false
    private var line = Line()
    /// The line in which an inset stands; it goes on behind the inset.
    private var interrupted: Line?

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

    var isEmpty: Bool { line.text.isEmpty }

    /// The place of the block that will come behind everything gathered so far.
    var order: Int { blocks.count + (interrupted?.blocks ?? 0) + line.blocks }

    mutating func append(_ source: UnsafeBufferPointer<UInt8>, style: Style) {
        var at = 0
        let count = source.count
        while at < count {
            let byte = source[at]
            if byte <= 0x20 {
                if byte == 0x0A || byte == 0x0D {
                    line.gap = .line
                } else if byte == 0x20 || byte == 0x09 || byte == 0x0C {
                    line.widen()
                } else {
                    damaged = true
                }
                at += 1
                continue
            }
            if let width = blank(source, at) {
                if width.gap { line.widen() }
                at += width.bytes
                continue
            }
            if ideographicSpace(source, at), line.text.isEmpty || line.endsSentence {
                // An indent behind a sentence's end: the line break before it was lost.
                flush()
                at += 3
                continue
            }
            var end = at + 1
            while end < count, source[end] > 0x20, !mayBeBlank(source[end]), !ideographicSpace(source, end) { end += 1 }
            line.take(source, at, end, style)
            at = end
        }
    }

    /// A line break: a new block, but for a line that ends in a comma.
    mutating func lineBreak() {
        if line.endsInComma { line.gap = .line } else { flush() }
    }

    /// The end of a line that goes on in the next.
    mutating func lineBroken() { line.gap = .line }

    mutating func space() { line.widen() }

    mutating func openCell() { line.cellStart = line.text.count }

    mutating func closeCell() { line.closeCell() }

    mutating func note(time value: String) { line.time = value }

    /// Bold text right behind a picture, in the same block, heads the picture's caption.
    mutating func notePicture() { if line.text.isEmpty { line.besidePicture = true } }

    /// A picture's alternative text goes behind the block that is being gathered.
    mutating func add(alternative: [UInt8]) {
        let block = Block(kind: .caption, text: alternative, marks: [.alternative, .told])
        if line.text.isEmpty { keep(block) } else { line.waiting.append(block) }
    }

    mutating func flush() {
        let (block, waiting) = line.taken()
        if let block { keep(block) }
        for block in waiting { keep(block) }
    }

    /// What follows stands in the midst of a line, which goes on behind it: its blocks come behind the line's.
    /// - Returns: whether there is a line to interrupt.
    mutating func interrupt() -> Bool {
        guard interrupted == nil, !line.text.isEmpty else { return false }
        interrupted = line
        line = Line()
        return true
    }

    mutating func resume() {
        flush()
        if let interrupted { line = interrupted }
        interrupted = nil
    }

    private mutating func keep(_ block: Block) {
        guard interrupted == nil else {
            interrupted?.waiting.append(block)
            return
        }
        var block = block
        block.order = blocks.count
        blocks.append(block)
    }
}

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
