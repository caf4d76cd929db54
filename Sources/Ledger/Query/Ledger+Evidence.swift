import GRDB

extension Ledger {
    /// A text as search and comparison see it: in one script and small letters.
    public func folded(_ text: String) -> String { fold(text) }

    /// For each mention of an event its article's headline and its sentence, in no order that matters.
    /// - Throws: ``LedgerError``
    public func evidence(of id: String) throws(LedgerError) -> [(headline: String, sentence: String)] {
        guard let number = number(hexadecimal: id) else { return [] }
        let sql = """
            SELECT a.title, s.text FROM eventMention x JOIN mention m ON m.number = x.mention
              JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence JOIN article a ON a.number = m.article
            WHERE x.event = ?
            """
        return try read { db in
            try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [number]).map { (headline: $0[0], sentence: $0[1]) }
        }
    }
}

extension Ledger {
    /// The ids of the articles that report an event, in order of publication.
    /// - Throws: ``LedgerError``
    public func articles(reporting id: String) throws(LedgerError) -> [String] {
        guard let number = number(hexadecimal: id) else { return [] }
        let sql = """
            SELECT a.id FROM eventMention x JOIN mention m ON m.number = x.mention JOIN article a ON a.number = m.article
            WHERE x.event = ? GROUP BY a.id ORDER BY a.published IS NULL, a.published, a.id
            """
        return try read { db in try String.fetchAll(db, sql: sql, arguments: [number]) }
    }

    /// The PLOVER contexts of each event's best mention, by the event's id; events without any are left out.
    /// - Throws: ``LedgerError``
    public func contexts() throws(LedgerError) -> [String: [String]] {
        let sql = "SELECT e.id, m.contexts FROM event e JOIN mention m ON m.number = e.best WHERE m.contexts <> '[]'"
        return try read { db in
            let rows = try Row.fetchCursor(db, sql: sql)
            var contexts: [String: [String]] = [:]
            while let row = try rows.next() { contexts[hexadecimal(row[0])] = try Column.decode([String].self, row[1]) }
            return contexts
        }
    }
}
