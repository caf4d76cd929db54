import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import Site

/// Keeps rulings in memory.
final class MemoryDesk: ReviewDesk {
    private let kept = Mutex<[Ruling]>([])

    var rulings: [Ruling] { kept.withLock { $0 } }

    func keep(_ ruling: Ruling) throws {
        if ruling.why == "nonsense" { throw RulingProblem("that cannot be") }
        kept.withLock { $0.append(ruling) }
    }

    func takeBack(_ number: Int, who: String, why: String?) throws { throw RulingProblem("\(number): no such ruling") }
}

@Suite("Review")
struct ReviewTests {
    static let token = "0123456789abcdef0123"

    @Test("without a token there is nothing to write with", arguments: ["/review", "/review/events/x"])
    func off(_ address: String) async throws {
        try await Sample.with { site async throws in
            #expect(try await get(address, of: site).status == .notFound)
            #expect(try await post("/review/session", "token=x", of: site).status == .notFound)
            #expect(try await post("/api/v1/rulings", "", of: site).status == .notFound)
        }
        #expect(Reviewing(token: "short", desk: MemoryDesk()) == nil)
        #expect(Reviewing.newToken().utf8.count == 40 && Reviewing.newToken() != Reviewing.newToken())
    }

    @Test("secrets match themselves alone", arguments: ["", "0", "0123456789abcdef012", "0123456789abcdef01234", "0123456789abcdef0124"])
    func secret(_ text: String) {
        #expect(!Secret.matches(text, Self.token) && Secret.matches(Self.token, Self.token) && !Secret.matches(text, ""))
    }

