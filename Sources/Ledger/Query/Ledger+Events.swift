import Coding
import GRDB

extension Ledger {
    /// The events that a filter asks for.
    /// - Throws: ``LedgerError``
    public func events(_ filter: EventFilter = EventFilter()) throws(LedgerError) -> [EventRecord] {
        try read { db in
            if let known = try DigestQuery(filter, digests, db) { return try EventRecord.records(known.page, in: db) }
            guard let query = try EventQuery(filter, fold: fold, db) else { return [] }
            return try EventRecord.records(query.list.fetchCursor(db))
        }
    }

    /// How many events a filter would give without its limit and offset.
    /// - Throws: ``LedgerError``
    public func count(_ filter: EventFilter) throws(LedgerError) -> Int {
        try read { db in
            if let known = try DigestQuery(filter, digests, db) { return known.events.count }
            return try EventQuery(filter, fold: fold)?.count.fetchOne(db) ?? 0
        }
    }

    /// One event with all that it rests on; nil where there is none of this id.
    /// - Throws: ``LedgerError``
    public func event(id: String) throws(LedgerError) -> EventDetail? {
        guard let number = number(hexadecimal: id) else { return nil }
        return try read { db in
            guard let row = try Row.fetchOne(db, sql: "\(EventQuery.columns) WHERE e.id = ?", arguments: [number]) else { return nil }
            let rows = try Row.fetchAll(db, sql: Self.mentionsOfEvent, arguments: [number])
            let mentions = try zip(rows, EventMention.mentions(rows, in: db)).map { row, mention in
                let start: Int = row["sentenceStart"]
                let end: Int = row["sentenceEnd"]
                return MentionRecord(
                    mention: mention, article: ArticleRow.reference(row, "in"), sentence: row["sentenceText"],
                    sentenceRange: start..<max(start, end), event: id)
            }
            return EventDetail(event: try EventRecord(row), mentions: mentions, voices: voices(rows, mentions))
        }
    }

    private static let mentionsOfEvent = """
        SELECT m.*, s.text AS sentenceText, s.start AS sentenceStart, s.end AS sentenceEnd, \(ArticleRow.columns("a", "in"))
        FROM eventMention x JOIN mention m ON m.number = x.mention JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence
          JOIN article a ON a.number = m.article LEFT JOIN outlet ao ON ao.number = a.outlet
        WHERE x.event = ? ORDER BY a.published IS NULL, a.published, a.id, m.sentence, m.id
        """

    private func voices(_ rows: [Row], _ mentions: [MentionRecord]) -> [[ArticleReference]] {
        var articles: [Int64: ArticleReference] = [:]
        let reports = zip(rows, mentions).map { row, mention in
            let article: Int64 = row["article"]
            articles[article] = mention.article
            return Report(
                article: article, outlet: mention.article.outlet, source: mention.mention.source,
                sentence: Wording(folded: fold(mention.sentence)),
                title: Wording(folded: fold(mention.article.title)))
        }
        return Voices.voices(reports).map { $0.compactMap { articles[$0] } }
    }
}
