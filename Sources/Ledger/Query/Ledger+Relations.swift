import Foundation
import GRDB
import Prose
import World

extension Ledger {
    /// Pairs with the most events first.
    /// - Parameter asOf: the day of the temperature; nil: the last of ``denseDays()``.
    /// - Throws: ``LedgerError``
    public func relations(limit: Int = 100, offset: Int = 0, temperature: TemperatureScale = .standard, asOf: Day? = nil)
        throws(LedgerError)
        -> [RelationRecord]
    {
        try relations(
            "SELECT * FROM relation ORDER BY events DESC, a, b LIMIT ? OFFSET ?", Page(limit: limit, offset: offset).arguments, temperature,
            asOf)
    }

    /// One party's relations, those with the most events first.
    /// - Throws: ``LedgerError``
    public func relations(of code: String, limit: Int = 100, temperature: TemperatureScale = .standard, asOf: Day? = nil)
        throws(LedgerError)
        -> [RelationRecord]
    {
        try relations(
            "SELECT * FROM relation WHERE a = ? OR b = ? ORDER BY events DESC, a, b LIMIT ?", [code, code, max(0, limit)], temperature, asOf
        )
    }

    /// One pair; nil where the record has no event of it that happened on a known day.
    /// - Throws: ``LedgerError``
    public func relation(_ pair: Pair, temperature: TemperatureScale = .standard, asOf: Day? = nil) throws(LedgerError) -> RelationRecord? {
        try relations("SELECT * FROM relation WHERE a = ? AND b = ?", [pair.a, pair.b], temperature, asOf).first
    }

    private func relations(_ sql: String, _ arguments: StatementArguments, _ scale: TemperatureScale, _ asOf: Day?) throws(LedgerError)
        -> [RelationRecord]
    {
        try read { db in try RelationReader(db: db, scale: scale, today: asOf ?? denseDays(db)?.upperBound).relations(sql, arguments) }
    }

    /// A pair's events that happened on known days, in order of day and id: what series are made from.
    /// - Throws: ``LedgerError``
    /// - Parameter sectors: as ``reportedEvents(of:sectors:)`` has it.
    public func points(of pair: Pair, from: Day? = nil, to: Day? = nil, sectors: Set<String>? = nil) throws(LedgerError) -> [EventPoint] {
        try reported(pair, from, to, sectors).map(\.point)
    }

    /// How many articles were published on each day that has any, and how many of them report an event of the pair, in order.
    /// - Throws: ``LedgerError``
    public func coverage(of pair: Pair) throws(LedgerError) -> [CoverageDay] {
        try read { db in
            let sql = "SELECT day, articles FROM relationCoverage WHERE a = ? AND b = ? AND day <> '' ORDER BY day"
            var own = try Row.fetchAll(db, sql: sql, arguments: [pair.a, pair.b]).compactMap { row in
                Day(iso: row[0] as String).map { (day: $0, articles: row[1] as Int) }
            }[...]
            // Both go by day.
            return try published.days(db).map { entry in
                own = own.drop { $0.day < entry.day }
                let mentioning = own.first.map { $0.day == entry.day ? $0.articles : 0 } ?? 0
                return CoverageDay(day: entry.day, published: entry.articles, mentioning: mentioning)
            }
        }
    }
}

/// Reads relations with their last event and their temperature.
private struct RelationReader {
    let db: Database
    let scale: TemperatureScale
    let today: Day?

    func relations(_ sql: String, _ arguments: StatementArguments) throws -> [RelationRecord] {
        try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap { row in
            guard let pair = Pair(row["a"], row["b"]) else { return nil }
            return try relation(row, pair)
        }
    }

    private func relation(_ row: Row, _ pair: Pair) throws -> RelationRecord {
        let events: Int = row["events"]
        let scoreSum: Double = row["scoreSum"]
        let lastDay: String = row["lastDay"]
        let day = today ?? Day(iso: lastDay)
        return RelationRecord(
            pair: pair, events: events,
            quads: [
                .verbalCooperation: row["verbalCooperation"], .materialCooperation: row["materialCooperation"],
                .verbalConflict: row["verbalConflict"],
                .materialConflict: row["materialConflict"],
            ], articles: row["articles"], firstDay: row["firstDay"], lastDay: lastDay, last: try lastEvent(pair, lastDay),
            score: scoreSum / Double(events),
            temperature: try day.map { scale.temperature(on: $0.number, days: try days(pair, until: $0)) } ?? 0)
    }

    private func lastEvent(_ pair: Pair, _ day: String) throws -> EventRecord? {
        let find = try db.cachedStatement(
            sql: """
                SELECT e.id FROM eventPair p JOIN event e ON e.id = p.event
                WHERE p.a = ? AND p.b = ? AND p.day = ? AND \(Reconcile.counted) ORDER BY e.voices DESC, e.mentions DESC, e.id LIMIT 1
                """)
        guard let id = try Int64.fetchOne(find, arguments: [pair.a, pair.b, day]) else { return nil }
        return try Row.fetchOne(db.cachedStatement(sql: "\(EventQuery.columns) WHERE e.id = ?"), arguments: [id]).map(EventRecord.init)
    }

    /// The days that still count: after twenty half-lives a millionth is left.
    private func days(_ pair: Pair, until today: Day) throws -> [(day: Int, events: Int, scoreSum: Double)] {
        let statement = try db.cachedStatement(
            sql: "SELECT day, events, scoreSum FROM relationDay WHERE a = ? AND b = ? AND day BETWEEN ? AND ?")
        let from = today.number - Int(scale.halfLife * 20)
        let rows = try Row.fetchCursor(statement, arguments: [pair.a, pair.b, from, today.number])
        var days: [(day: Int, events: Int, scoreSum: Double)] = []
        while let row = try rows.next() { days.append((row[0], row[1], row[2])) }
        return days
    }
}
