/// Markup that nests too deep to be parsed, with every tag made a line break; scripts, styles and comments are dropped. What is left is
/// parsed like any page, so entities and spaces are read as ever.
func flattened(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var flat: [UInt8] = []
    flat.reserveCapacity(html.count)
    let lineBreak = Array("<br>".utf8)
    var at = 0
    while at < html.count {
        guard html[at] == UInt8(ascii: "<"), at + 1 < html.count, opensMarkup(html[at + 1]) else {
            flat.append(html[at])
            at += 1
            continue
        }
        if flat.last != UInt8(ascii: ">") { flat += lineBreak }
        at = behindMarkup(html, at)
    }
    return flat
}

private func opensMarkup(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
}

private func behindMarkup(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    if follows("!--", html, start + 1) { return behind("-->", html, start + 4) }
    for (name, end): (StaticString, StaticString) in [("script", "</script"), ("style", "</style")] where follows(name, html, start + 1) {
        return behind(">", html, behind(end, html, start + 1))
    }
    return behind(">", html, start + 1)
}

/// Whether a word in lower case stands at an index, in either case.
func follows(_ name: StaticString, _ html: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + name.utf8CodeUnitCount <= html.count else { return false }
    for offset in 0..<name.utf8CodeUnitCount {
        let byte = html[at + offset]
        if (isLetter(byte) ? byte | 0x20 : byte) != name.utf8Start[offset] { return false }
    }
    return true
}

private func behind(_ mark: StaticString, _ html: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < html.count {
        if follows(mark, html, at) { return at + mark.utf8CodeUnitCount }
        at += 1
    }
    return html.count
}