    @Test("a reviewer signs in, rules, and leaves")
    func signIn() async throws {
        try await with { site, desk async throws in
            #expect(try await get("/review", of: site).body.contains("name=\"token\""))
            let wrong = try await form("/review/session", "name=A&token=wrong", of: site)
            #expect(wrong.status == .forbidden && wrong.headers[.setCookie] == nil)
            let cookie = try await Self.session(site)
            let queue = try await get("/review", headers: [.cookie: cookie], of: site)
            #expect(queue.body.contains("/review/events/") && queue.headers[.cacheControl] == "no-store")
            let event = try #require(try site.ledger.events().first)
            let page = try await get("/review/events/\(event.id)", headers: [.cookie: cookie], of: site)
            let token = try Self.formToken(page.body)
            let mention = try #require(page.body.firstMatch(of: /name="mention" value="([^"]+)"/)).1
            let address = "/review/events/\(event.id)"
            let change =
                "form=\(token)&mention=\(mention)&decision=change&type=ACCUSE&actors=JPN&recipients=CHN&date=2023-03-05&why=see+text"
            #expect(try await form(address, change, cookie, of: site).status == .seeOther)
            let ruling = try #require(desk.rulings.first)
            guard case .change(let values) = ruling.decision else {
                Issue.record("\(ruling)")
                return
            }
            #expect(
                values.type == "ACCUSE" && values.actors == ["JPN"] && values.date == "2023-03-05" && ruling.who == "王审"
                    && ruling.why == "see text")
            #expect(ruling.subject == .mention(String(mention)))
            #expect(try await form("/review/corrections/7", "form=\(token)", cookie, of: site).status == .conflict)
            #expect(try await form("/review/corrections/7", "form=x", cookie, of: site).status == .forbidden)
            #expect(
                try await form(address, "form=\(token)&mention=\(mention)&decision=reject&why=nonsense", cookie, of: site).status
                    == .conflict)
            #expect(try await form("/review/end", "form=\(token)", cookie, of: site).status == .seeOther)
            #expect(try await get(address, headers: [.cookie: cookie], of: site).status == .seeOther)
            #expect(try await form(address, "form=\(token)&mention=\(mention)&decision=accept", cookie, of: site).status == .unauthorized)
        }
    }

    @Test(
        "forms of others, and forms that make no sense, keep nothing",
        arguments: [
            ("form=x&mention=a&decision=accept", nil, 403), ("mention=a&decision=accept", nil, 403),
            ("FORM&mention=a&decision=accept", "https://evil.example", 403),
            ("FORM&mention=a&decision=accept", "null", 403), ("FORM&decision=accept", nil, 400), ("FORM&mention=a&decision=drop", nil, 400),
            ("FORM&mention=a&decision=change", nil, 400), ("FORM&mention=a&decision=change&type=VISIT", nil, 400),
            ("FORM&mention=a&decision=change&actors=%3Cscript%3E", nil, 400), ("FORM&mention=a&decision=change&date=2023-02-30", nil, 400),
        ] as [(String, String?, Int)])
    func refused(_ body: String, _ origin: String?, _ status: Int) async throws {
        try await with { site, desk async throws in
            let cookie = try await Self.session(site)
            let token = try Self.formToken(try await get("/review", headers: [.cookie: cookie], of: site).body)
            let answer = try await form("/review/events/x", body.replacing("FORM", with: "form=\(token)"), cookie, origin: origin, of: site)
            #expect(answer.status.code == status && desk.rulings.isEmpty)
        }
    }

    @Test("the cookie goes back to this site's review alone, and scripts cannot read it")
    func cookie() async throws {
        let options = Sample.options { $0.address = "https://record.example" }
        try await with(options) { site, _ async throws in
            let answer = try await form("/review/session", "name=A&token=\(Self.token)", of: site)
            let cookie = try #require(answer.headers[.setCookie])
            for part in ["Path=/review", "SameSite=Strict", "HttpOnly", "Secure"] { #expect(cookie.contains(part), "\(part)") }
        }
    }

    @Test("tokens cannot be tried without end")
    func guessing() throws {
        let sessions = ReviewSessions()
        let start = ContinuousClock.now
        for _ in 0..<ReviewSessions.mostFailures {
            #expect(try sessions.begin(name: "a", token: "x", expected: Self.token, at: start) == nil)
        }
        #expect(throws: Refusal.self) { try sessions.begin(name: "a", token: Self.token, expected: Self.token, at: start) }
        #expect(try sessions.begin(name: "a", token: Self.token, expected: Self.token, at: start + .seconds(61)) != nil)
    }

    @Test("programs rule with the token in a header")
    func programs() async throws {
        try await with { site, desk async throws in
            let body = "who=robot&event=\(Sample.eventID)&decision=reject&why=test"
            #expect(try await form("/api/v1/rulings", body, of: site).status == .unauthorized)
            #expect(try await form("/api/v1/rulings", body, token: "wrong", of: site).status == .unauthorized)
            #expect(try await form("/api/v1/rulings", body, token: Self.token, of: site).status == .ok)
            #expect(desk.rulings == [Ruling(.event(Sample.eventID), .reject, who: "robot", why: "test")])
        }
    }

    // MARK: - Helpers

    private func with(_ options: Site.Options = .init(), _ body: (Site, MemoryDesk) async throws -> Void) async throws {
        let desk = MemoryDesk()
        var options = options
        options.review = Reviewing(token: Self.token, desk: desk)
        try await Sample.with(options: options) { try await body($0, desk) }
    }

    private func form(
        _ address: String, _ body: String, _ cookie: String? = nil, token: String? = nil, origin: String? = nil, of site: Site
    ) async throws -> Fetched {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = cookie
        headers[.authorization] = token.map { "Bearer \($0)" }
        if let origin, let name = HTTPField.Name("Origin") { headers[name] = origin }
        return try await post(address, body, headers: headers, of: site)
    }

    private static func session(_ site: Site) async throws -> String {
        let answer = try await post(
            "/review/session", "name=%E7%8E%8B%E5%AE%A1&token=\(token)", headers: [.contentType: "application/x-www-form-urlencoded"],
            of: site)
        #expect(answer.status == .seeOther)
        return try #require(answer.headers[.setCookie]?.split(separator: ";").first.map(String.init))
    }

    private static func formToken(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="form" value="([0-9a-f]+)"/)).1)
    }
}
