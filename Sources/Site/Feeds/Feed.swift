import Foundation
import Hummingbird
import Ledger

/// A stream of the record that a reader can subscribe to: its address, and what is in it.
struct Feed: Sendable {
    /// From the site's root, named parts in braces.
    let path: String
    let name: String
    let about: String
    var weight = Workshop.Weight.light
    let entries: @Sendable (Site, Visit, [String: String]) throws -> Content

    struct Content: Sendable {
        let title: String
        let page: String
        let entries: [Atom.Entry]
    }

    /// How many entries a feed has.
    static let length = 50

    static let all = [events, relation, party, person, search]

    static let events = Feed(path: "/feeds/events", name: "eventsFeed", about: "The latest events, as an Atom feed.") { site, visit, _ in
        let writer = site.writer(visit)
        return Content(title: writer.text("siteTitle"), page: "/", entries: try site.entries(EventFilter(), writer))
    }

    static let relation = Feed(
        path: "/feeds/relations/{pair}", name: "relationFeed", about: "The latest events between two parties, as an Atom feed."
    ) { site, visit, parts in
        guard let pair = Pair(id: parts["pair"] ?? ""), try site.ledger.relation(pair) != nil else { throw Refusal(.notFound) }
        let writer = site.writer(visit)
        return Content(
            title: writer.pair(pair), page: Address.relation(pair),
            entries: try site.entries(EventFilter(pair: pair), writer))
    }

    static let party = Feed(
        path: "/feeds/parties/{code}", name: "partyFeed", about: "The latest events with one state or organisation, as an Atom feed."
    ) { site, visit, parts in
        let code = parts["code"] ?? ""
        let writer = site.writer(visit)
        let entries = try site.entries(EventFilter(code: code), writer)
        guard !entries.isEmpty else { throw Refusal(.notFound) }
        return Content(title: writer.name(code), page: Address.party(code), entries: entries)
    }

    static let person = Feed(
        path: "/feeds/people/{code}/{name}", name: "personFeed",
        about: "What one person lately did and said, as an Atom feed: by the code of the state or organisation, - for none, and by name."
    ) { site, visit, parts in
        let key = PersonKey(name: parts["name"] ?? "", code: parts["code"] == "-" ? nil : parts["code"])
        guard try site.ledger.person(key) != nil else { throw Refusal(.notFound) }
        let writer = site.writer(visit)
        var events = EventFilter()
        events.person = key
        var said = StatementFilter()
        said.code = key.code
        said.speaker = key.name
        said.limit = length
        let entries = try site.entries(events, writer) + site.ledger.statements(said).map { Atom.Entry($0, writer) }
        return Content(
            title: key.name + (key.code.map { writer.bracketed(writer.name($0)) } ?? ""), page: Address.person(key),
            entries: Array(entries.sorted { $0.published > $1.published }.prefix(length)))
    }

    static let search = Feed(
        path: "/feeds/search", name: "searchFeed", about: "The latest articles that have some words, as an Atom feed.", weight: .heavy
    ) {
        site, visit, _ in
        guard let q = visit.query["q"] else { throw Refusal(.badRequest, "q is missing: the words to look for") }
        let writer = site.writer(visit)
        return Content(
            title: "\(q) – \(writer.text("search"))", page: "/search?q=\(Query.encoded(q))",
            entries: try site.ledger.search(q, limit: length).hits.map { Atom.Entry($0, writer) })
    }

    /// The address as it stands in a router.
    var route: RouterPath { RouterPath(path.replacing("{", with: ":").replacing("}", with: "")) }

    /// The address's named parts.
    var names: [String] { path.matches(of: /\{([a-z]+)\}/).map { String($0.1) } }

    /// As the API's description has them.
    var parameters: [[String: Any]] {
        let examples = ["pair": "CHN-USA", "code": "CHN", "name": "王毅"]
        return names.map { OpenAPI.part($0, "A part of the address.", examples[$0] ?? "") }
            + (name == "searchFeed" ? [OpenAPI.question("q", "The words to look for.", "北约")] : [])
    }
}

extension Site {
    func addFeeds(to router: Router<SiteContext>) {
        for feed in Feed.all {
            router.get(feed.route) { request, context in
                let visit = Visit(request)
                let base = base(request)
                let parts = Dictionary(feed.names.map { ($0, context.parameters.get($0) ?? "") }) { first, _ in first }
                    .mapValues { $0.removingPercentEncoding ?? $0 }
                return try await kept(
                    request, context, key: "atom \(visit.language.rawValue) \(base) \(request.uri.string)", weight: feed.weight
                ) {
                    let content = try feed.entries(self, visit, parts)
                    let ended = try ledger.summary().lastDay.flatMap { try? Date("\($0)T00:00:00Z", strategy: .iso8601) }
                    let atom = Atom(
                        base: base, path: request.uri.path + visit.query.with("lang", nil).text, page: content.page, title: content.title,
                        subtitle: words.text("siteTitle", visit.language), lang: visit.language.tag, entries: content.entries,
                        ended: ended ?? Date(timeIntervalSince1970: 0))
                    return RenderedPage(
                        status: .ok,
                        headers: [
                            .contentType: "application/atom+xml; charset=utf-8", .cacheControl: "no-cache",
                            .vary: "Accept-Language, Cookie",
                        ], bytes: ByteBuffer(string: atom.text))
                }
            }
        }
    }

    /// The newest events of a filter as entries.
    fileprivate func entries(_ filter: EventFilter, _ writer: Writer) throws -> [Atom.Entry] {
        var filter = filter
        filter.limit = Feed.length
        filter.to = try ledger.summary().lastDay
        return try ledger.events(filter).map { Atom.Entry($0, writer) }
    }
}

extension Atom.Entry {
    init(_ event: EventRecord, _ writer: Writer) {
        let view = EventView(event, writer)
        self.init(
            path: "/events/\(event.id)",
            title: "\(view.type): \(view.recipients.map { "\(view.actors) → \($0)" } ?? view.actors), \(view.when)",
            summary: event.sentence, lang: view.lang, author: event.best.outlet ?? writer.text("outletUnknown"),
            published: event.first.published ?? Date(timeIntervalSince1970: 0), category: (event.type.rawValue, view.type))
    }

    init(_ record: StatementRecord, _ writer: Writer) {
        self.init(
            path: "/articles/\(record.article.id)#s\(record.statement.span.start)", title: record.article.title,
            summary: record.statement.span.text,
            lang: languageTag(record.article.script), author: record.statement.speaker?.name ?? writer.text("someone"),
            published: record.article.published ?? Date(timeIntervalSince1970: 0), category: nil)
    }

    init(_ hit: SearchHit, _ writer: Writer) {
        self.init(
            path: "/articles/\(hit.article.id)", title: hit.article.title, summary: hit.snippet, lang: languageTag(hit.article.script),
            author: hit.article.outlet ?? writer.text("outletUnknown"), published: hit.article.published ?? Date(timeIntervalSince1970: 0),
            category: nil)
    }
}
