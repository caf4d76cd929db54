import GRDB

/// The SQL of an article filter.
enum ArticleQuery {
    static func condition(_ filter: ArticleFilter) -> String {
        var conditions = ["(?1 IS NULL OR ao.name = ?1)", "(?2 IS NULL OR a.localDate >= ?2)", "(?3 IS NULL OR a.localDate <= ?3)"]
        if filter.pair != nil { conditions.append("\(reporting) JOIN eventPair p ON p.event = x.event WHERE p.a = ?4 AND p.b = ?5)") }
        if filter.code != nil { conditions.append("\(reporting) JOIN eventParty q ON q.event = x.event WHERE q.code = ?6)") }
        return conditions.joined(separator: " AND ")
    }

    static func arguments(_ filter: ArticleFilter) -> StatementArguments {
        // SQLite takes as many values as the highest number that is asked for.
        var values: [(any DatabaseValueConvertible)?] = [filter.outlet, filter.from, filter.to]
        if filter.pair != nil || filter.code != nil { values += [filter.pair?.a, filter.pair?.b] }
        if let code = filter.code { values.append(code) }
        return StatementArguments(values)
    }

    private static let reporting = "a.number IN (SELECT m.article FROM mention m JOIN eventMention x ON x.mention = m.number"
}
