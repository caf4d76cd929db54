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

    /// By type, party, outlet and month at once: the filter is gone through a single time, which is what costs.
    /// - Throws: ``LedgerError``
    public func facets(_ filter: EventFilter) throws(LedgerError) -> EventFacets {
        guard let query = EventQuery(filter, fold: fold) else { return EventFacets() }
        let sql = """
            WITH hit AS MATERIALIZED (SELECT e.id, e.type, e.day, e.outlets FROM event e WHERE \(query.condition))
            SELECT 'type', type, count(*) FROM hit GROUP BY 2
            UNION ALL SELECT 'party', q.code, count(*) FROM hit JOIN eventParty q ON q.event = hit.id GROUP BY 2
            UNION ALL SELECT 'outlet', j.value, count(*) FROM hit, json_each(hit.outlets) j GROUP BY 2
            UNION ALL SELECT 'month', substr(day, 1, 7), count(*) FROM hit WHERE day IS NOT NULL GROUP BY 2
            ORDER BY 3 DESC, 2
            """
        return try read { db in
            var facets = EventFacets()
            for row in try Row.fetchAll(db, sql: sql, arguments: StatementArguments(query.arguments)) {
                let value: String = row[1]
                switch row[0] as String {
                case "type": facets.types.append(Facet(value: try EventType(column: "event.type", value), events: row[2]))
                case "party": facets.parties.append(Facet(value: value, events: row[2]))
                case "outlet": facets.outlets.append(Facet(value: value, events: row[2]))
                default: facets.months.append(Facet(value: value, events: row[2]))
                }
            }
            return facets
        }
    }

    /// - Parameter sql: gives the value and the count; `{}` stands for the filter's condition.
    private func facet<Value>(
        _ filter: EventFilter, _ sql: String, limit: Int = 100, _ value: (Row) throws -> Value?
    ) throws(LedgerError) -> [Facet<Value>] {
        guard let query = EventQuery(filter, fold: fold) else { return [] }
        let whole = sql.replacing("{}", with: query.condition) + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(limit)"
        return try read { db in
            try Row.fetchAll(db, sql: whole, arguments: StatementArguments(query.arguments)).compactMap { row in
                try value(row).map { Facet(value: $0, events: row[1]) }
            }
        }
    }
}
