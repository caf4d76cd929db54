import Ledger

/// `/search?q=`: relations, events and articles that have the words asked for, in either script.
enum SearchPage {
    struct Body: Sendable {
        let q: String
        let isAsked: Bool
        let isEmpty: Bool
        let relations: [RelationView]
        let hasRelations: Bool
        let events: [EventView]
        let hasEvents: Bool
        let eventCount: String
        let articles: [Hit]
        let hasArticles: Bool
        let articleCount: String
        let pager: Pager?
    }

    struct Hit: Sendable {
        let id: String
        let title: String
        let lang: String
        let outlet: String
        let published: String?
        let snippet: [Segment]
    }

    struct Data: Encodable, Sendable {
        let query: String
        let relations: [RelationData]
        let events: [EventData]
        let articles: [ArticleReferenceData]
        let total: Int
    }

    static let pageSize = 20

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let q = visit.query["q"] ?? ""
        let paging = Paging(visit.query, size: pageSize)
        let found = q.isEmpty ? nil : try site.ledger.search(q, limit: paging.size, offset: paging.offset)
        let hits = found?.hits ?? []
        let total = found?.total ?? 0
        let events = q.isEmpty || paging.page > 1 ? [] : try site.ledger.events(filter(q))
        let eventCount = events.isEmpty ? 0 : try site.ledger.count(filter(q))
        let relations = paging.page > 1 ? [] : try relations(named: q, site, visit.language)
        let summary = try site.ledger.summary()
        let body = Body(
            q: q, isAsked: !q.isEmpty, isEmpty: hits.isEmpty && events.isEmpty && relations.isEmpty,
            relations: try site.relationViews(relations, until: summary.lastDay, writer), hasRelations: !relations.isEmpty,
            events: events.map { EventView($0, writer) }, hasEvents: !events.isEmpty, eventCount: writer.count("events", eventCount),
            articles: hits.map { hit($0, writer) }, hasArticles: !hits.isEmpty, articleCount: writer.count("articles", total),
            pager: paging.pager(total: total, visit, anchor: "#articles"))
        let title = q.isEmpty ? writer.text("search") : "\(q) – \(writer.text("search"))"
        return .page(
            PageAnswer(
                template: "search", title: title, description: title, section: "search", body: body,
                data: Data(
                    query: q, relations: relations.map(RelationData.init), events: events.map(EventData.init),
                    articles: hits.map { ArticleReferenceData($0.article) }, total: total),
                feed: q.isEmpty ? nil : "/feeds/search?q=\(Query.encoded(q))"))
    }

    private static func filter(_ q: String) -> EventFilter {
        var filter = EventFilter()
        filter.text = q
        filter.limit = 6
        return filter
    }

    /// Two parties' names give their relation, one party's name its strongest relations.
    private static func relations(named q: String, _ site: Site, _ language: Language) throws -> [RelationRecord] {
        let codes = site.names.codes(in: q)
        if codes.count == 2, let pair = Pair(codes[0], codes[1]) {
            return try site.ledger.relation(pair, temperature: site.temperature).map { [$0] } ?? []
        }
        return codes.count == 1 ? try site.ledger.relations(of: codes[0], limit: 5, temperature: site.temperature) : []
    }

    private static func hit(_ hit: SearchHit, _ writer: Writer) -> Hit {
        Hit(
            id: hit.article.id, title: hit.article.title, lang: languageTag(hit.article.script),
            outlet: hit.article.outlet ?? writer.text("outletUnknown"), published: hit.article.localDate.map(writer.calendar.date),
            snippet: segments(hit.snippet, marks: hit.highlights.map { Mark(range: $0, cssClass: "party") }))
    }
}
