import World

/// What the sentence net sees of a sentence: its letters, parties' names blanked, each with five tags.
struct NetLetters {
    /// The tags of a letter, and how many values each has.
    static let tags = [("mention", 6), ("quoted", 2), ("word", 6), ("time", 2), ("trigger", 1 + EventType.allCases.count)]

    let letters: ArraySlice<UInt32>
    /// For each letter its tags, in the order of ``tags``.
    private(set) var values: [UInt8]

    init(_ scene: Scene, _ index: Int) {
        let sentence = scene.sentences[index]
        let range = sentence.range
        letters = scene.blanked[range]
        values = [UInt8](repeating: 0, count: range.count * Self.tags.count)
        let quotes = scene.quotes
        for quote in quotes[quotes.firstSorted { $0.range.upperBound > range.lowerBound }...].prefix(while: {
            $0.range.lowerBound < range.upperBound
        }) {
            mark(quote.range, 1, 1, range)
        }
        for mention in sentence.mentions { mark(mention.start..<mention.end, 0, Self.value(mention), range) }
        for chunk in sentence.chunks { mark(chunk.start..<chunk.end, 2, Self.value(chunk), range) }
        for time in sentence.times { mark(time.start..<time.end, 3, 1, range) }
        for trigger in sentence.triggers.reversed() {
            let type = EventType.allCases.firstIndex(of: scene.world.frames[trigger.frame].type) ?? 0
            mark(trigger.start..<trigger.headEnd, 4, UInt8(1 + type), range)
        }
    }

    private mutating func mark(_ span: Range<Int>, _ tag: Int, _ value: UInt8, _ range: Range<Int>) {
        for at in span.clamped(to: range) { values[(at - range.lowerBound) * Self.tags.count + tag] = value }
    }

    private static func value(_ mention: Mention) -> UInt8 {
        if mention.codes.isEmpty { return 3 }
        return mention.inferred ? (mention.acts ? 4 : 5) : (mention.acts ? 1 : 2)
    }

    private static func value(_ chunk: Chunk) -> UInt8 {
        switch chunk.entry.kind {
        case .marker: 1
        case .speech: 2
        default: chunk.isHolder ? (chunk.entry.acts ? 3 : 4) : 5
        }
    }
}
