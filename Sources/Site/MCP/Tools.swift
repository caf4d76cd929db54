import Coding
import Ledger
import Measure
import Prose

extension Tool {
    private static let limit = Argument(name: "limit", about: "At most so many; 20 unless told.", range: 1...100)

    static let search = Tool(
        name: "search", title: "Search the record",
        about:
            "Finds relations, events and articles for some words, in simplified or traditional Chinese or by a party's English name. Words between blanks must "
            + "all stand in an article; words in quotation marks stand together.",
        arguments: [Argument(name: "query", about: "The words to look for.", isRequired: true), limit]
    ) { site, arguments in
        let q = arguments.text("query") ?? ""
        let limit = arguments.integer("limit", else: 20)
        var filter = EventFilter()
        filter.text = q
        filter.limit = limit
        let found = try site.ledger.search(q, limit: limit)
        let codes = site.names.codes(in: q)
        let relations: [RelationRecord] =
            if codes.count == 2, let pair = Pair(codes[0], codes[1]) {
                try site.ledger.relation(pair, temperature: site.temperature).map { [$0] } ?? []
            } else if codes.count == 1 {
                try site.ledger.relations(of: codes[0], limit: 5, temperature: site.temperature)
            } else { [] }
        return [
            "relations": .list(try relations.map { try JSON(encoding: RelationData($0)) }),
            "events": .list(try site.ledger.events(filter).map { try site.evidence($0) }),
            "articles": .list(try found.hits.map { try JSON(encoding: HitData($0)) }), "articlesFound": .integer(found.total),
        ]
    }

    static let readRelation = Tool(
        name: "read_relation", title: "Read a relation",
        about:
            "How two parties get along: events by class, mean score (-10 conflict to 10 cooperation), temperature, and the course month by month with the events that "
            + "moved it and how many articles were published, so that silence is not read as calm.",
        arguments: [
            Argument(name: "pair", about: "Two codes such as CHN-USA, in either order.", isRequired: true),
            Argument(name: "from", about: "First day, such as 2021-01-01."), Argument(name: "to", about: "Last day."),
        ]
    ) { site, arguments in
        let pair = arguments.text("pair") ?? ""
        guard let known = Pair(id: pair), let relation = try site.ledger.relation(known, temperature: site.temperature) else {
            throw Refusal(
                .notFound, "the record has no relation “\(pair)”; codes are such as CHN-USA, and the tool search finds them by name")
        }
        let request = try arguments.request(Endpoints.series, parts: ["pair": pair], ["from", "to"])
        guard case .list(let months) = try Endpoints.series.answer(site, request) else { throw Refusal(.notFound) }
        let steps = try months.items.map { try JSON(encoding: Encoded($0)) }.filter { $0["published"] != 0 || $0["events"] != 0 }
        let names: JSON = .object(
            Dictionary([known.a, known.b].map { ($0, .text(site.names.name($0, .en))) }) { first, _ in first })
        return [
            "relation": try JSON(encoding: RelationData(relation)), "names": names, "months": .list(steps),
            "address": .text("/relations/\(known.id)"),
        ]
    }

    static let listEvents = Tool(
        name: "list_events", title: "List events with their evidence",
        about:
            "Events, newest first, each with the sentences that report it, their outlets, days and links. An event is what happened once, however many report it; "
            + "voices counts reports that do not copy one another.",
        arguments: [
            Argument(name: "pair", about: "Only between these two, such as CHN-USA."),
            Argument(name: "party", about: "Only with this party on either side, by its code."),
            Argument(
                name: "type",
                about:
                    "PLOVER types, several between commas: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, "
                    + "SANCTION, MOBILIZE, COERCE, ASSAULT."),
            Argument(name: "from", about: "First day, such as 2021-03-01."), Argument(name: "to", about: "Last day."),
            Argument(name: "outlet", about: "Only those that this outlet reports, by its name."),
            Argument(name: "q", about: "Words that stand in an article that reports the event."),
            Argument(name: "order", about: "newest, oldest or mostReported."), limit,
            Argument(name: "cursor", about: "Where to go on: `next` of the answer before, with the same arguments."),
        ]
    ) { site, arguments in
        let names = ["pair", "party", "type", "from", "to", "outlet", "q", "order", "cursor"]
        let request = try arguments.request(Endpoints.events, names).limited(to: arguments.integer("limit", else: 20))
        guard case .list(let rows) = try Endpoints.events.answer(site, request) else { throw Refusal(.notFound) }
        let events = try rows.items.compactMap { $0 as? EventData }.map { event in try site.evidence(event) }
        return ["events": .list(events), "next": rows.next.map { .text($0.text(for: request.question)) } ?? .null]
    }

    static let readArticle = Tool(
        name: "read_article", title: "Read an article's record",
        about:
            "What is coded in one article: its outlet, day and link, every event mention with its sentence and parties, every statement with its speaker. "
            + "The text itself belongs to its outlet and is left out; ask for it with text: yes where this record holds it.",
        arguments: [
            Argument(name: "id", about: "The article's id, as events and search give it.", isRequired: true),
            Argument(name: "text", about: "yes: with the whole text, where the site is not public."),
        ]
    ) { site, arguments in
        guard let record = try site.ledger.article(id: arguments.text("id") ?? "") else {
            throw Refusal(.notFound, "the record has no article of this id; search and list_events give ids")
        }
        let withText = arguments.text("text") == "yes" && !site.options.isPublic
        return try JSON(encoding: ArticleData(record, isPublic: !withText))
    }
}

extension APIRequest {
    /// The same with a limit.
    func limited(to limit: Int) throws -> APIRequest {
        try APIRequest(endpoint, parts: parts, query: query.with("limit", String(limit)), wantsTable: wantsTable)
    }
}

extension Site {
    /// Sentences of an event that an assistant is given; more would only repeat them.
    private static let mostSentences = 5

    /// An event with the sentences that it rests on: one of each voice first.
    fileprivate func evidence(_ event: EventRecord) throws -> JSON { try evidence(EventData(event)) }

    fileprivate func evidence(_ event: EventData) throws -> JSON {
        guard case .object(var object) = try JSON(encoding: event), let detail = try ledger.event(id: event.id) else { return .null }
        let leaders = Set(detail.voices.compactMap { $0.first?.id })
        let ordered =
            detail.mentions.filter { leaders.contains($0.article.id) } + detail.mentions.filter { !leaders.contains($0.article.id) }
        object["evidence"] = .list(
            ordered.prefix(Self.mostSentences).map { mention in
                [
                    "sentence": .text(mention.sentence), "outlet": mention.article.outlet.map { .text($0) } ?? .null,
                    "published": mention.article.localDate.map { .text($0) } ?? .null, "title": .text(mention.article.title),
                    "url": mention.article.url.flatMap(safeLink).map { .text($0) } ?? .null, "article": .text(mention.article.id),
                ]
            })
        object["names"] = .object(
            Dictionary((event.actors + event.recipients).map { ($0, .text(names.name($0, .en))) }) { first, _ in first })
        object["address"] = .text("/events/\(event.id)")
        return .object(object)
    }
}
