/// The weights of features, by the hashes of their names.
///
/// Most of what holds in a sentence was never seen in learning, and what was has a weight for two classes of seventeen: a set of bits that lies in the processor's
/// second cache answers the first at once, and a table of open addresses leads to the few weights of the others. A dictionary with a weight for every class took a
/// fifth of the time that coding takes.
struct FeatureTable: Sendable {
    /// A class that a feature speaks for or against.
    struct Cell: Sendable {
        let index: Int32
        let weight: Float
    }

    private struct Slot: Sendable {
        let hash: UInt64
        let start: Int32
        /// -1 where the slot is free.
        let count: Int32
    }

    private let slots: [Slot]
    private let cells: [Cell]
    private let bits: [UInt64]

    /// - Parameter features: each with a weight for every class; of two the same the later counts.
    init(_ features: [(hash: UInt64, weights: [Float])]) {
        var size = 16
        while size < features.count * 2 { size *= 2 }
        var slots = [Slot](repeating: Slot(hash: 0, start: 0, count: -1), count: size)
        var cells: [Cell] = []
        var bits = [UInt64](repeating: 0, count: size / 16)
        for feature in features {
            var place = Self.place(feature.hash) & (size - 1)
            while slots[place].count >= 0, slots[place].hash != feature.hash { place = (place + 1) & (size - 1) }
            let start = cells.count
            for (index, weight) in feature.weights.enumerated() where weight != 0 {
                cells.append(Cell(index: Int32(index), weight: weight))
            }
            slots[place] = Slot(hash: feature.hash, start: Int32(start), count: Int32(cells.count - start))
            let bit = Self.bit(feature.hash) & (bits.count * 64 - 1)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.slots = slots
        self.cells = cells
        self.bits = bits
    }

    /// Adds the weights of some features to the classes' scores, feature by feature.
    func add(_ hashes: [UInt64], to scores: inout [Float]) {
        scores.withUnsafeMutableBufferPointer { scores in
            slots.withUnsafeBufferPointer { slots in
                cells.withUnsafeBufferPointer { cells in
                    bits.withUnsafeBufferPointer { bits in
                        for hash in hashes {
                            let bit = Self.bit(hash) & (bits.count * 64 - 1)
                            if bits[bit >> 6] >> UInt64(bit & 63) & 1 == 0 { continue }
                            guard let slot = Self.slot(hash, slots) else { continue }
                            for cell in cells[Int(slot.start)..<Int(slot.start + slot.count)] { scores[Int(cell.index)] += cell.weight }
                        }
                    }
                }
            }
        }
    }

    /// A feature's weight for a class; nil where it has no weights at all.
    func weight(_ hash: UInt64, _ index: Int) -> Float? {
        slots.withUnsafeBufferPointer { slots in
            Self.slot(hash, slots).map { slot in
                cells[Int(slot.start)..<Int(slot.start + slot.count)].first { $0.index == index }?.weight ?? 0
            }
        }
    }

    private static func slot(_ hash: UInt64, _ slots: UnsafeBufferPointer<Slot>) -> Slot? {
        var place = place(hash) & (slots.count - 1)
        while slots[place].count >= 0 {
            if slots[place].hash == hash { return slots[place] }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    // A name of one part is hashed without a last mixing, so that its low bits alone would crowd.
    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 24) }
    private static func bit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 32) }
}
