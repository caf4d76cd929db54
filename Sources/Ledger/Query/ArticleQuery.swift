import GRDB

/// The SQL of an article filter.
enum ArticleQuery {
    /// The filter with the first day that its page can reach back to, by what is known of the pair's days: the articles of a few days are then looked
    /// through in place of all the pair's events.
    static func bounded(_ filter: ArticleFilter, _ db: Database) throws -> ArticleFilter {
        guard let pair = filter.pair, filter.outlet == nil, filter.code == nil else { return filter }
        let sql = """
            SELECT day FROM (SELECT day, sum(articles) OVER (ORDER BY day DESC) AS total FROM relationCoverage
              WHERE a = ? AND b = ? AND day <> '' AND (?3 IS NULL OR day <= ?3)) WHERE total >= ? ORDER BY day DESC LIMIT 1
            """
        var bounded = filter
        if let first = try String.fetchOne(db, sql: sql, arguments: [pair.a, pair.b, filter.to, filter.page.end]), first > filter.from ?? ""
        {
            bounded.from = first
        }
        return bounded
    }

    /// How many articles report an event of a pair, from the sums that are kept; nil where the filter asks for more than that.
    static func kept(_ filter: ArticleFilter, _ db: Database) throws -> Int? {
        guard let pair = filter.pair, filter.outlet == nil, filter.code == nil else { return nil }
        let sql = """
            SELECT coalesce(sum(articles), 0) FROM relationCoverage
            WHERE a = ? AND b = ? AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR (day <= ?4 AND day <> ''))
            """
        return try Int.fetchOne(db, sql: sql, arguments: [pair.a, pair.b, filter.from, filter.to])
    }

    /// A pair of few articles: they are gathered from its events, where else the articles of some days are looked through.
    private static let few = 200

    static func isSmall(_ filter: ArticleFilter, _ db: Database) throws -> Bool { try kept(filter, db).map { $0 < few } ?? false }

    /// - Parameter isSmall: whether a pair's articles are gathered from its events.
    static func condition(_ filter: ArticleFilter, isSmall: Bool = false) -> String {
        var conditions = ["(?1 IS NULL OR ao.name = ?1)", "(?2 IS NULL OR a.localDate >= ?2)", "(?3 IS NULL OR a.localDate <= ?3)"]
        if filter.pair != nil, isSmall {
            conditions.append(
                """
                a.number IN (SELECT m.article FROM eventPair p JOIN eventMention x ON x.event = p.event JOIN mention m ON m.number = x.mention
                  WHERE p.a = ?4 AND p.b = ?5)
                """)
        } else if filter.pair != nil {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM mention m JOIN eventMention x ON x.mention = m.number JOIN eventPair p ON p.event = x.event
                  WHERE m.article = a.number AND p.a = ?4 AND p.b = ?5)
                """)
        }
        if filter.code != nil { conditions.append("\(reporting) JOIN eventParty q ON q.event = x.event WHERE q.code = ?6)") }
        return conditions.joined(separator: " AND ")
    }

    static func arguments(_ filter: ArticleFilter) -> StatementArguments {
        // SQLite takes as many values as the highest number that is asked for.
        var values: [(any DatabaseValueConvertible)?] = [filter.outlet, filter.from, filter.to]
        if filter.pair != nil || filter.code != nil { values += [filter.pair?.a, filter.pair?.b] }
        if let code = filter.code { values.append(code) }
        return StatementArguments(values)
    }

    private static let reporting = "a.number IN (SELECT m.article FROM mention m JOIN eventMention x ON x.mention = m.number"
}
