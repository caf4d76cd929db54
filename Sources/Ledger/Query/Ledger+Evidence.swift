import GRDB

extension Ledger {
    /// A text as search and comparison see it: in one script and small letters.
    public func folded(_ text: String) -> String { fold(text) }

    /// For each mention of an event its article's headline and its sentence, in two lines, in no order that matters.
    /// - Throws: ``LedgerError``
    public func evidence(of id: String) throws(LedgerError) -> [String] {
        guard let number = number(hexadecimal: id) else { return [] }
        let sql = """
            SELECT a.title || char(10) || s.text FROM eventMention x JOIN mention m ON m.number = x.mention
              JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence JOIN article a ON a.number = m.article
            WHERE x.event = ?
            """
        return try read { db in try String.fetchAll(db.cachedStatement(sql: sql), arguments: [number]) }
    }
}
