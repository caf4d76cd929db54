/// Whether libgumbo reads this markup in reasonable time and space.
///
/// Its cost grows with the square of the nesting depth, of the formatting elements left open across blocks (each is made anew in the
/// next block) and of the attributes of one tag. One pass over the bytes bounds all three from above.
func isTame(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var gauge = NestingGauge()
    var at = 0
    while at < html.count {
        guard html[at] == UInt8(ascii: "<"), at + 1 < html.count else {
            at += 1
            continue
        }
        let closes = html[at + 1] == UInt8(ascii: "/")
        var cursor = at + (closes ? 2 : 1)
        var name: UInt64 = 0
        while cursor < html.count, isLetter(html[cursor]) || isDigit(html[cursor]) {
            name = name << 8 | UInt64(html[cursor] | 0x20)
            cursor += 1
        }
        guard name != 0 else {
            at += 1
            continue
        }
        let attributes = skipTag(html, &cursor)
        guard attributes <= 500, closes ? gauge.close(name) : gauge.open(name) else { return false }
        at = cursor
    }
    return true
}

/// Moves behind the tag's `>` and counts an upper bound of its attributes.
private func skipTag(_ html: UnsafeBufferPointer<UInt8>, _ cursor: inout Int) -> Int {
    var gaps = 0
    var quote: UInt8 = 0
    while cursor < html.count {
        let byte = html[cursor]
        cursor += 1
        if quote != 0 {
            if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
            gaps += 1
        } else if byte == UInt8(ascii: ">") {
            return gaps
        } else if byte <= 0x20 || byte == UInt8(ascii: "/") {
            if cursor < html.count, html[cursor] > 0x20 { gaps += 1 }
        }
    }
    return gaps
}

private struct NestingGauge {
    static let deepest = 400
    static let mostCrossed = 2000
    private var open: [UInt64] = []
    private var crossed = 0

    mutating func open(_ name: UInt64) -> Bool {
        if !selfClosing.contains(name) { open.append(name) }
        return open.count <= NestingGauge.deepest
    }

    /// An end tag closes everything opened since its start tag.
    mutating func close(_ name: UInt64) -> Bool {
        guard let index = open.lastIndex(of: name) else { return true }
        crossed += open.count - index - 1
        open.removeSubrange(index...)
        return crossed <= NestingGauge.mostCrossed
    }
}

/// Void elements, and those whose start tag closes the one before.
private let selfClosing: Set<UInt64> = Set(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dd",
        "dt",
        "td", "th", "tr", "option", "optgroup", "tbody", "thead", "tfoot", "path", "rect", "circle", "use", "html", "head", "body",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
