import HTTPTypes
import Hummingbird
import Ledger
import Synchronization
import Testing

@testable import Press
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

    @Test("a page is packed for who takes gzip, under a weak tag by which it is known in either form")
    func packed() async throws {
        try await Sample.with { site async throws in
            for address in ["/", "/assets/site.css", "/api/v1/openapi.json"] {
                let plain = try await get(address, of: site)
                for refusal in ["", "identity", "gzip;q=0", "gzip; q=0.0, br", "gzipped"] {
                    let answer = try await get(address, headers: [.acceptEncoding: refusal], of: site)
                    #expect(answer.body == plain.body && answer.headers[.contentEncoding] == nil, "\(address) \(refusal)")
                }
                for wish in ["gzip", "br, GZIP;q=0.5", "deflate, gzip"] {
                    let answer = try await get(address, headers: [.acceptEncoding: wish], of: site)
                    #expect(answer.headers[.contentEncoding] == "gzip" && answer.headers[.vary]?.contains("Accept-Encoding") == true)
                    let tag = try #require(answer.headers[.eTag])
                    #expect(tag == "W/\(plain.headers[.eTag] ?? "")")
                    let again = try await get(address, headers: [.acceptEncoding: wish, .ifNoneMatch: tag], of: site)
                    #expect(again.status == .notModified && again.body.isEmpty)
                }
            }
        }
    }

    @Test("what is packed is the page", arguments: [0, 1, 999, 1001, 100_000])
    func unpacked(_ length: Int) throws {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
        let page = RenderedPage(status: .ok, headers: [:], bytes: ByteBuffer(bytes: bytes)).kept()
        guard let packed = page.packed else {
            // Noise and short texts gain nothing.
            return #expect(length <= 1001)
        }
        #expect(inflated(Array(packed.readableBytesView), most: 1 << 20).bytes == bytes && packed.readableBytes < length)
        #expect(page.size == length + packed.readableBytes)
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

    @Test("an address is kept once however it is escaped, and what is escaped in it stays apart")
    func oneKey() async throws {
        try await Sample.with { site async throws in
            func key(_ address: String) -> String {
                let path = address.split(separator: "?", maxSplits: 1)
                return site.key(Visit(path: String(path[0]), language: .zh), path.count > 1 ? String(path[1]) : nil)
            }
            #expect(key("/relations/CHN-IGO:NATO") == key("/relations/CHN-IGO%3ANATO") && key("/%72elations/x") == key("/relations/x"))
            #expect(key("/people/CHN/a%2Fb") != key("/people/CHN/a/b") && key("/days/x?page=2") != key("/days/x"))
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

    @Test("the cache forgets what nobody asked for, keeps within its limit, and answers for one version alone")
    func limit() {
        let cache = PageCache()
        let version = LedgerVersion(path: "/nowhere")
        let page = RenderedPage(status: .ok, headers: [:], bytes: ByteBuffer(repeating: 0, count: PageCache.limit / 8 - 10))
        let chosen = RenderedPage(status: .ok, headers: [:], bytes: ByteBuffer(string: "x"))
        cache.keep(chosen, "chosen", version, isChosen: true)
        for index in 0..<30 {
            cache.keep(page, "\(index)", version)
            #expect(cache.page("0", version) != nil, "the page that is asked for all the time")
            #expect(cache.counts.bytes <= PageCache.limit + page.bytes.readableBytes)
        }
        #expect(cache.page("1", version) == nil && cache.page("29", version) != nil && cache.page("chosen", version) != nil)
        #expect(cache.page("29", LedgerVersion(path: "/")) == nil)
        cache.keep(RenderedPage(status: .ok, headers: [:], bytes: ByteBuffer(repeating: 0, count: PageCache.limit)), "9", version)
        #expect(cache.page("9", version) == nil)
    }

    @Test("a page that many ask for at once is made once, and an error is not kept")
    func once() async throws {
        let cache = PageCache()
        let version = LedgerVersion(path: "/nowhere")
        let made = Counter()
        let page = RenderedPage(status: .ok, headers: [:], bytes: ByteBuffer(string: "x"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    _ = try await cache.page("a", version) {
                        made.add()
                        try await Task.sleep(for: .milliseconds(100))
                        return page
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(made.count == 1)
        for _ in 0..<2 {
            await #expect(throws: Refusal.self) { try await cache.page("b", version) { throw Refusal(.notFound) } }
        }
        #expect(cache.counts.misses >= 2)
    }
}

/// Counts from several tasks.
private final class Counter: Sendable {
    private let state = Mutex(0)
    var count: Int { state.withLock { $0 } }
    func add() { state.withLock { $0 += 1 } }
}
