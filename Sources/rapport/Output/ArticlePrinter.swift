import Press

/// Writes articles as lines of one format.
protocol ArticlePrinter: Sendable {
    var opening: [String] { get }
    func lines(_ article: Article, _ repeats: [Repeat]) -> [String]
    var closing: [String] { get }
}

extension ArticlePrinter {
    var opening: [String] { [] }
    var closing: [String] { [] }
}

/// An article on one line of JSON, in the record's form (docs/record.md), its links, pictures and tables too.
struct ArticleLine: ArticlePrinter {
    func lines(_ article: Article, _ repeats: [Repeat]) -> [String] {
        let fields: [(String, JSONValue)] = [
            ("id", .string(article.id)), ("path", .string(article.path)), ("url", .text(article.url)), ("title", .string(article.title)),
            ("outlet", .text(article.outlet)), ("published", .text(article.published.map { $0.formatted(.iso8601) })),
            ("local_date", .text(article.localDate)), ("clock", .text(article.clock)), ("certainty", .text(article.certainty?.rawValue)),
            ("text", .string(article.text)), ("passages", .array(article.passages.map(passage))),
            ("links", .array(article.links.map(link))),
            ("pictures", .array(article.pictures.map(picture))), ("tables", .array(article.tables.map(table))),
            ("flags", .texts(article.flags)), ("repeats", .texts(repeats.map { "\($0)" })),
        ]
        return [JSONValue.object([("schema", .string("rapport/1")), ("article", .object(fields))]).line]
    }

    private func passage(_ passage: Passage) -> JSONValue {
        .object([
            ("kind", .string(passage.kind.rawValue)), ("role", .text(passage.role?.rawValue)), ("start", .integer(passage.start)),
            ("end", .integer(passage.end)),
        ])
    }

    private func link(_ link: Link) -> JSONValue {
        .object([("start", .integer(link.start)), ("end", .integer(link.end)), ("target", .string(link.target))])
    }

    private func picture(_ picture: Picture) -> JSONValue {
        .object([
            ("source", .string(picture.source)), ("proxy", .text(picture.proxy)), ("alternative", .text(picture.alternative)),
            ("passages", .array(picture.passages.map { .integer($0) })), ("gallery", picture.gallery.map { .integer($0) } ?? .null),
        ])
    }

    private func table(_ table: Grid) -> JSONValue {
        let rows = table.rows.map { row in
            JSONValue.object([
                ("passage", .integer(row.passage)),
                ("cells", .array(row.cells.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
            ])
        }
        return .object([("rows", .array(rows))])
    }
}
