import Coding
import Ledger
import World

extension Endpoints {
    static let events = Endpoint(
        path: "/events", name: "events", summary: "Events: what happened, once, however many sentences report it.",
        parameters: [
            Endpoint.Parameter(name: "pair", about: "Only between these two.", example: "CHN-USA"),
            Endpoint.Parameter(name: "party", about: "Only with this party on either side, by its code."),
            Endpoint.Parameter(
                name: "person",
                about: "Only with this person in some report, by name; `party` is then whom the person stands for, - for nobody."),
            Endpoint.Parameter(
                name: "official", about: "yes: only between governments.", kind: .choice(["yes", "no"]), example: "no"),
            Endpoint.Parameter(name: "type", about: "PLOVER's types, several between commas.", example: "CONSULT,ACCUSE"),
            Endpoint.Parameter(name: "quad", about: "Quad classes, several between commas.", example: "verbal cooperation"),
            Endpoint.Parameter(
                name: "status", about: "happened, planned, hypothetical, denied, several between commas; happened and planned unless told."),
            Endpoint.Parameter(name: "from", about: "First day.", kind: .day),
            Endpoint.Parameter(name: "to", about: "Last day.", kind: .day),
            Endpoint.Parameter(name: "outlet", about: "Only those that this outlet reports, by its name."),
            Endpoint.Parameter(name: "q", about: "Words that stand in an article that reports the event, in either script.", example: "会谈"),
            Endpoint.Parameter(
                name: "order", about: "newest unless told.", kind: .choice(EventFilter.Order.allCases.map(\.rawValue)), example: "newest"),
            limit, cursor,
        ], schema: "Event", isList: true
    ) { site, request in
        var filter = EventFilter()
        filter.pair = try request.pair("pair")
        if let person = request["person"] {
            guard let code = request["party"] else {
                throw Refusal(.badRequest, "party is missing: the code that the person stands for, or -")
            }
            filter.person = PersonKey(name: person, code: code == "-" ? nil : code)
        } else {
            filter.code = request["party"]
        }
        filter.sectors = request["official"] == "yes" ? site.government : nil
        filter.types = try request.values("type")
        filter.quads = try request.values("quad")
        let statuses: Set<EventStatus> = try request.values("status")
        if !statuses.isEmpty { filter.statuses = statuses }
        filter.from = try request.day("from")
        filter.to = try request.day("to")
        filter.outlet = request["outlet"]
        filter.text = request["q"]
        filter.order = try request.value("order", else: .newest)
        let cursor = try request.cursor
        let limit = try request.limit
        // Lists in other orders than the newest first go on by their place.
        (filter.to, filter.offset) = filter.order == .newest ? cursor.start(to: filter.to) : (filter.to, cursor.seen)
        filter.limit = limit + 1
        return .list(
            APIAnswer.Rows(
                try site.ledger.events(filter), limit: limit, columns: eventColumns, item: EventData.init,
                next: { filter.order == .newest ? cursor.advanced(over: $0.map(listDay)) : cursor.advanced(by: $0.count) }))
    }

    /// The day under which a list has an event: its own, else that of its first report.
    private static func listDay(_ event: EventRecord) -> String? { event.start ?? event.first.localDate }

    private static let eventColumns: Columns<EventRecord> = [
        ("id", { $0.id }), ("start", { $0.start ?? "" }), ("end", { $0.end ?? "" }), ("precision", { $0.precision }),
        ("type", { $0.type.rawValue }), ("mode", { $0.mode ?? "" }), ("quad", { $0.quad.rawValue }), ("score", { fixed($0.score) }),
        ("cameo", { $0.cameo }), ("actors", { $0.actors.joined(separator: ";") }), ("recipients", { $0.recipients.joined(separator: ";") }),
        ("status", { $0.status.rawValue }), ("place", { $0.place ?? "" }), ("outlets", { $0.outlets.joined(separator: ";") }),
        ("voices", { "\($0.voices)" }), ("articles", { "\($0.articles)" }), ("mentions", { "\($0.mentions)" }),
        ("confidence", { fixed($0.confidence) }), ("sentence", { $0.sentence }), ("title", { $0.best.title }),
        ("url", { $0.best.url ?? "" }),
    ]

