import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Ledger
@testable import Site

@Suite("The API")
struct APITests {
    @Test("every documented address answers what its schema says, and every address is documented")
    func documented() async throws {
        try await Sample.with { site async throws in
            let document = try json(try await get("/api/v1/openapi.json", of: site).body)
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
            for (path, operations) in paths {
                guard let operation = operations["get"] as? [String: Any] else { continue }
                let answer = try await get(Self.example(path, operation), of: site)
                #expect(answer.status == .ok, "\(path): \(answer.body.prefix(200))")
                let content = try #require(
                    ((operation["responses"] as? [String: Any])?["200"] as? [String: Any])?["content"] as? [String: Any])
                let type = try #require(content.keys.first)
                #expect(answer.headers[.contentType]?.hasPrefix(type) == true, "\(path): \(answer.headers[.contentType] ?? "")")
                guard type == "application/json", let schema = (content[type] as? [String: Any])?["schema"] as? [String: Any] else {
                    continue
                }
                let problems = Self.problems(try json(answer.body), schema, schemas, at: path)
                #expect(problems.isEmpty, "\(problems)")
            }
            for endpoint in site.endpoints { #expect(paths["/api/v1\(endpoint.path)"] != nil, "\(endpoint.path)") }
        }
    }

    @Test("every address of the site stands in docs/api.md")
    func written() async throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/api.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        try await Sample.with { site in
            for endpoint in site.endpoints { #expect(text.contains("`\(endpoint.path)`"), "\(endpoint.path)") }
            for feed in Feed.all { #expect(text.contains("`\(feed.path)`"), "\(feed.path)") }
        }
        for path in ["/healthz", "/metrics", "/sitemap.xml", "/robots.txt", "/mcp", "/api/v1/openapi.json"] {
            #expect(text.contains("`\(path)`"))
        }
    }

    @Test(
        "what cannot be read is refused with the mend",
        arguments: [
            ("/api/v1/events?pari=CHN-USA", "pair"), ("/api/v1/events?limit=0", "limit"), ("/api/v1/events?limit=501", "500"),
            ("/api/v1/events?type=VISIT", "CONSULT"), ("/api/v1/events?from=2023-13-01", "2023-09-01"),
            ("/api/v1/events?pair=CHN", "CHN-USA"),
            ("/api/v1/events?cursor=%00", "without it"), ("/api/v1/relations/CHN-JPN/series?by=century", "month"),
            ("/api/v1/search", "q is missing"), ("/api/v1/relations/CHN-JPN/series?from=0001-01-01&to=9999-12-31", "hundred years"),
        ])
    func refused(_ address: String, _ mend: String) async throws {
        let answer = try await get(address)
        #expect(answer.status == .badRequest)
        let error = try #require(try json(answer.body)["error"] as? [String: Any])
        #expect((error["message"] as? String)?.contains(mend) == true, "\(error)")
    }

    @Test(
        "pages of any size, one after the other, hold every row once", arguments: ["events", "articles", "statements", "relations"],
        [1, 2, 3, 100])
    func paging(_ list: String, _ size: Int) async throws {
        try await Sample.with(Sample.many()) { site async throws in
            let all = try await rows("/api/v1/\(list)?limit=500", of: site)
            var cursor: String?
            var seen: [String] = []
            repeat {
                let page = try json(try await get("/api/v1/\(list)?limit=\(size)" + (cursor.map { "&cursor=\($0)" } ?? ""), of: site).body)
                let data = try #require(page["data"] as? [String: Any])
                let items = try #require(data["items"] as? [[String: Any]])
                #expect(items.count <= size)
                seen += try items.map(Self.text)
                cursor = data["next"] as? String
            } while cursor != nil && seen.count <= all.count
            #expect(seen == all && !(list != "statements" && all.isEmpty))
        }
    }

    @Test("a list goes on where it stopped when articles come in above")
    func pagingWhileGrowing() async throws {
        try await Sample.with(Sample.many()) { site async throws in
            let before = try await rows("/api/v1/articles", of: site)
            let first = try json(try await get("/api/v1/articles?limit=3", of: site).body)["data"] as? [String: Any]
            let cursor = try #require(first?["next"] as? String)
            try site.ledger.ingest([Sample.article("b000000000000001", "后来的", outlet: "晨报", day: "2030-01-01", [Sample.visit])])
            let rest = try await rows("/api/v1/articles?limit=500".replacing("limit=500", with: "limit=500&cursor=\(cursor)"), of: site)
            #expect(rest == Array(before.dropFirst(3)))
        }
    }

    @Test("a cursor is good for its own questions alone")
    func foreignCursor() async throws {
        try await Sample.with(Sample.many()) { site async throws in
            let data = try json(try await get("/api/v1/events?limit=1", of: site).body)["data"] as? [String: Any]
            let cursor = try #require(data?["next"] as? String)
            #expect(try await get("/api/v1/events?limit=2&cursor=\(cursor)", of: site).status == .ok)
            #expect(try await get("/api/v1/events?limit=1&type=ACCUSE&cursor=\(cursor)", of: site).status == .badRequest)
            #expect(try await get("/api/v1/articles?limit=1&cursor=\(cursor)", of: site).status == .badRequest)
        }
    }

    @Test("tables are CSV, by address or by header, and hold no formula")
    func tables() async throws {
        let formula = "=HYPERLINK(\"http://evil.example\")"
        try await Sample.with([Sample.article("a1", formula, outlet: "@晨报", day: "2023-03-02", [Sample.visit])]) { site async throws in
            let table = try await get("/api/v1/articles.csv", of: site)
            #expect(table.headers[.contentType]?.hasPrefix("text/csv") == true)
            let lines = table.body.split(separator: "\r\n")
            #expect(lines.first == "id,title,outlet,published,day,script,url")
            #expect(lines.count == 2 && lines[1].contains("\"'=HYPERLINK(\"\"http") && lines[1].contains("'@晨报"))
            #expect(try await get("/api/v1/articles", headers: [.accept: "text/csv"], of: site).body == table.body)
        }
    }

    @Test(
        "cells are quoted as RFC 4180 has it",
        arguments: [("a", "a"), ("a,b", "\"a,b\""), ("\"", "\"\"\"\""), ("-2.5", "-2.5"), ("-x", "'-x"), ("\tx", "'\tx")])
    func cells(_ text: String, _ cell: String) { #expect(CSV.cell(text) == cell) }

    @Test("answers bear tags, and other sites' pages may read them where anybody may")
    func headers() async throws {
        try await Sample.with { site async throws in
            let answer = try await get("/api/v1/events", of: site)
            let tag = try #require(answer.headers[.eTag])
            #expect(try await get("/api/v1/events", headers: [.ifNoneMatch: tag], of: site).status == .notModified)
            #expect(HTTPField.Name("Access-Control-Allow-Origin").flatMap { answer.headers[$0] } == "*")
        }
        try await Sample.with(options: Sample.options { $0.isLocal = true }) { site async throws in
            let answer = try await get("/api/v1/events", of: site)
            #expect(HTTPField.Name("Access-Control-Allow-Origin").flatMap { answer.headers[$0] } == nil)
        }
    }

    // MARK: - Helpers

    private func rows(_ address: String, of site: Site) async throws -> [String] {
        let data = try json(try await get(address, of: site).body)["data"] as? [String: Any]
        return try #require(data?["items"] as? [[String: Any]]).map(Self.text)
    }

    private static func text(_ item: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: item, options: .sortedKeys), as: UTF8.self)
    }

