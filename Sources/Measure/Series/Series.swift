import Ledger
import Prose
import World

/// A relation step by step, with what moved it.
public struct Series: Sendable, Hashable {
    public let step: Step
    public let temperature: TemperatureScale
    public let stock: StockScale?
    /// Every step from the first to the last, also those without events.
    public let points: [SeriesPoint]
}

/// One step of a series.
public struct SeriesPoint: Sendable, Hashable, Identifiable {
    /// The first day: of the whole step, or the first that was asked for.
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
    /// On the stock scale, on the step's last day; nil where the series was made without one.
    public let stock: Double?
    /// Articles published in the step, and of them those that report an event of the pair: silence is not calm.
    public let published: Int
    public let mentioning: Int
    /// The step's events that moved the temperature most, the strongest first; at most five.
    public let movers: [Mover]

    public var id: Int { start.number }
}

/// An event and what a value owes to it.
public struct Mover: Sendable, Hashable, Identifiable {
    public let event: EventPoint
    /// The value at the step's end less what it would be without the event.
    public let change: Double

    /// The event's.
    public var id: String { event.id }
}

extension Ledger {
    /// The series of a pair, from the record alone.
    /// - Throws: `LedgerError`
    public func series(
        of pair: Pair, by step: Step, from: Day? = nil, to: Day? = nil, temperature: TemperatureScale = .standard, stock: StockScale? = nil
    ) throws(LedgerError) -> Series {
        Series(
            points: try points(of: pair), coverage: try coverage(of: pair), by: step, from: from, to: to, temperature: temperature,
            stock: stock)
    }
}
