import Foundation
import Testing

@testable import Press

@Suite struct HostileTests {
    @Test(
        "hostile input gives an article or a problem",
        arguments: hostile.map(\.name))
    func survives(name: String) throws {
        let bytes = try #require(hostile.first { $0.name == name }).bytes
        let reading = try Press.sample().read(bytes, path: "x")
        #expect(!reading.articles.isEmpty || !reading.problems.isEmpty)
        for article in reading.articles { #expect(article.passages.map(article.words).joined(separator: "\n\n") == article.text) }
    }

    @Test("a text that is too long is named and left, in a file of its own and beside others")
    func tooLong() throws {
        let long = String(repeating: "a", count: 17 << 20)
        let press = try Press.sample()
        #expect(press.read(text: "<p>" + long).problems.map(\.message) == ["a text of 17 MB is no article; split it, or fetch it again"])
        let lines = press.read(text: "{\"title\":\"a\",\"text\":\"\(long)\"}\n{\"title\":\"b\",\"text\":\"b。\"}")
        #expect(lines.problems.count == 1 && lines.articles.map(\.title) == ["b"])
    }

    @Test("a file of nothing but damage is described in a hundred lines")
    func manyProblems() throws {
        let record = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 22\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>\r\n\r\n"
        let problems = try Press.sample().read(text: String(repeating: record, count: 300)).problems
        #expect(problems.count == 101 && problems.last?.message.hasPrefix("and 200 more") == true)
    }

    @Test("markup that nests too deep gives its text all the same, flagged")
    func deepText() throws {
        let deep = String(repeating: "<div>", count: 1000)
        let html = "<p>一&amp;二</p>\(deep)<script>if (a < b) {}</script><!-- 三 --><b title='>'>四</b><p>五 < 六</p>"
        let article = try #require(
            try Press.sample().read(text: "<!--1625014800000-->\n[题目](https://a.example/)\n---\n" + html).articles.first)
        #expect(article.flags == ["markup nested too deep to parse; tags dropped"])
        #expect(article.text.contains("一&二"))
        #expect(article.text.contains("五 < 六"))
        #expect(!article.text.contains("if (a"))
        #expect(!article.text.contains("三"))
    }
}

/// Sebastiano Vigna's splitmix64: the same damage on every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

private let hostile: [(name: String, bytes: [UInt8])] = [
    ("nothing", []),
    ("NUL bytes", Array("<p>一\0二</p>".utf8)),
    ("lone surrogates", Array("<p>一</p>".utf8) + [0xED, 0xA0, 0x80] + Array("二".utf8)),
    ("entities without end", repeated("<html><p>", "&amp", 10_000)),
    ("deep nesting", repeated("<html>", "<div>", 100_000)),
    ("deep nesting behind other end tags", repeated("<html>", "<div></b>", 50_000)),
    ("crossed formatting", numbered("<html>", "<div><b id=", "></div>", 20_000)),
    ("many attributes", numbered("<html><p ", "a", "=1 ", 50_000)),
    ("one long line", [UInt8](repeating: 0x61, count: 2_000_000)),
    ("deep YAML", repeated("---\na: ", "[", 15_000) + Array("\n---\n<p>一</p>".utf8)),
    ("deep XML", repeated("<rss>", "<a>", 100_000)),
    ("entity bomb", Array("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><item><title>&b;</title></item></rss>".utf8)),
    ("records without end", repeated("", "WARC/1.0\r\n", 50_000)),
    ("records of no length", repeated("", "WARC/1.0\r\nContent-Length: -5\r\n\r\n", 20_000)),
    ("records that point past the end", repeated("", "WARC/1.0\r\nContent-Length: 9223372036854775807\r\n\r\n", 2_000)),
    ("deep JSON", repeated("", "[{\"a\":", 50_000)),
    ("broken lines of JSON", repeated("{\"title\":\"a\"}", "\n{\"a\"", 5_000)),
    (
        "chunks without end",
        Array("WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\na".utf8)
    ),
    ("gzip and nothing behind it", [0x1F, 0x8B, 8, 0]),
    ("zip and nothing behind it", Array("PK\u{3}\u{4}".utf8)),
    ("half a character of UTF-16", [0xFF, 0xFE, 0x3C, 0x00, 0x3C]),
    ("marks of Markdown without end", repeated("# a\n", "[a](**`![<http", 50_000)),
    ("halves of surrogate pairs", repeated("{\"text\":\"", "\\ud83d", 100_000) + Array("\"}".utf8)),
    ("deep XHTML in Atom", repeated("<feed><entry><content type=\"xhtml\">", "<a>", 100_000)),
    ("open brackets", repeated("", "[a](", 50_000)),
]

private func repeated(_ start: String, _ part: String, _ count: Int) -> [UInt8] {
    Array((start + String(repeating: part, count: count) + "一").utf8)
}

private func numbered(_ start: String, _ before: String, _ after: String, _ count: Int) -> [UInt8] {
    var bytes = Array(start.utf8)
    for number in 0..<count { bytes += Array("\(before)\(number)\(after)".utf8) }
    return bytes + Array("一".utf8)
}
