import HTTPTypes
import Hummingbird

/// What every answer carries: nothing from elsewhere is loaded, no script stands in a page, nobody frames it.
struct SecurityHeaders: RouterMiddleware {
    /// - Parameter pictures: origins from which a page loads pictures, because its reader asked for them.
    static func policy(pictures: [String] = []) -> String {
        let images = (["'self'"] + pictures).joined(separator: " ")
        return
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src \(images); form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    func handle(_ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        // Answers that need another policy bring it with them.
        for (name, value) in Self.fields where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    private static let fields: [(HTTPField.Name, String)] =
        [
            (.contentSecurityPolicy, policy()), (.xContentTypeOptions, "nosniff"), (named("X-Frame-Options"), "DENY"),
            (named("Referrer-Policy"), "no-referrer"), (named("Cross-Origin-Opener-Policy"), "same-origin"),
            (named("Cross-Origin-Resource-Policy"), "same-origin"),
            (named("Permissions-Policy"), "camera=(), geolocation=(), microphone=()"),
        ].compactMap { pair in pair.0.map { ($0, pair.1) } }

    private static func named(_ name: String) -> HTTPField.Name? { HTTPField.Name(name) }
}
