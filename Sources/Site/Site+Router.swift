import HTTPTypes
import Hummingbird

extension Site {
    /// All addresses in one place; also what tests drive without a port.
    public func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Metering(metrics: metrics))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Failures(site: self))
        router.add(middleware: Gate(site: self))
        addPages(to: router)
        addAPI(to: router)
        addFeeds(to: router)
        addMaps(to: router)
        addMCP(to: router)
        addReview(to: router)
        addStanding(to: router)
        return router
    }

    /// What people read, each with its JSON twin.
    private func addPages(to router: Router<SiteContext>) {
        router.get("assets/:file") { request, context in try assets.response(try context.parameters.require("file"), to: request) }
        add(router, "/", HomePage.answer)
        add(router, "index.json", HomePage.answer)
        add(router, "relations", RelationsPage.answer)
        add(router, "relations.json", RelationsPage.answer)
        add(router, "relations/:pair", RelationPage.answer)
        add(router, "parties", IndexPages.parties)
        add(router, "parties.json", IndexPages.parties)
        add(router, "parties/:code", PartyPage.answer)
        add(router, "people", IndexPages.people)
        add(router, "people.json", IndexPages.people)
        add(router, "people/:code/:name", PersonPage.answer)
        add(router, "outlets", IndexPages.outlets)
        add(router, "outlets.json", IndexPages.outlets)
        add(router, "outlets/:name", OutletPage.answer)
        add(router, "days/:day", DayPage.answer)
        add(router, "articles/:id", weight: .light, ArticlePage.answer)
        add(router, "events/:id", weight: .light, EventPage.answer)
        add(router, "search", SearchPage.answer)
        add(router, "search.json", SearchPage.answer)
        add(router, "about", weight: .light, AboutPage.answer)
        add(router, "about.json", weight: .light, AboutPage.answer)
        if options.coder != nil {
            add(router, "explain", isKept: false, ExplainPage.answer)
            add(router, "explain.json", isKept: false, ExplainPage.answer)
        }
    }

    /// What watches over the server ask.
    private func addStanding(to router: Router<SiteContext>) {
        router.get("healthz") { _, _ in
            _ = try await workshop.make(as: .light) { try ledger.summary() }
            return Response(plain: "ok\n")
        }
        router.get("metrics") { _, _ in
            let summary = try await workshop.make(as: .light) { try ledger.summary() }
            let gauges = [
                ("rapport_articles", "Articles of the record.", summary.articles),
                ("rapport_mentions", "Sentences' reports of events.", summary.mentions),
                ("rapport_events", "Events of the record.", summary.events),
                ("rapport_relations", "Pairs of parties with events.", summary.relations),
            ]
            return Response(
                plain: metrics.text(version: options.version, cache: cache.counts, gauges: gauges),
                type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    /// - Parameter isKept: whether answers are kept in memory until the ledger changes: all but those over a reader's own text.
    private func add(
        _ router: Router<SiteContext>, _ path: RouterPath, weight: Workshop.Weight = .heavy, isKept: Bool = true,
        _ answer: @escaping @Sendable (Site, Visit) throws -> Answer
    ) {
        router.get(path) { request, context in try await response(request, context, weight: weight, isKept: isKept, answer) }
    }
}

extension Response {
    /// A short text that changes from one moment to the next.
    init(plain text: String, type: String = "text/plain; charset=utf-8") {
        self.init(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
