import Coding
import Foundation
import GRDB
import Prose
import World

/// Reads what reconciling needs of mentions.
struct CandidateReader {
    let db: Database
    private let maker: CandidateMaker

    init(db: Database, fold: @escaping @Sendable (String) -> String, merging: Merging) {
        self.db = db
        maker = CandidateMaker(fold: fold, merging: merging)
    }

    /// The mentions of these numbers, in the order of ``Candidate/order``.
    func candidates(_ numbers: [Int64]) throws -> [Candidate] {
        let list = Column.json(numbers.map(Int.init))
        let (parties, stories) = (try parties(list), try stories(list))
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.mentions), arguments: [list])
        return try onAllCores(rows, MentionRow.init) { [maker] row in
            stories[row.article].flatMap { maker.candidate(row, parties[row.number] ?? [], $0) }
        }.inOrder
    }

    /// What becomes of a question's rows: SQLite reads them on one core, some thousand at a time, and all cores go over their letters.
    private func onAllCores<Value: Sendable, Product: Sendable>(
        _ rows: RowCursor, _ value: (Row) throws -> Value, _ product: @Sendable (Value) -> Product?
    ) throws -> [Product] {
        var products: [Product] = []
        var some: [Value] = []
        repeat {
            some.removeAll(keepingCapacity: true)
            while some.count < Self.rowsAtOnce, let row = try rows.next() { some.append(try value(row)) }
            let values = some
            products += AllCores.map(values.indices, by: Self.rowsAtOnce / 16) { $0.compactMap { product(values[$0]) } }
        } while !some.isEmpty
        return products
    }

    private static let rowsAtOnce = 4096

    /// The 80 letters before and behind where the trigger begins, for its meaning.
    static let around = "substr(a.text, max(m.triggerStart - 79, 1), min(m.triggerStart, 80) + 80)"

    private static let mentions = """
        SELECT m.number, m.article, m.id, m.sentence, m.type, m.mode, m.quad, m.score, m.cameo, m.aux, m.dateStart, m.dateEnd, m.datePrecision,
          m.place, m.source, m.confidence, m.triggerText, s.text, s.start, a.id, \(around), a.published, a.localDate, o.name, m.dateText IS NOT NULL, m.triggerStart, m.triggerEnd
        FROM json_each(?) j CROSS JOIN mention m ON m.number = j.value JOIN article a ON a.number = m.article
          JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence LEFT JOIN outlet o ON o.number = a.outlet
        """

    /// Of each article headline and beginning (the record's text starts with the headline).
    private func stories(_ list: String) throws -> [Int64: CandidateMaker.Story] {
        let sql = """
            SELECT number, title, substr(text, 1, 500) FROM article
            WHERE number IN (SELECT m.article FROM json_each(?) j CROSS JOIN mention m ON m.number = j.value)
            """
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [list])
        let read = { (row: Row) in (number: row[0] as Int64, title: row[1] as String, beginning: row[2] as String) }
        let stories = try onAllCores(rows, read) { [maker] in ($0.number, maker.story(title: $0.title, beginning: $0.beginning)) }
        return Dictionary(uniqueKeysWithValues: stories)
    }

    private func parties(_ list: String) throws -> [Int64: [CandidateMaker.Side]] {
        let sql = """
            SELECT p.mention, p.role, p.code, p.name, p.kind, p.start, p.end, p.office
            FROM json_each(?) j CROSS JOIN party p ON p.mention = j.value
            """
        var sides: [Int64: [CandidateMaker.Side]] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [list])
        while let row = try rows.next() {
            let role: String = row[1]
            let kind: String = row[4]
            let start: Int? = row[5]
            let span = start.map { $0..<max($0, row[6] ?? $0) }
            sides[row[0], default: []].append(
                CandidateMaker.Side(
                    isActor: role == "actor", code: row[2], name: row[3], isPerson: kind == "person", office: row[7], span: span))
        }
        return sides
    }
}

extension [Candidate] {
    /// In the order of ``Candidate/order``, which is made once for each.
    var inOrder: [Candidate] { map { (order: $0.order, candidate: $0) }.sorted { $0.order < $1.order }.map(\.candidate) }
}

extension Candidate {
    struct Order: Comparable {
        let tier: Int
        let day: Int
        let published: Int64
        let article: String
        let sentence: Int
        let id: String

        static func < (x: Order, y: Order) -> Bool {
            (x.tier, x.day, x.published, x.article, x.sentence, x.id) < (y.tier, y.day, y.published, y.article, y.sentence, y.id)
        }
    }

    /// The most exactly dated first, then by day and place in the news: settles every tie.
    var order: Order {
        Order(tier: tier, day: days?.first.number ?? .max, published: published ?? .max, article: articleID, sentence: sentence, id: id)
    }
}
