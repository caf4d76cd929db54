import CGumbo
import Glibc

/// A page's markup with its longer runs of text set aside, each for a single character in its place.
///
/// libgumbo's parser takes text letter by letter, through its tokeniser and its tree builder: on pages of news that was more than half of all
/// work. What it makes of a text depends on nothing but whether it begins with white space; so that stays in the markup. When the tree stands,
/// ``restore(_:)`` puts the runs where they were.
///
/// A run is only set aside where HTML's tokeniser is surely in text: tags, comments, doctypes and character references stay as they are.
struct Runs {
    /// As to be parsed.
    private(set) var markup: [UInt8] = []
    /// The runs, each with a NUL behind it.
    private var texts: [UInt8] = []
    private var starts: [Int] = []

    /// How many characters there are to stand for runs: Unicode's supplementary private use area A, U+F0000–U+FFFFD. In UTF-8 they begin with
    /// F3, as no assigned character does.
    private static let most = 0xFFFE
    /// A shorter run costs as much in as out.
    private static let shortest = 12

    /// nil: the text uses the private characters itself, or it might, or NUL.
    init?(_ html: UnsafeBufferPointer<UInt8>) {
        guard html.next(0xF3, from: 0) == nil, html.next(0, from: 0) == nil else { return nil }
        markup.reserveCapacity(html.count)
        texts.reserveCapacity(html.count)
        var at = 0
        while at < html.count {
            let open = html.next(UInt8(ascii: "<"), from: at) ?? html.count
            guard takeText(html, at, open) else { return nil }
            guard open < html.count else { return }
            guard let end = endOfMarkup(html, open) else {
                markup.append(contentsOf: html[open...])
                return
            }
            markup.append(contentsOf: html[open..<end])
            at = end
        }
    }

    /// Text up to the next tag, cut at character references. False where one may stand for a private character.
    private mutating func takeText(_ html: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end {
            guard let mark = html.next(UInt8(ascii: "&"), from: at, to: end) else {
                setAside(html, at, end)
                return true
            }
            setAside(html, at, mark)
            at = mark + 1
            while at < end, isLetter(html[at]) || isDigit(html[at]) || html[at] == UInt8(ascii: "#") { at += 1 }
            if at < end, html[at] == UInt8(ascii: ";") { at += 1 }
            if at - mark > 7, mayBePrivate(html[mark..<at]) { return false }
            markup.append(contentsOf: html[mark..<at])
        }
        return true
    }

    private mutating func setAside(_ html: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        var first = start
        while first < end, html[first] <= 0x20 { first += 1 }
        guard end - first >= Runs.shortest, starts.count < Runs.most else {
            markup.append(contentsOf: html[start..<end])
            return
        }
        markup.append(contentsOf: html[start..<first])
        let number = starts.count
        markup.append(0xF3)
        markup.append(UInt8(0xB0 | number >> 12))
        markup.append(UInt8(0x80 | number >> 6 & 0x3F))
        markup.append(UInt8(0x80 | number & 0x3F))
        starts.append(texts.count)
        texts.append(contentsOf: html[first..<end])
        texts.append(0)
    }

    /// Calls the body with every run back in its text node.
    func restored<T>(_ page: UnsafeMutablePointer<PressPage>, _ root: HtmlNode, _ body: () -> T) -> T {
        texts.withUnsafeBufferPointer { texts in
            var stack = [root]
            while let node = stack.popLast() {
                if isText(node) {
                    restore(node, texts, page)
                } else if isElement(node) {
                    for child in children(node) { if let child { stack.append(child.assumingMemoryBound(to: GumboNode.self)) } }
                }
            }
            return body()
        }
    }

    private func restore(_ node: HtmlNode, _ texts: UnsafeBufferPointer<UInt8>, _ page: UnsafeMutablePointer<PressPage>) {
        let text = textBytes(node)
        guard text.next(0xF3, from: 0) != nil else { return }
        if text.count == 4, let run = run(text, 0, texts) {
            node.pointee.v.text.text = run
            return
        }
        var whole: [UInt8] = []
        var at = 0
        while at < text.count {
            if let run = run(text, at, texts) {
                whole.append(contentsOf: bytes(of: run))
                at += 4
            } else {
                whole.append(text[at])
                at += 1
            }
        }
        whole.append(0)
        guard let kept = press_arena_allocate(page, whole.count) else { return }
        kept.copyMemory(from: whole, byteCount: whole.count)
        node.pointee.v.text.text = UnsafePointer(kept.assumingMemoryBound(to: CChar.self))
    }

    /// The run whose character stands at an index.
    private func run(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ texts: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar>? {
        guard text[at] == 0xF3, at + 3 < text.count, let base = texts.baseAddress else { return nil }
        let number = Int(text[at + 1] & 0x0F) << 12 | Int(text[at + 2] & 0x3F) << 6 | Int(text[at + 3] & 0x3F)
        guard number < starts.count else { return nil }
        return UnsafeRawPointer(base + starts[number]).assumingMemoryBound(to: CChar.self)
    }
}

/// Where a tag, a comment or the like that begins with a `<` ends for the tokeniser, or later; a `<` that begins none ends behind itself. nil: not
/// before the text's end.
private func endOfMarkup(_ html: UnsafeBufferPointer<UInt8>, _ open: Int) -> Int? {
    guard open + 1 < html.count else { return nil }
    switch html[open + 1] {
    case UInt8(ascii: "!"):
        if follows("![cdata[", html, open + 1) { return nil }
        if follows("!--", html, open + 1) { return endOfComment(html, open) }
        return html.next(UInt8(ascii: ">"), from: open).map { $0 + 1 }
    case UInt8(ascii: "?"): return html.next(UInt8(ascii: ">"), from: open).map { $0 + 1 }
    case UInt8(ascii: "/"):
        guard open + 2 < html.count, isLetter(html[open + 2]) else { return html.next(UInt8(ascii: ">"), from: open).map { $0 + 1 } }
        return endOfTag(html, open + 2)
    case let byte: return isLetter(byte) ? endOfTag(html, open + 1) : open + 1
    }
}

private func endOfTag(_ html: UnsafeBufferPointer<UInt8>, _ name: Int) -> Int {
    var cursor = name
    while cursor < html.count, isLetter(html[cursor]) || isDigit(html[cursor]) { cursor += 1 }
    _ = skipTag(html, &cursor)
    return cursor
}

/// `<!-->` is a whole comment. nil where none ends.
func endOfComment(_ html: UnsafeBufferPointer<UInt8>, _ open: Int) -> Int? {
    var at = open + 4
    while let close = html.next(UInt8(ascii: ">"), from: at) {
        if html[close - 1] == UInt8(ascii: "-"), html[close - 2] == UInt8(ascii: "-") { return close + 1 }
        at = close + 1
    }
    return nil
}

/// Whether a character reference of some length may stand for a private character.
private func mayBePrivate(_ reference: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let digits = reference.dropFirst(2)
    guard reference.dropFirst().first == UInt8(ascii: "#") else { return false }
    let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    return Int(string(isHex ? digits.dropFirst() : digits), radix: isHex ? 16 : 10).map { $0 >= 0xC0000 } ?? true
}
