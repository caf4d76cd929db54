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
        if let sectors = filter.sectors { found.append((Self.official, Column.json(sectors.sorted()))) }
        conditions = found.map(\.0)
        arguments = found.map(\.1)
    }

    /// A state that is named without a body or person speaking for it is most often a commentator's figure of speech.
    private static let official = """
        s.speakerName IS NOT NULL AND (s.speakerKind = 'person' OR s.speakerSector IS NOT NULL)
          AND coalesce(s.speakerSector, 'none') IN (SELECT value FROM json_each(?))
        """

    /// The rows of the filter's page; with words asked for, candidates are read one by one until the page is full.
    func records(_ db: Database) throws -> [Row] {
        let sql = """
            SELECT s.*, \(ArticleRow.columns("a", "in")) FROM article a JOIN statement s ON s.article = a.number LEFT JOIN outlet ao ON ao.number = a.outlet
            WHERE \(conditions.isEmpty ? "1" : conditions.joined(separator: " AND "))
            ORDER BY a.localDate DESC, a.published DESC, a.id, s.ordinal
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
        var skip = max(0, filter.offset)
        var page: [Row] = []
        while page.count < filter.limit, let row = try rows.next() {
            guard hasWords(row) else { continue }
            if skip > 0 { skip -= 1 } else { page.append(row.copy()) }
        }
        return page
    }

    private func hasWords(_ row: Row) -> Bool {
        if words.isEmpty, mentioning.isEmpty { return true }
        let text = fold(row["text"])
        return words.allSatisfy { text.contains($0) } && (mentioning.isEmpty || mentioning.contains { text.contains($0) })
    }
}
