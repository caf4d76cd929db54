import Glibc

/// A page without its comments and without what its scripts and style sheets hold: nobody reads them, they are most of many pages, and
/// libgumbo reads them letter by letter (1 MB in 25 ms). JSON-LD stays, and so does a script that never ends.
func withoutScripts(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: html.count) { kept, count in
        var copied = 0
        func copy(upTo end: Int) {
            for at in copied..<max(copied, end) {
                kept[count] = html[at]
                count += 1
            }
        }
        var at = 0
        while let open = next(0x3C, html, at) {
            at = open + 1
            guard let (start, end) = undrawn(html, open) else { continue }
            copy(upTo: start)
            copied = end
            at = end
        }
        copy(upTo: html.count)
    }
}

/// What may be left out behind an opening `<`: a comment, or all between a script's tags.
private func undrawn(_ html: UnsafeBufferPointer<UInt8>, _ open: Int) -> (start: Int, end: Int)? {
    guard open + 6 < html.count else { return nil }
    switch html[open + 1] {
    case UInt8(ascii: "!"):
        guard follows("!--", html, open + 1) else { return nil }
        var at = open + 3
        while let close = next(UInt8(ascii: ">"), html, at) {
            // `<!-->` is a whole comment.
            if html[close - 1] == UInt8(ascii: "-"), html[close - 2] == UInt8(ascii: "-") { return (open, close + 1) }
            at = close + 1
        }
        return nil
    case UInt8(ascii: "s"), UInt8(ascii: "S"):
        for (name, ending): (StaticString, StaticString) in [("script", "</script"), ("style", "</style")]
        where follows(name, html, open + 1) && !isNameByte(html[open + 1 + name.utf8CodeUnitCount]) {
            guard let close = next(UInt8(ascii: ">"), html, open), html[close - 1] != UInt8(ascii: "/") || name.utf8CodeUnitCount == 6
            else { return nil }
            let tag = UnsafeBufferPointer(rebasing: html[open..<close])
            var at = close + 1
            while let end = next(0x3C, html, at) {
                if follows(ending, html, end) { return holds("ld+json", tag) ? (end, end) : (close + 1, end) }
                at = end + 1
            }
        }
        return nil
    default: return nil
    }
}

private func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") }

private func holds(_ wanted: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    (0..<max(0, text.count - wanted.utf8CodeUnitCount + 1)).contains { follows(wanted, text, $0) }
}

private func next(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
    guard from < text.count, let base = text.baseAddress, let found = memchr(base + from, Int32(byte), text.count - from) else {
        return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}
