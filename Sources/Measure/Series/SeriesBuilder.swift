import Foundation
import Ledger
import Prose
import World

extension Series {
    /// The series of a pair's events. Linear in events and steps.
    /// - Parameters:
    ///   - points: in any order; those before `from` still count in temperature and stock.
    ///   - coverage: articles by day; days without an entry have none.
    ///   - from: first day wanted; nil: the first event's or article's.
    ///   - to: last day wanted; nil: the last event's or article's.
    public init(
        points: [EventPoint], coverage: [CoverageDay] = [], by step: Step, from: Day? = nil, to: Day? = nil,
        temperature: TemperatureScale = .standard,
        stock: StockScale? = nil
    ) {
        let sorted = points.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        let known = points.map(\.day) + coverage.map(\.day)
        var steps: [SeriesPoint] = []
        if let first = from ?? known.min(), let last = to ?? known.max(), first <= last {
            var builder = SeriesBuilder(points: sorted, coverage: coverage, step: step, temperature: temperature, stock: stock)
            steps = builder.steps(from: step.start(of: first), to: last)
        }
        self.init(step: step, temperature: temperature, stock: stock, points: steps)
    }
}

/// Goes through the events once, carrying the temperature's sums and the stock from step to step.
private struct SeriesBuilder {
    private let points: [EventPoint]
    private let coverage: [Day: (published: Int, mentioning: Int)]
    private let step: Step
    private let scale: TemperatureScale
    private let stock: StockScale?
    private var next = 0
    private var heat: Heat
    private var level: Double?

    init(points: [EventPoint], coverage: [CoverageDay], step: Step, temperature: TemperatureScale, stock: StockScale?) {
        self.points = points
        self.coverage = Dictionary(coverage.map { (step.start(of: $0.day), ($0.published, $0.mentioning)) }) { ($0.0 + $1.0, $0.1 + $1.1) }
        self.step = step
        scale = temperature
        self.stock = stock
        heat = Heat(scale: temperature)
        level = stock?.start
    }

    mutating func steps(from first: Day, to last: Day) -> [SeriesPoint] {
        _ = take(until: first - 1)
        var steps: [SeriesPoint] = []
        var start = first
        while start <= last {
            let following = step.next(after: start)
            steps.append(point(start, following - 1))
            start = following
        }
        return steps
    }

    /// The events up to a day that were not taken yet.
    private mutating func take(until day: Day) -> ArraySlice<EventPoint> {
        let from = next
        while next < points.count, points[next].day <= day {
            heat.add(points[next])
            next += 1
        }
        heat.age(to: day)
        if let stock { level = stock.value(after: Array(points[from..<next]), from: level) }
        return points[from..<next]
    }

    private mutating func point(_ start: Day, _ end: Day) -> SeriesPoint {
        let events = take(until: end)
        let quads = Dictionary(events.map { ($0.quad, 1) }, uniquingKeysWith: +)
        let cooperation = (quads[.verbalCooperation] ?? 0) + (quads[.materialCooperation] ?? 0)
        let sum = events.reduce(0) { $0 + $1.score }
        let published = coverage[start] ?? (0, 0)
        return SeriesPoint(
            start: start, end: end, events: events.count, quads: quads, types: Dictionary(events.map { ($0.type, 1) }, uniquingKeysWith: +),
            scoreSum: sum,
            scoreMean: events.isEmpty ? nil : sum / Double(events.count),
            cooperationShare: events.isEmpty ? nil : Double(cooperation) / Double(events.count),
            temperature: heat.temperature, stock: level, published: published.published, mentioning: published.mentioning,
            movers: movers(events, on: end))
    }

    private func movers(_ events: ArraySlice<EventPoint>, on day: Day) -> [Mover] {
        events
            .map {
                Mover(
                    id: $0.id, day: $0.day, type: $0.type, score: $0.score,
                    change: heat.temperature - heat.temperature(without: $0, on: day))
            }
            .sorted { (-abs($0.change), $0.day, $0.id) < (-abs($1.change), $1.day, $1.id) }
            .prefix(5).map { $0 }
    }
}

/// The sums behind a temperature, on one day.
private struct Heat {
    let scale: TemperatureScale
    private var sum = 0.0
    private var weight = 0.0
    private var day: Day?

    init(scale: TemperatureScale) { self.scale = scale }

    var temperature: Double { sum / (weight + scale.prior) }

    mutating func add(_ point: EventPoint) {
        age(to: point.day)
        sum += point.score
        weight += 1
    }

    mutating func age(to later: Day) {
        if let day {
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
