import Coding
import Foundation
import Press
import Testing

@testable import Site

@Suite("Pictures of articles")
struct PictureTests {
    private static let address = "/articles/d000000000000001"

    /// An article with a picture at its caption, one without a caption, and three that no page may load.
    private static let article: CodedArticle = {
        let text = "题目\n\n两国国旗（资料照片）\n\n正文在此。"
        return CodedArticle(
            article: Article(
                id: "d000000000000001", path: "p.md", url: "https://news.example/p", title: "题目", outlet: "晨报", site: "news.example",
                published: nil, localDate: "2023-03-02", clock: nil, text: text,
                passages: [
                    Passage(kind: .title, start: 0, end: 2), Passage(kind: .caption, start: 4, end: 14),
                    Passage(kind: .body, start: 16, end: 21),
                ],
                pictures: [
                    Picture(source: "https://img.example/flags.jpg?a=1&b=2", proxy: "https://proxy.example/x", passages: [1]),
                    Picture(source: "https://img.example:8443/other.jpg", alternative: "会场"),
                    Picture(source: "javascript:alert(1)"), Picture(source: "data:image/svg+xml,x"),
                    Picture(source: "https://a.example;script-src *"),
                ]), script: "Hans", sentences: [0..<2, 16..<21], events: [], statements: [])
    }()

    @Test("nothing is loaded unasked, and the page says whom the browser would ask", arguments: ["", "?pictures=0", "?script=hant"])
    func unasked(_ query: String) async throws {
        try await Sample.with([Self.article]) { site async throws in
            let page = try await get(Self.address + query, of: site)
            #expect(!page.body.contains("<img") && page.headers[.contentSecurityPolicy] == SecurityHeaders.policy())
            #expect(page.body.contains("pictures=1") && page.body.contains("img.example"))
        }
    }

    @Test("asked for, they stand at their captions, with words for who does not see them, and only their hosts are let in")
    func asked() async throws {
        try await Sample.with([Self.article]) { site async throws in
            let page = try await get(Self.address + "?pictures=1", of: site)
            #expect(page.body.components(separatedBy: "<img").count == 3)
            #expect(page.body.contains("src=\"https://img.example/flags.jpg?a=1&amp;b=2\"") && page.body.contains("alt=\"会场\""))
            let caption = try #require(page.body.firstRange(of: "两国国旗（资料照片）"))
            #expect(page.body[..<caption.lowerBound].contains("flags.jpg"), "the picture stands above its caption")
            #expect(
                page.headers[.contentSecurityPolicy]
                    == SecurityHeaders.policy(pictures: ["https://img.example", "https://img.example:8443"]))
            for word in ["proxy.example", "javascript:", "data:image", "a.example"] { #expect(!page.body.contains(word)) }
        }
    }

    @Test("a public site shows none: they are their outlet's")
    func ofOthers() async throws {
        try await Sample.with([Self.article], options: Sample.options { $0.isPublic = true }) { site async throws in
            let page = try await get(Self.address + "?pictures=1", of: site)
            #expect(!page.body.contains("img.example") && page.headers[.contentSecurityPolicy] == SecurityHeaders.policy())
            #expect(try await !get(Self.address + ".json", of: site).body.contains("img.example"))
        }
    }
}
