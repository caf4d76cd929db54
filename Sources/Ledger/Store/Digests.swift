import Foundation
import GRDB
import Prose
import World

/// Makes the digests of the pairs whose events changed, of their parties, and of the whole record anew.
struct Digests {
    let db: Database

    func refresh() throws {
        try db.execute(sql: "DELETE FROM digest WHERE (a, b) IN (SELECT a, b FROM dirtyPair)")
        guard
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dirtyPair) OR NOT EXISTS (SELECT 1 FROM digest WHERE a = '')") ?? true
        else { return }
        try db.execute(
            sql: "DELETE FROM digest WHERE b = '' AND a IN (SELECT '' UNION SELECT a FROM dirtyPair UNION SELECT b FROM dirtyPair)")
        var reader = BriefReader(db: db)
        for sql in [Self.pairs, Self.parties, Self.whole] { try keep(Row.fetchCursor(db, sql: sql), &reader) }
    }

    // Along the index, whose order is that of `Brief.isNewer`.
    private static let pairs = """
        SELECT p.a, p.b, p.event FROM dirtyPair d CROSS JOIN eventPair p ON p.a = d.a AND p.b = d.b
        ORDER BY p.a, p.b, p.day DESC, p.voices DESC, p.event
        """
    private static let parties = """
        SELECT p.code, '', p.event FROM (SELECT a AS code FROM dirtyPair UNION SELECT b FROM dirtyPair) d CROSS JOIN eventParty p ON p.code = d.code
        ORDER BY p.code, p.day DESC, p.voices DESC, p.event
        """

    private static let whole = "SELECT '', '', id FROM event ORDER BY day DESC, voices DESC, id"

    private func keep(_ rows: RowCursor, _ reader: inout BriefReader) throws {
        var key: (a: String, b: String)?
        var events: [Brief] = []
        while let row = try rows.next() {
            let next: (a: String, b: String) = (row[0], row[1])
            if let key, key != next {
                try keep(key.a, key.b, reader.digest(events))
                events.removeAll(keepingCapacity: true)
            }
            key = next
            if let event = try reader.brief(row[2]) { events.append(event) }
        }
        if let key { try keep(key.a, key.b, reader.digest(events)) }
    }

    private func keep(_ a: String, _ b: String, _ digest: Digest) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO digest VALUES (?, ?, ?, ?, ?)")
        let bytes = try DigestBytes.bytes(digest)
        var hash = StableHash()
        for event in digest.events { hash.add(event) }
        hash.add(digest.peopleText)
        for name in digest.outlets.joined() { hash.add(name) }
        try statement.execute(arguments: [a, b, digest.events.count, hash.value, bytes])
    }
}

/// Reads events in brief, each once: an event belongs to some pairs and parties.
private struct BriefReader {
    let db: Database
    private var known: [Int64: Brief] = [:]
    /// What the events' numbers of lists stand for, as the ledger writes them.
    private var outlets = Interned()
    private var people = Interned()

    init(db: Database) { self.db = db }

    private struct Interned {
        private(set) var texts: [String] = []
        private var numbers: [String: Int] = [:]

        mutating func number(_ text: String) -> Int {
            if let number = numbers[text] { return number }
            numbers[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }
    }

    private static let sql = """
        SELECT e.score, e.day, e.type, e.quad, e.status, \(Reconcile.counted), e.voices, e.mentions, e.articles, e.outlets,
          (SELECT group_concat(name, char(9)) FROM (SELECT DISTINCT q.name || '/' || coalesce(q.code, '') AS name FROM party q
            WHERE q.mention = e.best AND q.kind = 'person' ORDER BY 1))
        FROM event e WHERE e.id = ?
        """

    mutating func brief(_ id: Int64) throws -> Brief? {
        if let brief = known[id] { return brief }
        guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.sql), arguments: [id]) else { return nil }
        let day: String? = row[1]
        let brief = Brief(
            id: id, score: row[0], day: day.flatMap { Day(iso: $0) }, type: try EventType(column: "event.type", row[2]),
            quad: try QuadClass(column: "event.quad", row[3]), status: try EventStatus(column: "event.status", row[4]), isCounted: row[5],
            voices: row[6], mentions: row[7], articles: row[8], outlets: outlets.number(row[9]), people: people.number(row[10] ?? ""))
        known[id] = brief
        return brief
    }

    /// Some events with the lists that they point to, and no others.
    func digest(_ events: [Brief]) throws -> Digest {
        var outlets: [Int: Int] = [:]
        var people: [Int: Int] = [:]
        let number = { (lists: inout [Int: Int], old: Int) in
            let number = lists[old] ?? lists.count
            lists[old] = number
            return number
        }
        let own = events.map { event in
            Brief(
                id: event.id, score: event.score, day: event.day, type: event.type, quad: event.quad, status: event.status,
                isCounted: event.isCounted, voices: event.voices, mentions: event.mentions, articles: event.articles,
                outlets: number(&outlets, event.outlets), people: number(&people, event.people))
        }
        return Digest(
            events: own,
            outlets: try outlets.sorted { $0.value < $1.value }.map { try Column.decode([String].self, self.outlets.texts[$0.key]) },
            peopleText: people.sorted { $0.value < $1.value }.map { self.people.texts[$0.key] }.joined(separator: "\n"))
    }
}

extension StableHash {
    /// All that may change of an event while its id stays.
    fileprivate mutating func add(_ event: Brief) {
        add(Int(event.id))
        add(event.score)
        for number in [event.day?.number ?? .min, event.voices, event.mentions, event.articles, event.outlets, event.people] { add(number) }
        for text in [event.type.rawValue, event.quad.rawValue, event.status.rawValue] { add(text) }
    }
}
