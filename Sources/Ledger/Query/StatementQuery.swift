import Coding
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
        if let from = filter.from { found.append(("s.day >= ?", from)) }
        if let to = filter.to { found.append(("s.day <= ?", to)) }
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

    /// The filter's page; with words asked for, candidates are read one by one until the page is full. Places are put in order first and
    /// texts looked up afterwards: sorting whole rows took three times as long.
    func records(_ db: Database) throws -> [StatementRecord] {
        let places = """
            SELECT s.article, s.ordinal FROM statement s JOIN article a ON a.number = s.article LEFT JOIN outlet ao ON ao.number = a.outlet
            WHERE \(conditions.isEmpty ? "1" : conditions.joined(separator: " AND "))
            ORDER BY s.day DESC, s.published DESC, a.id, s.ordinal
            """
        let whole = try db.cachedStatement(
            sql: """
                SELECT s.*, \(ArticleRow.columns("a", "in")) FROM statement s JOIN article a ON a.number = s.article
                  LEFT JOIN outlet ao ON ao.number = a.outlet WHERE s.article = ? AND s.ordinal = ?
                """)
        let text = try db.cachedStatement(sql: "SELECT text FROM statement WHERE article = ? AND ordinal = ?")
        let found = try Row.fetchCursor(db, sql: places, arguments: StatementArguments(arguments))
        var skip = filter.page.offset
        var page: [StatementRecord] = []
        while page.count < filter.page.limit, let place = try found.next() {
            if skip > 0, words.isEmpty, mentioning.isEmpty {
                skip -= 1
                continue
            }
            let key: StatementArguments = [place[0] as Int64, place[1] as Int64]
            guard try hasWords(text, key), let record = try Row.fetchCursor(whole, arguments: key).map(StatementRecord.init).next() else {
                continue
            }
            if skip > 0 { skip -= 1 } else { page.append(record) }
        }
        return page
    }

    /// - Parameter statement: gives the text of the statement at a key.
    private func hasWords(_ statement: GRDB.Statement, _ key: StatementArguments) throws -> Bool {
        if words.isEmpty, mentioning.isEmpty { return true }
        guard var text = try String.fetchOne(statement, arguments: key).map(fold) else { return false }
        return text.withUTF8 { text in
            words.allSatisfy { holds(text, $0) } && (mentioning.isEmpty || mentioning.contains { holds(text, $0) })
        }
    }
}

extension StatementRecord {
    /// From a row of `statement` with its article's columns.
    fileprivate init(_ row: Row) throws {
        self.init(statement: try Coding.Statement(row), article: ArticleRow.reference(row, "in"))
    }
}

/// Whether a text holds a word, byte for byte: thousands of statements are looked through for a page, and comparing characters took most of its time.
private func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in
        guard let first = word.first, text.count >= word.count else { return word.isEmpty }
        return (0...(text.count - word.count)).contains { start in
            text[start] == first && word.indices.allSatisfy { text[start + $0] == word[$0] }
        }
    }
}
