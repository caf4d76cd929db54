/// A run of text between two breaks of the markup, before the outlet's rules have been over it.
struct Block: Sendable {
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt16
        /// Every character is bold.
        static let strong = Marks(rawValue: 1)
        /// Every character belongs to a link.
        static let link = Marks(rawValue: 2)
        /// Stands in a list.
        static let item = Marks(rawValue: 4)
        /// A picture's alternative text, which nobody sees.
        static let alternative = Marks(rawValue: 8)
        /// The kind was told by the markup, so text rules for heads and tails hold but headings are not guessed.
        static let told = Marks(rawValue: 16)
        /// From an h1.
        static let top = Marks(rawValue: 32)
        /// Stands outside the article of a whole page: no rule is asked.
        static let outside = Marks(rawValue: 64)
    }

    /// Bytes of `text` that are a link to a target, or a cell of a table.
    struct Span: Sendable, Equatable {
        var range: Range<Int>
        /// Index of the link's target among the page's.
        var target = 0
    }

    var kind: Passage.Kind
    var text: [UInt8]
    var marks: Marks = []
    var role: Passage.Role?
    /// A `<time datetime>` inside it.
    var time: String?
    var links: [Span] = []
    /// The cells of a row of a table; none elsewhere.
    var cells: [Span] = []
    /// Which table the row belongs to, counted from 1.
    var table = 0
    /// Its place among the page's blocks; pieces of one block share it.
    var order = 0
}

extension Block {
    /// A piece without the white space at its edges, links and cells with it.
    func piece(_ range: Range<Int>) -> Block {
        let inner = text.withUnsafeBufferPointer { trimmed($0, range) }
        var piece = self
        piece.text = Array(text[inner])
        piece.links = links.compactMap { $0.within(inner) }
        piece.cells = cells.compactMap { $0.within(inner) }
        return piece
    }
}

extension Block.Span {
    /// What of it lies in a range, counted from the range's start.
    fileprivate func within(_ outer: Range<Int>) -> Block.Span? {
        let common = range.clamped(to: outer)
        guard !common.isEmpty else { return nil }
        return Block.Span(range: (common.lowerBound - outer.lowerBound)..<(common.upperBound - outer.lowerBound), target: target)
    }
}

/// A range without the spaces, ideographic ones too, at its edges.
private func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] == 0x20 { start += 1 }
    while start + 2 < end, text[start] == 0xE3, text[start + 1] == 0x80, text[start + 2] == 0x80 { start += 3 }
    while start < end, text[end - 1] == 0x20 { end -= 1 }
    return start..<end
}
