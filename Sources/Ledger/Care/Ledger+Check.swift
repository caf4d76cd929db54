import Coding
import GRDB

extension Ledger {
    /// What is wrong with the record, a sentence each with the thing named; empty where all is well. Reads everything once.
    /// - Throws: ``LedgerError``, also where the file's own structure is damaged.
    public func check() throws(LedgerError) -> [String] {
        try read { db in
            let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            if let last = faults.first?.split(separator: "\n").last { throw LedgerError.damaged(path: path, reason: String(last)) }
            var problems: [String] = []
            for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
                problems.append(
                    "table \(row[0] as String): row \((row[1] as Int64?).map(String.init) ?? "?") points at a row of \(row[2] as String) that is not there"
                )
            }
            for (sql, words) in Self.counts {
                for row in try Row.fetchAll(db, sql: sql + " LIMIT 20") { problems.append("\(row[0] as String): \(words)") }
            }
            try checkOffsets(db, &problems)
            return problems
        }
    }

    // MARK: - Offsets

    /// Every span slices to its words.
    private func checkOffsets(_ db: Database, _ problems: inout [String]) throws {
        let articles = try Row.fetchCursor(db, sql: "SELECT number, id, text, sentences, sentenceCount FROM article")
        let spans = try db.makeStatement(sql: Self.spans)
        while let article = try articles.next() {
            let text = Array((article["text"] as String).unicodeScalars)
            let id: String = article["id"]
            let sentences = try Column.ranges(article["sentences"])
            if sentences.count != article["sentenceCount"] || sentences.contains(where: { $0.upperBound > text.count }) {
                problems.append("article \(id): its sentences do not fit its text")
            }
            let number: Int64 = article["number"]
            let rows = try Row.fetchCursor(spans, arguments: [number])
            while let row = try rows.next() {
                let words: String = row[1]
                let (start, end): (Int, Int) = (row[2], row[3])
                let isThere = start >= 0 && end >= start && end <= text.count
                if !isThere || !words.unicodeScalars.elementsEqual(text[start..<end]) {
                    problems.append("article \(id): \(row[0] as String) “\(words)” does not stand at \(start)–\(end)")
                }
            }
        }
    }

    private static let spans = """
        SELECT 'the sentence', text, start, end FROM sentence WHERE article = ?1
        UNION ALL SELECT 'the trigger', triggerText, triggerStart, triggerEnd FROM mention WHERE article = ?1
        UNION ALL SELECT 'the party', p.text, p.start, p.end FROM mention m JOIN party p ON p.mention = m.number
          WHERE m.article = ?1 AND p.text IS NOT NULL AND p.start IS NOT NULL
        UNION ALL SELECT 'the statement', text, start, end FROM statement WHERE article = ?1
        UNION ALL SELECT 'the addressee', addresseeText, addresseeStart, addresseeEnd FROM statement WHERE article = ?1 AND addresseeText IS NOT NULL
        UNION ALL SELECT 'the topic', topicText, topicStart, topicEnd FROM statement WHERE article = ?1 AND topicText IS NOT NULL
        UNION ALL SELECT 'the source', viaText, viaStart, viaEnd FROM statement WHERE article = ?1 AND viaText IS NOT NULL
        """

    // MARK: - Counts and orphans

    /// A build that was stopped between merging and summing up leaves the pairs that are still to be summed up: nothing is wrong with them.
    private static func isSummedUp(_ pair: String) -> String {
        "NOT EXISTS (SELECT 1 FROM dirtyPair d WHERE d.a = \(pair).a AND d.b = \(pair).b)"
    }

    private static let counts = [
        (
            "SELECT 'event ' || printf('%016x', e.id) FROM event e WHERE e.mentions <> (SELECT count(*) FROM eventMention x WHERE x.event = e.id)",
            "its mentions are not as many as it says"
        ),
        (
            """
            SELECT 'event ' || printf('%016x', e.id) FROM event e
            WHERE e.articles <> (SELECT count(DISTINCT m.article) FROM eventMention x JOIN mention m ON m.number = x.mention WHERE x.event = e.id)
            """, "its articles are not as many as it says"
        ),
        (
            "SELECT 'event ' || printf('%016x', e.id) FROM event e WHERE NOT EXISTS (SELECT 1 FROM eventMention x WHERE x.mention = e.best AND x.event = e.id)",
            "its best mention is not among its mentions"
        ),
        (
            "SELECT 'mention ' || m.id FROM mention m LEFT JOIN eventMention x ON x.mention = m.number WHERE m.actGroup IS NOT NULL AND x.story IS NULL",
            "not yet part of an event; run the build again to finish it"
        ),
        (
            "SELECT iif(count(*) = 1, '1 pair', count(*) || ' pairs') FROM dirtyPair HAVING count(*) > 0",
            "not summed up yet; run the build again to finish it"
        ),
        (
            """
            SELECT 'event ' || printf('%016x', e.id) FROM event e
            WHERE e.articles <> (SELECT count(*) FROM eventArticle x WHERE x.event = e.id)
            """, "the list of its articles is not as long as it says"
        ),
        (
            "SELECT 'mention ' || m.id FROM mention m WHERE NOT EXISTS (SELECT 1 FROM party p WHERE p.mention = m.number)",
            "it has no party"
        ),
        (
            "SELECT 'article ' || a.id FROM article a WHERE NOT EXISTS (SELECT 1 FROM articleText_docsize d WHERE d.id = a.number)",
            "it is not in the search index; “rapport vacuum” makes the index anew"
        ),
        (
            """
            SELECT 'relation ' || r.a || '-' || r.b FROM relation r
            WHERE r.events <> (SELECT count(*) FROM eventPair p JOIN event e ON e.id = p.event WHERE p.a = r.a AND p.b = r.b AND \(Reconcile.counted))
              AND \(isSummedUp("r"))
            """, "its events are not as many as it says"
        ),
        (
            """
            SELECT 'relation ' || r.a || '-' || r.b FROM relation r
            WHERE r.events <> (SELECT sum(d.events) FROM relationDay d WHERE d.a = r.a AND d.b = r.b)
            """, "its days do not add up to its events"
        ),
        (
            """
            SELECT DISTINCT 'pair ' || p.a || '-' || p.b FROM eventPair p JOIN event e ON e.id = p.event
            WHERE \(Reconcile.counted) AND NOT EXISTS (SELECT 1 FROM relation r WHERE r.a = p.a AND r.b = p.b) AND \(isSummedUp("p"))
            """, "it has events and no relation"
        ),
        (
            """
            SELECT 'digest ' || d.a || '-' || d.b FROM digest d
            WHERE NOT EXISTS (SELECT 1 FROM dirtyPair) AND d.count <> CASE WHEN d.a = '' THEN (SELECT count(*) FROM event)
              WHEN d.b = '' THEN (SELECT count(*) FROM eventParty p WHERE p.code = d.a)
              ELSE (SELECT count(*) FROM eventPair p WHERE p.a = d.a AND p.b = d.b) END
            """, "its events are not as many as it says"
        ),
    ]
}