    static let articles = Endpoint(
        path: "/articles", name: "articles", summary: "Articles, newest first.",
        parameters: [
            Endpoint.Parameter(name: "outlet", about: "Only this outlet's, by its name."),
            Endpoint.Parameter(name: "pair", about: "Only those that report an event between these two."),
            Endpoint.Parameter(name: "party", about: "Only those that report an event with this party, by its code."),
            Endpoint.Parameter(name: "from", about: "Published on this day or later.", kind: .day, example: "2021-01-01"),
            Endpoint.Parameter(name: "to", about: "Published on this day or before.", kind: .day), limit, cursor,
        ], schema: "ArticleReference", isList: true
    ) { site, request in
        var filter = ArticleFilter()
        filter.outlet = request["outlet"]
        filter.pair = try request.pair("pair")
        filter.code = request["party"]
        filter.from = try request.day("from")
        filter.to = try request.day("to")
        let cursor = try request.cursor
        filter.limit = try request.limit + 1
        (filter.to, filter.offset) = cursor.start(to: filter.to)
        return .list(
            APIAnswer.Rows(
                try site.ledger.articles(filter), limit: filter.limit - 1, columns: articleColumns, item: ArticleReferenceData.init,
                next: { cursor.advanced(over: $0.map(\.localDate)) }))
    }

    private static let articleColumns: Columns<ArticleReference> = [
        ("id", { $0.id }), ("title", { $0.title }), ("outlet", { $0.outlet ?? "" }),
        ("published", { $0.published.map { $0.ISO8601Format() } ?? "" }), ("day", { $0.localDate ?? "" }), ("script", { $0.script }),
        ("url", { $0.url ?? "" }),
    ]

    static let statements = Endpoint(
        path: "/statements", name: "statements", summary: "Who said what, newest first.",
        parameters: [
            Endpoint.Parameter(name: "party", about: "Only by this party's speakers, by its code.", example: "CHN"),
            Endpoint.Parameter(name: "speaker", about: "Only by this speaker, by the name in the record."),
            Endpoint.Parameter(name: "outlet", about: "Only reported by this outlet, by its name."),
            Endpoint.Parameter(name: "from", about: "Published on this day or later.", kind: .day),
            Endpoint.Parameter(name: "to", about: "Published on this day or before.", kind: .day),
            Endpoint.Parameter(name: "q", about: "Words that stand in the statement, in either script."), limit, cursor,
        ], schema: "Statement", isList: true
    ) { site, request in
        var filter = StatementFilter()
        filter.code = request["party"]
        filter.speaker = request["speaker"]
        filter.outlet = request["outlet"]
        filter.from = try request.day("from")
        filter.to = try request.day("to")
        filter.text = request["q"]
        let cursor = try request.cursor
        filter.limit = try request.limit + 1
        (filter.to, filter.offset) = cursor.start(to: filter.to)
        return .list(
            APIAnswer.Rows(
                try site.ledger.statements(filter), limit: filter.limit - 1, columns: statementColumns, item: ReportedStatementData.init,
                next: { cursor.advanced(over: $0.map(\.article.localDate)) }))
    }

    private static let statementColumns: Columns<StatementRecord> = [
        ("speaker", { $0.statement.speaker?.name ?? "" }), ("party", { $0.statement.speaker?.code ?? "" }),
        ("office", { $0.statement.speaker?.office ?? "" }), ("verb", { $0.statement.verb ?? "" }), ("text", { $0.statement.span.text }),
        ("direct", { $0.statement.direct ? "true" : "false" }), ("article", { $0.article.id }), ("outlet", { $0.article.outlet ?? "" }),
        ("day", { $0.article.localDate ?? "" }), ("url", { $0.article.url ?? "" }),
    ]

    static let search = Endpoint(
        path: "/search", name: "search", summary: "Articles that have every word asked for, newest first, with the words around.",
        parameters: [
            Endpoint.Parameter(
                name: "q", about: "Words between blanks or in quotation marks, in either script.", example: "北约"), limit, cursor,
        ], schema: "Hit", isList: true
    ) { site, request in
        guard let q = request["q"] else { throw Refusal(.badRequest, "q is missing: the words to look for") }
        let cursor = try request.cursor
        let limit = try min(request.limit, APIRequest.most)
        let found = try site.ledger.search(q, limit: limit + 1, offset: cursor.seen)
        return .list(
            APIAnswer.Rows(
                found.hits, limit: limit,
                columns: hitColumns,
                item: HitData.init, next: { cursor.advanced(by: $0.count) }))
    }

    private static let hitColumns: Columns<SearchHit> = [
        ("id", { $0.article.id }), ("title", { $0.article.title }), ("outlet", { $0.article.outlet ?? "" }),
        ("day", { $0.article.localDate ?? "" }), ("url", { $0.article.url ?? "" }), ("snippet", { $0.snippet }),
    ]
}
