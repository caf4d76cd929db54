import Ledger
import Tables
import World

/// A relation as a stock that events add to and take from, in the manner of Tsinghua's great-power data set: −N…N, where a relation near an end moves
/// less the nearer it is. The rule and the bands are theirs, the event values and the start are ours: see `Knowledge/scales/stock.txt`.
public struct StockScale: Sendable, Hashable {
    public struct Band: Sendable, Hashable {
        public let from: Double
        public let to: Double
        /// In simplified script.
        public let name: String
        /// In traditional script.
        public let hant: String
        public let english: String
    }

    public let version: String
    /// N.
    public let range: Double
    public let start: Double
    /// I₀ of one event.
    public let values: [EventType: Double]
    public let bands: [Band]
    /// The values once more: sought along the sixteen, since the hash of a type goes over its whole name.
    private let impacts: [Impact]

    private struct Impact: Hashable {
        let type: EventType
        let value: Double
    }

    init(_ figures: Figures, values: Table, bands: Table) throws {
        version = try figures.text("version")
        range = try figures.positive("range")
        start = try figures.number("start")
        self.values = try Self.values(values)
        impacts = self.values.map { Impact(type: $0.key, value: $0.value) }.sorted { $0.type.rawValue < $1.type.rawValue }
        self.bands = try bands.rows.map { row in
            guard let from = Double(try row.require("from")), let to = Double(try row.require("to")), from < to else {
                throw row.problem("a band must go from a number to a greater one")
            }
            return Band(
                from: from, to: to, name: try row.require("name"), hant: try row.require("hant"), english: try row.require("english"))
        }
    }

    /// I₀ of an event of this type.
    func impact(of type: EventType) -> Double { impacts.first { $0.type == type }?.value ?? 0 }

    /// Where a relation stands after an event: P′ = P + I. Never beyond −N…N.
    public func moved(_ value: Double, by impact: Double) -> Double {
        let room = impact >= 0 ? range - value : range + value
        return min(range, max(-range, value + impact * room / range))
    }

    /// Where a relation stands after some events, in their order.
    public func value(after points: some Sequence<EventPoint>, from start: Double? = nil) -> Double {
        points.reduce(start ?? self.start) { moved($0, by: impact(of: $1.type)) }
    }

    /// The band that a value is in; nil only where the file's bands leave a gap.
    public func band(_ value: Double) -> Band? { bands.last { $0.from <= value && value <= $0.to } }

    private static func values(_ table: Table) throws -> [EventType: Double] {
        var values: [EventType: Double] = [:]
        for row in table.rows {
            guard let type = EventType(rawValue: try row.require("type")) else {
                throw row.problem("the type must be one of PLOVER's sixteen")
            }
            guard let value = Double(try row.require("value")) else { throw row.problem("the value must be a number") }
            guard values.updateValue(value, forKey: type) == nil else { throw row.problem("the type \(type.rawValue) has a value already") }
        }
        for type in EventType.allCases where values[type] == nil {
            throw TableProblem(file: table.file, line: 1, message: "a row must give the value of \(type.rawValue)")
        }
        return values
    }
}
