import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Site

@Suite("JSON twins")
struct JSONTests {
    @Test(
        "every page has one, in the success shape",
        arguments: [
            ("/index.json", ["summary", "asOf", "events", "relations", "warmed", "cooled", "outlets"]),
            ("/relations.json", ["relations", "total"]),
            ("/relations/CHN-JPN.json", ["relation", "months", "events", "total", "statements", "articles"]),
            ("/articles/a000000000000001.json", ["schema", "article", "sentences", "evidence", "events", "statements"]),
            ("/search.json?q=x", ["query", "relations", "events", "eventTotal", "articles", "total"]),
            ("/about.json", ["types", "accuracy"]),
        ])
    func success(_ address: String, _ names: [String]) async throws {
        let answer = try await get(address)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
        let json = try object(answer.body)
        #expect(json["ok"] as? Bool == true && Set(json.keys) == ["ok", "data"])
        let data = try #require(json["data"] as? [String: Any])
        #expect(Set(data.keys) == Set(names))
    }

    @Test("the header asks for the twin as well")
    func accept() async throws {
        let answer = try await get("/relations/CHN-JPN", headers: [.accept: "application/json"])
        #expect(try object(answer.body)["ok"] as? Bool == true)
        let page = try await get("/relations/CHN-JPN", headers: [.accept: "text/html,application/json;q=0.9"])
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    }

    @Test("a failure has one shape", arguments: [("/articles/nope.json", 404), ("/relations/x.json", 404), ("/nowhere.json", 404)])
    func failure(_ address: String, _ status: Int) async throws {
        let answer = try await get(address)
        #expect(answer.status.code == status)
        let json = try object(answer.body)
        let error = try #require(json["error"] as? [String: Any])
        #expect(json["ok"] as? Bool == false && Set(json.keys) == ["ok", "error"])
        #expect(error["status"] as? Int == status && (error["message"] as? String)?.isEmpty == false && error.count == 2)
    }

    @Test("a missing value is null, and offsets slice back to the words")
    func article() async throws {
        let json = try object(try await get("/articles/a000000000000001.json").body)
        let data = try #require(json["data"] as? [String: Any])
        let article = try #require(data["article"] as? [String: Any])
        let text = Array(try #require(article["text"] as? String).unicodeScalars)
        let event = try #require((data["events"] as? [[String: Any]])?.first)
        #expect(event["place"] is NSNull && event["mode"] is NSNull)
        let trigger = try #require(event["trigger"] as? [String: Any])
        let start = try #require(trigger["start"] as? Int)
        let end = try #require(trigger["end"] as? Int)
        #expect(string(text[start..<end]) == trigger["text"] as? String)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
