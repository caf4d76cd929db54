import Coding
import Foundation
import GRDB
import Press
import World

/// Articles in a row of a query that joins them as `alias`, with their outlet as `aliaso`; its columns begin with a prefix.
enum ArticleRow {
    static func columns(_ alias: String, _ prefix: String) -> String {
        ["id", "title", "url", "published", "localDate", "script"].map { "\(alias).\($0) AS \(prefix)_\($0)" }.joined(separator: ", ")
            + ", \(alias)o.name AS \(prefix)_outlet"
    }

    static func reference(_ row: Row, _ prefix: String) -> ArticleReference {
        ArticleReference(
            id: row["\(prefix)_id"], title: row["\(prefix)_title"], url: row["\(prefix)_url"], outlet: row["\(prefix)_outlet"],
            published: Column.date(milliseconds: row["\(prefix)_published"]), localDate: row["\(prefix)_localDate"],
            script: row["\(prefix)_script"])
    }
}

/// A value in the ledger that this version does not know: the file was changed by other hands.
struct UnknownValue: Error, CustomStringConvertible {
    let column: String
    let value: String

    var description: String { "the value “\(value)” of \(column) is unknown; build the ledger again" }
}

extension RawRepresentable where RawValue == String {
    init(column: String, _ value: String) throws {
        guard let known = Self(rawValue: value) else { throw UnknownValue(column: column, value: value) }
        self = known
    }
}

extension EventRecord {
    /// The events of these numbers, in their order; those that are not there are left out.
    static func records(_ numbers: [Int64], in db: Database) throws -> [EventRecord] {
        let find = try db.cachedStatement(
            sql: EventQuery.columns(of: "json_each(?) j CROSS JOIN event e ON e.id = j.value") + " ORDER BY j.key")
        return try records(Row.fetchCursor(find, arguments: [Column.json(numbers.map(Int.init))]))
    }

    /// Row by row: of a row that is kept, GRDB finds a column by comparing with all their names, which took longer than the question.
    static func records(_ rows: RowCursor) throws -> [EventRecord] { try Array(rows.map(EventRecord.init)) }

    init(_ row: Row) throws {
        let trigger: (start: Int, end: Int) = (row["triggerStart"], row["triggerEnd"])
        self.init(
            id: hexadecimal(row["id"]), type: try EventType(column: "event.type", row["type"]), mode: row["mode"],
            quad: try QuadClass(column: "event.quad", row["quad"]), score: row["score"], cameo: row["cameo"],
            actors: try Column.decode([String].self, row["actors"]), recipients: try Column.decode([String].self, row["recipients"]),
            status: try EventStatus(column: "event.status", row["status"]), start: row["start"], end: row["end"],
            precision: row["precision"],
            place: row["place"], sentence: row["sentence"], trigger: trigger.start..<max(trigger.start, trigger.end),
            best: ArticleRow.reference(row, "best"), first: ArticleRow.reference(row, "first"), mentions: row["mentions"],
            articles: row["articles"],
            outlets: try Column.decode([String].self, row["outlets"]), voices: row["voices"], confidence: row["confidence"])
    }
}

extension Party {
    /// From the columns of `party`, of a speaker or of whom it was said to.
    init?(_ row: Row, _ columns: [String]) {
        guard let name: String = row[columns[1]], let kind: String = row[columns[2]] else { return nil }
        let text: String? = row[columns[5]]
        self.init(
            code: row[columns[0]], name: name, kind: kind, sector: row[columns[3]], office: row[columns[4]],
            span: text.map { Span(text: $0, start: row[columns[6]] ?? 0, end: row[columns[7]] ?? 0) })
    }

    static let columns = ["code", "name", "kind", "sector", "office", "text", "start", "end"]
    static let speakerColumns = columns.map { "speaker" + $0.capitalized }
    static let addresseeColumns = columns.map { "addressee" + $0.capitalized }
}

extension EventMention {
    /// From a row of `mention`.
    init(_ row: Row, actors: [Party], recipients: [Party]) throws {
        let dateStart: String? = row["dateStart"]
        self.init(
            id: row["id"], sentence: row["sentence"],
            trigger: Span(text: row["triggerText"], start: row["triggerStart"], end: row["triggerEnd"]),
            type: try EventType(column: "mention.type", row["type"]), mode: row["mode"],
            contexts: try Column.decode([String].self, row["contexts"]),
            quad: try QuadClass(column: "mention.quad", row["quad"]), score: row["score"], cameo: row["cameo"], actors: actors,
            recipients: recipients,
            aux: row["aux"],
            date: dateStart.map {
                DateSpan(start: $0, end: row["dateEnd"] ?? $0, precision: row["datePrecision"] ?? "day", text: row["dateText"])
            },
            place: row["place"], source: row["source"], confidence: row["confidence"])
    }

    /// The mentions of the rows, each with its parties.
    static func mentions(_ rows: [Row], in db: Database) throws -> [EventMention] {
        let parties = try db.cachedStatement(sql: "SELECT * FROM party WHERE mention = ? ORDER BY role, ordinal")
        return try rows.map { row in
            let number: Int64 = row["number"]
            let sides = try Row.fetchAll(parties, arguments: [number])
            let of = { (role: String) in sides.filter { $0["role"] == role }.compactMap { Party($0, Party.columns) } }
            return try EventMention(row, actors: of("actor"), recipients: of("recipient"))
        }
    }
}

extension Coding.Statement {
    /// From a row of `statement`.
    init(_ row: Row) throws {
        let direct: Int = row["direct"]
        self.init(
            speaker: Party(row, Party.speakerColumns), verb: row["verb"],
            span: Span(text: row["text"], start: row["start"], end: row["end"]),
            direct: direct == 1, sentences: try Column.decode([Int].self, row["sentences"]),
            addressee: Party(row, Party.addresseeColumns), topic: Span(row, "topic"), via: Span(row, "via"))
    }
}

extension Span {
    /// From columns that begin with a name; nil where they are empty.
    fileprivate init?(_ row: Row, _ name: String) {
        guard let text: String = row[name + "Text"] else { return nil }
        self.init(text: text, start: row[name + "Start"] ?? 0, end: row[name + "End"] ?? 0)
    }
}
