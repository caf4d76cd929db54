import GRDB

extension Ledger {
    /// The whole record as lines of JSON in an order of its own: two ledgers that hold the same record give the same lines, byte for byte, whatever order their
    /// articles came in. Row numbers, which do depend on it, are left out. Linear in the record; memory does not grow with it.
    /// - Throws: ``LedgerError``, or what `line` throws.
    public func dump(_ line: (String) throws -> Void) throws {
        do {
            try store.read { db in
                for sql in Self.dumps {
                    let rows = try Row.fetchCursor(db, sql: sql)
                    while let row = try rows.next() { try line(row[0]) }
                }
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    // Sums of scores are rounded: what order they were added in shows in the last bit.
    private static let dumps = [
        """
        SELECT json_object('article', a.id, 'path', a.path, 'url', a.url, 'title', a.title, 'outlet', o.name, 'site', a.site, 'published', a.published,
          'localDate', a.localDate, 'clock', a.clock, 'script', a.script, 'text', a.text, 'passages', json(a.passages), 'sentences', json(a.sentences),
          'flags', json(a.flags), 'pictures', json(a.pictures), 'fingerprint', printf('%016x', a.fingerprint))
        FROM article a LEFT JOIN outlet o ON o.number = a.outlet ORDER BY a.id
        """,
        """
        SELECT json_object('mention', m.id, 'article', a.id, 'sentence', m.sentence, 'words', s.text, 'start', s.start, 'end', s.end, 'ordinal', m.ordinal,
          'trigger', json_array(m.triggerText, m.triggerStart, m.triggerEnd), 'type', m.type, 'mode', m.mode, 'contexts', json(m.contexts), 'quad', m.quad,
          'score', m.score, 'cameo', m.cameo, 'aux', m.aux, 'date', json_array(m.dateStart, m.dateEnd, m.datePrecision, m.dateText), 'place', m.place,
          'source', m.source, 'confidence', m.confidence, 'group', m.actGroup,
          'parties', (SELECT json_group_array(json_array(p.role, p.ordinal, p.code, p.name, p.kind, p.sector, p.office, p.text, p.start, p.end))
            FROM (SELECT * FROM party WHERE mention = m.number ORDER BY role, ordinal) p),
          'event', (SELECT printf('%016x', x.event) FROM eventMention x WHERE x.mention = m.number AND x.event IS NOT NULL))
        FROM article a JOIN mention m ON m.article = a.number JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence ORDER BY a.id, m.ordinal
        """,
        """
        SELECT json_object('statement', s.ordinal, 'article', a.id, 'speaker', json_array(s.speakerCode, s.speakerName, s.speakerKind, s.speakerSector,
          s.speakerOffice, s.speakerText, s.speakerStart, s.speakerEnd), 'verb', s.verb, 'text', s.text, 'start', s.start, 'end', s.end, 'direct', s.direct,
          'sentences', json(s.sentences), 'addressee', json_array(s.addresseeCode, s.addresseeName, s.addresseeKind, s.addresseeSector, s.addresseeOffice,
          s.addresseeText, s.addresseeStart, s.addresseeEnd), 'topic', json_array(s.topicText, s.topicStart, s.topicEnd),
          'via', json_array(s.viaText, s.viaStart, s.viaEnd))
        FROM article a JOIN statement s ON s.article = a.number ORDER BY a.id, s.ordinal
        """,
        """
        SELECT json_object('event', printf('%016x', e.id), 'group', e.actGroup, 'type', e.type, 'mode', e.mode, 'quad', e.quad, 'score', e.score,
          'cameo', e.cameo, 'actors', json(e.actors), 'recipients', json(e.recipients), 'status', e.status, 'start', e.start, 'end', e.end,
          'precision', e.precision, 'day', e.day, 'place', e.place, 'best', m.id, 'first', a.id, 'mentions', e.mentions, 'articles', e.articles,
          'outlets', json(e.outlets), 'voices', e.voices, 'confidence', e.confidence,
          'parties', (SELECT json_group_array(code) FROM (SELECT code FROM eventParty WHERE event = e.id ORDER BY code)),
          'pairs', (SELECT json_group_array(a || '-' || b) FROM (SELECT a, b FROM eventPair WHERE event = e.id ORDER BY a, b)))
        FROM event e JOIN mention m ON m.number = e.best JOIN article a ON a.number = e.first ORDER BY printf('%016x', e.id)
        """,
        """
        SELECT json_object('relation', a || '-' || b, 'events', events, 'verbalCooperation', verbalCooperation, 'materialCooperation', materialCooperation,
          'verbalConflict', verbalConflict, 'materialConflict', materialConflict, 'articles', articles, 'firstDay', firstDay, 'lastDay', lastDay,
          'scoreSum', round(scoreSum, 6)) FROM relation ORDER BY a, b
        """,
        "SELECT json_object('relationDay', a || '-' || b, 'day', day, 'events', events, 'scoreSum', round(scoreSum, 6)) FROM relationDay ORDER BY a, b, day",
        "SELECT json_object('relationCoverage', a || '-' || b, 'day', day, 'articles', articles) FROM relationCoverage ORDER BY a, b, day",
        """
        SELECT json_object('review', number, 'at', at, 'who', who, 'why', why, 'kind', kind, 'anchors', json(anchors), 'before', json(before),
          'after', json(after), 'withdraws', withdraws) FROM review ORDER BY number
        """,
    ]
}
