import Foundation

/// A text as the set of its overlapping pairs of characters, letters only: how alike two texts are worded.
struct Wording {
    /// In ascending order, each once.
    let pairs: [UInt32]
    /// The folded letters alone: two texts that differ in spaces and signs are the same words.
    let key: Int64
    let letters: Int

    init(folded text: String) {
        var hash = StableHash()
        var found: [UInt32] = []
        var previous: UInt32?
        var letters = 0
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                let letter = Letter(bytes, at: place)
                place += letter.length
                if letter.kind == .gap { continue }
                letters += 1
                hash.add(Int(letter.value))
                // 16 bits of each: what lies beyond the basic plane may collide, which a measure of likeness can bear.
                if let previous { found.append(previous << 16 | letter.value & 0xFFFF) }
                previous = letter.value & 0xFFFF
            }
        }
        found.sort()
        pairs = found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
        key = hash.value
        self.letters = letters
    }

    /// Dice's coefficient over the pairs, each weighed: 0…1.
    func likeness(to other: Wording, weight: [UInt32: Double]) -> Double {
        var shared = 0.0
        var total = 0.0
        var i = 0
        var j = 0
        while i < pairs.count || j < other.pairs.count {
            if j == other.pairs.count || (i < pairs.count && pairs[i] < other.pairs[j]) {
                total += weight[pairs[i]] ?? 1
                i += 1
            } else if i == pairs.count || other.pairs[j] < pairs[i] {
                total += weight[other.pairs[j]] ?? 1
                j += 1
            } else {
                let w = weight[pairs[i]] ?? 1
                shared += w
                total += 2 * w
                i += 1
                j += 1
            }
        }
        return total == 0 ? 0 : 2 * shared / total
    }

    /// Dice's coefficient of two headlines; 0 where one is too short to tell (简讯, 要闻).
    func headlineLikeness(to other: Wording) -> Double {
        min(letters, other.letters) < Self.shortestTelling ? 0 : likeness(to: other, weight: [:])
    }

    /// Letters: shorter texts may be alike by chance.
    static let shortestTelling = 8

    /// How much each pair tells within a group of texts: those in every text (the parties' own names) tell little.
    static func weights(_ texts: [Wording]) -> [UInt32: Double] {
        var counts: [UInt32: Int] = [:]
        for text in texts { for pair in text.pairs { counts[pair, default: 0] += 1 } }
        return counts.mapValues { log1p(Double(texts.count) / Double($0)) }
    }
}
