import Coding
import GRDB
import Prose
import World

/// Brings the events of groups whose mentions changed up to date, and then the relations of the pairs whose events did.
struct Reconcile {
    let db: Database
    let fold: @Sendable (String) -> String

    /// Groups in one transaction: few enough that a reader's or a killed writer's view is never far behind.
    static let groupsAtOnce = 500

    /// Does some of the groups; none are left once it gives 0 groups.
    func someGroups() throws -> ReconcileOutcome {
        var outcome = ReconcileOutcome()
        let groups = try String.fetchAll(
            db, sql: "SELECT actGroup FROM dirtyGroup ORDER BY actGroup LIMIT ?", arguments: [Self.groupsAtOnce])
        for group in groups {
            let candidates = try CandidateReader(db: db, fold: fold).candidates(of: group)
            try removeEvents(of: group)
            let happenings = Reconciling.events(of: candidates).compactMap { Happening($0, group: group) }
            for (id, happening) in Happening.numbered(happenings) { try add(happening, id) }
            try run("DELETE FROM dirtyGroup WHERE actGroup = ?", [group])
            outcome.groups += 1
            outcome.mentions += candidates.count
            outcome.events += happenings.count
        }
        return outcome
    }

    private func removeEvents(of group: String) throws {
        try run(
            "INSERT OR IGNORE INTO dirtyPair SELECT DISTINCT p.a, p.b FROM event e JOIN eventPair p ON p.event = e.id WHERE e.actGroup = ?",
            [group])
        try run("DELETE FROM event WHERE actGroup = ?", [group])
    }

    private func add(_ happening: Happening, _ id: Int64) throws {
        let coding = happening.coding
        try run(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                id, happening.group, coding.type.rawValue, coding.mode, coding.quad.rawValue, coding.score, coding.cameo,
                Column.json(coding.actors),
                Column.json(coding.recipients), happening.status.rawValue, happening.days?.first.iso, happening.days?.last.iso,
                happening.precision,
                happening.day?.iso, happening.place, happening.best.mention, happening.first.article, happening.members.count,
                happening.articles,
                Column.json(happening.outlets), happening.voices, happening.best.confidence,
            ])
        for member in happening.members { try run("INSERT INTO eventMention VALUES (?, ?)", [member.mention, id]) }
        for code in happening.parties { try run("INSERT INTO eventParty VALUES (?, ?, ?)", [id, code, happening.day?.iso]) }
        for pair in happening.pairs {
            try run("INSERT INTO eventPair VALUES (?, ?, ?, ?)", [id, pair.a, pair.b, happening.day?.iso])
            try run("INSERT OR IGNORE INTO dirtyPair VALUES (?, ?)", [pair.a, pair.b])
        }
    }

    /// Sums up every pair whose events changed.
    func pairs() throws {
        for sql in Self.summing { try db.execute(sql: sql) }
    }

    /// Only events that happened on a day that is known to about a week count in a relation.
    static let counted = "e.status = 'happened' AND e.start IS NOT NULL AND e.precision IN ('day', 'week', 'published')"

    private static let summing = [
        "DELETE FROM relation WHERE (a, b) IN (SELECT a, b FROM dirtyPair)",
        "DELETE FROM relationDay WHERE (a, b) IN (SELECT a, b FROM dirtyPair)",
        "DELETE FROM relationCoverage WHERE (a, b) IN (SELECT a, b FROM dirtyPair)",
        """
        INSERT INTO relationDay
        SELECT p.a, p.b, CAST(strftime('%s', e.start) AS INTEGER) / 86400, count(*), sum(e.score)
        FROM dirtyPair d JOIN eventPair p ON p.a = d.a AND p.b = d.b JOIN event e ON e.id = p.event
        WHERE \(counted) GROUP BY p.a, p.b, e.start
        """,
        """
        INSERT INTO relation
        SELECT p.a, p.b, count(*), sum(e.quad = 'verbal cooperation'), sum(e.quad = 'material cooperation'), sum(e.quad = 'verbal conflict'),
          sum(e.quad = 'material conflict'), 0, min(e.start), max(e.start), sum(e.score)
        FROM dirtyPair d JOIN eventPair p ON p.a = d.a AND p.b = d.b JOIN event e ON e.id = p.event
        WHERE \(counted) GROUP BY p.a, p.b
        """,
        """
        INSERT INTO relationCoverage
        SELECT a, b, coalesce(localDate, ''), count(*) FROM (
          SELECT DISTINCT p.a, p.b, a.number, a.localDate
          FROM dirtyPair d JOIN eventPair p ON p.a = d.a AND p.b = d.b JOIN eventMention x ON x.event = p.event
            JOIN mention m ON m.number = x.mention JOIN article a ON a.number = m.article)
        GROUP BY a, b, localDate
        """,
        "UPDATE relation SET articles = (SELECT coalesce(sum(c.articles), 0) FROM relationCoverage c WHERE c.a = relation.a AND c.b = relation.b) WHERE (a, b) IN (SELECT a, b FROM dirtyPair)",
        "DELETE FROM dirtyPair",
    ]

    private func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }
}
