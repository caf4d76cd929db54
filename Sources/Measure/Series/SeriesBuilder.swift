import Ledger
import Prose
import World

extension Series {
    /// The series of a pair's events. Linear in events and steps.
    /// - Parameters:
    ///   - points: in any order; those before `from` still count in temperature and stock.
    ///   - coverage: articles by day; days without an entry have none.
    ///   - from: first day wanted, on which the first step begins; nil: the whole step of the first event or article.
    ///   - to: last day wanted, on which the last step ends; nil: the whole step of the last event or article.
    ///   - isExplained: whether the events are sought that moved each step.
    public init(
        points: [EventPoint], coverage: [CoverageDay] = [], by step: Step, from: Day? = nil, to: Day? = nil,
        temperature: TemperatureScale = .standard,
        stock: StockScale? = nil, isExplained: Bool = true
    ) {
        let known = from == nil || to == nil ? points.map(\.day) + coverage.map(\.day) : []
        var steps: [SeriesPoint] = []
        if let first = from ?? known.min(), let last = to ?? known.max(), first <= last {
            let days = (from ?? step.start(of: first))...(to ?? step.next(after: step.start(of: last)) - 1)
            var builder = SeriesBuilder(
                points: Self.inOrder(points), coverage: coverage.filter { days.contains($0.day) }, step: step, temperature: temperature,
                stock: stock, isExplained: isExplained)
            steps = builder.steps(days)
        }
        self.init(step: step, temperature: temperature, stock: stock, points: steps)
    }

    /// By day and id, as a ledger's are already.
    private static func inOrder(_ points: [EventPoint]) -> [EventPoint] {
        let isLess = { (one: EventPoint, other: EventPoint) in (one.day, one.number) < (other.day, other.number) }
        return zip(points, points.dropFirst()).contains { isLess($1, $0) } ? points.sorted(by: isLess) : points
    }
}

/// Goes through the events once, carrying the temperature's sums and the stock from step to step.
private struct SeriesBuilder {
    private let points: [EventPoint]
    private let coverage: [Day: (published: Int, mentioning: Int)]
    private let step: Step
    private let scale: TemperatureScale
    private let stock: StockScale?
    private let isExplained: Bool
    private var next = 0
    private var heat: Heat
    private var level: Double?

    init(points: [EventPoint], coverage: [CoverageDay], step: Step, temperature: TemperatureScale, stock: StockScale?, isExplained: Bool) {
        self.points = points
        self.coverage = Dictionary(coverage.map { (step.start(of: $0.day), ($0.published, $0.mentioning)) }) { ($0.0 + $1.0, $0.1 + $1.1) }
        self.step = step
        scale = temperature
        self.stock = stock
        self.isExplained = isExplained
        heat = Heat(scale: temperature)
        level = stock?.start
    }

    mutating func steps(_ days: ClosedRange<Day>) -> [SeriesPoint] {
        _ = take(until: days.lowerBound - 1)
        var steps: [SeriesPoint] = []
        var start = days.lowerBound
        while start <= days.upperBound {
            let following = step.next(after: step.start(of: start))
            steps.append(point(start, min(following - 1, days.upperBound)))
            start = following
        }
        return steps
    }

    /// The events up to a day that were not taken yet.
    private mutating func take(until day: Day) -> ArraySlice<EventPoint> {
        let from = next
        while next < points.count, points[next].day <= day {
            heat.add(points[next].score, on: points[next].day)
            next += 1
        }
        heat.age(to: day)
        if let stock { level = stock.value(after: points[from..<next], from: level) }
        return points[from..<next]
    }

    private mutating func point(_ start: Day, _ end: Day) -> SeriesPoint {
        let events = take(until: end)
        let quads = Self.counts(events, \.quad)
        let cooperation = (quads[.verbalCooperation] ?? 0) + (quads[.materialCooperation] ?? 0)
        let sum = events.reduce(0) { $0 + $1.score }
        let published = coverage[step.start(of: start)] ?? (0, 0)
        return SeriesPoint(
            start: start, end: end, events: events.count, quads: quads, types: Self.counts(events, \.type),
            scoreSum: sum,
            scoreMean: events.isEmpty ? nil : sum / Double(events.count),
            cooperationShare: events.isEmpty ? nil : Double(cooperation) / Double(events.count),
            temperature: heat.temperatures[0], stock: level, published: published.published, mentioning: published.mentioning,
            movers: isExplained ? movers(events, on: end) : [])
    }

    /// Sought among the few there are: the hash of a type goes over its whole name.
    private static func counts<Value: Hashable>(_ events: ArraySlice<EventPoint>, _ value: (EventPoint) -> Value) -> [Value: Int] {
        var counts: [(value: Value, events: Int)] = []
        for event in events {
            let own = value(event)
            if let place = counts.firstIndex(where: { $0.value == own }) { counts[place].events += 1 } else { counts.append((own, 1)) }
        }
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.value, $0.events) })
    }

    private func movers(_ events: ArraySlice<EventPoint>, on day: Day) -> [Mover] {
        Mover.strongest(
            events.lazy.map { event in
                let without = heat.temperature(without: event.score, of: event.day, on: day)
                return Mover(event: event, change: heat.temperatures[0] - without)
            }, 5)
    }
}
