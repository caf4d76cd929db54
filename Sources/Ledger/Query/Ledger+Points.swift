import Foundation
import GRDB
import Prose
import World

/// A pair's event with those that report it.
public struct ReportedEvent: Sendable, Identifiable {
    public let point: EventPoint
    public let articles: Int
    /// Names in alphabetical order; empty where no article has one.
    public let outlets: [String]
    /// The number of that list among those read with it: few stand for thousands of events.
    package let list: Int

    public var id: String { point.id }
}

extension Ledger {
    /// A pair's events that happened on known days, in order of day and id, with those that report them.
    /// - Parameter sectors: only events of which one mention has both parties acting through one of these sectors, `none` standing for a party that is named
    ///   as a whole; nil: every event.
    /// - Throws: ``LedgerError``
    public func reportedEvents(of pair: Pair, sectors: Set<String>? = nil) throws(LedgerError) -> [ReportedEvent] {
        Array(try reported(pair, nil, nil, sectors))
    }

    /// Those of some days, without copying what a digest has.
    func reported(_ pair: Pair, _ from: Day?, _ to: Day?, _ sectors: Set<String>?) throws(LedgerError) -> ArraySlice<ReportedEvent> {
        let sql = """
            SELECT e.id, e.start, e.type, e.quad, e.score, e.voices, e.articles, e.outlets FROM eventPair p JOIN event e ON e.id = p.event
            WHERE p.a = ?1 AND p.b = ?2 AND \(Reconcile.counted) AND (?3 IS NULL OR e.start >= ?3) AND (?4 IS NULL OR e.start <= ?4)
              \(sectors == nil ? "" : Self.between)
            ORDER BY e.start, e.id < 0, e.id
            """
        var arguments: [(any DatabaseValueConvertible)?] = [pair.a, pair.b, from?.iso, to?.iso]
        if let sectors { arguments.append(Column.json(sectors.sorted())) }
        return try read { db in
            if sectors == nil, let digest = try digests.digest(pair.a, pair.b, db) {
                return digest.reported(from: from, to: to)
            }
            let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
            var lists: [String: (number: Int, outlets: [String])] = [:]
            var events: [ReportedEvent] = []
            while let row = try rows.next() {
                guard let day = Day(iso: row[1] as String) else { continue }
                let text: String = row[7]
                // Few lists stand for thousands of events: each is read once.
                let list = try lists[text] ?? (lists.count, Column.decode([String].self, text))
                lists[text] = list
                let point = EventPoint(
                    number: UInt64(bitPattern: row[0] as Int64), day: day, type: try EventType(column: "event.type", row[2]),
                    quad: try QuadClass(column: "event.quad", row[3]), score: row[4], voices: row[5])
                events.append(ReportedEvent(point: point, articles: row[6], outlets: list.outlets, list: list.number))
            }
            return events[...]
        }
    }

    /// The events of these ids, in their order; those that are not in the record are left out.
    /// - Throws: ``LedgerError``
    public func events(ids: [String]) throws(LedgerError) -> [EventRecord] {
        try read { db in try EventRecord.records(ids.compactMap { number(hexadecimal: $0) }, in: db) }
    }

    /// How many articles were published from one day to another, both included, and by which outlets, those with the most first.
    /// - Throws: ``LedgerError``
    public func published(from: Day, to: Day) throws(LedgerError) -> [(outlet: String?, articles: Int)] {
        let sql = """
            SELECT o.name, count(*) AS articles FROM article a LEFT JOIN outlet o ON o.number = a.outlet
            WHERE a.localDate BETWEEN ? AND ? GROUP BY a.outlet ORDER BY articles DESC, o.name
            """
        return try read { db in try Row.fetchAll(db, sql: sql, arguments: [from.iso, to.iso]).map { ($0[0], $0[1]) } }
    }

    private static let between = """
        AND EXISTS (SELECT 1 FROM eventMention x JOIN party s ON s.mention = x.mention AND s.code = ?1 JOIN party t ON t.mention = x.mention AND t.code = ?2
          WHERE x.event = e.id AND coalesce(s.sector, 'none') IN (SELECT value FROM json_each(?5))
            AND coalesce(t.sector, 'none') IN (SELECT value FROM json_each(?5)))
        """
}

extension EventPoint {
    init?(_ event: Brief) {
        guard let day = event.day else { return nil }
        self.init(
            number: UInt64(bitPattern: event.id), day: day, type: event.type, quad: event.quad, score: event.score, voices: event.voices)
    }
}
