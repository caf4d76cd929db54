import Ledger
import Prose
import World

/// What a scale reads of an event: numbers alone, since a bootstrap goes over thousands of events some hundred times, and copying their ids took most of it.
struct Impulse: Sendable {
    /// Its number among the pair's events.
    let number: Int
    let day: Day
    let score: Double
    let isCooperation: Bool
    /// I₀ on the stock scale.
    let impact: Double

    init(_ number: Int, _ point: EventPoint, _ stock: StockScale) {
        self.number = number
        day = point.day
        score = point.score
        isCooperation = point.isCooperation
        impact = stock.values[point.type] ?? 0
    }
}

/// Reads one scale while the events go by in order of their days.
protocol Gauge {
    /// Called before the events of a step.
    mutating func begin()
    /// - Parameter times: how often it counts; 0 leaves it out.
    mutating func add(_ event: Impulse, times: Int)
    /// On a step's last day.
    mutating func value(on day: Day) -> Double?
    /// The value less what it would be without an event of this step, which was added once; read after `value(on:)`.
    func change(owedTo event: Impulse, on day: Day) -> Double
}

struct TemperatureGauge: Gauge {
    private var heat: Heat

    init(_ scale: TemperatureScale) { heat = Heat(scale: scale) }

    mutating func begin() {}

    mutating func add(_ event: Impulse, times: Int) { heat.add(event.score, on: event.day, times: times) }

    mutating func value(on day: Day) -> Double? {
        heat.age(to: day)
        return heat.temperature
    }

    func change(owedTo event: Impulse, on day: Day) -> Double {
        heat.temperature - heat.temperature(without: event.score, of: event.day, on: day)
    }
}

/// An event's change is the step it took when it came, P′ − P.
struct StockGauge: Gauge {
    private let scale: StockScale
    private var level: Double
    /// By the event's number.
    private var steps: [Int: Double] = [:]
    /// Replicates of a bootstrap ask for no changes.
    private let isExplained: Bool

    init(_ scale: StockScale, isExplained: Bool) {
        self.scale = scale
        self.isExplained = isExplained
        level = scale.start
    }

    mutating func begin() { steps.removeAll(keepingCapacity: true) }

    mutating func add(_ event: Impulse, times: Int) {
        let before = level
        for _ in 0..<times { level = scale.moved(level, by: event.impact) }
        if isExplained { steps[event.number] = level - before }
    }

    mutating func value(on day: Day) -> Double? { level }

    func change(owedTo event: Impulse, on day: Day) -> Double { steps[event.number] ?? 0 }
}

/// Sums over the step's own events, and what is read from them.
struct SumGauge: Gauge {
    let scale: RelationScale
    private var count = 0
    private var sum = 0.0
    private var cooperation = 0

    init(_ scale: RelationScale) { self.scale = scale }

    mutating func begin() { (count, sum, cooperation) = (0, 0, 0) }

    mutating func add(_ event: Impulse, times: Int) {
        count += times
        sum += event.score * Double(times)
        if event.isCooperation { cooperation += times }
    }

    mutating func value(on day: Day) -> Double? { read(count, sum, cooperation) }

    func change(owedTo event: Impulse, on day: Day) -> Double {
        let without = read(count - 1, sum - event.score, cooperation - (event.isCooperation ? 1 : 0))
        return (read(count, sum, cooperation) ?? 0) - (without ?? 0)
    }

    private func read(_ count: Int, _ sum: Double, _ cooperation: Int) -> Double? {
        switch scale {
        case .events: Double(count)
        case .sum: sum
        case .share: count == 0 ? nil : Double(cooperation) / Double(count)
        default: count == 0 ? nil : sum / Double(count)
        }
    }
}

extension EventPoint {
    var isCooperation: Bool { quad == .verbalCooperation || quad == .materialCooperation }
}
