import GRDB

/// The SQL of a search.
struct SearchQuery {
    /// Beyond so many articles they come newest first: to weigh each (bm25) would take longer than a reader waits, and tells little of a word that half of them have.
    static let mostRanked = 3000

    private let filter: SearchFilter
    private let match: String
    /// All but the words.
    private let conditions: [String]
    private let arguments: [any DatabaseValueConvertible]

    init(_ filter: SearchFilter, _ match: String) {
        self.filter = filter
        self.match = match
        var conditions: [String] = []
        var arguments: [any DatabaseValueConvertible] = []
        if let outlet = filter.outlet {
            conditions.append("a.outlet = (SELECT number FROM outlet WHERE name = ?)")
            arguments.append(outlet)
        }
        if let from = filter.from {
            conditions.append("a.localDate >= ?")
            arguments.append(from)
        }
        if let to = filter.to {
            conditions.append("a.localDate <= ?")
            arguments.append(to)
        }
        if let code = filter.party {
            conditions.append("+a.number IN (SELECT article FROM articleParty WHERE code = ?)")
            arguments.append(code)
        }
        self.conditions = conditions
        self.arguments = arguments
    }

    // Along an index that holds all that is compared: looking up each article found would read every page of the file.
    private func articles(_ conditions: [String]) -> String {
        let index = filter.outlet == nil ? "articleByDay" : "articleByOutlet"
        return "FROM article a INDEXED BY \(index) WHERE \(conditions.isEmpty ? "1" : conditions.joined(separator: " AND "))"
    }

    private var found: String { articles(["+a.number IN (SELECT rowid FROM articleText WHERE articleText MATCH ?)"] + conditions) }

    var total: SQLRequest<Int> {
        SQLRequest(sql: "SELECT count(*) \(found)", arguments: StatementArguments([match] + arguments))
    }

    private static let newest = "ORDER BY a.localDate DESC, a.published DESC, a.id"

    /// - Parameter numbers: of the page's articles, as SQL.
    private func newest(_ numbers: String, _ arguments: [any DatabaseValueConvertible]) -> SQLRequest<Row> {
        let sql = """
            SELECT a.text, \(ArticleRow.columns("a", "in")) FROM article a LEFT JOIN outlet ao ON ao.number = a.outlet
            WHERE a.number IN (\(numbers) \(Self.newest) LIMIT ? OFFSET ?) \(Self.newest)
            """
        return SQLRequest(sql: sql, arguments: StatementArguments(arguments) + filter.page.arguments)
    }

    /// Those of the newest articles alone, which are asked one by one: a page of a word that is everywhere is found among them, and to put all together that
    /// have it would take some ten times as long. nil where the page lies beyond them.
    var recent: SQLRequest<Row>? {
        guard filter.page.end <= filter.asked else { return nil }
        let lately = "+a.number IN (SELECT a.number \(articles(conditions)) \(Self.newest) LIMIT \(filter.asked))"
        let has = "EXISTS (SELECT 1 FROM articleText t WHERE t.rowid = a.number AND t.articleText MATCH ?)"
        return newest("SELECT a.number \(articles(conditions + [lately, has]))", arguments + arguments + [match])
    }

    func hits(_ order: SearchFilter.Order) -> SQLRequest<Row> {
        switch order {
        case .newest: return newest("SELECT a.number \(found)", [match] + arguments)
        case .relevance:
            let sql = """
                WITH page AS (
                  SELECT a.number, r.weight FROM article a
                    JOIN (SELECT rowid, bm25(articleText) AS weight FROM articleText WHERE articleText MATCH ?) r ON r.rowid = a.number
                  WHERE a.number IN (SELECT a.number \(found)) ORDER BY r.weight, a.localDate DESC, a.id LIMIT ? OFFSET ?)
                SELECT a.text, \(ArticleRow.columns("a", "in"))
                FROM page JOIN article a ON a.number = page.number LEFT JOIN outlet ao ON ao.number = a.outlet
                ORDER BY page.weight, a.localDate DESC, a.id
                """
            return SQLRequest(sql: sql, arguments: StatementArguments([match, match] + arguments) + filter.page.arguments)
        }
    }
}
