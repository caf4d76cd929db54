import Foundation

/// Chance that is the same every time: draws follow from what is drawn alone, so that neither the order of events nor those that come later change them.
struct Draw {
    private let state: UInt64
    private let quantiles = Self.poissonQuantiles

    /// So many like events are drawn at once at most.
    static let most = 8

    /// - Parameter replicate: the first of four, which one number serves, sixteen bits each.
    init(replicate: Int) { state = Self.mixed(UInt64(replicate / Lanes.scalarCount)) }

    /// The next number of SplitMix64 (Steele, Lea and Flood 2014) after a state.
    static func mixed(_ state: UInt64) -> UInt64 {
        var z = state &+ 0x9e37_79b9_7f4a_7c15
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// How often like events stand in each of four replicates: each as often as a Poisson number with mean 1 says, which stands for drawing with replacement
    /// (Hanley and MacGibbon 2006); the sum of such numbers is a Poisson number with their count as its mean.
    /// - Parameter count: of the events, 1 to ``most``.
    func poisson(_ seed: UInt64, count: Int) -> Lanes {
        let bits = Self.mixed(seed ^ state)
        let number = { (shift: UInt64) in Double(quantiles[(count - 1) << 16 + Int(bits >> shift & 0xFFFF)]) }
        return Lanes(number(0), number(16), number(32), number(48))
    }

    /// For each mean the Poisson number of each of 65,536 equally likely cases: a table, since comparisons for each of millions of draws took most of a course's time.
    private static let poissonQuantiles: [UInt8] = (1...most).flatMap { mean in
        var (number, share) = (0, exp(-Double(mean)))
        var cumulative = share
        return (0..<65_536).map { place -> UInt8 in
            while (Double(place) + 0.5) / 65_536 >= cumulative, number < 99 {
                number += 1
                share *= Double(mean) / Double(number)
                cumulative += share
            }
            return UInt8(number)
        }
    }
}

/// Numbers in an order that is the same every time.
struct SteadyRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        defer { state &+= 0x9e37_79b9_7f4a_7c15 }
        return Draw.mixed(state)
    }
}
