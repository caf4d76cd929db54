/// A dictionary that finds all its words in a text in one pass.
///
/// A double-array trie over dense character codes (Aoe 1989): one look-up of eight bytes a character. Chinese words are short and texts
/// are walked from each position, which costs about one and a half steps a character, so failure links would gain nothing.
/// The words' values are the caller's own small integers; a word may have several.
public struct Lexicon: Sendable {
    /// Dense code of each code point of the basic multilingual plane; 0 where no word uses it.
    let codes: [UInt16]
    /// One word of memory a node; see ``Unit``.
    let units: [Unit]
    let lists: [[Int32]]
    /// Characters of the longest word.
    let longest: Int

    /// A node in 64 bits: where its children begin (24), which character leads to it (16), and what its word is known by (24). As no two
    /// nodes share a base, the character alone tells whose child a place holds.
    struct Unit: Sendable {
        var bits: UInt64

        static let empty = Unit(base: 0, code: 0xFFFF, value: Unit.none)
        /// No word ends here.
        static let none: Int32 = 0xFF_FFFF
        /// From here on a value is the number of a list of values.
        static let firstList: Int32 = 0x80_0000

        init(base: Int, code: UInt16, value: Int32) { bits = UInt64(base) << 40 | UInt64(code) << 24 | UInt64(value) }

        var base: Int {
            get { Int(bits >> 40) }
            set { bits = bits & 0xFF_FFFF_FFFF | UInt64(newValue) << 40 }
        }
        var code: UInt16 { UInt16(truncatingIfNeeded: bits >> 24) }
        var value: Int32 { Int32(truncatingIfNeeded: bits & 0xFF_FFFF) }
    }

    /// A word found: where it stands and what the caller knows it by.
    public struct Match: Sendable, Hashable {
        // Half the memory of whole words: a text has about as many matches as characters.
        private let first: UInt32
        private let last: UInt32
        public let value: Int32

        public var start: Int { Int(first) }
        public var end: Int { Int(last) }

        public init(start: Int, end: Int, value: Int32) {
            first = UInt32(truncatingIfNeeded: start)
            last = UInt32(truncatingIfNeeded: end)
            self.value = value
        }
    }

    /// Builds the trie. Words must be folded as the text will be; empty words and words outside the basic plane are left out, and so are
    /// values below 0 and above eight millions.
    /// - Complexity: O(total characters) after sorting; 100,000 words take some tens of milliseconds.
    public init(_ words: [(word: String, value: Int32)]) {
        var list = Wordlist()
        for (word, value) in words { list.add(word, value) }
        self.init(list)
    }

    /// Builds the trie of a list, whose words are folded already.
    public init(_ list: Wordlist) {
        var builder = LexiconLayout(list)
        builder.build()
        codes = builder.codes
        units = builder.units
        lists = builder.lists
        longest = builder.longest
    }

    /// All words of the lexicon in `text[range]`, by start and then by end; overlaps included.
    public func matches(in text: CodePoints, range: Range<Int>) -> [Match] {
        var found: [Match] = []
        found.reserveCapacity(range.count)
        walking(text, range) { walk in
            for start in 0..<range.count {
                walk.from(start) { end, value in
                    if value < Unit.firstList {
                        found.append(Match(start: range.lowerBound + start, end: range.lowerBound + end, value: value))
                    } else {
                        for one in lists[Int(value - Unit.firstList)] {
                            found.append(Match(start: range.lowerBound + start, end: range.lowerBound + end, value: one))
                        }
                    }
                }
            }
        }
        return found
    }

    /// How many words of the lexicon stand in a text, overlaps included: the scan alone, for measuring.
    public func count(in text: CodePoints) -> Int {
        var count = 0
        walking(text, text.indices) { walk in
            for start in text.indices { walk.from(start) { _, _ in count += 1 } }
        }
        return count
    }

    /// Memory held, in bytes.
    public var byteCount: Int { codes.count * 2 + units.count * 8 + lists.reduce(0) { $0 + $1.count * 4 + 40 } }

    /// The longest word that begins at a place.
    public func longest(in text: CodePoints, from start: Int, to end: Int) -> Match? {
        guard start < end, begins(with: text[start]) else { return nil }
        var found: Match?
        // No word is longer, so no more of the text need be looked at.
        walking(text, start..<min(end, start + longest)) { walk in
            walk.from(0) { end, value in
                let value = value < Unit.firstList ? value : lists[Int(value - Unit.firstList)].last ?? 0
                found = Match(start: start, end: start + end, value: value)
            }
        }
        return found
    }

    /// Whether any word begins with a character.
    private func begins(with point: UInt32) -> Bool {
        guard point < 0x10000, let root = units.first else { return false }
        let code = codes[Int(point)]
        return code != 0 && units[root.base + Int(code)].code == code
    }

    /// The values of exactly this word.
    public func values(of word: CodePoints) -> [Int32] {
        matches(in: word, range: 0..<word.count).filter { $0.start == 0 && $0.end == word.count }.map(\.value)
    }

    // MARK: - Private

    /// The arrays as the walk reads them.
    private struct Walk {
        /// The text's dense codes, and a 0 at the end that no node has.
        let text: UnsafeMutableBufferPointer<UInt16>
        let units: UnsafePointer<Unit>

        /// Calls `body` with the end and the value of each word that begins at `start`.
        @inline(__always)
        func from(_ start: Int, _ body: (Int, Int32) -> Void) {
            var base = units[0].base
            var at = start
            while true {
                let code = text[at]
                let unit = units[base &+ Int(code)]
                guard unit.code == code else { return }
                base = unit.base
                at &+= 1
                let value = unit.value
                if value != Unit.none {
                    body(at, value)
                    // Nothing follows most words.
                    if base == 0 { return }
                }
            }
        }
    }

    private func walking(_ text: CodePoints, _ range: Range<Int>, _ body: (Walk) -> Void) {
        guard !range.isEmpty else { return }
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: range.count + 1) { dense in
            text.withUnsafeBufferPointer { text in
                codes.withUnsafeBufferPointer { codes in
                    for index in 0..<range.count {
                        let point = text[range.lowerBound + index]
                        dense[index] = point < 0x10000 ? codes[Int(point)] : 0
                    }
                }
            }
            dense[range.count] = 0
            units.withUnsafeBufferPointer { units in
                guard let first = units.baseAddress else { return }
                body(Walk(text: dense, units: first))
            }
        }
    }
}
