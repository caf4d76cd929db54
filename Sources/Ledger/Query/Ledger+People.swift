import GRDB

extension Ledger {
    /// People who act or are acted upon, those named most first.
    /// - Parameters:
    ///   - code: the state or organisation that they stand for; nil: any.
    ///   - text: words that stand in the name, as they are written; nil: any.
    /// - Throws: ``LedgerError``
    public func people(of code: String? = nil, named text: String? = nil, limit: Int = 100, offset: Int = 0) throws(LedgerError)
        -> [PersonRecord]
    {
        let sql = """
            SELECT name, code, count(DISTINCT mention) AS mentions FROM party
            WHERE kind = 'person' AND (?1 IS NULL OR code = ?1) AND (?2 IS NULL OR instr(name, ?2) > 0)
            GROUP BY name, code ORDER BY mentions DESC, name, code LIMIT ?3 OFFSET ?4
            """
        let page = Page(limit: limit, offset: offset)
        return try read { db in
            try Row.fetchAll(db, sql: sql, arguments: [code, text, page.limit, page.offset]).map {
                PersonRecord(person: PersonKey(name: $0[0], code: $0[1]), mentions: $0[2])
            }
        }
    }

    /// One person; nil where no event and no statement names them.
    /// - Throws: ``LedgerError``
    public func person(_ person: PersonKey) throws(LedgerError) -> PersonRecord? {
        let events = "SELECT count(DISTINCT p.mention) FROM party p WHERE \(PersonKey.condition)"
        let said = "SELECT count(*) FROM statement WHERE speakerName = ? AND speakerKind = 'person' AND speakerCode IS ?"
        return try read { db in
            let mentions = try Int.fetchOne(db, sql: events, arguments: [person.name, person.code]) ?? 0
            let statements = try Int.fetchOne(db, sql: said, arguments: [person.name, person.code]) ?? 0
            return mentions + statements == 0 ? nil : PersonRecord(person: person, mentions: mentions)
        }
    }

    /// The offices that articles named a person by, those named most first.
    /// - Throws: ``LedgerError``
    public func offices(of person: PersonKey) throws(LedgerError) -> [OfficeRecord] {
        let sql = """
            SELECT office, count(*), min(day), max(day) FROM (
              SELECT p.office, a.localDate AS day FROM party p JOIN mention m ON m.number = p.mention JOIN article a ON a.number = m.article
                WHERE \(PersonKey.condition) AND p.office IS NOT NULL
              UNION ALL
              SELECT s.speakerOffice, a.localDate FROM statement s JOIN article a ON a.number = s.article
                WHERE s.speakerName = ? AND s.speakerKind = 'person' AND s.speakerCode IS ? AND s.speakerOffice IS NOT NULL)
            GROUP BY office ORDER BY 2 DESC, office
            """
        return try read { db in
            try Row.fetchAll(db, sql: sql, arguments: [person.name, person.code, person.name, person.code]).map {
                OfficeRecord(office: $0[0], mentions: $0[1], firstDay: $0[2], lastDay: $0[3])
            }
        }
    }
}
