import GRDB
import World

/// The SQL of an event filter.
struct EventQuery {
    private(set) var conditions: [String] = []
    private(set) var arguments: [(any DatabaseValueConvertible)?] = []
    private let filter: EventFilter

    /// From so many articles with the words asked for on, events are gone through from the newest until a page is full; below, the articles' events are gathered.
    private static let broad = 1500

    /// nil where nothing can match (words without a letter).
    /// - Parameter db: where given, the list is made in the way that takes less time for the number of articles with the words asked for.
    init?(_ filter: EventFilter, fold: (String) -> String, _ db: Database? = nil) throws {
        self.filter = filter
        if let pair = filter.pair { add("e.id IN (SELECT event FROM eventPair WHERE a = ? AND b = ?)", pair.a, pair.b) }
        if let code = filter.code { add("e.id IN (SELECT event FROM eventParty WHERE code = ?)", code) }
        addAny("e.type", filter.types.map(\.rawValue), of: EventType.allCases.count)
        addAny("e.quad", filter.quads.map(\.rawValue), of: QuadClass.allCases.count)
        addAny("e.status", filter.statuses.map(\.rawValue), of: EventStatus.allCases.count)
        if let from = filter.from { add("e.day >= ?", from) }
        if let to = filter.to { add("e.day <= ?", to) }
        if let person = filter.person {
            add(
                "e.id IN (SELECT x.event FROM party p JOIN eventMention x ON x.mention = p.mention WHERE \(PersonKey.condition))",
                person.name,
                person.code)
        }
        if let sectors = filter.sectors {
            let list = Column.json(sectors.sorted())
            if let pair = filter.pair { add(Self.between, pair.a, pair.b, list, list) } else { add(Self.official, list) }
        }
        if let outlet = filter.outlet { add("\(Self.reported) WHERE a.outlet = (SELECT number FROM outlet WHERE name = ?))", outlet) }
        if let text = filter.text {
            guard let question = SearchQuestion(fold(text))?.match else { return nil }
            let count = try db.flatMap { try Int.fetchOne($0.cachedStatement(sql: Self.found), arguments: [question]) } ?? 0
            add(count > Self.broad && filter.order == .newest ? Self.told : Self.matching, question)
        }
    }

    var list: SQLRequest<Row> {
        // Along the days: the index by status is for counting, and its events would have to be sorted.
        let condition = condition.replacing("e.status IN", with: "+e.status IN")
        return SQLRequest(
            // The page is cut before texts and articles are looked up: sorting whole rows took five times as long.
            sql:
                "\(Self.columns) WHERE e.id IN (SELECT e.id FROM event e WHERE \(condition) ORDER BY \(order) LIMIT ? OFFSET ?) ORDER BY \(order)",
            arguments: StatementArguments(arguments) + filter.page.arguments)
    }

    var count: SQLRequest<Int> {
        SQLRequest(sql: "SELECT count(*) FROM event e WHERE \(condition)", arguments: StatementArguments(arguments))
    }

    /// Everything that an event record shows, in one row.
    static let columns = columns(of: "event e")

    /// - Parameter events: what the events `e` are taken from.
    static func columns(of events: String) -> String {
        """
        SELECT e.*, s.text AS sentence, m.triggerStart - s.start AS triggerStart, m.triggerEnd - s.start AS triggerEnd,
          \(ArticleRow.columns("b", "best")), \(ArticleRow.columns("f", "first"))
        FROM \(events) JOIN mention m ON m.number = e.best JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence
          JOIN article b ON b.number = m.article LEFT JOIN outlet bo ON bo.number = b.outlet
          JOIN article f ON f.number = e.first LEFT JOIN outlet fo ON fo.number = f.outlet
        """
    }

    private static let reported =
        "e.id IN (SELECT x.event FROM article a JOIN eventArticle x ON x.article = a.number"

    private static let found = "SELECT count(*) FROM articleText WHERE articleText MATCH ?"
    private static let matching =
        "e.id IN (SELECT event FROM eventArticle WHERE article IN (SELECT rowid FROM articleText WHERE articleText MATCH ?))"
    private static let told = """
        EXISTS (SELECT 1 FROM eventArticle x WHERE x.event = e.id AND +x.article IN (SELECT rowid FROM articleText WHERE articleText MATCH ?))
        """

    private static let official = """
        NOT EXISTS (SELECT 1 FROM party p WHERE p.mention = e.best AND coalesce(p.sector, 'none') NOT IN (SELECT value FROM json_each(?)))
        """
    private static let between = """
        EXISTS (SELECT 1 FROM eventMention x JOIN party p ON p.mention = x.mention AND p.code = ? JOIN party q ON q.mention = x.mention AND q.code = ?
          WHERE x.event = e.id AND coalesce(p.sector, 'none') IN (SELECT value FROM json_each(?))
            AND coalesce(q.sector, 'none') IN (SELECT value FROM json_each(?)))
        """

    var condition: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }

    private var order: String {
        switch filter.order {
        case .newest: "e.day DESC, e.voices DESC, e.id"
        case .oldest: "e.day IS NULL, e.day, e.voices DESC, e.id"
        case .mostReported: "e.voices DESC, e.mentions DESC, e.day DESC, e.id"
        }
    }

    private mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
        conditions.append(condition)
        arguments += values
    }

    private mutating func addAny(_ column: String, _ values: [String], of all: Int) {
        if values.isEmpty || values.count == all { return }
        conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
        arguments += values.sorted()
    }
}
