import GRDB
import World

extension Ledger {
    /// The events of a filter by type, those with the most first; limit and offset are left out of account, as in every facet.
    /// - Throws: ``LedgerError``
    public func types(_ filter: EventFilter) throws(LedgerError) -> [Facet<EventType>] {
        try facet(filter, "SELECT e.type, count(*) FROM event e WHERE {}") { try EventType(column: "event.type", $0[0]) }
    }

    /// By quad class.
    /// - Throws: ``LedgerError``
    public func quads(_ filter: EventFilter) throws(LedgerError) -> [Facet<QuadClass>] {
        try facet(filter, "SELECT e.quad, count(*) FROM event e WHERE {}") { try QuadClass(column: "event.quad", $0[0]) }
    }

    /// By outlet that reported them; an event counts once for each.
    /// - Throws: ``LedgerError``
    public func outlets(_ filter: EventFilter) throws(LedgerError) -> [Facet<String>] {
        try facet(filter, "SELECT j.value, count(*) FROM event e, json_each(e.outlets) j WHERE {}") { $0[0] }
    }

    /// By month of their first day, `YYYY-MM`, the last month first.
    /// - Throws: ``LedgerError``
    public func months(_ filter: EventFilter) throws(LedgerError) -> [Facet<String>] {
        try facet(filter, "SELECT substr(e.day, 1, 7), count(*) FROM event e WHERE e.day IS NOT NULL AND {}", order: "1 DESC") { $0[0] }
    }

    /// By party on either side; an event counts once for each.
    /// - Throws: ``LedgerError``
    public func parties(_ filter: EventFilter, limit: Int = 40) throws(LedgerError) -> [Facet<String>] {
        try facet(filter, "SELECT q.code, count(*) FROM event e JOIN eventParty q ON q.event = e.id WHERE {}", limit: limit) { $0[0] }
    }

    /// By pair of parties.
    /// - Throws: ``LedgerError``
    public func pairs(_ filter: EventFilter, limit: Int = 40) throws(LedgerError) -> [Facet<Pair>] {
        try facet(
            filter, "SELECT q.a || '-' || q.b, count(*), q.a, q.b FROM event e JOIN eventPair q ON q.event = e.id WHERE {}", limit: limit
        ) { Pair($0[2], $0[3]) }
    }

    /// By person named in the sentence that tells them best.
    /// - Throws: ``LedgerError``
    public func people(_ filter: EventFilter, limit: Int = 40) throws(LedgerError) -> [Facet<PersonKey>] {
        try facet(
            filter,
            """
            SELECT q.name || '/' || coalesce(q.code, ''), count(DISTINCT e.id), q.name, q.code FROM event e JOIN party q ON q.mention = e.best
            WHERE q.kind = 'person' AND {}
            """, limit: limit
        ) { PersonKey(name: $0[2], code: $0[3]) }
    }

    /// - Parameter sql: gives the value and the count; `{}` stands for the filter's condition.
    private func facet<Value>(
        _ filter: EventFilter, _ sql: String, order: String = "2 DESC, 1", limit: Int = 100, _ value: (Row) throws -> Value?
    ) throws(LedgerError) -> [Facet<Value>] {
        guard let query = EventQuery(filter, fold: fold) else { return [] }
        let whole = sql.replacing("{}", with: query.condition) + " GROUP BY 1 ORDER BY \(order) LIMIT \(limit)"
        return try read { db in
            try Row.fetchAll(db, sql: whole, arguments: StatementArguments(query.arguments)).compactMap { row in
                try value(row).map { Facet(value: $0, events: row[1]) }
            }
        }
    }
}
