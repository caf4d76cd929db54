import Foundation

/// How warm a relation is: the mean score of its events, each counting half as much for every half-life gone by, drawn towards 0 by
/// `prior` imagined events of score 0 that never age. A single visit after long silence warms a little; silence cools to 0.
///
///     T(day) = Σ score·2^(−age/halfLife) / (Σ 2^(−age/halfLife) + prior)
///
/// −10…10, PLOVER's range. The figures and their reasons stand in `Knowledge/scales/temperature.txt`.
public struct TemperatureScale: Sendable, Hashable {
    /// Days.
    public let halfLife: Double
    public let prior: Double
    public let version: String

    public init(halfLife: Double, prior: Double, version: String) {
        self.halfLife = halfLife
        self.prior = prior
        self.version = version
    }

    public static let standard = TemperatureScale(halfLife: 30, prior: 5, version: "1")

    /// The temperature on a day from events' sums by day; days after it are left out. Linear in the number of days.
    /// - Parameter days: day numbers (since 1970-01-01) with the number of events and the sum of their scores.
    public func temperature(on day: Int, days: [(day: Int, events: Int, scoreSum: Double)]) -> Double {
        var sum = 0.0
        var weight = 0.0
        for entry in days where entry.day <= day {
            let w = exp2(-Double(day - entry.day) / halfLife)
            sum += entry.scoreSum * w
            weight += Double(entry.events) * w
        }
        return sum / (weight + prior)
    }
}
