import Ledger
import Prose
import World

/// Reads a scale over the same steps several times: as it is, with events drawn anew, and with each group of outlets left out.
struct CourseBuilder {
    let events: [ReportedEvent]
    let series: Series
    let request: CourseRequest
    let scales: Scales
    let groups: OutletGroups
    private let impulses: [Impulse]
    /// Few lists of outlets stand for thousands of events: each list once, and each event's by its number.
    private let lists: [[String]]
    private let listOf: [Int]

    init(events: [ReportedEvent], series: Series, request: CourseRequest, scales: Scales, groups: OutletGroups) {
        self.events = events
        self.series = series
        self.request = request
        self.scales = scales
        self.groups = groups
        impulses = events.enumerated().map { Impulse($0, $1.point, scales.stock) }
        // Lists that lie in one place are one, which is seen without reading them.
        var numbers: [UnsafePointer<String>?: Int] = [:]
        var lists: [[String]] = []
        listOf = events.map { event in
            let place = event.outlets.withUnsafeBufferPointer { $0.baseAddress }
            let number = numbers[place] ?? lists.count
            if number == lists.count { lists.append(event.outlets) }
            numbers[place] = number
            return number
        }
        self.lists = lists
    }

    /// A mean of fewer events has no interval: what two events leave open, drawing the two again does not show.
    private static let least = 5
    private static let most = 5

    func readings() -> [Reading] {
        var found: [Found] = []
        // Every course is read by the same function; only how often each event counts differs.
        walk([Lanes](repeating: .one, count: events.count), isExplained: true) { found.append($0) }
        let replicates = replicateValues()
        let lessened = groups.groups.compactMap { group in without(group, found) }
        return series.points.indices.map { index in
            Reading(
                point: series.points[index], value: found[index].values.first, interval: interval(replicates[index], series.points[index]),
                without: lessened.compactMap { $0[index] }.sorted { Self.isFarther($0, $1, from: found[index].values.first) },
                movers: found[index].movers)
        }
    }

    /// What one walk finds at a step's end.
    private struct Found {
        let values: Lanes
        let movers: [Mover]
        /// Of the first reading.
        let events: Int
    }

    /// Goes over the events once for four readings.
    /// - Parameter times: how often each event counts in each.
    private func walk(_ times: [Lanes], isExplained: Bool = false, each: (Found) -> Void) {
        switch request.scale {
        case .temperature: walk(TemperatureGauge(scales.temperature), times, isExplained, each)
        case .stock: walk(StockGauge(scales.stock, isExplained: isExplained), times, isExplained, each)
        case .score, .sum, .share, .events: walk(SumGauge(request.scale), times, isExplained, each)
        }
    }

    private func walk<G: Gauge>(_ start: G, _ times: [Lanes], _ isExplained: Bool, _ each: (Found) -> Void) {
        guard let first = series.points.first else { return }
        var gauge = start
        var next = 0
        var count = 0.0
        func take(until day: Day) -> Range<Int> {
            let from = next
            count = 0
            while next < impulses.count, impulses[next].day <= day {
                gauge.add(impulses[next], times: times[next])
                count += times[next][0]
                next += 1
            }
            return from..<next
        }
        _ = take(until: first.start - 1)
        for step in series.points {
            gauge.begin()
            let own = take(until: step.end)
            let values = gauge.values(on: step.end)
            each(Found(values: values, movers: isExplained ? movers(own, gauge, step.end) : [], events: Int(count)))
        }
    }

    private func movers<G: Gauge>(_ own: Range<Int>, _ gauge: G, _ day: Day) -> [Mover] {
        Mover.strongest(own.map { Mover(events[$0].point, change: gauge.change(owedTo: impulses[$0], on: day)) }, Self.most)
    }

    // MARK: - Bootstrap

    /// The values of each step in each replicate.
    private func replicateValues() -> [[Double]] {
        var values = [[Double]](repeating: [], count: series.points.count)
        let seeds = events.map { Draw.seed($0.id) }
        var times = [Lanes](repeating: .zero, count: events.count)
        for replicate in stride(from: 0, to: request.replicates, by: Lanes.scalarCount) {
            let draw = Draw(replicate: replicate)
            for number in seeds.indices { times[number] = draw.poisson(seeds[number]) }
            let wanted = min(Lanes.scalarCount, request.replicates - replicate)
            var index = 0
            walk(times) { found in
                for lane in 0..<wanted where !found.values[lane].isNaN { values[index].append(found.values[lane]) }
                index += 1
            }
        }
        return values
    }

    private func interval(_ values: [Double], _ point: SeriesPoint) -> ClosedRange<Double>? {
        let known = request.scale.isCarried ? events.count : point.events
        guard known >= Self.least, values.count * 2 > request.replicates else { return nil }
        let sorted = values.sorted()
        let at = { (share: Double) in sorted[Int((Double(sorted.count - 1) * share).rounded())] }
        return at(0.025)...at(0.975)
    }

    // MARK: - Outlets

    /// The steps that one group's absence changes; nil where it reports nothing alone.
    private func without(_ group: (name: String, outlets: Set<String>), _ full: [Found]) -> [GroupReading?]? {
        let isGroup = lists.map { !$0.isEmpty && $0.allSatisfy(group.outlets.contains) }
        let isGone = listOf.map { isGroup[$0] }
        guard isGone.contains(true) else { return nil }
        var readings: [GroupReading?] = []
        let compare = { (found: Found) in
            let whole = full[readings.count]
            let (value, before) = (found.values.first, whole.values.first)
            let same = value == before && found.events == whole.events
            readings.append(same ? nil : GroupReading(group: group.name, value: value, events: whole.events - found.events))
        }
        walk(isGone.map { $0 ? .zero : .one }, each: compare)
        return readings
    }

    private static func isFarther(_ one: GroupReading, _ other: GroupReading, from value: Double?) -> Bool {
        let distance = { (reading: GroupReading) in abs((reading.value ?? 0) - (value ?? 0)) }
        return (-distance(one), one.group) < (-distance(other), other.group)
    }
}

extension Lanes {
    /// The first reading's value; nil where there is none.
    fileprivate var first: Double? { self[0].isNaN ? nil : self[0] }
}
