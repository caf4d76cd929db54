import Algorithms
import Foundation
import Ledger
import Prose
import World

/// A relation on one scale, step by step, with what one must know to believe it.
public struct Course: Sendable {
    public let pair: Pair
    public let scale: RelationScale
    public let scales: Scales
    /// The days measured.
    public let days: ClosedRange<Day>
    /// Whether only acts of governments count.
    public let isBetweenGovernments: Bool
    public let readings: [Reading]

    public var step: Step { series.step }
    /// The same steps with their counts; what moved them the readings have.
    public let series: Series

    /// The events that moved the value most over all steps, each once, the strongest first.
    public func movers(_ most: Int) -> [Mover] {
        Mover.strongest(readings.flatMap(\.movers), most)
    }
}

/// One step's value and what stands behind it.
public struct Reading: Sendable {
    /// Counts and coverage of the step.
    public let point: SeriesPoint
    /// nil where the scale has nothing to say: a mean without events.
    public let value: Double?
    /// Between the 2.5th and the 97.5th percentile of a bootstrap over events; nil where the step has too few of them.
    public let interval: ClosedRange<Double>?
    /// The value with one group of outlets left out, for each group whose absence changes it, the largest change first.
    public let without: [GroupReading]
    /// The step's events to which the value owes most, the strongest first; at most five.
    public let movers: [Mover]
}

/// A value without the events that only one group of outlets reports.
public struct GroupReading: Sendable, Hashable {
    public let group: String
    /// nil where nothing is left.
    public let value: Double?
    /// How many of the step's events are gone.
    public let events: Int
}

/// What is to be measured, and how.
public struct CourseRequest: Sendable {
    public var scale: RelationScale
    public var step: Step
    /// nil: the first day of the record's dense days.
    public var from: Day?
    /// The day as of which is measured; nil: the last of the record's dense days.
    public var to: Day?
    public var isBetweenGovernments = false
    /// How many replicates the bootstrap draws; 0: no intervals.
    public var replicates = 400

    public init(scale: RelationScale = .temperature, step: Step = .month, from: Day? = nil, to: Day? = nil) {
        self.scale = scale
        self.step = step
        self.from = from
        self.to = to
    }
}

extension Mover {
    /// Those that moved a value most, the strongest first: by the size of the change times log₂(1 + voices), since a lone report is the likeliest to be an error;
    /// then by day and id.
    static func strongest(_ movers: some Sequence<Mover>, _ most: Int) -> [Mover] {
        movers.map { (strength: abs($0.change) * log2(1 + Double($0.event.voices)), mover: $0) }.min(count: most, sortedBy: isStronger).map(
            \.mover)
    }

    private static func isStronger(_ one: (strength: Double, mover: Mover), _ other: (strength: Double, mover: Mover)) -> Bool {
        one.strength == other.strength
            ? (one.mover.event.day, one.mover.event.number) < (other.mover.event.day, other.mover.event.number)
            : one.strength > other.strength
    }
}

extension Ledger {
    /// Measures a relation, from the record alone. The same record and request give the same course, to the last digit.
    /// - Parameter groups: the outlets' groups that are left out in turn; see ``OutletGroups``.
    /// - Throws: ``LedgerError``
    /// - Complexity: events × (replicates + groups).
    public func course(of pair: Pair, _ request: CourseRequest, scales: Scales, groups: OutletGroups = OutletGroups()) throws(LedgerError)
        -> Course
    {
        let events = try reportedEvents(of: pair, sectors: request.isBetweenGovernments ? scales.government : nil)
        // A page knows its days, and looking for them goes over all articles.
        let dense = if request.from == nil || request.to == nil { try denseDays() } else { nil as ClosedRange<Day>? }
        let to = request.to ?? dense?.upperBound ?? events.last?.point.day ?? Day(number: 0)
        let from = min(to, request.from ?? dense?.lowerBound ?? events.first?.point.day ?? to)
        let series = Series(
            points: events.map(\.point), coverage: try coverage(of: pair), by: request.step, from: from, to: to,
            temperature: scales.temperature, stock: scales.stock, isExplained: false)
        let builder = CourseBuilder(events: events, series: series, request: request, scales: scales, groups: groups)
        return Course(
            pair: pair, scale: request.scale, scales: scales, days: from...to, isBetweenGovernments: request.isBetweenGovernments,
            readings: builder.readings(), series: series)
    }
}
