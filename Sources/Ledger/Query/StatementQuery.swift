import GRDB

/// The SQL of a statement filter.
struct StatementQuery {
    private let filter: StatementFilter
    private let conditions: [String]
    private let arguments: [any DatabaseValueConvertible]
    /// Folded words that must stand in the statement itself; the index knows only that they stand in its article.
    private let words: [String]
    /// Folded words of which one must stand in the statement.
    private let mentioning: [String]
    private let fold: (String) -> String

    /// nil where nothing can match (words without a letter).
    init?(_ filter: StatementFilter, fold: @escaping (String) -> String) {
        self.filter = filter
        self.fold = fold
        mentioning = filter.mentioning.map(fold)
        var found: [(String, any DatabaseValueConvertible)] = []
        if let code = filter.code { found.append(("s.speakerCode = ?", code)) }
        if let speaker = filter.speaker { found.append(("s.speakerName = ?", speaker)) }
        if filter.atLeast > 0 { found.append(("length(s.text) >= ?", filter.atLeast)) }
        if let article = filter.article { found.append(("a.id = ?", article)) }
        if let outlet = filter.outlet { found.append(("ao.name = ?", outlet)) }
        if let from = filter.from { found.append(("a.localDate >= ?", from)) }
        if let to = filter.to { found.append(("a.localDate <= ?", to)) }
        if let text = filter.text {
            let folded = fold(text)
            guard let question = SearchTokens.question(folded) else { return nil }
            found.append(("a.number IN (SELECT rowid FROM articleText WHERE articleText MATCH ?)", question))
            words = SearchTokens.words(folded)
        } else {
            words = []
        }
        conditions = found.map(\.0) + (filter.isOfficial ? [Self.official] : [])
        arguments = found.map(\.1)
    }

    /// A state that is named without a body or person speaking for it is most often a commentator's figure of speech.
    private static let official =
        "s.speakerName IS NOT NULL AND (s.speakerKind = 'person' OR s.speakerSector IS NOT NULL) AND \(Ledger.isOfficial("s.speakerSector"))"

    /// The rows of the filter's page; with words asked for, candidates are read one by one until the page is full. Places are put in order first and
    /// texts looked up afterwards: sorting whole rows took three times as long.
    func records(_ db: Database) throws -> [Row] {
        let places = """
            SELECT s.article, s.ordinal FROM article a JOIN statement s ON s.article = a.number LEFT JOIN outlet ao ON ao.number = a.outlet
            WHERE \(conditions.isEmpty ? "1" : conditions.joined(separator: " AND "))
            ORDER BY a.localDate DESC, a.published DESC, a.id, s.ordinal
            """
        let whole = try db.cachedStatement(
            sql: """
                SELECT s.*, \(ArticleRow.columns("a", "in")) FROM statement s JOIN article a ON a.number = s.article
                  LEFT JOIN outlet ao ON ao.number = a.outlet WHERE s.article = ? AND s.ordinal = ?
                """)
        let found = try Row.fetchCursor(db, sql: places, arguments: StatementArguments(arguments))
        var skip = max(0, filter.offset)
        var page: [Row] = []
        while page.count < filter.limit, let place = try found.next() {
            if skip > 0, words.isEmpty, mentioning.isEmpty {
                skip -= 1
                continue
            }
            guard let row = try Row.fetchOne(whole, arguments: [place[0] as Int64, place[1] as Int64]), hasWords(row) else { continue }
            if skip > 0 { skip -= 1 } else { page.append(row) }
        }
        return page
    }

    private func hasWords(_ row: Row) -> Bool {
        if words.isEmpty, mentioning.isEmpty { return true }
        let text = fold(row["text"])
        return words.allSatisfy { text.contains($0) } && (mentioning.isEmpty || mentioning.contains { text.contains($0) })
    }
}
