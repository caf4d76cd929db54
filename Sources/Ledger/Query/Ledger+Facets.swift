import GRDB
import World

extension Ledger {
    /// The events of a filter by type, those with the most first; limit and offset are left out of account, as in every facet.
    /// - Throws: ``LedgerError``
    public func types(_ filter: EventFilter) throws(LedgerError) -> [Facet<EventType>] {
        if let known = try known(filter, { [$0.type] }, \.rawValue) { return known }
        return try facet(filter, "SELECT e.type, count(*) FROM event e WHERE {}") { try EventType(column: "event.type", $0[0]) }
    }

    /// By quad class.
    /// - Throws: ``LedgerError``
    public func quads(_ filter: EventFilter) throws(LedgerError) -> [Facet<QuadClass>] {
        if let known = try known(filter, { [$0.quad] }, \.rawValue) { return known }
        return try facet(filter, "SELECT e.quad, count(*) FROM event e WHERE {}") { try QuadClass(column: "event.quad", $0[0]) }
    }

    /// By outlet that reported them; an event counts once for each.
    /// - Throws: ``LedgerError``
    public func outlets(_ filter: EventFilter) throws(LedgerError) -> [Facet<String>] {
        if let known = try known(filter, lists: \.outlets, \.outlets, { $0 }) { return known }
        return try facet(filter, "SELECT j.value, count(*) FROM event e, json_each(e.outlets) j WHERE {}") { $0[0] }
    }

    /// By party on either side; an event counts once for each.
    /// - Throws: ``LedgerError``
    public func parties(_ filter: EventFilter, limit: Int = 40) throws(LedgerError) -> [Facet<String>] {
        if let whole = try whole(
            filter, "SELECT code, n FROM (SELECT code, count(*) AS n FROM eventParty WHERE {} GROUP BY code)", limit, { $0[0] as String })
        {
            return whole
        }
        return try facet(filter, "SELECT q.code, count(*) FROM event e JOIN eventParty q ON q.event = e.id WHERE {}", limit: limit) {
            $0[0]
        }
    }

    /// By pair of parties.
    /// - Throws: ``LedgerError``
    public func pairs(_ filter: EventFilter, limit: Int = 40) throws(LedgerError) -> [Facet<Pair>] {
        if let whole = try whole(
            filter, "SELECT a || '-' || b, n, a, b FROM (SELECT a, b, count(*) AS n FROM eventPair WHERE {} GROUP BY a, b)", limit,
            { Pair($0[2], $0[3]) })
        {
            return whole
        }
        return try facet(
            filter, "SELECT q.a || '-' || q.b, count(*), q.a, q.b FROM event e JOIN eventPair q ON q.event = e.id WHERE {}", limit: limit
        ) { Pair($0[2], $0[3]) }
    }

    /// By person named in the sentence that tells them best.
    /// - Throws: ``LedgerError``
    public func people(_ filter: EventFilter, limit: Int = 40) throws(LedgerError) -> [Facet<PersonKey>] {
        if let known = try known(filter, lists: \.people, \.people, { "\($0.name)/\($0.code ?? "")" }) { return Array(known.prefix(limit)) }
        return try facet(
            filter,
            """
            SELECT q.name || '/' || coalesce(q.code, ''), count(DISTINCT e.id), q.name, q.code FROM event e JOIN party q ON q.mention = e.best
            WHERE q.kind = 'person' AND {}
            """, limit: limit
        ) { PersonKey(name: $0[2], code: $0[3]) }
    }

    /// Of the whole record by party or pair, along the index that has all it takes; nil where the filter asks for more than statuses.
    private func whole<Value>(_ filter: EventFilter, _ sql: String, _ limit: Int, _ value: (Row) -> Value?) throws(LedgerError) -> [Facet<
        Value
    >]? {
        var plain = EventFilter()
        (plain.statuses, plain.order, plain.limit, plain.offset) = (filter.statuses, filter.order, filter.limit, filter.offset)
        guard plain == filter else { return nil }
        let statuses =
            filter.statuses.isEmpty ? "1" : "status IN (\(filter.statuses.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")))"
        return try read { db in
            try Row.fetchAll(db, sql: sql.replacing("{}", with: statuses) + " ORDER BY 2 DESC, 1 LIMIT \(limit)").compactMap { row in
                value(row).map { Facet(value: $0, events: row[1]) }
            }
        }
    }

    /// By a value of each event, where a digest tells all; nil where it does not.
    private func known<Value: Hashable>(_ filter: EventFilter, _ values: (Brief) -> [Value], _ name: (Value) -> String) throws(LedgerError)
        -> [Facet<Value>]?
    {
        try read { db in
            guard let query = try DigestQuery(filter, digests, db) else { return nil }
            var counts: [Value: Int] = [:]
            for event in query.events { for value in values(event) { counts[value, default: 0] += 1 } }
            return Facet.sorted(counts, name)
        }
    }

    /// The same by the values of lists that events share: each list is gone through once.
    private func known<Value: Hashable>(
        _ filter: EventFilter, lists: (Digest) -> [[Value]], _ list: (Brief) -> Int, _ name: (Value) -> String
    ) throws(LedgerError) -> [Facet<Value>]? {
        try read { db in
            guard let query = try DigestQuery(filter, digests, db) else { return nil }
            let lists = lists(query.digest)
            var events = [Int](repeating: 0, count: lists.count)
            for event in query.events { events[list(event)] += 1 }
            return Facet.counting(lists, events, name)
        }
    }

    /// - Parameter sql: gives the value and the count; `{}` stands for the filter's condition.
    private func facet<Value>(
        _ filter: EventFilter, _ sql: String, limit: Int = 100, _ value: (Row) throws -> Value?
    ) throws(LedgerError) -> [Facet<Value>] {
        try read { db in
            guard let query = try EventQuery(filter, fold: fold) else { return [] }
            let whole = sql.replacing("{}", with: query.condition) + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(limit)"
            return try Row.fetchAll(db, sql: whole, arguments: StatementArguments(query.arguments)).compactMap { row in
                try value(row).map { Facet(value: $0, events: row[1]) }
            }
        }
    }
}

extension Facet {
    /// By the values of lists that events share.
    /// - Parameter events: how many have each list.
    static func counting(_ lists: [[Value]], _ events: [Int], _ name: (Value) -> String) -> [Facet] where Value: Hashable {
        var counts: [Value: Int] = [:]
        for (list, count) in zip(lists, events) where count > 0 { for value in list { counts[value, default: 0] += count } }
        return sorted(counts, name)
    }

    /// Those with the most events first, then by name.
    static func sorted(_ counts: [Value: Int], _ name: (Value) -> String) -> [Facet] {
        counts.map { (facet: Facet(value: $0.key, events: $0.value), name: name($0.key)) }
            .sorted { ($1.facet.events, $0.name) < ($0.facet.events, $1.name) }.map(\.facet)
    }
}
