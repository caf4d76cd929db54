/// A run of text on a whole page, as far as finding the article needs it: how long, how much of it linked, whether it reads like a sentence.
/// Lengths are bytes, white space left out; a Chinese character is three.
struct PageBlock {
    /// The block element it stands in, by its place in ``PageMap/elements``.
    let owner: Int
    private(set) var bytes = 0
    private(set) var linked = 0
    private(set) var ends = 0
    private(set) var commas = 0
    /// FNV-1a over all of it and over its first ``opening`` bytes.
    private(set) var print: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var openingPrint: UInt64 = 0
    private var last: (UInt8, UInt8, UInt8) = (0, 0, 0)
    /// Stands in a heading element.
    let isHeading: Bool
    /// Where it starts, as far as the same markup reaches; valid while the page is.
    let start: UnsafeBufferPointer<UInt8>
    /// It stands on every page of somebody: rights, disclaimers, calls to follow.
    var isStanding = false

    /// Enough to tell one article's start from another's.
    static let opening = 36

    init(owner: Int, isHeading: Bool, start: UnsafeBufferPointer<UInt8>) {
        self.owner = owner
        self.isHeading = isHeading
        self.start = UnsafeBufferPointer(rebasing: start.drop { $0 <= 0x20 })
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, inLink: Bool) {
        let before = bytes
        var at = 0
        while at < text.count {
            let byte = text[at]
            let blank = blankWidth(text, at)
            if blank > 0 {
                at += blank
                continue
            }
            at += 1
            print = (print ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            bytes += 1
            if bytes == PageBlock.opening { openingPrint = print }
            last = (last.1, last.2, byte)
            switch last {
            case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): ends += 1
            case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x9B): commas += 1
            default: break
            }
        }
        if inLink { linked += bytes - before }
    }

    /// Nothing but a link.
    var isLink: Bool { linked == bytes }

    /// Running text: it holds a sentence's end, or a comma and some length, or great length; most of it is no link.
    var isProse: Bool {
        guard !isHeading, !isStanding, linked * 2 < bytes else { return false }
        return ends > 0 && bytes >= 12 || commas > 0 && bytes >= 75 || bytes >= 150
    }
}

/// The bytes of a space at an index: white space, no-break and ideographic spaces, zero-width characters. 0: ink.
@inline(__always) private func blankWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch text[at] {
    case ...0x20: 1
    case 0xC2: at + 1 < text.count && text[at + 1] == 0xA0 ? 2 : 0
    case 0xE3: at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x80 ? 3 : 0
    case 0xE2: at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] < 0x90 ? 3 : 0
    case 0xEF: at + 2 < text.count && text[at + 1] == 0xBB && text[at + 2] == 0xBF ? 3 : 0
    default: 0
    }
}
