import Foundation

/// A text as the set of its overlapping pairs of letters: how alike two texts are worded.
struct Wording: Sendable {
    /// Pairs that tell, and pairs that half the news has (``Merging/common``); in ascending order, each once.
    let telling: [UInt32]
    let common: [UInt32]
    /// The folded letters alone: two texts that differ in spaces and signs are the same words.
    let key: Int64
    let letters: Int

    /// - Parameter names: code points that are left out, and that no pair reaches across: the parties' names, which all reports of a pair share.
    init(folded text: String, without names: [Range<Int>] = [], common: Set<UInt32> = []) {
        var hash = StableHash()
        var found: [UInt32] = []
        var previous: UInt32?
        var letters = 0
        var point = 0
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                let letter = Letter(bytes, at: place)
                place += letter.length
                point += 1
                if letter.kind == .gap { continue }
                letters += 1
                hash.add(Int(letter.value))
                if names.contains(where: { $0.contains(point - 1) }) {
                    previous = nil
                    continue
                }
                // 16 bits of each: what lies beyond the basic plane may collide, which a measure of likeness can bear.
                if let previous { found.append(previous << 16 | letter.value & 0xFFFF) }
                previous = letter.value & 0xFFFF
            }
        }
        found.sort()
        let pairs = found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
        telling = common.isEmpty ? pairs : pairs.filter { !common.contains($0) }
        self.common = common.isEmpty ? [] : pairs.filter { common.contains($0) }
        key = hash.value
        self.letters = letters
    }

    /// What a common pair weighs beside a telling one.
    private static let commonWeight = 0.25

    private var weight: Double { Double(telling.count) + Wording.commonWeight * Double(common.count) }

    private func shared(_ other: Wording) -> Double {
        Double(Wording.shared(telling, other.telling)) + Wording.commonWeight * Double(Wording.shared(common, other.common))
    }

    /// Dice's coefficient over the pairs: 0…1.
    func likeness(to other: Wording) -> Double {
        let total = weight + other.weight
        return total == 0 ? 0 : 2 * shared(other) / total
    }

    /// As ``likeness(to:)``; where one is much the shorter, as a headline is beside its lead, how much of it stands in the other counts too.
    func kinship(to other: Wording) -> Double {
        let total = weight + other.weight
        guard total > 0 else { return 0 }
        let shared = shared(other)
        let least = min(weight, other.weight)
        let contained = least < Wording.shortestContained ? 0 : Wording.containedWeight * shared / least
        return max(2 * shared / total, contained)
    }

    private static let shortestContained = 6.0
    private static let containedWeight = 0.7

    private static func shared(_ one: [UInt32], _ other: [UInt32]) -> Int {
        var count = 0
        var i = 0
        var j = 0
        while i < one.count, j < other.count {
            let (x, y) = (one[i], other[j])
            if x == y { count += 1 }
            if x <= y { i += 1 }
            if y <= x { j += 1 }
        }
        return count
    }

    /// Dice's coefficient of two headlines; 0 where one is too short to tell (简讯, 要闻).
    func headlineLikeness(to other: Wording) -> Double {
        min(letters, other.letters) < Self.shortestTelling ? 0 : likeness(to: other)
    }

    /// Letters: shorter texts may be alike by chance.
    static let shortestTelling = 8
}
