import CGumbo

/// What an element's tag, role, class and id say of its place on a page.
struct NameHints: OptionSet, Sendable {
    let rawValue: UInt8
    /// Beside the article: navigation, recommendations, advertisements.
    static let aside = NameHints(rawValue: 1)
    /// What readers wrote. It may be longer than the article.
    static let comments = NameHints(rawValue: 2)
    /// The article's text.
    static let article = NameHints(rawValue: 4)
    /// `itemprop="articleBody"`.
    static let body = NameHints(rawValue: 8)
    static let articleElement = NameHints(rawValue: 16)
    /// What stands below a picture.
    static let caption = NameHints(rawValue: 32)
    /// What holds a picture.
    static let picture = NameHints(rawValue: 64)

    /// A frame around everything may be called by what stands in it (`has-sidebar`, `comments-open`): it holds the title or most of the text.
    /// So may readers' comments hold most of it, but with a name and a time to each.
    func isFurniture(share: Double, holdsTitle: Bool, isMixed: Bool) -> Bool {
        if holdsTitle || contains(.body) { return false }
        return contains(.comments) && (isMixed || share < 0.5) || contains(.aside) && share < 0.5
    }
}

/// The words by which designers of pages call their parts, by hash.
struct PageNames: Sendable {
    private(set) var words: [UInt64: NameHints] = [:]

    mutating func add(_ word: String, _ hints: NameHints) { words[fnv(word.utf8), default: []].insert(hints) }

    func hints(of node: HtmlNode, _ role: TagRole) -> NameHints {
        var hints: NameHints = role == .furniture ? .aside : []
        if node.pointee.v.element.tag == GUMBO_TAG_ARTICLE { hints.insert(.articleElement) }
        let list = node.pointee.v.element.attributes
        for index in 0..<Int(list.length) {
            guard let item = list.data?[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee, let key = item.name,
                let value = item.value
            else { continue }
            // class, id, role; itemprop.
            switch (UInt8(bitPattern: key[0]), UInt8(bitPattern: key[1])) {
            case (UInt8(ascii: "c"), UInt8(ascii: "l")), (UInt8(ascii: "i"), UInt8(ascii: "d")), (UInt8(ascii: "r"), UInt8(ascii: "o")):
                hints.formUnion(read(bytes(of: value)))
            case (UInt8(ascii: "i"), UInt8(ascii: "t")):
                if string(bytes(of: value)).lowercased() == "articlebody" { hints.insert(.body) }
            default: break
            }
        }
        return hints
    }

    /// Words end at anything but a letter, and where a capital follows a small letter: `related-articles`, `moreNews`, `rank10`.
    private func read(_ text: UnsafeBufferPointer<UInt8>) -> NameHints {
        var hints: NameHints = []
        var hash = fnv(EmptyCollection<UInt8>())
        var previous: UInt8 = 0
        for byte in text {
            if !isLetter(byte) || byte & 0x20 == 0 && previous & 0x20 != 0 && isLetter(previous) {
                if let found = words[hash] { hints.formUnion(found) }
                hash = fnv(EmptyCollection<UInt8>())
            }
            if isLetter(byte) { hash = (hash ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01b3 }
            previous = byte
        }
        if let found = words[hash] { hints.formUnion(found) }
        return hints
    }
}