    /// An address of the sample's own for a documented path, with the questions that it needs.
    private static func example(_ path: String, _ operation: [String: Any]) -> String {
        let parts = [
            "pair": "CHN-JPN", "code": "CHN", "name": "%E7%8E%8B%E6%AF%85", "part": "pages.xml", "outlet": "%E6%99%A8%E6%8A%A5",
            "id": path.contains("articles") ? "a000000000000001" : Sample.eventID,
        ]
        let filled = parts.reduce(path) { $0.replacing("{\($1.key)}", with: $1.value) }
        return path.contains("search") ? filled + "?q=%E4%BC%9A%E8%B0%88" : filled
    }

    /// What in a value is not as a schema says: types, missing and unknown names, constants, choices.
    private static func problems(_ value: Any, _ schema: [String: Any], _ all: [String: Any], at place: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.split(separator: "/").last ?? "")
            guard let found = all[name] as? [String: Any] else { return ["\(place): no schema \(name)"] }
            return problems(value, found, all, at: place)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let tried = choices.map { problems(value, $0, all, at: place) }
            return tried.contains { $0.isEmpty } ? [] : tried.flatMap { $0 }
        }
        let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
        guard types.isEmpty || types.contains(where: { matches(value, $0) }) else { return ["\(place): \(value) is no \(types)"] }
        if let object = value as? [String: Any] {
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): \($0) is missing" }
            let unknown = properties.isEmpty ? [] : object.keys.filter { properties[$0] == nil }.map { "\(place): \($0) is not described" }
            return missing + unknown
                + object.flatMap { key, value in properties[key].map { problems(value, $0, all, at: "\(place).\(key)") } ?? [] }
        }
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            return list.flatMap { problems($0, items, all, at: "\(place)[]") }
        }
        return []
    }

    private static func matches(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "boolean": (value as? NSNumber).map { isBoolean($0) } ?? false
        case "integer", "number": value is NSNumber
        case "array": value is [Any]
        default: value is [String: Any]
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool {
        number == NSNumber(value: true) || number == NSNumber(value: false)
    }
}

/// An object of JSON.
func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}
