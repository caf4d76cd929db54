import Foundation
import HTTPTypes
import Hummingbird

extension Site {
    var endpoints: [Endpoint] { Endpoints.all(explains: options.coder != nil) }

    /// Adds the API's addresses: each endpoint, each list's table, and the document that describes them.
    func addAPI(to router: Router<SiteContext>) {
        for endpoint in endpoints {
            router.get(RouterPath(endpoint.route)) { request, context in try await answer(endpoint, request, context, isTable: false) }
            guard endpoint.isList else { continue }
            router.get(RouterPath(endpoint.route + ".csv")) { request, context in
                try await answer(endpoint, request, context, isTable: true)
            }
        }
        router.get("api/v1") { request, context in try await document(request, context) }
        router.get("api/v1/openapi.json") { request, context in try await document(request, context) }
    }

    private func document(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await kept(request, context, key: "openapi \(base(request))") {
            RenderedPage(
                status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-cache"],
                bytes: ByteBuffer(bytes: try OpenAPI(site: self).json(base: base(request))))
        }
    }

    private func answer(_ endpoint: Endpoint, _ request: Request, _ context: SiteContext, isTable: Bool) async throws -> Response {
        let wantsTable = isTable || (endpoint.isList && (request.headers[.accept] ?? "").hasPrefix("text/csv"))
        let parts = Dictionary(endpoint.parts.map { ($0.name, context.parameters.get($0.name) ?? "") }) { first, _ in first }
            .mapValues { $0.removingPercentEncoding ?? $0 }
        let longest = endpoint.name == "explain" ? ExplainPage.longest + 1 : 200
        let asked = try APIRequest(endpoint, parts: parts, query: Query(request.uri.query, longest: longest), wantsTable: wantsTable)
        let key = endpoint.name == "explain" ? nil : "\(wantsTable ? "csv" : "api") \(request.uri.string)"
        var response = try await kept(request, context, key: key, weight: endpoint.weight) {
            try page(try endpoint.answer(self, asked), asked)
        }
        // Other sites' pages may read what anybody may read; a record that only this machine opens is not for them.
        if !options.isLocal || options.isPublic, let name = HTTPField.Name("Access-Control-Allow-Origin") { response.headers[name] = "*" }
        return response
    }

    private func page(_ answer: APIAnswer, _ asked: APIRequest) throws -> RenderedPage {
        switch answer {
        case .one(let data): return try json(Encoded(data), .ok)
        case .list(let rows):
            let next = rows.next?.text(for: asked.question)
            var page =
                asked.wantsTable
                ? table(rows.table, asked.endpoint.name) : try json(ListData(items: rows.items.map(Encoded.init), next: next), .ok)
            if let next {
                let address = asked.endpoint.filled(asked.parts) + (asked.wantsTable ? ".csv" : "") + asked.query.with("cursor", next).text
                page = page.with(.link, "<\(address)>; rel=\"next\"")
            }
            return page
        }
    }

    private func table(_ table: APIAnswer.Table, _ name: String) -> RenderedPage {
        RenderedPage(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present", .contentDisposition: "attachment; filename=\"\(name).csv\"",
                .cacheControl: "no-cache", .vary: "Accept",
            ], bytes: ByteBuffer(string: CSV.text(table)))
    }

    private struct ListData: Encodable {
        let items: [Encoded]
        @OrNull var next: String?
    }
}

/// Any value that can be encoded, so that different ones may stand in a list.
struct Encoded: Encodable, Sendable {
    private let value: any Encodable & Sendable

    init(_ value: any Encodable & Sendable) { self.value = value }

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension Endpoint {
    /// The address with its parts filled in.
    func filled(_ parts: [String: String]) -> String {
        "/api/v1" + parts.reduce(path) { $0.replacing("{\($1.key)}", with: Query.encoded($1.value)) }
    }
}

extension RenderedPage {
    func with(_ name: HTTPField.Name, _ value: String) -> RenderedPage {
        var headers = headers
        headers[name] = value
        return RenderedPage(status: status, headers: headers, bytes: bytes)
    }
}

extension HTTPField.Name {
    static let link = HTTPField.Name("Link") ?? .location
}
