/// Lays words out into the arrays of a ``Lexicon``: sorted, so that the words below a node stand side by side, and each node's children put
/// at the first place where all of them fit.
struct LexiconLayout {
    private(set) var codes = [UInt16](repeating: 0, count: 0x10000)
    private(set) var units: [Lexicon.Unit] = [.empty]
    private(set) var lists: [[Int32]] = []
    private(set) var longest = 0

    /// All words' codes one after another, and where each word's begin; sorted, each word once.
    private var letters: [UInt16] = []
    private var words: [(start: Int32, count: Int32, value: Int32)] = []
    /// Free places form a ring through `next`, which begins and ends at the root's: a place that is taken is taken out of it.
    private var next: [Int32] = [0]
    private var before: [Int32] = [0]
    private var isTaken = [false]
    private var isBase = [false]
    private var highest = 0

    init(_ list: Wordlist) {
        var spans = list.words
        var uses = [Int32](repeating: 0, count: 0x10000)
        for point in list.points { uses[Int(point)] += 1 }
        longest = Int(spans.map(\.count).max() ?? 0)
        // Frequent characters get small codes, so that the children of most nodes lie close together.
        for (index, point) in uses.indices.filter({ uses[$0] > 0 }).sorted(by: { (uses[$0], $1) > (uses[$1], $0) }).enumerated() {
            codes[point] = UInt16(index + 1)
        }
        letters = list.points.map { codes[Int($0)] }
        sortWords(&spans)
    }

    mutating func build() {
        grow(to: letters.count + 1024)
        take(0)
        var queue: [(words: Range<Int>, depth: Int, slot: Int)] = [(words.indices, 0, 0)]
        var head = 0
        var edges: [(code: UInt16, words: Range<Int>)] = []
        while head < queue.count {
            let (range, depth, slot) = queue[head]
            head += 1
            children(range, depth, into: &edges)
            guard let low = edges.first?.code, let high = edges.last?.code else { continue }
            let base = place(edges, low: Int(low), high: Int(high))
            units[slot].base = base
            isBase[base] = true
            for (code, below) in edges {
                let target = base + Int(code)
                take(target)
                let first = words[below.lowerBound]
                let ends = Int(first.count) == depth + 1
                units[target] = Lexicon.Unit(base: 0, code: code, value: ends ? first.value : Lexicon.Unit.none)
                let rest = ends ? below.lowerBound + 1..<below.upperBound : below
                if !rest.isEmpty { queue.append((rest, depth + 1, target)) }
            }
        }
        // Whatever base and code are added up, a place is there.
        let size = highest + 1 + Int(codes.max() ?? 0)
        grow(to: size)
        units.removeLast(units.count - size)
    }

    // MARK: - Private: the words

    /// Sorts by codes, keeps each word once with its one value or the list of them.
    private mutating func sortWords(_ spans: inout [(start: Int32, count: Int32, value: Int32)]) {
        let keys = letters.withUnsafeBufferPointer { letters in
            spans.map { span in
                var key: UInt64 = 0
                for offset in 0..<4 { key = key << 16 | (offset < span.count ? UInt64(letters[Int(span.start) + offset]) : 0) }
                return key
            }
        }
        var sorted = Self.order(keys)
        letters.withUnsafeBufferPointer { letters in
            var start = 0
            while start < sorted.count {
                var end = start + 1
                while end < sorted.count, keys[Int(sorted[end])] == keys[Int(sorted[start])] { end += 1 }
                if end - start > 1 { sorted[start..<end].sort { Self.precedes(spans[Int($0)], spans[Int($1)], $0 < $1, letters) } }
                start = end
            }
        }
        words.reserveCapacity(sorted.count)
        for index in sorted {
            let span = spans[Int(index)]
            if let last = words.last, same(last, span) { addValue(span.value) } else { words.append(span) }
        }
    }

    /// The order of keys, by radix: a digit of eleven bits after another, of equals the first given first. Half the time of comparing them.
    private static func order(_ keys: [UInt64]) -> [Int32] {
        var order = keys.indices.map { Int32($0) }
        var other = order
        let highest = keys.max() ?? 0
        for shift in stride(from: 0, to: UInt64.bitWidth, by: 11) where highest >> UInt64(shift) > 0 {
            var starts = [Int](repeating: 0, count: 2049)
            for key in keys { starts[Int(key >> UInt64(shift) & 0x7FF) + 1] += 1 }
            for digit in 1...2048 { starts[digit] += starts[digit - 1] }
            for index in order {
                let digit = Int(keys[Int(index)] >> UInt64(shift) & 0x7FF)
                other[starts[digit]] = index
                starts[digit] += 1
            }
            swap(&order, &other)
        }
        return order
    }

