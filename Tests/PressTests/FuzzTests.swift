import Foundation
import Testing

@testable import Press

/// Every reader under random damage: no crash, each article whole in itself. A longer run with a sanitizer: `Scripts/fuzz`.
@Suite struct FuzzTests {
    @Test("random damage", arguments: seeds.map(\.name))
    func damage(name: String) throws {
        let seed = try #require(seeds.first { $0.name == name }).bytes
        let press = try Press.sample()
        var random = SplitMix(state: fnv(name.utf8))
        for _ in 0..<60 { check(press.read(damaged(seed, &random), path: "x")) }
    }

    @Test("what broke a reader once", arguments: broken)
    func regressions(file: String) throws {
        let url = fixtures.appendingPathComponent("broken/\(file)")
        check(try Press.sample().read([UInt8](Data(contentsOf: url)), path: file))
    }

    private func check(_ reading: Reading) {
        #expect(!reading.articles.isEmpty || !reading.problems.isEmpty)
        for article in reading.articles {
            #expect(article.passages.map(article.words).joined(separator: "\n\n") == article.text)
            #expect(article.passages.allSatisfy { $0.start < $0.end })
        }
    }

    private func damaged(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...30, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
            case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 60)], at: at)
            case 4: bytes.removeSubrange(max(at, bytes.count - 40)...)
            default: bytes.insert(contentsOf: Array("<]>&-:{\"\r\n\n。".utf8), at: at)
            }
        }
        return bytes
    }
}

private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

private let broken: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: fixtures.appendingPathComponent("broken").path)) ?? []).sorted()

private let seeds: [(name: String, bytes: [UInt8])] =
    texts.map { ($0.0, Array($0.1.utf8)) }
    + ["posts.zip", "posts.tar", "posts.tar.gz", "posts.tar.zst", "pages.warc", "pages.warc.gz", "lies.warc"].compactMap { name in
        (try? Data(contentsOf: fixtures.appendingPathComponent(name))).map { (name, [UInt8]($0)) }
    }

private let texts = [
    ("post", PressTests.post),
    ("notebook", "20231117 题目 [1]_\n======\n\n第一段。\n图片来源：某社\n\n.. [1] 2023年11月17日11:10 CST 更新 Some Body\n"),
    (
        "page",
        "<!doctype html><html><head><meta charset=gbk><title>题 - 早报</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"题\"}"
            + "</script></head><body><nav><a href=/>首页</a></nav><article><h1>题</h1><p>正文<b>一</b>。</p><figure><img alt=外长们在码头><figcaption>图</figcaption>"
            + "</figure><table><tr><td>一<td>二</table></article></body></html>"
    ),
    (
        "RSS",
        "<?xml version=\"1.0\"?><rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>台</title><item><title>甲</title>"
            + "<link>https://www.rfi.fr/cn/a</link><pubDate>Tue, 02 Jan 2024 23:30:00 GMT</pubDate><content:encoded><![CDATA[<p>甲。</p>]]>"
            + "</content:encoded></item></channel></rss>"
    ),
    ("RDF", "<rdf:RDF xmlns:rdf=\"r\"><item rdf:about=\"a\"><title>甲</title><description>甲。</description></item></rdf:RDF>"),
    (
        "Atom",
        "<feed xmlns=\"a\"><entry><title>甲</title><link href=\"https://a.example/\"/><content type=\"html\">&lt;p&gt;甲。</content></entry></feed>"
    ),
    (
        "JSON Feed",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"https://a.example\",\"title\":\"甲\",\"content_html\":\"<p>甲。\"}]}"
    ),
    ("records", "{\"title\":\"甲\",\"text\":\"一。\\n二。\",\"date\":\"2024-01-03\"}\n{\"title\":\"乙\",\"text\":\"三。\"}\n"),
    (
        "own record",
        "{\"schema\":\"rapport/1\",\"article\":{\"id\":\"1\",\"title\":\"甲\",\"text\":\"甲\\n\\n一。\",\"passages\":[{\"kind\":\"title\",\"start\":0,\"end\":1},"
            + "{\"kind\":\"body\",\"start\":3,\"end\":5}]}}"
    ),
    ("front matter", "---\ntitle: >\n  甲\ntags:\n  - [a, {b: c}]\ndate: &d 2024-01-01\n---\n正文。\n"),
]
