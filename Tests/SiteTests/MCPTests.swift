import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite("The Model Context Protocol")
struct MCPTests {
    @Test("welcomes, lists its tools with schemas, and answers a ping")
    func welcome() async throws {
        try await Sample.with { site in
            let welcome = try Self.result(
                of: #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#, site)
            #expect(welcome["protocolVersion"] as? String == "2025-06-18")
            let unknown = try Self.result(
                of: #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"1999-01-01"}}"#, site)
            #expect(unknown["protocolVersion"] as? String == Assistant.revisions[0])
            let tools = try #require(
                try Self.result(of: #"{"jsonrpc":"2.0","id":"a","method":"tools/list"}"#, site)["tools"] as? [[String: Any]])
            #expect(tools.compactMap { $0["name"] as? String } == ["search", "read_relation", "list_events", "read_article"])
            for tool in tools { #expect((tool["inputSchema"] as? [String: Any])?["type"] as? String == "object") }
            #expect(try Self.result(of: #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#, site).isEmpty)
        }
    }

    @Test("events come with the sentences they rest on, their outlets and links")
    func evidence() async throws {
        try await Sample.with { site in
            let result = try Self.call("list_events", #"{"pair":"JPN-CHN","type":"CONSULT"}"#, site)
            let event = try #require((result["events"] as? [[String: Any]])?.first)
            let evidence = try #require(event["evidence"] as? [[String: Any]])
            #expect(evidence.contains { $0["sentence"] as? String == Sample.visit.text && $0["outlet"] as? String == "晨报" })
            #expect(evidence.allSatisfy { ($0["url"] as? String)?.hasPrefix("https://") == true })
            #expect(event["address"] as? String == "/events/\(event["id"] as? String ?? "")")
            let hostile = try Self.call("list_events", #"{"pair":"CHN-USA"}"#, site)
            let sources = try #require((hostile["events"] as? [[String: Any]])?.first?["evidence"] as? [[String: Any]])
            #expect(sources[0]["url"] is NSNull, "no link but an outlet's page")
        }
    }

    @Test("a list goes on by its cursor")
    func paging() async throws {
        try await Sample.with(Sample.many()) { site in
            var seen: [String] = []
            var cursor = ""
            repeat {
                let result = try Self.call("list_events", "{\"limit\":2\(cursor)}", site)
                seen += try #require(result["events"] as? [[String: Any]]).compactMap { $0["id"] as? String }
                cursor = (result["next"] as? String).map { ",\"cursor\":\"\($0)\"" } ?? ""
            } while !cursor.isEmpty && seen.count < 100
            #expect(seen == (try site.ledger.events().map(\.id)))
        }
    }

    @Test("the other tools answer")
    func tools() async throws {
        try await Sample.with { site in
            let found = try Self.call("search", #"{"query":"会谈"}"#, site)
            #expect((found["articles"] as? [Any])?.isEmpty == false && (found["events"] as? [Any])?.isEmpty == false)
            let relation = try Self.call("read_relation", #"{"pair":"CHN-JPN"}"#, site)
            #expect((relation["months"] as? [[String: Any]])?.isEmpty == false && relation["relation"] is [String: Any])
            let article = try Self.call("read_article", #"{"id":"a000000000000001"}"#, site)
            #expect((article["article"] as? [String: Any])?["text"] is NSNull && (article["evidence"] as? [Any])?.count == 1)
            let whole = try Self.call("read_article", #"{"id":"a000000000000001","text":"yes"}"#, site)
            #expect((whole["article"] as? [String: Any])?["text"] is String)
        }
        try await Sample.with(options: Sample.options { $0.isPublic = true }) { site in
            let article = try Self.call("read_article", #"{"id":"a000000000000001","text":"yes"}"#, site)
            #expect((article["article"] as? [String: Any])?["text"] is NSNull)
        }
    }

    @Test(
        "what a tool cannot read is told as its answer, with the mend",
        arguments: [
            ("list_events", #"{"pair":"CHN"}"#, "CHN-USA"), ("list_events", #"{"limit":1000}"#, "100"),
            ("list_events", #"{"who":"x"}"#, "no argument"),
            ("read_relation", "{}", "missing"), ("read_relation", #"{"pair":"AAA-BBB"}"#, "no relation"),
            ("read_article", #"{"id":"x"}"#, "no article"),
            ("search", #"{"query":1}"#, "text"), ("search", "[]", "object"),
        ])
    func problems(_ tool: String, _ arguments: String, _ mend: String) async throws {
        try await Sample.with { site in
            let result = try Self.result(
                of: "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"\(tool)\",\"arguments\":\(arguments)}}",
                site)
            let text = (result["content"] as? [[String: Any]])?.first?["text"] as? String
            #expect(result["isError"] as? Bool == true && text?.contains(mend) == true, "\(text ?? "")")
        }
    }

    @Test(
        "damaged messages get JSON-RPC's own failures, notifications and answers get none",
        arguments: [
            ("{", -32700), ("[]", -32600), (#"{"id":1,"method":"ping"}"#, -32600), (#"{"jsonrpc":"2.0","id":1}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, -32601),
            (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"drop"}}"#, -32602),
            (#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, nil), (#"{"jsonrpc":"2.0","id":1,"result":{}}"#, nil),
        ] as [(String, Int?)])
    func messages(_ message: String, _ code: Int?) async throws {
        try await Sample.with { site in
            let answer = Assistant(site: site).answer(Data(message.utf8))
            let error = try answer.flatMap { try json($0)["error"] as? [String: Any] }
            #expect(error?["code"] as? Int == code && (answer == nil) == (code == nil))
        }
    }

    @Test("over HTTP a message is posted; pages of other sites, other types and other methods are refused")
    func http() async throws {
        try await Sample.with { site async throws in
            let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
            let answer = try await post("/mcp", ping, of: site)
            #expect(answer.status == .ok && answer.headers[.contentType] == "application/json" && answer.body.contains("\"result\":{}"))
            #expect(try await post("/mcp", #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, of: site).status == .accepted)
            #expect(try await post("/mcp", ping, headers: [.contentType: "text/plain"], of: site).status == .unsupportedMediaType)
            #expect(try await get("/mcp", of: site).status == .methodNotAllowed)
            var foreign: HTTPFields = [.contentType: "application/json"]
            if let name = HTTPField.Name("Origin") { foreign[name] = "https://evil.example" }
            #expect(try await post("/mcp", ping, headers: foreign, of: site).status == .forbidden)
            var revision: HTTPFields = [.contentType: "application/json"]
            if let name = HTTPField.Name("MCP-Protocol-Version") { revision[name] = "1.0" }
            #expect(try await post("/mcp", ping, headers: revision, of: site).status == .badRequest)
        }
    }

    private static func result(of message: String, _ site: Site) throws -> [String: Any] {
        let answer = try json(try #require(Assistant(site: site).answer(Data(message.utf8))))
        #expect(answer["jsonrpc"] as? String == "2.0")
        return try #require(answer["result"] as? [String: Any], "\(answer)")
    }

    private static func call(_ tool: String, _ arguments: String, _ site: Site) throws -> [String: Any] {
        let result = try result(
            of: "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"\(tool)\",\"arguments\":\(arguments)}}",
            site)
        #expect(result["isError"] as? Bool == false, "\(result)")
        return try #require(result["structuredContent"] as? [String: Any])
    }
}
