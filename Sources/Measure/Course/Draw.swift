/// Chance that is the same every time: an event's draws follow from its id alone, so that neither the order of events nor those that come later change them.
enum Draw {
    /// FNV-1a over the id.
    static func seed(_ id: String) -> UInt64 {
        id.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The next number of SplitMix64 (Steele, Lea and Flood 2014) after a state.
    static func mixed(_ state: UInt64) -> UInt64 {
        var z = state &+ 0x9e37_79b9_7f4a_7c15
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// How often an event stands in a replicate: a Poisson number with mean 1, which stands for drawing with replacement (Hanley and MacGibbon 2006).
    static func poisson(_ seed: UInt64, _ replicate: UInt64) -> Int {
        let uniform = Double(mixed(seed ^ mixed(replicate)) >> 11) * 0x1p-53
        return cumulative.firstIndex { uniform < $0 } ?? cumulative.count
    }

    /// P(X ≤ k) for k = 0, 1, …
    private static let cumulative = [
        0.367879441, 0.735758882, 0.919698603, 0.981011843, 0.996340153, 0.999405815, 0.999916759, 0.999989751,
    ]
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
