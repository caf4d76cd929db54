import Coding
import Ledger
import Measure
import Prose
import World

/// The API's addresses.
enum Endpoints {
    static func all(explains: Bool) -> [Endpoint] {
        [
            summary, relations, relation, series, events, event, articles, article, statements, people, outlets, shares, parties, types,
            search,
        ]
            + (explains ? [explain] : [])
    }

    static let summary = Endpoint(
        path: "/summary", name: "summary", summary: "What the record holds, and from when to when.", schema: "Summary"
    ) { site, _ in .one(SummaryData(try site.ledger.summary())) }

    static let relation = Endpoint(
        path: "/relations/{pair}", name: "relation", summary: "One pair: its events by class, its mean score, its temperature.",
        parts: [pairPart], schema: "Relation"
    ) { site, request in .one(RelationData(try known(site.ledger.relation(pair(request), temperature: site.temperature)))) }

    static let event = Endpoint(
        path: "/events/{id}", name: "event", summary: "One event with every sentence that reports it, and which reports copy one another.",
        parts: [idPart("An event's id.", "e3f70f0ccdbbeff8")], schema: "EventDetail", weight: .light
    ) { site, request in
        .one(EventDetailData(try known(site.ledger.event(id: request.part("id"))), try site.ledger.reviews(ofEvent: request.part("id"))))
    }

    static let article = Endpoint(
        path: "/articles/{id}", name: "article",
        summary:
            "One article in the record's form rapport/1: its text with passages, and everything coded in it. A public site gives the coded "
            + "sentences in place of the text.",
        parts: [idPart("An article's id.", "8e8ce2d508878394")], schema: "Article", weight: .light
    ) { site, request in
        .one(ArticleData(try known(site.ledger.article(id: request.part("id"))), isPublic: site.options.isPublic))
    }

    static let people = Endpoint(
        path: "/people", name: "people", summary: "People who act or are acted upon, those named most first.",
        parameters: [
            Endpoint.Parameter(name: "party", about: "Only those who stand for this party, by its code.", example: "CHN"),
            Endpoint.Parameter(name: "name", about: "Only those whose names hold these characters."), limit, cursor,
        ], schema: "Person", isList: true
    ) { site, request in
        let cursor = try request.cursor
        let limit = try request.limit
        let records = try site.persons(of: request["party"], named: request["name"], limit: limit + 1, offset: cursor.seen)
        return .list(
            APIAnswer.Rows(
                records, limit: limit,
                columns: [("name", { $0.person.name }), ("party", { $0.person.code ?? "" }), ("mentions", { "\($0.mentions)" })],
                item: PersonData.init, next: { cursor.advanced(by: $0.count) }))
    }

    static let outlets = Endpoint(
        path: "/outlets", name: "outlets", summary: "Outlets, those with the most articles first.", parameters: [limit, cursor],
        schema: "Outlet", isList: true
    ) { site, request in
        let cursor = try request.cursor
        let records = Array(try site.outlets().dropFirst(cursor.seen))
        return .list(
            APIAnswer.Rows(
                records, limit: try request.limit,
                columns: [
                    ("name", { $0.name }), ("site", { $0.site ?? "" }), ("articles", { "\($0.articles)" }),
                    ("mentions", { "\($0.mentions)" }),
                    ("events", { "\($0.events)" }), ("first", { $0.firstDay ?? "" }), ("last", { $0.lastDay ?? "" }),
                ], item: OutletData.init, next: { cursor.advanced(by: $0.count) }))
    }

    static let shares = Endpoint(
        path: "/outlets/{outlet}/shares", name: "shares",
        summary: "Which relations, or which types, an outlet's events are of, beside their share of all outlets' events.",
        parts: [Endpoint.Parameter(name: "outlet", about: "An outlet's name.", example: "路透社")],
        parameters: [
            Endpoint.Parameter(
                name: "of", about: "relations unless told.", kind: .choice(ShareOf.allCases.map(\.rawValue)), example: "types"),
            limit, cursor,
        ], schema: "Share", isList: true
    ) { site, request in
        let name = request.part("outlet")
        _ = try known(site.outlets().first { $0.name == name })
        let shares =
            switch try request.value("of", else: ShareOf.relations) {
            case .relations: try OutletPage.pairShares(name, site, limit: 5000).map { $0.data($0.value.id) }
            case .types: try OutletPage.typeShares(name, site).map { $0.data($0.value.rawValue) }
            }
        let cursor = try request.cursor
        return .list(
            APIAnswer.Rows(
                Array(shares.dropFirst(cursor.seen)), limit: try request.limit,
                columns: shareColumns, item: { $0 }, next: { cursor.advanced(by: $0.count) }))
    }

