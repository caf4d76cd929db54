/// The weights of features, by the hashes of their names.
///
/// Most of what holds in a sentence was never seen in learning, and what was has a weight for two classes of seventeen: a set of bits that lies in the processor's
/// second cache answers the first at once, and leads the others to a record that holds their few weights. What coding takes for it is the time that memory takes, hence
/// one place of it for a feature.
struct FeatureTable: Sendable {
    /// Where the records of the features begin that share a place; one more at the end.
    private let starts: [UInt32]
    /// Record by record the feature's mark, then a word for each class it speaks of (``cell(_:isLast:)``).
    private let records: [UInt32]
    private let bits: [UInt64]

    /// - Parameter features: of two the same the later counts.
    init(_ features: FeatureList) {
        var places = 16
        while places * 2 < features.hashes.count { places *= 2 }
        var starts = [UInt32](repeating: 0, count: places + 1)
        var bits = [UInt64](repeating: 0, count: places / 4)
        for (index, hash) in features.hashes.enumerated() where !features.weights(of: index).isEmpty {
            starts[Self.place(hash, places) + 1] += 1 + UInt32(features.weights(of: index).count)
            let bit = Self.bit(hash) & (bits.count * 64 - 1)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        for place in 0..<places { starts[place + 1] += starts[place] }
        // One more, which is read for a last place that holds nothing.
        var records = [UInt32](repeating: 0, count: Int(starts[places]) + 1)
        var ends = starts
        // The last comes first, so that it is found.
        for (index, hash) in features.hashes.enumerated().reversed() where !features.weights(of: index).isEmpty {
            let place = Self.place(hash, places)
            let weights = features.weights(of: index)
            var at = Int(ends[place])
            records[at] = Self.mark(hash)
            for (offset, weight) in weights.enumerated() {
                at += 1
                records[at] = Self.cell(weight, isLast: offset == weights.count - 1)
            }
            ends[place] = UInt32(at + 1)
        }
        self.starts = starts
        self.records = records
        self.bits = bits
    }

    /// Adds the weights of some features, in thousandths, to the classes' sums: whole numbers, so that the order changes nothing.
    ///
    /// The first word of all records is asked for before any is used, so that the processor waits for many places of memory at once.
    func add(_ hashes: [UInt64], to sums: UnsafeMutableBufferPointer<Int32>) {
        // As many at once as a function's own memory holds.
        withUnsafeTemporaryAllocation(of: (hash: UInt64, first: UInt32).self, capacity: 64) { kept in
            records.withUnsafeBufferPointer { records in
                starts.withUnsafeBufferPointer { starts in
                    var next = 0
                    while next < hashes.count {
                        let count = sieve(hashes, from: &next, into: kept)
                        for index in 0..<count { kept[index].first = records[Int(starts[Self.place(kept[index].hash, starts.count - 1)])] }
                        for (hash, first) in kept[..<count] {
                            guard var at = Self.cells(of: hash, first, starts, records) else { continue }
                            while true {
                                let cell = records[at]
                                sums[Self.index(cell)] += Self.thousandths(cell)
                                if Self.isLast(cell) { break }
                                at += 1
                            }
                        }
                    }
                }
            }
        }
    }

    /// Keeps the next features that may have weights, and says how many; without a branch, since no processor guesses which they are.
    private func sieve(_ hashes: [UInt64], from next: inout Int, into kept: UnsafeMutableBufferPointer<(hash: UInt64, first: UInt32)>)
        -> Int
    {
        var count = 0
        bits.withUnsafeBufferPointer { bits in
            let mask = bits.count * 64 - 1
            while next < hashes.count, count < kept.count {
                let hash = hashes[next]
                let bit = Self.bit(hash) & mask
                kept[count].hash = hash
                count += Int(truncatingIfNeeded: bits[bit >> 6] >> UInt64(bit & 63) & 1)
                next += 1
            }
        }
        return count
    }

    /// A feature's weight for a class; nil where it has no weights at all.
    func weight(_ hash: UInt64, _ index: Int) -> Float? {
        records.withUnsafeBufferPointer { records in
            starts.withUnsafeBufferPointer { starts in
                guard var at = Self.cells(of: hash, nil, starts, records) else { return nil }
                while Self.index(records[at]) != index {
                    if Self.isLast(records[at]) { return 0 }
                    at += 1
                }
                return Float(Self.thousandths(records[at])) / 1000
            }
        }
    }

    // MARK: - Private: records

    /// Where a feature's cells begin; nil where it has none.
    /// - Parameter first: the first word at its place, if that was read.
    private static func cells(
        of hash: UInt64, _ first: UInt32?, _ starts: UnsafeBufferPointer<UInt32>, _ records: UnsafeBufferPointer<UInt32>
    ) -> Int? {
        let place = place(hash, starts.count - 1)
        let mark = mark(hash)
        var at = Int(starts[place])
        let end = Int(starts[place + 1])
        guard at < end else { return nil }
        if first == mark { return at + 1 }
        while at < end {
            if records[at] == mark { return at + 1 }
            at += 1
            while !isLast(records[at]) { at += 1 }
            at += 1
        }
        return nil
    }

    private static func cell(_ weight: FeatureList.Weight, isLast: Bool) -> UInt32 {
        UInt32(UInt16(bitPattern: weight.thousandths)) | UInt32(weight.index) << 16 | (isLast ? 1 << 31 : 0)
    }

    private static func thousandths(_ cell: UInt32) -> Int32 { Int32(Int16(truncatingIfNeeded: cell)) }
    private static func index(_ cell: UInt32) -> Int { Int(cell >> 16 & 0xFF) }
    private static func isLast(_ cell: UInt32) -> Bool { cell >> 31 == 1 }

    // A name of one part is hashed without a last mixing, so that its low bits alone would crowd.
    private static func place(_ hash: UInt64, _ places: Int) -> Int {
        Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 24) & (places - 1)
    }
    private static func bit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 32) }
    /// Half of the hash; the place tells the rest well enough.
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
