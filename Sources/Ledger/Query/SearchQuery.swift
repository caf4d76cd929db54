import GRDB

/// The SQL of a search.
struct SearchQuery {
    /// Beyond so many articles they come newest first: to weigh each (bm25) would take longer than a reader waits, and tells little of a word that half of them have.
    static let mostRanked = 3000

    private let filter: SearchFilter
    private let conditions: String
    private let arguments: [any DatabaseValueConvertible]

    init(_ filter: SearchFilter, _ match: String) {
        self.filter = filter
        var conditions = ["+a.number IN (SELECT rowid FROM articleText WHERE articleText MATCH ?)"]
        var arguments: [any DatabaseValueConvertible] = [match]
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
        self.conditions = conditions.joined(separator: " AND ")
        self.arguments = arguments
    }

    // Along an index that holds all that is compared: looking up each article found would read every page of the file.
    private var found: String {
        "FROM article a INDEXED BY \(filter.outlet == nil ? "articleByDay" : "articleByOutlet") WHERE \(conditions)"
    }

    var total: SQLRequest<Int> {
        SQLRequest(sql: "SELECT count(*) \(found)", arguments: StatementArguments(arguments))
    }

    func hits(_ order: SearchFilter.Order) -> SQLRequest<Row> {
        let page: [any DatabaseValueConvertible] = [max(0, filter.limit), max(0, filter.offset)]
        switch order {
        case .newest:
            let sql = """
                SELECT a.text, \(ArticleRow.columns("a", "in")) FROM article a LEFT JOIN outlet ao ON ao.number = a.outlet
                WHERE a.number IN (SELECT a.number \(found) ORDER BY a.localDate DESC, a.published DESC, a.id LIMIT ? OFFSET ?)
                ORDER BY a.localDate DESC, a.published DESC, a.id
                """
            return SQLRequest(sql: sql, arguments: StatementArguments(arguments + page))
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
            return SQLRequest(sql: sql, arguments: StatementArguments([arguments[0]] + arguments + page))
        }
    }
}