    private static let shareColumns: Columns<OutletPage.ShareData> = [
        ("value", { $0.value }), ("events", { "\($0.events)" }), ("share", { fixed($0.share) }), ("share_of_all", { fixed($0.shareOfAll) }),
    ]

    private enum ShareOf: String, CaseIterable {
        case relations, types
    }

    static let parties = Endpoint(
        path: "/parties", name: "parties", summary: "States and organisations by code, with their names.", parameters: [limit, cursor],
        schema: "PartyName", isList: true
    ) { site, request in
        let cursor = try request.cursor
        let records = Array(site.names.all.dropFirst(cursor.seen))
        return .list(
            APIAnswer.Rows(
                records, limit: try request.limit,
                columns: [("code", { $0.code }), ("zh", { $0.zh ?? "" }), ("zh_hant", { $0.hant ?? "" }), ("en", { $0.en ?? "" })],
                item: { $0 }, next: { cursor.advanced(by: $0.count) }))
    }

    static let types = Endpoint(
        path: "/types", name: "types", summary: "PLOVER's event types: names, meanings, scores.", parameters: [limit, cursor],
        schema: "Type", isList: true
    ) { site, request in
        let cursor = try request.cursor
        let records = EventType.allCases.dropFirst(cursor.seen).map { TypeData($0, site) }
        return .list(
            APIAnswer.Rows(
                records, limit: try request.limit,
                columns: [
                    ("type", { $0.type.rawValue }), ("zh", { $0.zh }), ("en", { $0.en }), ("meaning_zh", { $0.meaningZh }),
                    ("meaning_en", { $0.meaningEn }), ("quad", { $0.quad?.rawValue ?? "" }), ("score", { $0.score.map { "\($0)" } ?? "" }),
                    ("cameo", { $0.cameo ?? "" }),
                ], item: { $0 }, next: { cursor.advanced(by: $0.count) }))
    }

    static let explain = Endpoint(
        path: "/explain", name: "explain", summary: "A text of the caller's, coded step by step.",
        parameters: [
            Endpoint.Parameter(name: "text", about: "At most \(ExplainPage.longest) characters.", example: "王毅周一在莫斯科会见拉夫罗夫。"),
            Endpoint.Parameter(
                name: "published", about: "The day it was published: what 周一 is counted from.", kind: .day, example: "2023-09-19"),
        ], schema: "Explanation"
    ) { site, request in
        guard let coder = site.options.coder else { throw Refusal(.notFound) }
        guard let text = request["text"] else { throw Refusal(.badRequest, "text is missing") }
        guard text.count <= ExplainPage.longest else { throw Refusal(.badRequest, "text may have \(ExplainPage.longest) characters") }
        let day = try request.day("published").flatMap { Day(iso: $0) }
        let explanation = coder.explain(text, published: day)
        return .one(
            ExplainPage.Data(
                text: text, published: day?.iso, sentences: explanation.sentences.map(ExplainedSentenceData.init),
                statements: explanation.statements.map(ArticleData.StatementData.init)))
    }

    static let limit = Endpoint.Parameter(
        name: "limit", about: "At most so many rows: 100 unless told, \(APIRequest.most) at most; of CSV \(APIRequest.mostOfTable).",
        kind: .integer, example: "3")
    static let cursor = Endpoint.Parameter(name: "cursor", about: "Where to go on: the `next` of the page before, with the same questions.")
    static let pairPart = Endpoint.Parameter(name: "pair", about: "Two codes, in either order.", example: "CHN-USA")

    static func idPart(_ about: String, _ example: String) -> Endpoint.Parameter {
        Endpoint.Parameter(name: "id", about: about, example: example)
    }

    static func pair(_ request: APIRequest) throws -> Pair {
        guard let pair = Pair(id: request.part("pair")) else { throw Refusal(.notFound) }
        return pair
    }

    static func known<Record>(_ record: Record?) throws -> Record {
        guard let record else { throw Refusal(.notFound) }
        return record
    }
}

extension Cursor {
    /// This cursor after some more rows of a list that is not by day.
    func advanced(by count: Int) -> Cursor {
        var next = Cursor()
        next.seen = seen + count
        return next
    }
}
