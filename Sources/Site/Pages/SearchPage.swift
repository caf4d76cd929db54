import Ledger
import World

/// `/search?q=`: one box for everything: relations, states, people, outlets, events and articles that have the words asked for, in either script.
enum SearchPage {
    struct Body: View {
        let q: String
        let isAsked: Bool
        let isEmpty: Bool
        /// What is out of place in the words and was passed over; nil where nothing is.
        let fault: String?
        let relations: [RelationView]
        let hasRelations: Bool
        let names: [NameLink]
        let hasNames: Bool
        let facets: [FacetView]
        let hasFacets: Bool
        let isNarrowed: Bool
        let clear: String
        let events: [EventView]
        let hasEvents: Bool
        let eventCount: String
        let articles: [Hit]
        let hasArticles: Bool
        let articleCount: String
        let pager: Pager?
        let eventPager: Pager?
    }

    /// A facet with its values, each a link that narrows the events or, where it is chosen, widens them again.
    struct FacetView: View {
        let name: String
        let values: [Value]
        let isOpen: Bool

        struct Value: View {
            let name: String
            let lang: String?
            let count: String
            let address: String
            let isChosen: Bool
        }
    }

    struct Hit: View {
        let article: ArticleView
        let snippet: [Segment]
    }

    struct Data: Encodable, Sendable {
        let query: String
        let relations: [RelationData]
        let events: [EventData]
        let eventTotal: Int
        let articles: [ArticleReferenceData]
        let total: Int
    }

    static let pageSize = 20
    /// Which page of the articles is shown beside events that have pages of their own.
    static let articlePages = "articles"

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let q = visit.query["q"] ?? ""
        let paging = Paging(visit.query, size: pageSize)
        let narrowing = Narrowing(visit.query)
        let articlePaging = narrowing.isActive ? Paging(visit.query, size: pageSize, name: articlePages) : paging
        let found = q.isEmpty ? nil : try narrowing.articles(q, articlePaging).map { try site.ledger.search($0) }
        let hits = found?.hits ?? []
        let total = found?.total ?? 0
        let told = !q.isEmpty && (narrowing.isActive || paging.page == 1) ? try site.eventIndex().find(narrowing.events(q, paging)) : nil
        let events = try site.ledger.events(told?.ids ?? [])
        let counted = told?.facets ?? EventFacets()
        let eventCount = counted.total
        let codes = paging.page > 1 ? [] : site.names.codes(in: q)
        let relations = paging.page > 1 ? [] : try relations(of: codes, site)
        let names = q.isEmpty || paging.page > 1 ? [] : try names(q, codes, site, writer)
        let facets = narrowing.views(counted, visit, writer)
        let body = Body(
            q: q, isAsked: !q.isEmpty, isEmpty: hits.isEmpty && events.isEmpty && relations.isEmpty && names.isEmpty,
            fault: q.isEmpty ? nil : site.ledger.fault(in: q).map { sentence($0, writer) },
            relations: try site.relationViews(relations, writer), hasRelations: !relations.isEmpty, names: names, hasNames: !names.isEmpty,
            facets: facets, hasFacets: !facets.isEmpty, isNarrowed: narrowing.isActive, clear: "/search?q=\(Query.encoded(q))",
            events: events.map { EventView($0, writer, words: told?.words ?? []) }, hasEvents: !events.isEmpty,
            eventCount: writer.count("events", eventCount),
            articles: hits.map { hit($0, writer) }, hasArticles: !hits.isEmpty, articleCount: writer.count("articles", total),
            pager: articlePaging.pager(total: total, visit, anchor: "#articles"),
            eventPager: narrowing.isActive ? paging.pager(total: eventCount, visit, anchor: "#events", of: writer.text("factEvents")) : nil)
        let title = q.isEmpty ? writer.text("search") : "\(q) – \(writer.text("search"))"
        return .page(
            PageAnswer(
                template: "search", title: title, description: title, section: "search", body: body,
                data: Data(
                    query: q, relations: relations.map(RelationData.init), events: events.map(EventData.init), eventTotal: eventCount,
                    articles: hits.map { ArticleReferenceData($0.article) }, total: total),
                feed: q.isEmpty ? nil : "/feeds/search?q=\(Query.encoded(q))", table: q.isEmpty ? nil : Address.table("search", ("q", q))))
    }

    /// Two parties' names give their relation, one party's name its strongest relations.
    private static func relations(of codes: [String], _ site: Site) throws -> [RelationRecord] {
        let asOf = try site.outlook().asOf
        if codes.count == 2, let pair = Pair(codes[0], codes[1]) {
            return try site.ledger.relation(pair, temperature: site.temperature, asOf: asOf).map { [$0] } ?? []
        }
        return codes.count == 1 ? try site.ledger.relations(of: codes[0], limit: 5, temperature: site.temperature, asOf: asOf) : []
    }

    /// States, people and outlets by that name.
    private static func names(_ q: String, _ codes: [String], _ site: Site, _ writer: Writer) throws -> [NameLink] {
        let word = site.options.folding?.fold(q) ?? q
        let parties = writer.links(codes).prefix(4)
        let people = try site.persons(named: word, limit: 6).map { record in
            let state = record.person.code.map { writer.bracketed(writer.name($0)) } ?? ""
            return NameLink(
                before: "", name: writer.person(record.person), nameAddress: Address.person(record.person),
                nameLang: writer.foreign(writer.person(record.person)), close: state)
        }
        let outlets = try site.outlets().filter { $0.name.contains(word) }.prefix(3).map {
            NameLink(
                before: "", name: writer.outlet($0.name), nameAddress: Address.outlet($0.name),
                nameLang: writer.foreign(writer.outlet($0.name)))
        }
        return parties.map { NameLink(before: "", name: $0.name, nameAddress: $0.nameAddress, nameLang: $0.nameLang) } + people + outlets
    }

    private static func sentence(_ fault: SearchFault, _ writer: Writer) -> String {
        switch fault {
        case .noWord: writer.text("faultNoWord")
        case .alone(let word): writer.words.filled("faultAlone", writer.language, ["word": word])
        case .openQuotation: writer.text("faultOpenQuotation")
        case .openParenthesis: writer.text("faultOpenParenthesis")
        case .closedParenthesis: writer.text("faultClosedParenthesis")
        case .emptyParentheses: writer.text("faultEmptyParentheses")
        }
    }

    private static func hit(_ hit: SearchHit, _ writer: Writer) -> Hit {
        let all = Array(hit.snippet.unicodeScalars)
        // What ended the sentence before.
        let idle = all.prefix { $0.properties.isWhitespace || "，。、；：！？”」』）,.;:!?)".unicodeScalars.contains($0) }.count
        let words = segments(all, part: idle..<all.count, marks: hit.highlights.map { Mark(range: $0, cssClass: "party") })
        // A text begins with its title: what begins otherwise was cut out of its midst.
        let isCut = !hit.snippet.hasPrefix(String(hit.article.title.prefix(8)))
        let before = isCut ? [Segment(text: "…", mark: nil, hint: nil, link: nil)] : []
        let isWhole = hit.snippet.last.map { "。！？”」".contains($0) } ?? true
        let after = isWhole ? [] : [Segment(text: "…", mark: nil, hint: nil, link: nil)]
        return Hit(article: ArticleView(hit.article, writer), snippet: before + words + after)
    }
}
