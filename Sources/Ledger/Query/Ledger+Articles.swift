import Coding
import Foundation
import GRDB
import Press

extension Ledger {
    /// An article with all that was coded in it; nil where there is none of this id.
    /// - Throws: ``LedgerError``
    public func article(id: String) throws(LedgerError) -> ArticleRecord? {
        try read { db in
            let sql = "SELECT a.*, o.name AS outletName FROM article a LEFT JOIN outlet o ON o.number = a.outlet WHERE a.id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else { return nil }
            let number: Int64 = row["number"]
            let rows = try Row.fetchAll(
                db,
                sql:
                    "SELECT m.*, x.event FROM mention m LEFT JOIN eventMention x ON x.mention = m.number WHERE m.article = ? ORDER BY m.ordinal",
                arguments: [number])
            let statements = try Row.fetchAll(db, sql: "SELECT * FROM statement WHERE article = ? ORDER BY ordinal", arguments: [number])
            var events: [String: String] = [:]
            for row in rows { if let event: Int64 = row["event"] { events[row["id"]] = hexadecimal(event) } }
            let coded = CodedArticle(
                article: try Article(row), script: row["script"], sentences: try Column.ranges(row["sentences"]),
                events: try EventMention.mentions(rows, in: db), statements: try statements.map(Coding.Statement.init))
            return ArticleRecord(coded: coded, events: events)
        }
    }

    /// The articles that a filter asks for, newest first.
    /// - Throws: ``LedgerError``
    public func articles(_ filter: ArticleFilter = ArticleFilter()) throws(LedgerError) -> [ArticleReference] {
        try read { db in
            let isSmall = try ArticleQuery.isSmall(filter, db)
            let bounded = isSmall ? filter : try ArticleQuery.bounded(filter, db)
            let sql = """
                SELECT \(ArticleRow.columns("a", "in")) FROM article a LEFT JOIN outlet ao ON ao.number = a.outlet
                WHERE \(ArticleQuery.condition(bounded, isSmall: isSmall))
                ORDER BY a.localDate DESC, a.published DESC, a.id LIMIT \(filter.page.limit) OFFSET \(filter.page.offset)
                """
            return try Row.fetchAll(db, sql: sql, arguments: ArticleQuery.arguments(bounded)).map { ArticleRow.reference($0, "in") }
        }
    }

    /// How many articles a filter would give without its limit and offset.
    /// - Throws: ``LedgerError``
    public func count(_ filter: ArticleFilter) throws(LedgerError) -> Int {
        let sql = "SELECT count(*) FROM article a LEFT JOIN outlet ao ON ao.number = a.outlet WHERE \(ArticleQuery.condition(filter))"
        return try read { db in
            if let kept = try ArticleQuery.kept(filter, db) { return kept }
            return try Int.fetchOne(db, sql: sql, arguments: ArticleQuery.arguments(filter)) ?? 0
        }
    }

    /// The statements that a filter asks for, newest first.
    /// - Throws: ``LedgerError``
    public func statements(_ filter: StatementFilter = StatementFilter()) throws(LedgerError) -> [StatementRecord] {
        guard let query = StatementQuery(filter, fold: fold) else { return [] }
        return try read { db in try query.records(db) }
    }

    /// Those with the most articles first.
    /// - Throws: ``LedgerError``
    public func outlets() throws(LedgerError) -> [OutletRecord] {
        // Summed up by `reconcile`; counting each time took 40 ms over 12,000 articles.
        let sql = "SELECT o.name, s.* FROM outletSum s JOIN outlet o ON o.number = s.outlet ORDER BY s.articles DESC, o.name"
        return try read { db in
            // Between a build's articles and its events, and in a ledger made by an earlier version, the sums are not there yet.
            let kept = try Row.fetchAll(db, sql: sql)
            let rows = kept.isEmpty ? try Row.fetchAll(db, sql: Reconcile.outletSums + " ORDER BY a.articles DESC, o.name") : kept
            return rows.map { row in
                OutletRecord(
                    name: row["name"], site: row["site"], articles: row["articles"], mentions: row["mentions"], events: row["events"],
                    firstDay: row["firstDay"], lastDay: row["lastDay"])
            }
        }
    }

    /// What the ledger holds.
    /// - Throws: ``LedgerError``
    public func summary() throws(LedgerError) -> LedgerSummary {
        let sql = """
            SELECT (SELECT count(*) FROM article) AS articles, (SELECT coalesce(sum(sentenceCount), 0) FROM article) AS sentences,
              (SELECT count(*) FROM mention) AS mentions, (SELECT count(*) FROM statement) AS statements, (SELECT count(*) FROM event) AS events,
              (SELECT count(*) FROM relation) AS relations, (SELECT count(DISTINCT outlet) FROM article) AS outlets,
              (SELECT min(localDate) FROM article) AS firstDay, (SELECT max(localDate) FROM article) AS lastDay
            """
        return try read { db in
            let row = try Row.fetchOne(db, sql: sql) ?? Row()
            return LedgerSummary(
                articles: row["articles"], sentences: row["sentences"], mentions: row["mentions"], statements: row["statements"],
                events: row["events"],
                relations: row["relations"], outlets: row["outlets"], firstDay: row["firstDay"], lastDay: row["lastDay"])
        }
    }
}

extension Article {
    /// From a row of `article`, its outlet's name as `outletName`.
    fileprivate init(_ row: Row) throws {
        self.init(
            id: row["id"], path: row["path"], url: row["url"], title: row["title"], outlet: row["outletName"], site: row["site"],
            published: Column.date(milliseconds: row["published"]), localDate: row["localDate"], clock: row["clock"], text: row["text"],
            passages: try Column.decode([Passage].self, row["passages"]), flags: try Column.decode([String].self, row["flags"]),
            pictures: try Column.decode([Picture].self, row["pictures"]))
    }
}
