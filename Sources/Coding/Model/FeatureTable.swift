/// The weights of features, by the hashes of their names.
///
/// Most of what holds in a sentence was never seen in learning, and what was has a weight for two classes of seventeen: a set of bits that lies in the processor's
/// second cache answers the first at once, and a table of open addresses leads to the few weights of the others. What coding takes for it is the time that memory
/// takes: hence the narrow slots and weights.
struct FeatureTable: Sendable {
    /// A weight for a class; the last of its feature's is marked.
    private struct Cell: Sendable {
        let thousandths: Int16
        let index: UInt8
        let isLast: Bool
    }

    private struct Slot: Sendable {
        /// Half of the hash; the place in the table tells the rest well enough.
        let mark: UInt32
        /// Where the feature's cells begin; 0 where the slot is free.
        let start: UInt32
    }

    private let slots: [Slot]
    /// The first is nobody's and weighs nothing.
    private let cells: [Cell]
    private let bits: [UInt64]

    /// - Parameter features: of two the same the later counts.
    init(_ features: FeatureList) {
        var size = 16
        while size < features.hashes.count * 2 { size *= 2 }
        var slots = [Slot](repeating: Slot(mark: 0, start: 0), count: size)
        var cells = [Cell(thousandths: 0, index: 0, isLast: true)]
        cells.reserveCapacity(features.weights.count + 1)
        var bits = [UInt64](repeating: 0, count: size / 16)
        for (index, hash) in features.hashes.enumerated() {
            let weights = features.weights(of: index)
            if weights.isEmpty { continue }
            var place = Self.place(hash) & (size - 1)
            while slots[place].start > 0, slots[place].mark != Self.mark(hash) { place = (place + 1) & (size - 1) }
            slots[place] = Slot(mark: Self.mark(hash), start: UInt32(cells.count))
            for (offset, weight) in weights.enumerated() {
                cells.append(Cell(thousandths: weight.thousandths, index: weight.index, isLast: offset == weights.count - 1))
            }
            let bit = Self.bit(hash) & (bits.count * 64 - 1)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.slots = slots
        self.cells = cells
        self.bits = bits
    }

    /// Adds the weights of some features, in thousandths, to the classes' sums: whole numbers, so that the order changes nothing.
    ///
    /// All are looked up before the first is added, so that the processor waits for many places of memory at once.
    func add(_ hashes: [UInt64], to sums: UnsafeMutableBufferPointer<Int32>) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: hashes.count) { kept in
            let count = sieve(hashes, into: kept)
            slots.withUnsafeBufferPointer { slots in
                for index in 0..<count { kept[index] = UInt64(Self.start(of: kept[index], slots)) }
            }
            cells.withUnsafeBufferPointer { cells in
                for start in kept[..<count] {
                    var at = Int(start)
                    while true {
                        let cell = cells[at]
                        sums[Int(cell.index)] += Int32(cell.thousandths)
                        if cell.isLast { break }
                        at += 1
                    }
                }
            }
        }
    }

    /// Keeps the features that may have weights, and says how many; without a branch, since no processor guesses which they are.
    private func sieve(_ hashes: [UInt64], into kept: UnsafeMutableBufferPointer<UInt64>) -> Int {
        var count = 0
        bits.withUnsafeBufferPointer { bits in
            let mask = bits.count * 64 - 1
            for hash in hashes {
                let bit = Self.bit(hash) & mask
                kept[count] = hash
                count += Int(truncatingIfNeeded: bits[bit >> 6] >> UInt64(bit & 63) & 1)
            }
        }
        return count
    }

    /// A feature's weight for a class; nil where it has no weights at all.
    func weight(_ hash: UInt64, _ index: Int) -> Float? {
        var at = Int(slots.withUnsafeBufferPointer { Self.start(of: hash, $0) })
        guard at > 0 else { return nil }
        while cells[at].index != index {
            if cells[at].isLast { return 0 }
            at += 1
        }
        return Float(cells[at].thousandths) / 1000
    }

    private static func start(of hash: UInt64, _ slots: UnsafeBufferPointer<Slot>) -> UInt32 {
        let mark = mark(hash)
        var place = place(hash) & (slots.count - 1)
        while slots[place].start > 0, slots[place].mark != mark { place = (place + 1) & (slots.count - 1) }
        return slots[place].start
    }

    // A name of one part is hashed without a last mixing, so that its low bits alone would crowd.
    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 24) }
    private static func bit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 32) }
    private static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}

/// Features with their weights, as a file gives them.
struct FeatureList: Sendable {
    /// A weight for a class.
    struct Weight: Sendable {
        let index: UInt8
        let thousandths: Int16
    }

    private(set) var hashes: [UInt64] = []
    private(set) var weights: [Weight] = []
    /// Where the weights of each feature begin.
    private var starts: [Int] = []

    mutating func begin(_ hash: UInt64) {
        hashes.append(hash)
        starts.append(weights.count)
    }

    /// Adds a weight to the feature begun last.
    mutating func add(_ weight: Weight) { weights.append(weight) }

    func weights(of feature: Int) -> ArraySlice<Weight> {
        weights[starts[feature]..<(feature + 1 < starts.count ? starts[feature + 1] : weights.count)]
    }
}
