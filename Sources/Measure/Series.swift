import Ledger
import Prose
import World

/// How long a series' steps are.
public enum Step: String, Sendable, Hashable, CaseIterable {
    case day
    /// From Monday.
    case week
    case month

    /// The first day of the step that a day is in.
    public func start(of day: Day) -> Day {
        switch self {
        case .day: day
        case .week: day - (day.weekday - 1)
        case .month: day - (day.parts.day - 1)
        }
    }

    /// The first day of the next step.
    public func next(after start: Day) -> Day {
        switch self {
        case .day: start + 1
        case .week: start + 7
        case .month: start + Day.length(start.parts.year, start.parts.month)
        }
    }
}

/// A relation step by step, with what moved it.
public struct Series: Sendable, Hashable {
    public let step: Step
    public let scale: TemperatureScale
    /// Every step from the first to the last, also those without events.
    public let points: [SeriesPoint]
}

/// One step of a series.
public struct SeriesPoint: Sendable, Hashable, Identifiable {
    public let start: Day
    /// The last day, itself included.
    public let end: Day
    public let events: Int
    public let quads: [QuadClass: Int]
    public let types: [EventType: Int]
    /// Of PLOVER scores, over events.
    public let scoreSum: Double
    /// nil without events.
    public let scoreMean: Double?
    /// Share of events that are cooperation, 0…1; nil without events.
    public let cooperationShare: Double?
    /// On the step's last day.
    public let temperature: Double
    /// Articles published in the step, and of them those that report an event of the pair: silence is not calm.
    public let published: Int
    public let mentioning: Int
    /// The step's events that moved the temperature most, the strongest first; at most five.
    public let movers: [Mover]

    public var id: Int { start.number }
}

/// An event and what the temperature at the step's end owes to it.
public struct Mover: Sendable, Hashable, Identifiable {
    /// The event's id.
    public let id: String
    public let day: Day
    public let type: EventType
    public let score: Double
    /// Degrees: the temperature with the event less the one without it.
    public let change: Double
}

extension Series {
    /// The series of a pair's events.
    /// - Parameters:
    ///   - points: in any order.
    ///   - coverage: articles by day; steps without an entry have none.
    ///   - from: first day wanted; nil: the first event's or article's.
    ///   - to: last day wanted; nil: the last event's or article's.
    public init(
        points: [EventPoint], coverage: [CoverageDay] = [], by step: Step, from: Day? = nil, to: Day? = nil,
        scale: TemperatureScale = .standard
    ) {
        self.init(step: step, scale: scale, points: [])
    }
}

extension Ledger {
    /// The series of a pair, from the record alone.
    /// - Throws: ``LedgerError``
    public func series(
        of pair: Pair, by step: Step, from: Day? = nil, to: Day? = nil, scale: TemperatureScale = .standard
    ) throws(LedgerError) -> Series {
        Series(points: try points(of: pair), coverage: try coverage(of: pair), by: step, from: from, to: to, scale: scale)
    }
}
