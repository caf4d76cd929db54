import Foundation
import HTTPTypes
import Testing

@testable import Site

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Feeds and maps")
struct FeedTests {
    static let feeds = [
        "/feeds/events", "/feeds/relations/CHN-JPN", "/feeds/parties/USA", "/feeds/search?q=%E4%BC%9A%E8%B0%88",
        "/feeds/people/CHN/%E7%8E%8B%E6%AF%85",
    ]

    @Test("are well-formed Atom with all that RFC 4287 asks for", arguments: feeds)
    func atom(_ address: String) async throws {
        let answer = try await get(address)
        #expect(
            answer.status == .ok && answer.headers[.contentType] == "application/atom+xml; charset=utf-8" && answer.headers[.eTag] != nil)
        let feed = try #require(try XMLDocument(data: Data(answer.body.utf8)).rootElement())
        #expect(feed.name == "feed" && feed.uri == "http://www.w3.org/2005/Atom")
        for name in ["id", "title", "updated", "author"] { #expect(feed.elements(forName: name).count == 1, "\(name)") }
        let selfLink = feed.elements(forName: "link").first { value(of: "rel", $0) == "self" }
        #expect(selfLink.flatMap { value(of: "href", $0) } == feed.elements(forName: "id").first?.stringValue)
        let entries = feed.elements(forName: "entry")
        #expect(!entries.isEmpty)
        for entry in entries {
            for name in ["id", "title", "updated", "author", "summary"] { #expect(entry.elements(forName: name).count == 1, "\(name)") }
            let id = try #require(entry.elements(forName: "id").first?.stringValue)
            #expect(
                URL(string: id)?.scheme == "http" && entry.elements(forName: "link").first.flatMap { value(of: "href", $0) } == id)
            let updated = try #require(entry.elements(forName: "updated").first?.stringValue)
            #expect(ISO8601DateFormatter().date(from: updated) != nil)
        }
        #expect(Set(entries.compactMap { $0.elements(forName: "id").first?.stringValue }).count == entries.count)
    }

    @Test(
        "what is not there has no feed",
        arguments: ["/feeds/relations/AAA-BBB", "/feeds/parties/ZZZ", "/feeds/people/CHN/x", "/feeds/nothing"])
    func missing(_ address: String) async throws { #expect(try await get(address).status == .notFound) }

    @Test("text that no XML may hold is left out, the rest is escaped")
    func xml() throws {
        #expect(xmlText("a\u{1}\u{B}b\u{FFFE}c\u{0}") == "abc")
        #expect(xmlText("<&>\"'\u{301}") == "&lt;&amp;&gt;&quot;&#39;\u{301}")
        #expect(xmlText("中文\n😀") == "中文\n😀")
    }

    @Test("the maps name every page, and each of them is there")
    func maps() async throws {
        try await Sample.with { site async throws in
            let index = try #require(try XMLDocument(data: Data(try await get("/sitemap.xml", of: site).body.utf8)).rootElement())
            #expect(index.name == "sitemapindex")
            var pages: [String] = []
            for map in index.elements(forName: "sitemap") {
                let path = try #require(map.elements(forName: "loc").first?.stringValue.flatMap { URL(string: $0) }).path
                let answer = try await get(path, of: site)
                let set = try #require(try XMLDocument(data: Data(answer.body.utf8)).rootElement())
                #expect(set.name == "urlset" && set.uri == "http://www.sitemaps.org/schemas/sitemap/0.9")
                pages += set.elements(forName: "url").compactMap { $0.elements(forName: "loc").first?.stringValue }
            }
            #expect(pages.contains { $0.hasSuffix("/relations/CHN-JPN") } && pages.contains { $0.hasSuffix("/articles/a000000000000001") })
            for page in pages {
                let path = try #require(URLComponents(string: page)).percentEncodedPath
                #expect(try await get(path, of: site).status == .ok, "\(page)")
            }
            #expect(try await get("/sitemaps/events-2.xml", of: site).status == .notFound)
            #expect(try await get("/robots.txt", of: site).body.contains("/sitemap.xml"))
        }
    }

    @Test("absolute addresses begin with the site's own where it was told")
    func address() async throws {
        try await Sample.with(options: Sample.options { $0.address = "https://record.example/" }) { site async throws in
            #expect(try await get("/feeds/events", of: site).body.contains("<id>https://record.example/events/"))
            #expect(try await get("/sitemap.xml", of: site).body.contains("<loc>https://record.example/sitemaps/"))
        }
    }

    @Test(
        "articles and events say in schema.org's terms what they are",
        arguments: ["/articles/a000000000000004", "/events/\(Sample.eventID)"])
    func linked(_ address: String) async throws {
        let page = try await get(address).body
        let match = try #require(page.firstMatch(of: /<script type="application\/ld\+json">([^<]*)<\/script>/))
        let data = try json(String(match.1))
        #expect(data["@context"] as? String == "https://schema.org")
        #expect(["NewsArticle", "Event"].contains(data["@type"] as? String))
        #expect(data["url"] as? String == address)
        if address.contains("articles") { #expect(data["headline"] as? String == Sample.hostileTitle && data["isBasedOn"] == nil) }
    }

    @Test("pages that are streams name their feeds", arguments: ["/relations/CHN-JPN", "/search?q=x"])
    func named(_ address: String) async throws {
        #expect(try await get(address).body.contains("type=\"application/atom+xml\" href=\"/feeds/"))
    }
}

/// An attribute's value. `attribute(forName:)` finds none in elements of a default namespace.
private func value(of name: String, _ element: XMLElement) -> String? { element.attributes?.first { $0.name == name }?.stringValue }
