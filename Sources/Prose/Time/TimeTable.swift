/// Words by which times are told, with what each says.
///
/// Asked at every place where a time may begin, and mostly in vain: the first characters, six bits of each in one set, spare most words the look.
struct TimeTable<Value: Sendable>: Sendable, ExpressibleByArrayLiteral {
    private let words: [(points: CodePoints, value: Value)]
    private let firsts: UInt64
    /// The same of the last characters.
    private let lasts: UInt64

    init(_ words: [(String, Value)]) {
        self.init(words: words.map { (CodePoints(points: $0), $1) })
    }

    init(arrayLiteral elements: (String, Value)...) { self.init(elements) }

    init(_ words: [String]) where Value == Void { self.init(words.map { ($0, ()) }) }

    private init(words: [(points: CodePoints, value: Value)]) {
        self.words = words
        firsts = words.reduce(0) { $0 | Self.bit($1.points[0]) }
        lasts = words.reduce(0) { $0 | Self.bit($1.points[$1.points.count - 1]) }
    }

    static func + (one: TimeTable, other: TimeTable) -> TimeTable { TimeTable(words: one.words + other.words) }

    private static func bit(_ point: UInt32) -> UInt64 { 1 << UInt64(point & 63) }

    /// The first of the words that stands at a place: its value and where it ends.
    func first(in text: CodePoints, at place: Int, limit: Int) -> (value: Value, end: Int)? {
        guard place < limit, firsts & Self.bit(text[place]) != 0 else { return nil }
        for index in words.indices where stands(words[index].points, in: text, at: place, limit) {
            return (words[index].value, place + words[index].points.count)
        }
        return nil
    }

    /// Whether one of the words ends at a place.
    func hasWord(in text: CodePoints, endingAt place: Int, from floor: Int) -> Bool {
        guard place > floor, lasts & Self.bit(text[place - 1]) != 0 else { return false }
        return words.contains { word, _ in
            place - word.count >= floor && stands(word, in: text, at: place - word.count, place)
        }
    }

    private func stands(_ word: CodePoints, in text: CodePoints, at place: Int, _ limit: Int) -> Bool {
        guard word[0] == text[place], place + word.count <= limit else { return false }
        for offset in word.indices where text[place + offset] != word[offset] { return false }
        return true
    }
}
