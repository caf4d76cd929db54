import Prose

/// Words that say something of who is described by them, the longest first.
public struct SaidWords: Sendable {
    public let all: [(word: CodePoints, says: String)]
    /// For each word the low six bits of its characters, as a set: most of thousands of words are ruled out without a look at them.
    private let needs: [UInt64]

    init(_ words: [(word: CodePoints, says: String)]) {
        all = words.sorted { $0.word.count > $1.word.count }
        needs = all.map { $0.word.reduce(0) { $0 | Self.bit($1) } }
    }

    /// What the longest of the words says that stands in a range of a text; of equals the last one.
    public func longest(in text: CodePoints, _ range: Range<Int>) -> (at: Range<Int>, says: String)? {
        var there: UInt64 = 0
        for at in range { there |= Self.bit(text[at]) }
        var best: (at: Range<Int>, says: String)?
        for index in needs.indices where needs[index] & ~there == 0 {
            let (word, says) = all[index]
            if let best, word.count < best.at.count { break }
            var at = range.upperBound - word.count
            while at >= range.lowerBound, at > best?.at.lowerBound ?? -1 {
                if text[at] == word[0], text[at..<at + word.count].elementsEqual(word) { best = (at..<at + word.count, says) }
                at -= 1
            }
        }
        return best
    }

    private static func bit(_ point: UInt32) -> UInt64 { 1 << UInt64(point & 63) }
}
