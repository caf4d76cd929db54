import Coding
import Foundation
import Ledger

/// A page's subject in schema.org's terms, for search engines and assistants: JSON-LD.
struct LinkedData: Encodable, Sendable {
    enum Value: Encodable, Sendable {
        case text(String)
        case list([Value])
        case thing([String: Value])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .list(let list): try container.encode(list)
            case .thing(let values): try container.encode(values)
            }
        }
    }

    private let values: [String: Value]
    private let path: String

    private init(_ type: String, path: String, _ values: [String: Value?]) {
        var values = values.compactMapValues { $0 }
        values["@context"] = .text("https://schema.org")
        values["@type"] = .text(type)
        self.values = values
        self.path = path
    }

    /// An outlet's article, as `NewsArticle`.
    init(article: ArticleReference, script: String) {
        self.init(
            "NewsArticle", path: "/articles/\(article.id)",
            [
                "headline": .text(article.title), "inLanguage": .text(languageTag(script)),
                "datePublished": article.published.map { .text($0.ISO8601Format()) },
                "publisher": article.outlet.map { .thing(["@type": .text("NewsMediaOrganization"), "name": .text($0)]) },
                "isBasedOn": article.url.flatMap(safeLink).map { .text($0) },
            ])
    }

    /// An event, as `Event`.
    /// - Parameter name: the event in the reader's words.
    init(event: EventRecord, name: String, parties: [String]) {
        let reports = [event.best.url, event.first.url].compactMap { $0.flatMap(safeLink) }
        self.init(
            "Event", path: "/events/\(event.id)",
            [
                "name": .text(name), "identifier": .text(event.id), "description": .text(event.sentence),
                "startDate": event.start.map { .text($0) }, "endDate": event.end.map { .text($0) },
                "location": event.place.map { .thing(["@type": .text("Place"), "name": .text($0)]) },
                "organizer": .list(parties.map { .thing(["@type": .text("Organization"), "name": .text($0)]) }),
                "subjectOf": reports.isEmpty
                    ? nil
                    : .list(Set(reports).sorted().map { .thing(["@type": .text("NewsArticle"), "url": .text($0)]) }),
            ])
    }

    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

    /// As it stands in a script element: no `<` or `>` is left that could end the element.
    /// - Parameter base: the site's public address; without it, addresses are relative to the page.
    func text(base: String?) -> String {
        var values = values
        values["url"] = .text((base ?? "") + path)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(values) else { return "{}" }
        return String(decoding: data, as: UTF8.self).replacing("&", with: "\\u0026").replacing("<", with: "\\u003c")
            .replacing(">", with: "\\u003e")
    }
}
