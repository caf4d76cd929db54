import HTTPTypes
import Hummingbird
import Ledger

extension Site {
    /// A page's answer: made in the workshop, or kept from before.
    /// - Parameter isKept: whether it is kept in memory until the ledger changes.
    func response(
        _ request: Request, _ context: SiteContext, weight: Workshop.Weight, isKept: Bool,
        _ answer: @escaping @Sendable (Site, Visit) throws -> Answer
    ) async throws -> Response {
        let visit = Visit(request)
        let made = try await kept(request, context, key: isKept ? key(visit, request.uri.query) : nil, weight: weight) {
            try rendered(try answer(self, visit), visit)
        }
        return remembering(visit, made)
    }

    /// What a page depends on, besides the ledger: one key for an address however it is escaped.
    func key(_ visit: Visit, _ query: String?) -> String {
        let form = visit.isTwin ? "twin" : visit.wantsJSON ? "json" : "html"
        return "\(visit.language.rawValue) \(form) \(visit.parts.map(Query.encoded).joined(separator: "/"))?\(query ?? "")"
    }

    func rendered(_ answer: Answer, _ visit: Visit) throws -> RenderedPage {
        switch answer {
        case .page(let page): try rendered(page, visit)
        case .redirect(let address): RenderedPage(status: .movedPermanently, headers: [.location: address], bytes: ByteBuffer())
        }
    }

    /// An answer that is the same for everybody who asks with the same key, with its tag; 304 where the reader has it.
    /// - Parameter key: everything that the answer depends on, besides the ledger; nil: it is made anew each time.
    func kept(
        _ request: Request, _ context: SiteContext, key: String?, weight: Workshop.Weight = .heavy,
        _ make: @escaping @Sendable () throws -> RenderedPage
    ) async throws -> Response {
        let client = Client(request, context.remoteAddress)
        let made: @Sendable () async throws -> RenderedPage = {
            let (page, took) = try await workshop.make(as: weight) {
                let began = ContinuousClock.now
                let page = try make()
                return (key == nil ? page.tagged() : page.kept(), began.duration(to: .now))
            }
            if let client { allowances.charge(client, took) }
            return page
        }
        guard let key else { return try await made().response(to: request) }
        return try await cache.page(key, LedgerVersion(path: ledger.path), made).response(to: request)
    }
}
