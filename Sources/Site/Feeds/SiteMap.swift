import Hummingbird
import Ledger

/// The site's pages for search engines (sitemaps.org, protocol 0.9): a map of maps, and maps of ten thousand pages each.
struct SiteMap: Sendable {
    let site: Site
    let base: String

    /// Pages of one map; the protocol allows fifty thousand, and 50 MB.
    static let size = 10_000

    /// The map of maps.
    func index() throws -> String {
        let summary = try site.ledger.summary()
        let names =
            ["pages.xml", "parties.xml"] + parts("people", try site.everybody().count) + parts("relations", summary.relations)
            + parts("events", summary.events) + parts("articles", summary.articles)
        let maps = names.map { "<sitemap><loc>\(xmlText("\(base)/sitemaps/\($0)"))</loc></sitemap>" }
        return document("sitemapindex", maps)
    }

    /// One map; nil where there is none of this name.
    func part(_ name: String) throws -> String? {
        if name == "pages.xml" {
            return map(["/", "/relations", "/parties", "/people", "/outlets", "/search", "/about"].map { ($0, nil) })
        }
        if name == "parties.xml" { return map(try parties()) }
        guard let match = name.wholeMatch(of: /(people|relations|events|articles)-([1-9][0-9]{0,5})\.xml/), let number = Int(match.2) else {
            return nil
        }
        let offset = (number - 1) * Self.size
        let pages: [(String, String?)] =
            switch match.1 {
            case "people":
                try site.persons(limit: Self.size, offset: offset).map { (Address.person($0.person), nil) }
            case "relations":
                try site.ledger.addresses(ofRelationsFrom: offset, limit: Self.size).map { ("/relations/\(Query.encoded($0.id))", $0.day) }
            case "events": try site.ledger.addresses(ofEventsFrom: offset, limit: Self.size).map { ("/events/\($0.id)", $0.day) }
            default:
                try site.ledger.addresses(ofArticlesFrom: offset, limit: Self.size).map { ("/articles/\(Query.encoded($0.id))", $0.day) }
            }
        return pages.isEmpty ? nil : map(pages)
    }

    /// States and organisations that have relations, and outlets.
    private func parties() throws -> [(String, String?)] {
        let codes = Set(try site.ledger.addresses(ofRelationsFrom: 0, limit: .max).flatMap { $0.id.split(separator: "-").map(String.init) })
        return codes.sorted().map { (Address.party($0), nil) } + (try site.outlets().map { (Address.outlet($0.name), nil) })
    }

    private func parts(_ kind: String, _ count: Int) -> [String] {
        (0..<(count + Self.size - 1) / Self.size).map { "\(kind)-\($0 + 1).xml" }
    }

    /// - Parameter pages: addresses with the day they last changed; nil where that is not known.
    private func map(_ pages: [(path: String, day: String?)]) -> String {
        document(
            "urlset",
            pages.map { page in
                "<url><loc>\(xmlText(base + page.path))</loc>\(page.day.map { "<lastmod>\(xmlText($0))</lastmod>" } ?? "")</url>"
            })
    }

    private func document(_ name: String, _ lines: [String]) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <\(name) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        \(lines.joined(separator: "\n"))
        </\(name)>

        """
    }
}

extension Site {
    func addMaps(to router: Router<SiteContext>) {
        router.get("sitemap.xml") { request, context in
            let base = base(request)
            return try await kept(request, context, key: "map \(base)") { xml(try SiteMap(site: self, base: base).index()) }
        }
        router.get("sitemaps/:part") { request, context in
            let base = base(request)
            let name = try context.parameters.require("part")
            return try await kept(request, context, key: "map \(base) \(name)") {
                guard let map = try SiteMap(site: self, base: base).part(name) else { throw Refusal(.notFound) }
                return xml(map)
            }
        }
        router.get("robots.txt") { request, _ in Response(plain: robots(base(request))) }
    }

    private func xml(_ text: String) -> RenderedPage {
        RenderedPage(
            status: .ok, headers: [.contentType: "application/xml; charset=utf-8", .cacheControl: "no-cache"],
            bytes: ByteBuffer(string: text))
    }

    /// Pages may be read; searches and programs' addresses have no end and need not be.
    private func robots(_ base: String) -> String {
        """
        User-agent: *
        Disallow: /search
        Disallow: /explain
        Disallow: /api/
        Disallow: /feeds/
        Disallow: /mcp
        Disallow: /review

        Sitemap: \(base)/sitemap.xml

        """
    }
}
