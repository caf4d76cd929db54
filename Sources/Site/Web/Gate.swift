import HTTPTypes
import Hummingbird

/// Lets in what may be answered: requests meant for this site, with bodies that can be read, from clients that have something left.
struct Gate: RouterMiddleware {
    let site: Site

    func handle(_ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response) async throws -> Response {
        guard site.answers(to: request.head.authority) else {
            throw Refusal(.misdirectedRequest, "this site does not answer to that name; serve --address names its public address")
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > site.options.limits.body {
            throw Refusal(.contentTooLarge, "a body may have \(site.options.limits.body) bytes")
        }
        if let client = Client(request, context.remoteAddress), let wait = site.allowances.take(client) {
            throw Refusal(.tooManyRequests, retryAfter: wait)
        }
        return try await next(request, context)
    }
}

extension Site {
    /// Whether a `Host` may be this site's. A site that only this machine can open answers to this machine's names alone: else a page from elsewhere
    /// could give its own name this machine's address and read the record (DNS rebinding).
    func answers(to authority: String?) -> Bool {
        guard let authority, !authority.isEmpty else { return true }
        guard options.isLocal else { return authority.utf8.allSatisfy(Self.isOfHost) }
        let host = Self.host(authority)
        return host == "localhost" || host == "127.0.0.1" || host == "[::1]" || host == options.address.flatMap(Self.host(ofAddress:))
    }

    /// The address that absolute links begin with, without a slash at its end: the one that the site was told, else the one that was asked.
    func base(_ request: Request) -> String {
        if let address = options.address { return address.hasSuffix("/") ? String(address.dropLast()) : address }
        let authority = request.head.authority ?? ""
        return "http://" + (authority.isEmpty || !authority.utf8.allSatisfy(Self.isOfHost) ? "localhost" : authority)
    }

    static func host(_ authority: String) -> String {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return authority[...end].lowercased() }
        return authority.split(separator: ":").first.map { $0.lowercased() } ?? ""
    }

    private static func host(ofAddress address: String) -> String? {
        address.firstRange(of: "://").map { host(String(address[$0.upperBound...].prefix { $0 != "/" })) }
    }

    /// Letters, digits and what else may stand in a host and its port.
    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
