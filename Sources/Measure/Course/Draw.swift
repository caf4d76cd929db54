import Prose

/// Chance that is the same every time: an event's draws follow from its id alone, so that neither the order of events nor those that come later change them.
struct Draw {
    private let state: UInt64
    private let quantiles = Self.poissonQuantiles

    /// - Parameter replicate: the first of four, which one number serves, sixteen bits each.
    init(replicate: Int) { state = Self.mixed(UInt64(replicate / Lanes.scalarCount)) }

    static func seed(_ id: String) -> UInt64 { FNV1a.of(id.utf8) }

    /// The next number of SplitMix64 (Steele, Lea and Flood 2014) after a state.
    static func mixed(_ state: UInt64) -> UInt64 {
        var z = state &+ 0x9e37_79b9_7f4a_7c15
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// How often an event stands in each of four replicates: Poisson numbers with mean 1, which stand for drawing with replacement (Hanley and MacGibbon 2006).
    func poisson(_ seed: UInt64) -> Lanes {
        let bits = Self.mixed(seed ^ state)
        let number = { (shift: UInt64) in Double(quantiles[Int(bits >> shift & 0xFFFF)]) }
        return Lanes(number(0), number(16), number(32), number(48))
    }

    /// The Poisson number for each of 65,536 equally likely cases: a table, since nine comparisons for each of millions of draws took most of a course's time.
    private static let poissonQuantiles: [UInt8] = {
        // P(X ≤ k) for k = 0, 1, …
        let cumulative = [0.367879441, 0.735758882, 0.919698603, 0.981011843, 0.996340153, 0.999405815, 0.999916759, 0.999989751]
        return (0..<65_536).map { number in
            let uniform = (Double(number) + 0.5) / 65_536
            return UInt8(cumulative.firstIndex { uniform < $0 } ?? cumulative.count)
        }
    }()
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
