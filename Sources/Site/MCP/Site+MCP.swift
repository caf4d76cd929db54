import Foundation
import HTTPTypes
import Hummingbird

extension Site {
    /// Adds the protocol's one address (streamable HTTP): a message is posted, its answer comes back; there are no sessions, and no stream to listen to.
    func addMCP(to router: Router<SiteContext>) {
        router.post("mcp") { request, context in try await answerMCP(request, context) }
        for method in [HTTPRequest.Method.get, .delete] {
            router.on("mcp", method: method) { _, _ -> Response in
                throw Refusal(.methodNotAllowed, "messages are posted; there is no stream", headers: [.allow: "POST"])
            }
        }
    }

    private func answerMCP(_ request: Request, _ context: SiteContext) async throws -> Response {
        try checkOrigin(request)
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw Refusal(.unsupportedMediaType, "messages are application/json")
        }
        if let name = HTTPField.Name("MCP-Protocol-Version"), let revision = request.headers[name], !Assistant.revisions.contains(revision)
        {
            throw Refusal(.badRequest, "this revision of the protocol is not spoken; \(Assistant.revisions.joined(separator: ", ")) are")
        }
        let message = try await body(of: request)
        let client = Client(request, context.remoteAddress)
        let (answer, took) = try await workshop.make {
            let began = ContinuousClock.now
            return (Assistant(site: self).answer(message), began.duration(to: .now))
        }
        if let client { allowances.charge(client, took) }
        guard let answer else { return Response(status: .accepted) }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer)))
    }

    /// A request that a page of another site sent is refused: browsers name the page's site.
    /// - Throws: ``Refusal``
    func checkOrigin(_ request: Request) throws {
        guard let name = HTTPField.Name("Origin"), let origin = request.headers[name] else { return }
        let own = [base(request), "http://" + (request.head.authority ?? ""), "https://" + (request.head.authority ?? "")]
        guard own.contains(origin) else { throw Refusal(.forbidden, "pages of other sites may not post here") }
    }

    /// A request's whole body.
    /// - Throws: ``Refusal`` where it is longer than the limit, however it is sent.
    func body(of request: Request) async throws -> Data {
        var bytes = Data()
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= options.limits.body else {
                throw Refusal(.contentTooLarge, "a body may have \(options.limits.body) bytes")
            }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }
}
