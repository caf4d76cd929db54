/// A dictionary that finds all its words in a text in one pass.
///
/// A double-array trie over dense character codes (Aoe 1989): one array look-up a character. Chinese words are short and texts are
/// walked from each position, which costs about one and a half steps a character, so failure links would gain nothing.
/// The words' values are the caller's own small integers; a word may have several.
public struct Lexicon: Sendable {
    /// Dense code of each code point of the basic multilingual plane; 0 where no word uses it.
    private let codes: [UInt16]
    private let base: [Int32]
    private let check: [Int32]
    /// Index into `values` of a node's word, -1 where no word ends.
    private let word: [Int32]
    private let values: [[Int32]]

    /// A word found: where it stands and what the caller knows it by.
    public struct Match: Sendable, Hashable {
        public let start: Int
        public let end: Int
        public let value: Int32

        public init(start: Int, end: Int, value: Int32) {
            self.start = start
            self.end = end
            self.value = value
        }
    }

    /// Builds the trie. Words must be folded as the text will be; empty words and words outside the basic plane are left out.
    /// - Complexity: O(total characters) but for collisions; 40,000 words take well under a tenth of a second.
    public init(_ words: [(word: String, value: Int32)]) {
        var builder = Builder()
        for (word, value) in words { builder.insert(CodePoints(points: word), value) }
        let built = builder.build()
        codes = built.codes
        base = built.base
        check = built.check
        word = built.word
        values = built.values
    }

    /// All words of the lexicon in `text[range]`, by start and then by end; overlaps included.
    public func matches(in text: CodePoints, range: Range<Int>) -> [Match] {
        var found: [Match] = []
        text.withUnsafeBufferPointer { text in
            codes.withUnsafeBufferPointer { codes in
                for start in range {
                    walk(text, codes, from: start, to: range.upperBound) { end, value in
                        found.append(Match(start: start, end: end, value: value))
                    }
                }
            }
        }
        return found
    }

    /// The values of exactly this word.
    public func values(of word: CodePoints) -> [Int32] {
        matches(in: word, range: 0..<word.count).filter { $0.start == 0 && $0.end == word.count }.map(\.value)
    }

    /// The longest word that begins at a place.
    public func longest(in text: CodePoints, from start: Int, to end: Int) -> Match? {
        var found: Match?
        text.withUnsafeBufferPointer { text in
            codes.withUnsafeBufferPointer { codes in
                walk(text, codes, from: start, to: end) { found = Match(start: start, end: $0, value: $1) }
            }
        }
        return found
    }

    // MARK: - Private

    @inline(__always)
    private func walk(
        _ text: UnsafeBufferPointer<UInt32>, _ codes: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int,
        _ body: (Int, Int32) -> Void
    ) {
        var node: Int32 = 0
        var at = start
        while at < end {
            let point = text[at]
            guard point < 0x10000 else { return }
            let code = Int32(codes[Int(point)])
            guard code != 0 else { return }
            let next = base[Int(node)] + code
            guard Int(next) < check.count, check[Int(next)] == node else { return }
            node = next
            at += 1
            let index = word[Int(node)]
            if index >= 0 { for value in values[Int(index)] { body(at, value) } }
        }
    }
}

extension Lexicon {
    /// A trie of dictionaries, laid out into the arrays once all words are in.
    private struct Builder {
        private var children: [[UInt16: Int32]] = [[:]]
        private var word: [Int32] = [-1]
        private var values: [[Int32]] = []
        private var codes = [UInt16](repeating: 0, count: 0x10000)
        private var nextCode: UInt16 = 1

        mutating func insert(_ points: CodePoints, _ value: Int32) {
            guard !points.isEmpty, points.allSatisfy({ $0 < 0x10000 }) else { return }
            var node = 0
            for point in points {
                let code = dense(point)
                if let next = children[node][code] {
                    node = Int(next)
                } else {
                    children.append([:])
                    word.append(-1)
                    children[node][code] = Int32(children.count - 1)
                    node = children.count - 1
                }
            }
            if word[node] < 0 {
                word[node] = Int32(values.count)
                values.append([])
            }
            if !values[Int(word[node])].contains(value) { values[Int(word[node])].append(value) }
        }

        private mutating func dense(_ point: UInt32) -> UInt16 {
            if codes[Int(point)] == 0 {
                codes[Int(point)] = nextCode
                nextCode += 1
            }
            return codes[Int(point)]
        }

        /// Breadth first, each node's children put at the first base where all of them fit.
        func build() -> (codes: [UInt16], base: [Int32], check: [Int32], word: [Int32], values: [[Int32]]) {
            var base: [Int32] = [0]
            var check: [Int32] = [-2]
            var ends: [Int32] = [word[0]]
            var queue: [(trie: Int, slot: Int)] = [(0, 0)]
            var head = 0
            var firstFree = 1
            func grow(to size: Int) {
                while check.count < size {
                    base.append(0)
                    check.append(-1)
                    ends.append(-1)
                }
            }
            while head < queue.count {
                let (trie, slot) = queue[head]
                head += 1
                let edges = children[trie].sorted { $0.key < $1.key }
                guard let low = edges.first?.key, let high = edges.last?.key else { continue }
                while firstFree < check.count, check[firstFree] != -1 { firstFree += 1 }
                // Few children are tried from the first hole, many from near the end: dense nodes rarely fit into holes.
                var offset = max(edges.count > 8 ? check.count - Int(low) - 64 : firstFree - Int(low), 0)
                grow(to: offset + Int(high) + 1)
                while edges.contains(where: { check[offset + Int($0.key)] != -1 || offset + Int($0.key) == 0 }) {
                    offset += 1
                    grow(to: offset + Int(high) + 1)
                }
                base[slot] = Int32(offset)
                for (code, child) in edges {
                    let target = offset + Int(code)
                    check[target] = Int32(slot)
                    ends[target] = word[Int(child)]
                    queue.append((Int(child), target))
                }
            }
            return (codes, base, check, ends, values)
        }
    }
}
