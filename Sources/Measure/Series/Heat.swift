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

    mutating func add(_ point: EventPoint, times: Int = 1) {
        age(to: point.day)
        sum += point.score * Double(times)
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

    func temperature(without point: EventPoint, on day: Day) -> Double {
        let left = exp2(-Double(day - point.day) / scale.halfLife)
        return (sum - point.score * left) / (weight - left + scale.prior)
    }
}
