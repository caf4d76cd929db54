import Foundation
import Ledger
import Prose

/// The sums behind a temperature, on one day, in four readings that differ in how often each event counts.
struct Heat {
    let scale: TemperatureScale
    private var sum = Lanes.zero
    private var weight = Lanes.zero
    private var day: Day?
    /// What is left after so many days.
    private let left: [Double]

    init(scale: TemperatureScale) {
        self.scale = scale
        left = (0..<32).map { exp2(-Double($0) / scale.halfLife) }
    }

    var temperatures: Lanes { sum / (weight + scale.prior) }

    mutating func add(_ score: Double, on day: Day, times: Lanes = .one) {
        age(to: day)
        sum += score * times
        weight += times
    }

    mutating func age(to later: Day) {
        if let day, day != later {
            let left = left(after: later - day)
            sum *= left
            weight *= left
        }
        day = later
    }

    private func left(after days: Int) -> Double { left.indices.contains(days) ? left[days] : exp2(-Double(days) / scale.halfLife) }

    /// The first reading's.
    /// - Parameters:
    ///   - score: of the event that is taken away.
    ///   - its: the event's day.
    func temperature(without score: Double, of its: Day, on day: Day) -> Double {
        let left = left(after: day - its)
        return (sum[0] - score * left) / (weight[0] - left + scale.prior)
    }
}
