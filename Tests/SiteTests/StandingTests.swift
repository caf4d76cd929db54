import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Site

@Suite("Standing towards strangers")
struct StandingTests {
    static let addresses = [
        "/", "/relations/CHN-JPN", "/articles/a000000000000001", "/search?q=x", "/about", "/parties/CHN", "/people/CHN/%E7%8E%8B%E6%AF%85",
        "/outlets/%E6%99%9A%E6%8A%A5", "/days/2023-03-02", "/healthz", "/nowhere", "/index.json",
    ]

    @Test("every answer forbids scripts, frames, sniffing and referrers", arguments: addresses)
    func headers(_ address: String) async throws {
        let page = try await get(address)
        let policy = page.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
        #expect(page.headers[.xContentTypeOptions] == "nosniff")
        #expect(HTTPField.Name("X-Frame-Options").flatMap { page.headers[$0] } == "DENY")
        #expect(HTTPField.Name("Referrer-Policy").flatMap { page.headers[$0] } == "no-referrer")
    }

    @Test("no page holds a script, a style or a handler of its own, nor loads from elsewhere", arguments: addresses.dropLast())
    func nothingInline(_ address: String) async throws {
        let page = try await get(address).body
        #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick"))
        for match in page.matches(of: /<(?:script|img|link|iframe)[^>]*(?:src|href)="([^"]*)"/) {
            #expect(match.1.hasPrefix("/"), "\(match.0)")
        }
        for match in page.matches(of: /<script[^>]*>/) where match.0 != "<script type=\"application/ld+json\">" {
            #expect(match.0.contains("src=\"/assets/"), "\(match.0)")
        }
    }

    @Test(
        "hostile titles and outlets come out as text",
        arguments: [
            "/", "/articles/a000000000000004", "/relations/CHN-USA", "/search?q=%22%3E%3Cscript%3E", "/parties/USA", "/days/2023-04-10",
            "/outlets", "/outlets/%3Cb%3E%E6%81%B6%3C%2Fb%3E",
        ])
    func escapes(_ address: String) async throws {
        // By bytes: as `Character`s, a quotation mark with an accent equals no quotation mark.
        // Data for programs stands in a script element, where only an end tag could do harm.
        let body = try await get(address).body.replacing(/<script type="application\/ld\+json">[^<]*<\/script>/, with: "")
        let page = Array(body.utf8)
        for text in ["<script>", "<img src=x", "<b>", "\"\u{301} onmouseover", "href=\"javascript"] {
            #expect(page.firstRange(of: Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test("a quotation mark under an accent is escaped all the same", arguments: ["\"\u{301}", "<\u{301}", "'\u{20DD}", "&\u{FE0F}"])
    func escapesByBytes(_ text: String) {
        #expect(escaped(text).utf8.first == UInt8(ascii: "&"))
        #expect(escaped(text).unicodeScalars.count > text.unicodeScalars.count)
    }

    @Test("an address that is too long is refused before it is looked at")
    func longAddress() async throws {
        let page = try await get("/search?q=" + String(repeating: "a", count: 5000))
        #expect(page.status == .uriTooLong)
    }

    @Test(
        "damaged questions do no harm",
        arguments: [
            "/search?q=%", "/search?q=%E4%B8", "/search?q=%00", "/search?&&&=&==", "/?lang=xx", "/relations/%FF-%00",
            "/search?q=%22+OR+%2A+NEAR%28", "/search?q=a&page=99999999999999999999",
        ])
    func damaged(_ address: String) async throws {
        let status = try await get(address).status
        #expect(status == .ok || status == .notFound)
    }

    @Test("nothing can be written")
    func readOnly() async throws {
        let status = try await Sample.with { site in
            try await Application(router: site.router()).test(.router) { client in
                try await client.execute(uri: "/", method: .post) { $0.status }
            }
        }
        #expect(status == .notFound || status == .methodNotAllowed)
    }
}
