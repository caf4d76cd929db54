import Foundation
import Ledger

/// How an event is cited: the record's entry, and the articles it rests on.
struct Citation: View {
    let text: String
    let bibtex: String
    let csl: String

    /// Articles beyond these are left to the event's page.
    private static let shown = 10

    /// - Parameter title: the event in a line.
    init(_ detail: EventDetail, title: String, version: String) {
        var seen: Set<String> = []
        let articles = detail.mentions.map(\.article).filter { seen.insert($0.id).inserted }.prefix(Self.shown)
        let name = version.isEmpty ? "Rapport" : "Rapport \(version)"
        text =
            (["\(title). \(name), event \(detail.event.id)."]
            + articles.map { article in
                [article.outlet, "“\(article.title)”", article.localDate, article.url].compactMap(\.self).joined(separator: ", ") + "."
            }).joined(separator: "\n")
        bibtex =
            ([
                Self.entry(
                    "event-\(detail.event.id)",
                    [
                        ("title", title), ("howpublished", "\(name), event \(detail.event.id)"),
                        ("year", detail.event.start.map { String($0.prefix(4)) }),
                    ])
            ]
            + articles.map {
                Self.entry(
                    "article-\($0.id)",
                    [
                        ("author", $0.outlet.map { "{\($0)}" }), ("title", $0.title), ("date", $0.localDate), ("url", $0.url),
                        ("langid", "chinese"),
                    ])
            }).joined(separator: "\n")
        csl = Self.json(articles.map(Item.init))
    }

    private static func entry(_ key: String, _ fields: [(name: String, value: String?)]) -> String {
        let lines = fields.compactMap { field in field.value.map { "  \(field.name) = {\(field.name == "url" ? $0 : bibtexText($0))}" } }
        return "@misc{\(key),\n\(lines.joined(separator: ",\n"))\n}"
    }

    /// Braces unbalance an entry and a backslash begins a command; doubled braces around a whole name stay.
    private static func bibtexText(_ text: String) -> String {
        let isWhole = text.hasPrefix("{") && text.hasSuffix("}")
        let inner = isWhole ? String(text.dropFirst().dropLast()) : text
        let safe = inner.filter { !"{}\\".contains($0) }.map { "%&#$_".contains($0) ? "\\\($0)" : String($0) }.joined()
        return isWhole ? "{\(safe)}" : safe
    }

    /// CSL JSON (Citation Style Language 1.0.2, `article-newspaper`).
    private struct Item: Encodable {
        let id: String
        let type = "article-newspaper"
        let title: String
        let containerTitle: String?
        let issued: Issued?
        let url: String?
        let language: String

        struct Issued: Encodable {
            let parts: [[Int]]
            enum CodingKeys: String, CodingKey { case parts = "date-parts" }
        }

        enum CodingKeys: String, CodingKey {
            case id, type, title, issued, language
            case containerTitle = "container-title"
            case url = "URL"
        }

        init(_ article: ArticleReference) {
            id = article.id
            title = article.title
            containerTitle = article.outlet
            let parts = article.localDate.map { $0.split(separator: "-").compactMap { Int($0) } } ?? []
            issued = parts.isEmpty ? nil : Issued(parts: [parts])
            url = article.url
            language = languageTag(article.script)
        }
    }

    private static func json(_ items: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(items)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }
}
