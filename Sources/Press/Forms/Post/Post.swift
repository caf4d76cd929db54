/// The wire shape of a feed archive's post: front matter, a comment with milliseconds, a linked title, a rule, the feed's HTML.
/// Each part but the body may be missing.
struct Post: Sendable {
    var matter: ArraySlice<UInt8>?
    var milliseconds: Double?
    var title: String?
    var url: String?
    var body: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>) {
        body = text
        takeMatter()
        skipBlanks()
        takeComment()
        skipBlanks()
        takeLink()
    }

    /// `---` … `---`
    private mutating func takeMatter() {
        guard body.starts(with: Array("---".utf8)), let first = lineEnd(body.startIndex), first - body.startIndex <= 5 else { return }
        var at = first
        // A matter is short; without its closing line the text is all body.
        while at < body.endIndex, at - body.startIndex < 64_000 {
            let end = lineEnd(at) ?? body.endIndex
            let line = body[at..<end]
            if line.starts(with: Array("---".utf8)) && line.count <= 5 || line.starts(with: Array("...".utf8)) && line.count <= 5 {
                matter = body[first..<at]
                body = body[end...]
                return
            }
            at = end
        }
    }

    /// `<!--1600728966000-->`
    private mutating func takeComment() {
        guard body.starts(with: Array("<!--".utf8)) else { return }
        let digits = body.dropFirst(4).prefix(20).prefix { isDigit($0) }
        guard (12...14).contains(digits.count), let number = Double(string(digits)) else { return }
        let after = body[digits.endIndex...]
        guard after.starts(with: Array("-->".utf8)) else { return }
        milliseconds = number
        body = after.dropFirst(3)
    }

    /// `[title](link)`, the title possibly with brackets of its own, then a rule of dashes.
    private mutating func takeLink() {
        guard body.first == UInt8(ascii: "[") else { return }
        let end = lineEnd(body.startIndex) ?? body.endIndex
        var line = body[body.startIndex..<end]
        while let last = line.last, last <= 0x20 { line.removeLast() }
        guard line.last == UInt8(ascii: ")"), let middle = lastLink(line) else { return }
        title = string(line[(line.startIndex + 1)..<middle])
        url = string(line[(middle + 2)..<(line.endIndex - 1)])
        body = body[end...]
        skipBlanks()
        if body.starts(with: Array("---".utf8)) {
            let rule = lineEnd(body.startIndex) ?? body.endIndex
            body = body[rule...]
        }
    }

    private func lastLink(_ line: ArraySlice<UInt8>) -> Int? {
        var from = line.startIndex
        var result: Int?
        while let at = find("](", in: line[from...]) {
            result = at
            if line[at...].dropFirst(2).starts(with: Array("http".utf8)) { return at }
            from = at + 2
        }
        return result
    }

    private mutating func skipBlanks() {
        while let byte = body.first, byte <= 0x20 { body.removeFirst() }
    }

    /// Behind the line end that follows an index.
    private func lineEnd(_ start: Int) -> Int? {
        body[start...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
}
