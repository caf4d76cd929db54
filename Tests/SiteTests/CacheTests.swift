import HTTPTypes
import Hummingbird
import Testing

@testable import Site

@Suite("Kept pages")
struct CacheTests {
    @Test("a page known to the reader is not sent again", arguments: ["/", "/index.json", "/relations", "/relations/CHN-JPN"])
    func notModified(_ address: String) async throws {
        try await Sample.with { site async throws in
            let first = try await get(address, of: site)
            let tag = try #require(first.headers[.eTag])
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
            for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let again = try await get(address, headers: [.ifNoneMatch: known], of: site)
                #expect(again.status == .notModified && again.body.isEmpty && again.headers[.eTag] == tag, "\(known)")
                #expect(again.headers[.vary] != nil && again.headers[.contentSecurityPolicy] != nil)
            }
            let other = try await get(address, headers: [.ifNoneMatch: "\"x\""], of: site)
            #expect(other.status == .ok && other.body == first.body)
        }
    }

    @Test("languages, forms and questions are kept apart, and a choice of language still sets its cookie")
    func apart() async throws {
        try await Sample.with { site async throws in
            for _ in 1...2 {
                #expect(try await get("/", of: site).body.contains("<html lang=\"zh-Hans\""))
                #expect(try await get("/", headers: [.acceptLanguage: "en"], of: site).body.contains("<html lang=\"en\""))
                #expect(try await get("/", headers: [.accept: "application/json"], of: site).body.hasPrefix("{"))
                #expect(try await get("/?lang=en", of: site).headers[.setCookie]?.hasPrefix("lang=en;") == true)
                #expect(try await get("/", of: site).headers[.setCookie] == nil)
                #expect(try await get("/relations/CHN-JPN?type=ACCUSE", of: site).body.contains("谴责</mark>"))
                #expect(try await get("/relations/CHN-JPN?type=AID", of: site).body.contains("没有符合条件的事件"))
                #expect(try await get("/relations/AAA-ZZZ", of: site).status == .notFound)
            }
        }
    }

    @Test("a page follows the ledger")
    func follows() async throws {
        try await Sample.with([]) { site async throws in
            let empty = try await get("/", of: site)
            #expect(empty.body.contains("还没有任何文章"))
            try site.ledger.ingest(Sample.articles())
            try site.ledger.reconcile()
            let full = try await get("/", of: site)
            #expect(full.body.contains("/relations/CHN-JPN") && full.headers[.eTag] != empty.headers[.eTag])
        }
    }

    @Test("beyond its limit the cache starts anew, and it answers for one version alone")
    func limit() {
        let cache = PageCache()
        let version = LedgerVersion(path: "/nowhere")
        let page = RenderedPage(status: .ok, headers: [:], bytes: ByteBuffer(repeating: 0, count: PageCache.limit / 8 - 10))
        for index in 0..<8 { cache.keep(page, "\(index)", version) }
        #expect(cache.page("0", version) != nil && cache.page("7", version) != nil)
        cache.keep(page, "8", version)
        #expect(cache.page("0", version) == nil && cache.page("8", version) != nil)
        #expect(cache.page("8", LedgerVersion(path: "/")) == nil)
        cache.keep(RenderedPage(status: .ok, headers: [:], bytes: ByteBuffer(repeating: 0, count: PageCache.limit)), "9", version)
        #expect(cache.page("9", version) == nil)
    }
}
