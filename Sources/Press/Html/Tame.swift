/// Whether libgumbo reads this markup in reasonable time and space.
///
/// Its cost grows with the square of the nesting depth, of the formatting elements left open across blocks (each is made anew in the
/// next block) and of the attributes of one tag. One pass over the bytes bounds all three from above.
func isTame(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var gauge = NestingGauge()
    var at = 0
    while at < html.count {
        guard let open = html.next(UInt8(ascii: "<"), from: at), open + 1 < html.count else { return true }
        at = open
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

/// Moves behind the tag's `>` and counts its attributes, as HTML's tokeniser reads them: a quotation mark opens a value only behind `=`.
func skipTag(_ html: UnsafeBufferPointer<UInt8>, _ cursor: inout Int) -> Int {
    var attributes = 0
    while cursor < html.count {
        let byte = html[cursor]
        if byte == UInt8(ascii: ">") {
            cursor += 1
            return attributes
        }
        if byte <= 0x20 || byte == UInt8(ascii: "/") {
            cursor += 1
            continue
        }
        attributes += 1
        skipName(html, &cursor)
        var ahead = cursor
        while ahead < html.count, html[ahead] <= 0x20 { ahead += 1 }
        guard ahead < html.count, html[ahead] == UInt8(ascii: "=") else { continue }
        cursor = ahead + 1
        skipValue(html, &cursor)
    }
    return attributes
}

private func skipName(_ html: UnsafeBufferPointer<UInt8>, _ cursor: inout Int) {
    // A leading `=` is part of a name.
    cursor += 1
    while cursor < html.count, html[cursor] > 0x20 {
        switch html[cursor] {
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"): return
        default: cursor += 1
        }
    }
}

private func skipValue(_ html: UnsafeBufferPointer<UInt8>, _ cursor: inout Int) {
    while cursor < html.count, html[cursor] <= 0x20 { cursor += 1 }
    guard cursor < html.count else { return }
    let quote = html[cursor]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        cursor += 1
        while cursor < html.count, html[cursor] != quote { cursor += 1 }
        cursor = min(cursor + 1, html.count)
    } else {
        while cursor < html.count, html[cursor] > 0x20, html[cursor] != UInt8(ascii: ">") { cursor += 1 }
    }
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
