import Coding
import Foundation
import Testing
import World

@testable import Site

@Suite("Explaining a text")
struct ExplainTests {
    static let text = "美国国务卿布林肯周日访问北京，会见中国外长秦刚。"

    @Test("without a coder there is no page and no link to one")
    func absent() async throws {
        #expect(try await get("/explain").status == .notFound)
        #expect(!(try await get("/").body.contains("/explain")))
    }

    @Test("the page shows what the coder tells, in both languages and as JSON")
    func shows() async throws {
        let folder = try World.folder()
        let coder = try Coder(world: World.load(from: folder), folder: folder)
        try await Sample.with([], coder: coder) { site async throws in
            let address = "text=\(Query.encoded(Self.text))&published=2023-06-19"
            let chinese = try await get("/explain?\(address)", of: site)
            #expect(chinese.status == .ok)
            for text in [">访问</mark>", "2023年6月18日", "磋商", "美国（USA），人物", "value=\"2023-06-19\"", "aria-current"] {
                #expect(chinese.body.contains(text), "\(text)")
            }
            let english = try await get("/explain?\(address)&lang=en", of: site).body
            for text in ["18 June 2023", "Consult", "United States (USA), person", "Why it reads as Consult", "No event"] {
                #expect(english.contains(text), "\(text)")
            }
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(try await get("/explain.json?\(address)", of: site).body.utf8))
                    as? [String: Any])
            let data = try #require(json["data"] as? [String: Any])
            #expect(data["text"] as? String == Self.text && data["published"] as? String == "2023-06-19")
            let sentence = try #require((data["sentences"] as? [[String: Any]])?.first)
            #expect(Set(sentence.keys) == ["text", "words", "parties", "times", "readings", "events"])
            try await badInput(site)
        }
    }

    private func badInput(_ site: Site) async throws {
        #expect(try await get("/explain", of: site).status == .ok)
        #expect(try await get("/explain.json", of: site).body.contains("\"sentences\":[]"))
        #expect(try await get("/explain?text=a&published=soon", of: site).body.contains("“soon”不是日期"))
        let hostile = try await get("/explain?text=\(Query.encoded("</textarea><script>美国访问中国"))", of: site).body
        #expect(!hostile.contains("<script>") && hostile.matches(of: /<\/textarea>/).count == 1)
        let full = String(repeating: "好", count: ExplainPage.longest)
        #expect(!(try await get("/explain?text=\(Query.encoded(full))", of: site).body.contains("只解析了前")))
        #expect(try await get("/explain?text=\(Query.encoded(full + "好"))", of: site).body.contains("只解析了前2,000字"))
        #expect(try await get("/explain?text=" + String(repeating: "a", count: ExplainPage.longestAddress), of: site).status == .uriTooLong)
        #expect(try await get("/search?q=" + String(repeating: "a", count: 3000), of: site).status == .uriTooLong)
    }
}
