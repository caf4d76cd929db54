/// The words that a ``Lexicon`` is made of, one after another in one array, each with the caller's value.
public struct Wordlist: Sendable {
    private(set) var points: CodePoints = []
    private(set) var words: [(start: Int32, count: Int32, value: Int32)] = []

    public var count: Int { words.count }

    public init() {}

    /// Adds a word, folded where a folding is given. Empty words, words outside the basic plane and values that a lexicon cannot hold
    /// are left out.
    public mutating func add(_ word: String, _ value: Int32, folding: Folding? = nil) {
        guard value >= 0, value < Lexicon.Unit.firstList else { return }
        let start = points.count
        points.append(points: word)
        if let folding { folding.fold(&points, from: start) }
        guard points.count > start, points[start...].allSatisfy({ $0 < 0x10000 }) else {
            points.removeSubrange(start...)
            return
        }
        words.append((Int32(start), Int32(points.count - start), value))
    }
}
