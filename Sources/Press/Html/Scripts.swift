/// A page without its comments and without what its scripts and style sheets hold: nobody reads them, they are most of many pages, and
/// libgumbo reads them letter by letter (1 MB in 25 ms). JSON-LD stays, and so does a script that never ends. One pass.
func withoutScripts(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var finder = UndrawnFinder(html: html)
    return [UInt8](unsafeUninitializedCapacity: html.count) { kept, count in
        var copied = 0
        func copy(upTo end: Int) {
            for at in copied..<max(copied, end) {
                kept[count] = html[at]
                count += 1
            }
        }
        var at = 0
        while let open = html.next(UInt8(ascii: "<"), from: at) {
            at = open + 1
            guard let undrawn = finder.undrawn(at: open) else { continue }
            copy(upTo: undrawn.lowerBound)
            copied = undrawn.upperBound
            at = undrawn.upperBound
        }
        copy(upTo: html.count)
    }
}

private struct UndrawnFinder {
    let html: UnsafeBufferPointer<UInt8>
    /// What was once not found up to the end is not looked for again.
    private var endless: Set<Ending> = []

    private enum Ending { case comment, script, style }

    init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

    /// What may be left out behind an opening `<`: a comment, or all between a script's tags.
    mutating func undrawn(at open: Int) -> Range<Int>? {
        guard open + 7 < html.count else { return open + 4 < html.count && follows("!--", html, open + 1) ? comment(open) : nil }
        switch html[open + 1] {
        case UInt8(ascii: "!"): return follows("!--", html, open + 1) ? comment(open) : nil
        case UInt8(ascii: "s"), UInt8(ascii: "S"):
            if follows("script", html, open + 1), !isNameByte(html[open + 7]) { return contents(open, "</script", .script) }
            if follows("style", html, open + 1), !isNameByte(html[open + 6]) { return contents(open, "</style", .style) }
            return nil
        default: return nil
        }
    }

    private mutating func comment(_ open: Int) -> Range<Int>? {
        guard !endless.contains(.comment) else { return nil }
        if let end = endOfComment(html, open) { return open..<end }
        endless.insert(.comment)
        return nil
    }

    private mutating func contents(_ open: Int, _ ending: StaticString, _ kind: Ending) -> Range<Int>? {
        guard !endless.contains(kind), let close = html.next(UInt8(ascii: ">"), from: open) else { return nil }
        let start = close + 1
        var at = start
        while let end = html.next(UInt8(ascii: "<"), from: at) {
            if follows(ending, html, end) { return holdsJSON(open..<close) ? end..<end : start..<end }
            at = end + 1
        }
        endless.insert(kind)
        return nil
    }

    private func holdsJSON(_ tag: Range<Int>) -> Bool { tag.contains { follows("ld+json", html, $0) } }
}

private func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") }
