import Foundation
import Testing

@testable import Site

@Suite("The page on the method")
struct AboutTests {
    @Test("its figures are those of the README; Scripts/accuracy copies them")
    func accuracy() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let readme = String(decoding: try Data(contentsOf: root.appending(path: "README.md")), as: UTF8.self)
        let stated = readme.matches(of: /(?m)^\| (event|type|dyad|quad|quote): [^|]*\| ([0-9.]+) \| ([0-9.]+) \| ([0-9.]+) \|$/).map {
            [$0.1, $0.2, $0.3, $0.4].map(String.init)
        }
        let rows = try Resources(preferring: nil).table("accuracy.txt").rows.map(Accuracy.init)
        #expect(rows.map { [$0.level, $0.precision, $0.recall, $0.f1] } == stated, "run Scripts/accuracy")
        let words = try Words(try Resources(preferring: nil).table("words.txt"))
        for row in rows { #expect(words.all(.en)["level-\(row.level)"] != nil, "\(row.level)") }
    }

    @Test("every field of an event's JSON is in the data dictionary, and no other")
    func fields() async throws {
        let names = try Resources(preferring: nil).table("fields.txt").rows.map { try Field($0).name }
        let data = try await get("/relations/CHN-JPN.json").body
        let twin = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
        let events = try #require((twin["data"] as? [String: Any])?["events"] as? [[String: Any]])
        #expect(Set(try #require(events.first).keys) == Set(names))
    }
}