    /// Words of the same first four characters: by the rest, then in the order given.
    private static func precedes(
        _ a: (start: Int32, count: Int32, value: Int32), _ b: (start: Int32, count: Int32, value: Int32), _ given: Bool,
        _ letters: UnsafeBufferPointer<UInt16>
    ) -> Bool {
        let (first, second) = (letters[Int(a.start)..<Int(a.start + a.count)], letters[Int(b.start)..<Int(b.start + b.count)])
        return first.elementsEqual(second) ? given : first.lexicographicallyPrecedes(second)
    }

    private func same(_ a: (start: Int32, count: Int32, value: Int32), _ b: (start: Int32, count: Int32, value: Int32)) -> Bool {
        a.count == b.count && letters[Int(a.start)..<Int(a.start + a.count)].elementsEqual(letters[Int(b.start)..<Int(b.start + b.count)])
    }

    private mutating func addValue(_ value: Int32) {
        let last = words.count - 1
        let first = words[last].value
        if first < Lexicon.Unit.firstList {
            guard first != value else { return }
            words[last].value = Lexicon.Unit.firstList + Int32(lists.count)
            lists.append([first, value])
        } else if !lists[Int(first - Lexicon.Unit.firstList)].contains(value) {
            lists[Int(first - Lexicon.Unit.firstList)].append(value)
        }
    }

    /// The next characters below a node, each with its words.
    private func children(_ range: Range<Int>, _ depth: Int, into edges: inout [(code: UInt16, words: Range<Int>)]) {
        edges.removeAll(keepingCapacity: true)
        for index in range {
            let code = letters[Int(words[index].start) + depth]
            if let last = edges.last, last.code == code {
                edges[edges.count - 1].words = last.words.lowerBound..<index + 1
            } else {
                edges.append((code, index..<index + 1))
            }
        }
    }

    // MARK: - Private: places

    /// A base at which every child's place is free: among the first holes, else past all that is taken. Fewer tries make an array four times
    /// as large, which takes longer to lay out and to walk; more take longer and save little.
    private mutating func place(_ edges: [(code: UInt16, words: Range<Int>)], low: Int, high: Int) -> Int {
        var hole = Int(next[0])
        for _ in 0..<Self.tries where hole != 0 {
            let base = hole - low
            if base > 0 {
                grow(to: base + high + 1)
                if fits(base, edges) { return base }
            }
            hole = Int(next[hole])
        }
        var base = max(highest + 1 - low, 1)
        grow(to: base + high + 1)
        while !fits(base, edges) {
            base += 1
            grow(to: base + high + 1)
        }
        // What no node fitted into so often will not be filled: the ring begins behind it.
        if hole != 0 {
            next[0] = Int32(hole)
            before[hole] = 0
        }
        return base
    }

    private static let tries = 700

    private func fits(_ base: Int, _ edges: [(code: UInt16, words: Range<Int>)]) -> Bool {
        !isBase[base] && edges.allSatisfy { !isTaken[base + Int($0.code)] }
    }

    private mutating func take(_ place: Int) {
        if place > 0 {
            next[Int(before[place])] = next[place]
            before[Int(next[place])] = before[place]
        }
        isTaken[place] = true
        highest = max(highest, place)
    }

    private mutating func grow(to size: Int) {
        guard units.count < size else { return }
        let old = units.count
        let count = max(size, old * 3 / 2) - old
        units += repeatElement(.empty, count: count)
        isTaken += repeatElement(false, count: count)
        isBase += repeatElement(false, count: count)
        // New places stand in a row at the end of the ring, before the root's own.
        next += (Int32(old)..<Int32(old + count)).map { $0 + 1 }
        before += (Int32(old)..<Int32(old + count)).map { $0 - 1 }
        next[Int(before[0])] = Int32(old)
        before[old] = before[0]
        next[old + count - 1] = 0
        before[0] = Int32(old + count - 1)
    }
}
