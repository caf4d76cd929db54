import GRDB

/// How much of what a ledger holds.
public struct LedgerStats: Sendable, Hashable {
    public let summary: LedgerSummary
    /// Bytes.
    public let size: Int
    /// By type, the most first.
    public let types: [Count]
    public let statuses: [Count]
    /// Articles by month of publication, in order; `-` where unknown.
    public let months: [Count]
    public let outlets: [Count]
    /// How many events have one report, two, three to five, six to ten, and more.
    public let mentionsOfEvents: [Count]
    /// How many events more than one independent voice reports.
    public let confirmed: Int
    /// Reviews by kind.
    public let reviews: [Count]

    public struct Count: Sendable, Hashable {
        public let name: String
        public let count: Int
    }
}

extension Ledger {
    /// - Throws: ``LedgerError``
    public func stats() throws(LedgerError) -> LedgerStats {
        let summary = try summary()
        let bytes = size
        return try read { db in
            let counts = { (sql: String) in try Row.fetchAll(db, sql: sql).map { LedgerStats.Count(name: $0[0], count: $0[1]) } }
            return LedgerStats(
                summary: summary, size: bytes,
                types: try counts("SELECT type, count(*) FROM event GROUP BY 1 ORDER BY 2 DESC, 1"),
                statuses: try counts("SELECT status, count(*) FROM event GROUP BY 1 ORDER BY 2 DESC, 1"),
                months: try counts("SELECT coalesce(substr(localDate, 1, 7), '-'), count(*) FROM article GROUP BY 1 ORDER BY 1"),
                outlets: try counts(
                    "SELECT o.name, count(*) FROM article a JOIN outlet o ON o.number = a.outlet GROUP BY 1 ORDER BY 2 DESC, 1"),
                mentionsOfEvents: try counts(
                    """
                    SELECT CASE WHEN mentions = 1 THEN '1' WHEN mentions = 2 THEN '2' WHEN mentions < 6 THEN '3–5' WHEN mentions < 11 THEN '6–10' ELSE 'more' END,
                      count(*) FROM event GROUP BY 1 ORDER BY min(mentions)
                    """),
                confirmed: try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE voices > 1") ?? 0,
                reviews: try counts("SELECT kind, count(*) FROM review GROUP BY 1 ORDER BY 1"))
        }
    }
}
