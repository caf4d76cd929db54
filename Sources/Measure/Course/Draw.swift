import Foundation

/// Chance that is the same every time: draws follow from what is drawn alone, so that neither the order of events nor those that come later change them.
struct Draw {
    private let state: UInt64
    private let quantiles = Self.poissonQuantiles

    /// So many like events are drawn at once at most.
    static let most = 8

    /// - Parameter four: the number of four replicates, which one number serves, sixteen bits each, of which eleven are read.
    init(_ four: Int) { state = Self.mixed(UInt64(four)) }

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
    @inline(__always)
    func poisson(_ seed: UInt64, count: Int) -> Lanes {
        let bits = Self.mixed(seed ^ state)
        let row = (count - 1) * Self.cases
        let number = { (shift: UInt64) in quantiles[row + Int(bits >> shift & UInt64(Self.cases - 1))] }
        return Lanes(number(0), number(16), number(32), number(48))
    }

    /// A power of two; so many that the table of a mean stays in a processor's nearest memory, which 65,536 do not.
    private static let cases = 2048

    /// For each mean the Poisson number of each of so many equally likely cases: a table, since comparisons for each of millions of draws took most of a course's
    /// time. Poisson numbers of mean 1 that stand for less than one case are those from 7 on.
    private static let poissonQuantiles: [Double] = (1...most).flatMap { mean in
        var (number, share) = (0, exp(-Double(mean)))
        var cumulative = share
        return (0..<cases).map { place -> Double in
            while (Double(place) + 0.5) / Double(cases) >= cumulative, number < 99 {
                number += 1
                share *= Double(mean) / Double(number)
                cumulative += share
            }
            return Double(number)
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
