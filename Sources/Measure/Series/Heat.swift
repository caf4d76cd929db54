import Foundation
import Ledger
import Prose

/// The sums behind a temperature, on one day, in four readings that differ in how often each event counts.
struct Heat {
    let scale: TemperatureScale
    private var sum = Lanes.zero
    private var weight = Lanes.zero
    private var day: Day?

    init(scale: TemperatureScale) { self.scale = scale }

    var temperatures: Lanes { sum / (weight + scale.prior) }

    mutating func add(_ score: Double, on day: Day, times: Lanes = .one) {
        age(to: day)
        sum += score * times
        weight += times
    }

    mutating func age(to later: Day) {
        if let day, day != later {
            let left = exp2(-Double(later - day) / scale.halfLife)
            sum *= left
            weight *= left
        }
        day = later
    }

    /// The first reading's.
    /// - Parameters:
    ///   - score: of the event that is taken away.
    ///   - its: the event's day.
    func temperature(without score: Double, of its: Day, on day: Day) -> Double {
        let left = exp2(-Double(day - its) / scale.halfLife)
        return (sum[0] - score * left) / (weight[0] - left + scale.prior)
    }
}
