import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Site

@Suite("Limits")
struct LimitTests {
    static let stranger: HTTPFields = {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Forwarded-For") { fields[name] = "198.51.100.7" }
        return fields
    }()

    @Test("a client that asks too often is told when to come again; others and this machine are not")
    func rate() async throws {
        try await Sample.with(options: Sample.options { $0.rate = 0.001 }) { site async throws in
            #expect(try await get("/about", headers: Self.stranger, of: site).status == .ok)
            let refused = try await get("/about.json", headers: Self.stranger, of: site)
            #expect(refused.status == .tooManyRequests && (refused.headers[.retryAfter].flatMap { Int($0) } ?? 0) >= 1)
            #expect(try json(refused.body)["ok"] as? Bool == false)
            var other = Self.stranger
            if let name = HTTPField.Name("X-Forwarded-For") { other[name] = "198.51.100.8" }
            #expect(try await get("/about", headers: other, of: site).status == .ok)
            for _ in 0..<20 { #expect(try await get("/about", of: site).status == .ok) }
        }
    }

    @Test("an allowance fills up again, and work is booked against it")
    func allowance() throws {
        var limits = Limits()
        limits.requests = 2
        limits.work = 0.5
        limits.workAtOnce = 1
        let allowances = Allowances(limits)
        let client = try #require(Client(Self.request("203.0.113.9"), nil))
        let start = ContinuousClock.now
        for _ in 0..<10 { #expect(allowances.take(client, at: start) == nil) }
        #expect(allowances.take(client, at: start) == 1)
        #expect(allowances.take(client, at: start + .seconds(1)) == nil)
        allowances.charge(client, .seconds(3), at: start + .seconds(1))
        #expect(allowances.take(client, at: start + .seconds(1)) == 4)
        #expect(allowances.take(client, at: start + .seconds(6)) == nil)
    }

    @Test("books are kept on so many clients and no more")
    func manyClients() throws {
        let allowances = Allowances(Limits())
        for number in 0..<(Allowances.mostClients * 2) {
            let client = try #require(Client(Self.request("10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"), nil))
            _ = allowances.take(client)
        }
    }

    @Test(
        "the client is the peer, or behind this machine's own web server the last address it names",
        arguments: [
            ("127.0.0.1", nil, nil), ("127.0.0.1", "198.51.100.7", "198.51.100.7"), ("::1", "1.2.3.4, 198.51.100.7", "198.51.100.7"),
            ("203.0.113.9", "198.51.100.7", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", nil, "20:1:d:b8:0:1:0:2"),
            ("127.0.0.1", "127.0.0.1", nil),
        ] as [(String, String?, String?)])
    func client(_ peer: String, _ forwarded: String?, _ expected: String?) throws {
        let remote = try SocketAddress(ipAddress: peer, port: 1)
        #expect(Client(Self.request(forwarded), remote)?.address == expected)
    }

    @Test("a body that is too long is refused before it is read")
    func body() async throws {
        try await Sample.with { site async throws in
            let answer = try await post("/mcp", String(repeating: "x", count: 100_000), of: site)
            #expect(answer.status == .contentTooLarge)
        }
    }

    @Test(
        "a site for this machine alone answers to this machine's names",
        arguments: [
            ("localhost:8080", 200), ("127.0.0.1:1", 200), ("[::1]:8080", 200), ("LOCALHOST", 200), ("evil.example", 421),
            ("localhost.evil.example:80", 421),
            ("record.example", 200),
        ])
    func names(_ authority: String, _ status: Int) async throws {
        let options = Sample.options {
            $0.isLocal = true
            $0.address = "https://record.example"
        }
        try await Sample.with(options: options) { site in
            #expect(site.answers(to: authority) == (status == 200))
        }
    }

    @Test(
        "whatever stands in an address, it is answered as a page, a list or a refusal, never as a fault",
        arguments: [
            "%00", "%ED%A0%80", "%ed%a0%80%ed%b0%80", "%FF%FE", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "%", "%zz",
            "%c0%af",
            String(repeating: "A", count: 10_240), "\"%20OR%201=1--", "*", "%22%22%22", "NEAR(", "a%20AND%20OR", "%0d%0aX-Evil:1",
            "{{search}}",
        ])
    func strange(_ text: String) async throws {
        try await Sample.with { site async throws in
            for address in [
                "/search?q=", "/relations/CHN-JPN?month=", "/relations/CHN-JPN?person=", "/relations/", "/people/CHN/", "/outlets/",
                "/days/",
                "/articles/", "/events/", "/parties/", "/api/v1/events?q=", "/api/v1/events/", "/feeds/search?q=", "/assets/", "/?lang=",
            ] {
                let answer = try await get(address + text, of: site)
                #expect([200, 400, 404, 414].contains(answer.status.code), "\(address)")
                #expect(!answer.body.contains("root:") && answer.headers[.contentSecurityPolicy] != nil, "\(address)")
                #expect(answer.headers.allSatisfy { $0.name.rawName != "X-Evil" })
            }
        }
    }

    @Test("more than can wait are asked to come again")
    func busy() async throws {
        let workshop = Workshop(each: 1, mostWaiting: 1)
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        try await workshop.make { Thread.sleep(forTimeInterval: 0.05) }
                        return false
                    } catch { return (error as? Refusal)?.retryAfter == 1 }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect((1...6).contains(refused))
        try await workshop.make {}
    }

    @Test("light work does not wait behind heavy work, which would else wait for ever here", .timeLimit(.minutes(10)))
    func lanes() async throws {
        let workshop = Workshop(each: 1, mostWaiting: 10)
        let gate = DispatchSemaphore(value: 0)
        async let first: Void = workshop.make { gate.wait() }
        async let second: Void = workshop.make { gate.wait() }
        for _ in 0..<2 { try await workshop.make(as: .light) { _ = gate.signal() } }
        _ = try await (first, second)
    }

    private static func request(_ forwarded: String?) -> Request {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Forwarded-For") { fields[name] = forwarded }
        return Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/", headerFields: fields),
            body: RequestBody(buffer: ByteBuffer()))
    }
}

/// From a site, with a body.
func post(_ address: String, _ body: String, headers: HTTPFields = [.contentType: "application/json"], of site: Site) async throws
    -> Fetched
{
    try await Application(router: site.router()).test(.router) { client in
        try await client.execute(uri: address, method: .post, headers: headers, body: ByteBuffer(string: body)) { response in
            Fetched(status: response.status, headers: response.headers, body: String(buffer: response.body))
        }
    }
}
