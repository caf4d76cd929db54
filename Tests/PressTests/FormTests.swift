import Foundation
import Testing

@testable import Press

@Suite struct FormTests {
    @Test("RSS 1.0 (RDF) in its own charset declaration, items beside the channel")
    func rdf() throws {
        let text = """
            <?xml version="1.0" encoding="GB2312"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://www.rfi.fr"><title>某台</title><link>https://www.rfi.fr</link></channel>
            <item rdf:about="https://www.rfi.fr/cn/a"><title>甲</title><link>https://www.rfi.fr/cn/a</link><description>甲的正文。</description>
            <dc:date>2024-01-02T23:30:00+00:00</dc:date></item></rdf:RDF>
            """
        let encoded = try #require(converted(Array(text.utf8), to: "GB18030"))
        for bytes in [Array(text.utf8), encoded] {
            let reading = try Press.sample().read(bytes, path: "feed")
            let article = try #require(reading.articles.first)
            #expect(article.title == "甲")
            #expect(article.words(.body) == ["甲的正文。"])
            #expect(article.localDate == "2024-01-03")
            #expect(reading.problems.isEmpty)
        }
    }

    @Test("Atom: the alternate link, the time of publication before that of the last change")
    func atom() throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>某报</title><entry><title>甲</title><link rel="self" href="https://x.example/s"/>
            <link href="https://www.zaobao.com/a"/><updated>2024-01-05T00:00:00Z</updated><published>2024-01-02T23:30:00Z</published>
            <content type="html">&lt;p&gt;甲的正文。&lt;/p&gt;</content></entry></feed>
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.url == "https://www.zaobao.com/a")
        #expect(article.localDate == "2024-01-03")
        #expect(article.words(.body) == ["甲的正文。"])
    }

    @Test(
        "dates as feeds write them",
        arguments: [
            "Tue, 14 May 2024 01:30:00 GMT", "Tue, 14 May 24 09:30:00 +0800", "Tuesday, 14-May-24 01:30:00 UTC",
            "Tue May 14 09:30:00 CST 2024",
            "Tue May 14 01:30:00 +0000 2024", "周二, 14 五月 2024 09:30:00 +0800", "2024-05-14T09:30:00.5+08:00", "20240514T013000Z",
            "1715650200",
            "1715650200000", "2024/5/14 9:30", "2024.05.14 09:30", "2024年5月14日 09:30", "May 14, 2024 9:30 AM", "5/14/2024 9:30:00 AM",
            "14/05/2024 - 09:30",
        ])
    func dates(date: String) throws {
        let text = "<rss><channel><item><title>甲</title><description>甲的正文。</description><pubDate>\(date)</pubDate></item></channel></rss>"
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.published?.timeIntervalSince1970.rounded(.down) == 1_715_650_200)
    }

    @Test(
        "days alone, and what is none",
        arguments: [("May 14, 2024", "2024-05-14"), ("20240514", "2024-05-14"), ("20240532", nil), ("Ma", nil)])
    func days(date: String, day: String?) throws {
        let record = "{\"title\": \"甲\", \"text\": \"甲的正文。\", \"date\": \"\(date)\"}"
        #expect(try Press.sample().read(text: record).articles.map(\.localDate) == [day])
    }

    @Test("a number as a JSON record's time")
    func epoch() throws {
        let reading = try Press.sample().read(text: #"{"title": "甲", "text": "甲的正文。", "timestamp": 1715650200}"#)
        #expect(reading.articles.map(\.localDate) == ["2024-05-14"])
    }

    @Test("links of a feed that are relative to its own; titles escaped twice")
    func relative() throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://www.zaobao.com/"><title type="html">某&amp;amp;报</title>
            <entry><title type="html">&lt;em&gt;甲&lt;/em&gt;</title><link href="/a/1"/><summary>甲的正文。</summary></entry></feed>
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.url == "https://www.zaobao.com/a/1")
        #expect(article.title == "甲")
        let other = try Press.sample().read(text: text.replacing("https://www.zaobao.com/", with: "https://a.example/"))
        #expect(other.articles.map(\.outlet) == ["某&报"])
    }

    @Test("JSON Feed, over one line and over several", arguments: [true, false])
    func jsonFeed(pretty: Bool) throws {
        let feed: [String: Any] = [
            "version": "https://jsonfeed.org/version/1.1", "title": "某报",
            "items": [
                [
                    "id": "1", "url": "https://www.zaobao.com/a", "title": "甲", "content_html": "<p>甲的正文。</p>",
                    "date_published": "2024-01-02T23:30:00Z",
                ],
                ["id": "https://example.org/b", "title": "乙", "content_text": "乙的正文。\\n第二段。"], ["id": "3"],
            ],
        ]
        let data = try JSONSerialization.data(withJSONObject: feed, options: pretty ? [.prettyPrinted] : [])
        let reading = try Press.sample().read([UInt8](data), path: "feed")
        #expect(reading.articles.map(\.title) == ["甲", "乙"])
        #expect(reading.articles.map(\.outlet) == ["联合早报", "某报"])
        #expect(reading.articles[0].localDate == "2024-01-03")
        #expect(reading.problems.map(\.message) == ["item 3 has no text; give url, title, date and text"])
    }

    @Test("records one a line; a broken line is named and the rest is read")
    func lines() throws {
        let text = """
            {"url": "https://www.zaobao.com/a", "title": "甲", "date": "2024-01-03", "text": "第一段。\\n第二段。"}
            {"url": "https://www.zaobao.com/b", "title":
            {"title": "丙", "text": "丙的正文。"}
            """
        let reading = try Press.sample().read(text: text)
        #expect(reading.articles.map(\.title) == ["甲", "丙"])
        #expect(reading.articles[0].words(.body) == ["第一段。", "第二段。"])
        #expect(reading.articles[0].localDate == "2024-01-03")
        #expect(reading.problems.map(\.message) == ["line 2 is not whole JSON (it breaks off or has a stray mark); it was left out"])
    }

    @Test("Rapport's own record gives the article it was made from")
    func ownRecord() throws {
        let article = try #require(try Press.sample().read(text: PressTests.post).articles.first)
        let record: [String: Any] = [
            "schema": "rapport/1",
            "article": [
                "id": article.id, "url": article.url ?? "", "title": article.title, "outlet": article.outlet ?? "",
                "published": article.published?.formatted(.iso8601) ?? "", "text": article.text,
                "passages": article.passages.map {
                    ["kind": $0.kind.rawValue, "start": $0.start, "end": $0.end, "role": $0.role?.rawValue ?? ""] as [String: Any]
                },
                "clock": article.clock ?? "", "certainty": article.certainty?.rawValue ?? "", "links": try encoded(article.links),
                "pictures": try encoded(article.pictures), "tables": try encoded(article.tables),
            ],
        ]
        let again = try #require(
            try Press.sample().read([UInt8](JSONSerialization.data(withJSONObject: record)), path: "a.txt").articles.first)
        #expect(again.id == article.id)
        #expect(again.text == article.text)
        #expect(again.passages == article.passages)
        #expect(again.published == article.published)
        #expect(again.localDate == article.localDate)
        #expect(again.clock == article.clock && again.certainty == article.certainty)
        #expect(again.links == article.links && !again.links.isEmpty)
        #expect(again.pictures == article.pictures && !again.pictures.isEmpty)
    }

    private func encoded(_ value: some Encodable) throws -> Any { try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) }

    @Test("Atom with XHTML inside: its elements are kept, its text is in no passage twice")
    func atomWithXhtml() throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>台</title><entry><title type="xhtml"><div>甲 &lt;<b>乙</b></div></title>
            <link href="https://www.rfi.fr/cn/c"/><published>2024-01-02T23:30:00Z</published>
            <content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>第一段<x:a href="https://a.example/?b=1&amp;c">链</x:a> &lt;一&gt;。</x:p>
            <x:p>第二段。</x:p></x:div></content></entry></feed>
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.title == "甲 <乙")
        #expect(article.words(.body) == ["第一段链 <一>。", "第二段。"])
        #expect(article.links.map(\.target) == ["https://a.example/?b=1&c"])
    }

    @Test(
        "halves of surrogate pairs in JSON are replaced, whole pairs read",
        arguments: [
            (#"一\ud83d二。"#, "一\u{FFFD}二。"), (#"一\udc00。"#, "一\u{FFFD}。"), (#"\ud83d\ude00\ud83d。"#, "\u{1F600}\u{FFFD}。"),
            (#"\\ud83d。\ud83d"#, #"\ud83d。\#u{FFFD}"#),
        ])
    func surrogates(escaped: String, text: String) throws {
        let article = try #require(try Press.sample().read(text: #"{"title":"题","text":"\#(escaped)"}"#).articles.first)
        #expect(article.words(.body) == [text])
    }

    @Test(
        "titles without what the outlet adds",
        arguments: [
            ("甲乙 – 法国国际广播电台 - RFI", "甲乙"), ("[World] 甲乙", "甲乙"), ("甲乙(路透)", "甲乙"), ("甲乙 - 200722-9", "甲乙"),
            ("甲乙 2020-2021", "甲乙 2020-2021"),
            ("甲乙 - 2021", "甲乙 - 2021"), ("RFI", "RFI"), ("(路透)", "(路透)"),
        ])
    func titles(raw: String, clean: String) {
        #expect(cleanTitle(raw, suffixes: ["RFI", "法国国际广播电台", "(路透)", "#"]) == clean)
    }

    @Test(
        "charsets by mark, by declaration and by looking",
        arguments: [
            ("GB18030", ""), ("GB18030", "<meta charset=gbk>"), ("BIG5-HKSCS", ""), ("BIG5-HKSCS", "<meta charset=\"big5\">"),
            ("UTF-16LE", ""),
            ("UTF-16BE", ""), ("UTF-16", ""), ("UTF-8", ""), ("UTF-8", "<meta charset=gb2312>"),
        ])
    func charsets(name: String, declaration: String) throws {
        let words = "外長們在會議上談了貿易的事情，這是今年的第一次。他們說，兩國的關係不會因為這件事而改變，大家都要為和平出力。"
        let traditional = name.hasPrefix("BIG5")
        let body = traditional ? words : "外长们在会议上谈了贸易的事情，这是今年的第一次。他们说，两国的关系不会因为这件事而改变，大家都要为和平出力。"
        let page = "<!doctype html><html><head>\(declaration)<title>會談</title></head><body><p>\(body)</p></body></html>"
        let bytes = try #require(converted(Array(page.utf8), to: name))
        let article = try #require(try Press.sample().read(bytes, path: "x").articles.first)
        #expect(article.title == "會談")
        #expect(article.words(.body) == [body])
        #expect(article.flags.isEmpty)
    }

    @Test("wrong bytes in another charset are replaced and flagged")
    func wrongBytes() throws {
        let body = "外长们在会议上谈了贸易的事情，这是今年的第一次。他们说，两国的关系不会因为这件事而改变，大家都要为和平出力。"
        var bytes = try #require(converted(Array(("<p>" + String(repeating: body, count: 6) + "</p>").utf8), to: "GB18030"))
        bytes.insert(0xFF, at: 13)
        let article = try #require(try Press.sample().read(bytes, path: "x").articles.first)
        #expect(article.flags == ["bytes that are not GB18030 replaced"])
        #expect(article.text.contains("谈了贸易的事情"))
    }
}

/// UTF-8 in another charset, for tests.
func converted(_ bytes: [UInt8], to name: String) -> [UInt8]? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    switch name {
    case "UTF-8": return bytes
    case "UTF-16LE": return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "UTF-16": return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: break
    }
    let wide = iconv_open(name, "UTF-8")
    guard wide != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(wide) }
    var source = bytes
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    let count = source.withUnsafeMutableBytes { from in
        output.withUnsafeMutableBytes { to -> Int in
            var input = from.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = from.count
            var place = to.baseAddress?.assumingMemoryBound(to: CChar.self)
            var room = to.count
            iconv(wide, &input, &left, &place, &room)
            return to.count - room
        }
    }
    return Array(output[..<count])
}
