import Foundation
import Testing

@testable import Site

@Suite("A public site")
struct PublicTests {
    @Test("shows the sentences that codings rest on, marked, with a link, and not the rest", arguments: ["", ".json"])
    func excerpt(_ ending: String) async throws {
        try await Sample.with(options: Sample.options { $0.isPublic = true }) { site async throws in
            let page = try await get("/articles/a000000000000001\(ending)", of: site).body
            #expect(page.contains("在北京同日本外务大臣") && page.contains("https://news.example/a000000000000001"))
            #expect(!page.contains("双方同意保持沟通") && !page.contains("本报版权所有"))
            if ending.isEmpty { #expect(page.contains(">会谈</mark>")) }
        }
    }

    @Test("its API leaves the text out")
    func api() async throws {
        try await Sample.with(options: Sample.options { $0.isPublic = true }) { site async throws in
            let data = try json(try await get("/api/v1/articles/a000000000000001", of: site).body)["data"] as? [String: Any]
            let article = try #require(data?["article"] as? [String: Any])
            #expect(article["text"] is NSNull)
            let evidence = try #require(data?["evidence"] as? [[String: Any]])
            #expect(evidence.count == 1 && evidence[0]["text"] as? String == Sample.visit.text)
        }
    }
}
