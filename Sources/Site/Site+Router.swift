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
        add(router, "/", HomePage.answer)
        add(router, "index.json", HomePage.answer)
        add(router, "relations", RelationsPage.answer)
        add(router, "relations.json", RelationsPage.answer)
        add(router, "relations/:pair", RelationPage.answer)
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

    private func add(
        _ router: Router<BasicRequestContext>, _ path: RouterPath, _ answer: @escaping @Sendable (Site, Visit) throws -> Answer
    ) {
        router.get(path) { request, _ in
            let visit = Visit(request)
            return try response(try answer(self, visit), visit)
        }
    }
}
