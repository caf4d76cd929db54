import Foundation

/// A text as the set of its overlapping pairs of letters: how alike two texts are worded.
struct Wording: Sendable {
    /// Pairs that tell, those that much of the news has, and those that half of it has (``Merging/common``); in ascending order, each once.
    private let telling: [UInt32]
    private let known: [UInt32]
    private let common: [UInt32]
    /// The folded letters alone: two texts that differ in spaces and signs are the same words.
    let key: Int64
    let letters: Int

    /// - Parameter names: code points that are left out, and that no pair reaches across: the parties' names, which all reports of a pair share.
    init(folded text: String, without names: [Range<Int>] = [], common: CommonPairs = CommonPairs()) {
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
        var pairs: (telling: [UInt32], known: [UInt32], common: [UInt32]) = ([], [], [])
        for index in found.indices where index == 0 || found[index] != found[index - 1] {
            switch common.tier(of: found[index]) {
            case .telling: pairs.telling.append(found[index])
            case .known: pairs.known.append(found[index])
            case .common: pairs.common.append(found[index])
            }
        }
        (telling, known, self.common) = pairs
        key = hash.value
        self.letters = letters
    }

    /// The words from a little before the clause that a trigger stands in to a little behind it.
    init(clauseOf sentence: String, around trigger: Range<Int>, without names: [Range<Int>], common: CommonPairs) {
        let scalars = Array(sentence.unicodeScalars)
        let place = trigger.clamped(to: scalars.indices)
        let stop = scalars[..<place.lowerBound].lastIndex(where: Self.stops.contains).map { $0 + 1 } ?? 0
        let end = scalars[place.upperBound...].firstIndex(where: Self.stops.contains) ?? scalars.count
        let clause = max(stop - Self.margin, 0)..<min(end + Self.margin, scalars.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[clause])
        let shifted = names.map { $0.lowerBound - clause.lowerBound..<$0.upperBound - clause.lowerBound }
        self.init(folded: String(text), without: shifted, common: common)
    }

    private static let stops: Set<Unicode.Scalar> = ["，", "。", "；", "：", "“", "”", "！", "？", "、"]
    private static let margin = 12

    /// Every pair once, common ones too.
    func forEachPair(_ body: (UInt32) -> Void) {
        for pairs in [telling, known, common] { pairs.forEach(body) }
    }

    private var weight: Double {
        Double(telling.count) + CommonPairs.known * Double(known.count) + CommonPairs.common * Double(common.count)
    }

    private func shared(_ other: Wording) -> Double {
        Double(Wording.shared(telling, other.telling)) + CommonPairs.known * Double(Wording.shared(known, other.known))
            + CommonPairs.common * Double(Wording.shared(common, other.common))
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

    /// What share of it the other has: 0…1.
    func share(in other: Wording) -> Double {
        let weight = weight
        return weight == 0 ? 0 : shared(other) / weight
    }

    private static let shortestContained = 6.0
    private static let containedWeight = 0.7

    /// The cosine of the two texts' pairs, those that half the news has left out: 0…1. For longer texts, of which only the topic should be alike.
    func topicLikeness(to other: Wording) -> Double {
        let known = CommonPairs.known * CommonPairs.known
        let shared = Double(Wording.shared(telling, other.telling)) + known * Double(Wording.shared(self.known, other.known))
        guard shared > 0 else { return 0 }
        let mine = Double(telling.count) + known * Double(self.known.count)
        return shared / (mine * (Double(other.telling.count) + known * Double(other.known.count))).squareRoot()
    }

    private static func shared(_ one: [UInt32], _ other: [UInt32]) -> Int {
        one.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { other in
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
        }
    }

    /// Dice's coefficient of two headlines; 0 where one is too short to tell (简讯, 要闻).
    func headlineLikeness(to other: Wording) -> Double {
        min(letters, other.letters) < Self.shortestTelling ? 0 : likeness(to: other)
    }

    /// Letters: shorter texts may be alike by chance.
    static let shortestTelling = 8
}

/// Pairs of letters that so much of the news has that sharing them says little.
struct CommonPairs: Sendable {
    enum Tier: UInt8 { case telling, known, common }

    /// What a pair of these tiers weighs beside a telling one.
    static let known = 0.5
    static let common = 0.25

    private let tiers: [UInt32: Tier]

    /// - Parameter pairs: each with its weight; a weight of 1 leaves it telling.
    init(_ pairs: [(pair: String, weight: Double)] = []) {
        var tiers: [UInt32: Tier] = [:]
        for (pair, weight) in pairs where weight < 1 {
            guard let number = Self.number(pair) else { continue }
            tiers[number] = weight < Self.known ? .common : .known
        }
        self.tiers = tiers
    }

    /// As a wording has a pair of letters; nil where it is not two.
    static func number(_ pair: String) -> UInt32? {
        let scalars = Array(pair.unicodeScalars)
        return scalars.count == 2 ? (scalars[0].value & 0xFFFF) << 16 | scalars[1].value & 0xFFFF : nil
    }

    func tier(of pair: UInt32) -> Tier { tiers.isEmpty ? .telling : tiers[pair] ?? .telling }
}
