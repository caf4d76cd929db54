import HTTPTypes
import Hummingbird

extension Site {
    /// All addresses in one place; also what tests drive without a port.
    public func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Failures(site: self))
        router.get("healthz") { _, _ in
            Response(status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: .init(byteBuffer: .init(string: "ok\n")))
        }
        router.get("assets/:file") { _, context in try assets.response(try context.parameters.require("file")) }
        add(router, "/", isKept: true, HomePage.answer)
        add(router, "index.json", isKept: true, HomePage.answer)
        add(router, "relations", isKept: true, RelationsPage.answer)
        add(router, "relations.json", isKept: true, RelationsPage.answer)
        add(router, "relations/:pair", isKept: true, RelationPage.answer)
        add(router, "parties", isKept: true, IndexPages.parties)
        add(router, "parties.json", isKept: true, IndexPages.parties)
        add(router, "parties/:code", isKept: true, PartyPage.answer)
        add(router, "people", isKept: true, IndexPages.people)
        add(router, "people.json", isKept: true, IndexPages.people)
        add(router, "people/:code/:name", isKept: true, PersonPage.answer)
        add(router, "outlets", isKept: true, IndexPages.outlets)
        add(router, "outlets.json", isKept: true, IndexPages.outlets)
        add(router, "outlets/:name", isKept: true, OutletPage.answer)
        add(router, "days/:day", isKept: true, DayPage.answer)
        add(router, "articles/:id", ArticlePage.answer)
        add(router, "events/:id", EventPage.answer)
        add(router, "search", SearchPage.answer)
        add(router, "search.json", SearchPage.answer)
        add(router, "about", AboutPage.answer)
        add(router, "about.json", AboutPage.answer)
        if options.coder != nil {
            add(router, "explain", ExplainPage.answer)
            add(router, "explain.json", ExplainPage.answer)
        }
        return router
    }

    /// - Parameter isKept: whether answers are kept in memory until the ledger changes: for pages that many open and that cost much.
    private func add(
        _ router: Router<BasicRequestContext>, _ path: RouterPath, isKept: Bool = false,
        _ answer: @escaping @Sendable (Site, Visit) throws -> Answer
    ) {
        router.get(path) { request, _ in
            let visit = Visit(request)
            guard isKept else { return try response(try answer(self, visit), visit) }
            return try keptResponse(request, visit) { try answer(self, visit) }
        }
    }

    private func keptResponse(_ request: Request, _ visit: Visit, _ answer: () throws -> Answer) throws -> Response {
        let key = "\(visit.language.rawValue) \(visit.wantsJSON ? "json" : "html") \(request.uri.string)"
        let version = LedgerVersion(path: ledger.path)
        let known = request.headers[.ifNoneMatch]
        if let page = cache.page(key, version) { return remembering(visit, page.response(unless: known)) }
        let answer = try answer()
        guard case .page(let made) = answer else { return try response(answer, visit) }
        let page = try rendered(made, visit).tagged()
        cache.keep(page, key, version)
        return remembering(visit, page.response(unless: known))
    }
}
