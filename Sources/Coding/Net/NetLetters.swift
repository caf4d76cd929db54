import World

/// What the sentence net sees of a sentence: its letters, each with six tags. A party's name is one blank letter, whatever its length.
struct NetLetters {
    /// The tags of a letter, and how many values each has.
    static let tags = [("mention", 6), ("kind", 8), ("quoted", 2), ("word", 6), ("time", 2), ("trigger", 1 + EventType.allCases.count)]

    private(set) var letters: [UInt32]
    /// For each letter its tags, in the order of ``tags``.
    private(set) var values: [UInt8]
    private let scene: Scene
    private let range: Range<Int>

    init(_ scene: Scene, _ index: Int) {
        let sentence = scene.sentences[index]
        (self.scene, range) = (scene, sentence.range)
        let count = scene.letters(in: range)
        letters = [UInt32](repeating: 0, count: count)
        values = [UInt8](repeating: 0, count: count * Self.tags.count)
        for at in range { letters[place(at)] = scene.blanked[at] }
        let quotes = scene.quotes
        for quote in quotes[quotes.firstSorted { $0.range.upperBound > range.lowerBound }...].prefix(while: {
            $0.range.lowerBound < range.upperBound
        }) {
            mark(quote.range, 2, 1)
        }
        for mention in sentence.mentions {
            mark(mention.start..<mention.end, 0, Self.value(mention))
            mark(mention.start..<mention.end, 1, Self.kind(mention))
        }
        for chunk in sentence.chunks { mark(chunk.start..<chunk.end, 3, Self.value(chunk)) }
        for time in sentence.times { mark(time.start..<time.end, 4, 1) }
        for trigger in sentence.triggers.reversed() {
            let type = EventType.allCases.firstIndex(of: scene.world.frames[trigger.frame].type) ?? 0
            mark(trigger.start..<trigger.headEnd, 5, UInt8(1 + type))
        }
    }

    /// Which letters stand for a part of the sentence.
    func places(of span: Range<Int>) -> Range<Int> {
        let span = span.clamped(to: range)
        return span.isEmpty ? 0..<0 : place(span.lowerBound)..<place(span.upperBound - 1) + 1
    }

    private func place(_ at: Int) -> Int { scene.letters(in: range.lowerBound..<at + 1) - 1 }

    private mutating func mark(_ span: Range<Int>, _ tag: Int, _ value: UInt8) {
        for at in places(of: span) { values[at * Self.tags.count + tag] = value }
    }

    private static func value(_ mention: Mention) -> UInt8 {
        if mention.codes.isEmpty { return 3 }
        return mention.inferred ? (mention.acts ? 4 : 5) : (mention.acts ? 1 : 2)
    }

    private static func kind(_ mention: Mention) -> UInt8 {
        switch mention.kind {
        case .state: 1
        case .seat: 2
        case .body: 3
        case .office: 4
        case .person: 5
        case .organisation: 6
        case .pronoun: 7
        }
    }

    private static func value(_ chunk: Chunk) -> UInt8 {
        switch chunk.entry.kind {
        case .marker: 1
        case .speech: 2
        default: chunk.isHolder ? (chunk.entry.acts ? 3 : 4) : 5
        }
    }
}
