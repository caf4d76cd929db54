import Foundation
import Ledger
import Prose

/// The sums behind a temperature, on one day.
struct Heat {
    let scale: TemperatureScale
    private var sum = 0.0
    private var weight = 0.0
    private var day: Day?

    init(scale: TemperatureScale) { self.scale = scale }

    var temperature: Double { sum / (weight + scale.prior) }

    mutating func add(_ score: Double, on day: Day, times: Int = 1) {
        age(to: day)
        sum += score * Double(times)
        weight += Double(times)
    }

    mutating func age(to later: Day) {
        if let day, day != later {
            let left = exp2(-Double(later - day) / scale.halfLife)
            sum *= left
            weight *= left
        }
        day = later
    }

    /// - Parameters:
    ///   - score: of the event that is taken away.
    ///   - its: the event's day.
    func temperature(without score: Double, of its: Day, on day: Day) -> Double {
        let left = exp2(-Double(day - its) / scale.halfLife)
        return (sum - score * left) / (weight - left + scale.prior)
    }
}
