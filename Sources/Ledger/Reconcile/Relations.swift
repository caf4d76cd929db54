import GRDB

extension Reconcile {
    /// Sums up every pair whose events changed.
    func pairs() throws {
        try Digests(db: db).refresh()
        for sql in Self.summing { try db.execute(sql: sql) }
    }

    /// Only events that happened on a day that is known to about a week count in a relation.
    static let counted = "e.status = 'happened' AND e.start IS NOT NULL AND e.precision IN ('day', 'week', 'published')"

    /// What there is of each outlet.
    static let outletSums = """
        SELECT o.number AS outlet, o.name, a.site, a.articles, coalesce(r.mentions, 0) AS mentions, coalesce(r.events, 0) AS events, a.firstDay, a.lastDay
        FROM (SELECT outlet, min(site) AS site, count(*) AS articles, min(localDate) AS firstDay, max(localDate) AS lastDay
            FROM article WHERE outlet IS NOT NULL GROUP BY outlet) a
          JOIN outlet o ON o.number = a.outlet
          LEFT JOIN (SELECT b.outlet, count(*) AS mentions, count(DISTINCT x.event) AS events
            FROM mention m JOIN article b ON b.number = m.article LEFT JOIN eventMention x ON x.mention = m.number GROUP BY b.outlet) r
            ON r.outlet = a.outlet
        """

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
          FROM dirtyPair d JOIN eventPair p ON p.a = d.a AND p.b = d.b JOIN eventArticle x ON x.event = p.event
            JOIN article a ON a.number = x.article)
        GROUP BY a, b, localDate
        """,
        "UPDATE relation SET articles = (SELECT coalesce(sum(c.articles), 0) FROM relationCoverage c WHERE c.a = relation.a AND c.b = relation.b) WHERE (a, b) IN (SELECT a, b FROM dirtyPair)",
        "DELETE FROM dirtyPair",
        "DELETE FROM outletSum",
        "INSERT INTO outletSum SELECT outlet, site, articles, mentions, events, firstDay, lastDay FROM (\(outletSums))",
    ]
}
