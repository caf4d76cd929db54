import Prose
import World

// Where words around speech stand in a text.

extension SayingWords {
    /// The first word of a kind that stands at a point.
    func first(_ kind: Kind, at point: Int, of text: CodePoints, within range: Range<Int>) -> CodePoints? {
        self[kind].first { text.has($0, at: point, within: range) }
    }

    /// Whether a word of a kind stands at a point.
    func has(_ kind: Kind, at point: Int, of text: CodePoints, within range: Range<Int>) -> Bool {
        first(kind, at: point, of: text, within: range) != nil
    }

    /// Whether a range ends in a word of a kind.
    func ends(_ range: Range<Int>, in kind: Kind, of text: CodePoints) -> Bool {
        self[kind].contains { text.has($0, endingAt: range.upperBound, within: range) }
    }

    /// What kind of text words name: 声明 in 这份声明中; nil where they name none.
    func document(_ range: Range<Int>, of text: CodePoints) -> CodePoints? {
        let isInside = range.count > 1 && text[range.upperBound - 1] == 0x4E2D  // 中
        let named = isInside ? range.lowerBound..<range.upperBound - 1 : range
        return self[.document].first { text.has($0, endingAt: named.upperBound, within: named) }
    }
}
