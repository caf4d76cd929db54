import Algorithms
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

    init(events: [ReportedEvent], series: Series, request: CourseRequest, scales: Scales, groups: OutletGroups) {
        self.events = events
        self.series = series
        self.request = request
        self.scales = scales
        self.groups = groups
        impulses = events.enumerated().map { Impulse($0, $1.point, scales.stock) }
    }

    /// A mean of fewer events has no interval: what two events leave open, drawing the two again does not show.
    private static let least = 5
    private static let most = 5
    /// Fours of replicates that a core takes at a time.
    private static let atOnce = 10

    func readings() -> [Reading] {
        var found: [Found] = []
        // Every course is read by the same function; only how often each event counts differs.
        walk(impulses, EachOnce(), isExplained: true) { found.append($0) }
        let replicates = replicateValues()
        let lessened = without(found)
        return series.points.indices.map { index in
            Reading(
                point: series.points[index], value: found[index].values.known(0),
                interval: interval(replicates, index),
                without: lessened[index].sorted { Self.isFarther($0, $1, from: found[index].values.known(0)) },
                movers: found[index].movers)
        }
    }

    /// What one walk finds at a step's end.
    private struct Found {
        let values: Lanes
        let movers: [Mover]
        let events: Lanes
    }

    /// Goes over events once for four readings.
    /// - Parameters:
    ///   - impulses: in order of their days.
    ///   - times: how often each counts in each reading.
    private func walk(_ impulses: [Impulse], _ times: some EventTimes, isExplained: Bool = false, each: (Found) -> Void) {
        switch request.scale {
        case .temperature: walk(TemperatureGauge(scales.temperature), impulses, times, isExplained, each)
        case .stock: walk(StockGauge(scales.stock, isExplained: isExplained), impulses, times, isExplained, each)
        case .score, .sum, .share, .events: walk(SumGauge(request.scale), impulses, times, isExplained, each)
        }
    }

    private func walk<G: Gauge>(
        _ start: G, _ impulses: [Impulse], _ times: some EventTimes, _ isExplained: Bool, _ each: (Found) -> Void
    ) {
        guard let first = series.points.first else { return }
        var gauge = start
        var next = 0
        var count = Lanes.zero
        func take(until day: Day) -> Range<Int> {
            let from = next
            count = .zero
            while next < impulses.count, impulses[next].day <= day {
                let own = times.times(next)
                gauge.add(impulses[next], times: own)
                count += own
                next += 1
            }
            return from..<next
        }
        _ = take(until: first.start - 1)
        for step in series.points {
            gauge.begin()
            let own = take(until: step.end)
            let values = gauge.values(on: step.end)
            each(Found(values: values, movers: isExplained ? movers(own, gauge, step.end) : [], events: count))
        }
    }

    private func movers<G: Gauge>(_ own: Range<Int>, _ gauge: G, _ day: Day) -> [Mover] {
        Mover.strongest(own.lazy.map { Mover(event: events[$0].point, change: gauge.change(owedTo: impulses[$0], on: day)) }, Self.most)
    }

    // MARK: - Bootstrap

    /// The values of each step in each replicate, four at once.
    private func replicateValues() -> [[Lanes]] {
        let alike = LikeEvents.gathered(impulses)
        let (kinds, lots) = (alike.map(\.impulse), alike.map { (seed: $0.seed, count: $0.count) })
        let fours = (request.replicates + Lanes.scalarCount - 1) / Lanes.scalarCount
        return AllCores.map(0..<fours, by: Self.atOnce) { stretch in
            stretch.map { four in
                var values: [Lanes] = []
                walk(kinds, AsDrawn(draw: Draw(four), lots: lots)) { values.append($0.values) }
                return values
            }
        }
    }

    private func interval(_ replicates: [[Lanes]], _ index: Int) -> ClosedRange<Double>? {
        let point = series.points[index]
        let known = request.scale.isCarried ? events.count : point.events
        guard known >= Self.least else { return nil }
        var values: [Double] = []
        values.reserveCapacity(request.replicates)
        for four in replicates { for lane in 0..<Lanes.scalarCount { values.append(four[index][lane]) } }
        values = values.prefix(request.replicates).filter { !$0.isNaN }
        guard values.count * 2 > request.replicates else { return nil }
        // Only the ends are put in order.
        let outside = Int((Double(values.count - 1) * 0.025).rounded()) + 1
        guard let low = values.min(count: outside).last, let high = values.max(count: outside).first else { return nil }
        return low...high
    }

    // MARK: - Outlets

    /// Of each step the readings that one group's absence changes.
    private func without(_ full: [Found]) -> [[GroupReading]] {
        var readings = [[GroupReading]](repeating: [], count: full.count)
        let listOf = events.map(\.list)
        var lists = [[String]](repeating: [], count: (listOf.max() ?? -1) + 1)
        for event in events where lists[event.list].isEmpty { lists[event.list] = event.outlets }
        let absent = groups.groups.map { group in
            (name: group.name, lists: lists.map { !$0.isEmpty && $0.allSatisfy(group.outlets.contains) })
        }
        .filter { $0.lists.contains(true) }
        for start in stride(from: 0, to: absent.count, by: Lanes.scalarCount) {
            let some = absent[start..<min(start + Lanes.scalarCount, absent.count)]
            var ofLists = [Lanes](repeating: .one, count: lists.count)
            for (lane, group) in some.enumerated() { for list in lists.indices where group.lists[list] { ofLists[list][lane] = 0 } }
            var index = 0
            walk(impulses, ByOutlets(ofLists: ofLists, listOf: listOf)) { found in
                let whole = full[index]
                for (lane, group) in some.enumerated() {
                    let (value, gone) = (found.values.known(lane), whole.events[0] - found.events[lane])
                    if value == whole.values.known(0), gone == 0 { continue }
                    readings[index].append(GroupReading(group: group.name, value: value, events: Int(gone)))
                }
                index += 1
            }
        }
        return readings
    }

    private static func isFarther(_ one: GroupReading, _ other: GroupReading, from value: Double?) -> Bool {
        let distance = { (reading: GroupReading) in abs((reading.value ?? 0) - (value ?? 0)) }
        return (-distance(one), one.group) < (-distance(other), other.group)
    }
}

extension Lanes {
    /// A reading's value; nil where there is none.
    fileprivate func known(_ lane: Int) -> Double? { self[lane].isNaN ? nil : self[lane] }
}
