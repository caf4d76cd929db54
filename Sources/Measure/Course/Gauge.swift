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
        impact = stock.impact(of: point.type)
    }
}

/// Four readings side by side, which differ in how often each event counts: a processor adds four numbers as fast as one.
typealias Lanes = SIMD4<Double>

/// How often each event counts in each of four readings.
protocol EventTimes {
    func times(_ event: Int) -> Lanes
}

struct EachOnce: EventTimes {
    func times(_ event: Int) -> Lanes { .one }
}

/// As often as it is drawn in four replicates of a bootstrap.
struct AsDrawn: EventTimes {
    let draw: Draw
    /// Of each of the ``LikeEvents``, side by side: a replicate goes over them all.
    let lots: [(seed: UInt64, count: Int)]

    func times(_ kind: Int) -> Lanes { draw.poisson(lots[kind].seed, count: lots[kind].count) }
}

/// By who reports it.
struct ByOutlets: EventTimes {
    /// By the number of a list of outlets.
    let ofLists: [Lanes]
    /// Each event's list.
    let listOf: [Int]

    func times(_ event: Int) -> Lanes { ofLists[listOf[event]] }
}

/// Reads one scale while the events go by in order of their days.
protocol Gauge {
    /// Called before the events of a step.
    mutating func begin()
    /// - Parameter times: how often it counts in each reading; 0 leaves it out.
    mutating func add(_ event: Impulse, times: Lanes)
    /// On a step's last day; not a number where the scale has nothing to say.
    mutating func values(on day: Day) -> Lanes
    /// The first reading's value less what it would be without an event of this step, which was added once; read after `values(on:)`.
    func change(owedTo event: Impulse, on day: Day) -> Double
}

struct TemperatureGauge: Gauge {
    private var heat: Heat

    init(_ scale: TemperatureScale) { heat = Heat(scale: scale) }

    mutating func begin() {}

    mutating func add(_ event: Impulse, times: Lanes) { heat.add(event.score, on: event.day, times: times) }

    mutating func values(on day: Day) -> Lanes {
        heat.age(to: day)
        return heat.temperatures
    }

    func change(owedTo event: Impulse, on day: Day) -> Double {
        heat.temperatures[0] - heat.temperature(without: event.score, of: event.day, on: day)
    }
}

/// An event's change is the step it took when it came, P′ − P.
struct StockGauge: Gauge {
    private let scale: StockScale
    private var levels: Lanes
    /// By the event's number.
    private var steps: [Int: Double] = [:]
    /// Replicates of a bootstrap ask for no changes.
    private let isExplained: Bool

    init(_ scale: StockScale, isExplained: Bool) {
        self.scale = scale
        self.isExplained = isExplained
        levels = Lanes(repeating: scale.start)
    }

    mutating func begin() { steps.removeAll(keepingCapacity: true) }

    mutating func add(_ event: Impulse, times: Lanes) {
        let before = levels[0]
        for lane in levels.indices {
            for _ in 0..<Int(times[lane]) { levels[lane] = scale.moved(levels[lane], by: event.impact) }
        }
        if isExplained { steps[event.number] = levels[0] - before }
    }

    mutating func values(on day: Day) -> Lanes { levels }

    func change(owedTo event: Impulse, on day: Day) -> Double { steps[event.number] ?? 0 }
}

/// Sums over the step's own events, and what is read from them.
struct SumGauge: Gauge {
    let scale: RelationScale
    private var count = Lanes.zero
    private var sum = Lanes.zero
    private var cooperation = Lanes.zero

    init(_ scale: RelationScale) { self.scale = scale }

    mutating func begin() { (count, sum, cooperation) = (.zero, .zero, .zero) }

    mutating func add(_ event: Impulse, times: Lanes) {
        count += times
        sum += event.score * times
        if event.isCooperation { cooperation += times }
    }

    mutating func values(on day: Day) -> Lanes { read(count, sum, cooperation) }

    func change(owedTo event: Impulse, on day: Day) -> Double {
        let all = read(count, sum, cooperation)[0]
        let without = read(count - 1, sum - event.score, cooperation - (event.isCooperation ? 1 : 0))[0]
        return (all.isNaN ? 0 : all) - (without.isNaN ? 0 : without)
    }

    /// A mean of no events is 0/0.
    private func read(_ count: Lanes, _ sum: Lanes, _ cooperation: Lanes) -> Lanes {
        switch scale {
        case .events: count
        case .sum: sum
        case .share: cooperation / count
        default: (sum / count).replacing(with: .nan, where: count .== 0)
        }
    }
}

extension EventPoint {
    var isCooperation: Bool { quad == .verbalCooperation || quad == .materialCooperation }
}
