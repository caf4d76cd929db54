import Foundation
import Tables
import Testing

@testable import Press

/// What stands beside an article's text: links, pictures, tables, roles, parted paragraphs, certainty, repeats.
@Suite struct ApparatusTests {
    private func article(_ html: String, url: String = "https://www.rfi.fr/cn/20210630-a") throws -> Article {
        try #require(try Press.sample().read(text: "<!--1625014800000-->\n[题目一二三](\(url))\n---\n" + html).articles.first)
    }

    @Test("links with their targets, absolute, in code points of the text")
    func links() throws {
        let article = try article(
            "<p>他说<a href='/cn/b'>见<b>这里</b></a>，𠮷<a href='//x.example/c'>那里</a>。<a href='#top'>上</a><a href=' d?e '>下</a></p>"
                + "<p><a href=https://y.example>全文</a></p>")
        let found = article.links.map { "\(words(article, $0.start..<$0.end)) \($0.target)" }
        #expect(
            found == [
                "见这里 https://www.rfi.fr/cn/b", "那里 https://x.example/c", "下 https://www.rfi.fr/cn/d?e", "全文 https://y.example",
            ])
    }

    @Test("a cut through a paragraph keeps its links in place")
    func cutLinks() throws {
        let article = try article(
            "<p>（中央社台北1日電） 他<a href=https://a.example>說</a>了。<a href=https://b.example>（完）</a></p>", url: "https://cna.com.tw/a")
        #expect(article.links.map { words(article, $0.start..<$0.end) } == ["說", "（完）"])
        #expect(article.passages.map(\.role) == [nil, .dateline, .lead, .end])
    }

    @Test("a line goes on behind a box that pops up over it; the box comes after it")
    func insets() throws {
        let box = "<div class='popup'><p>某人小档案</p><ul><li>生于某年</li></ul><img src=b.jpg alt='某人的照片'></div>"
        let article = try article(
            "<div><span>常被提起的</span><b>某人</b>\(box)<span>（A. B.），<a href=/c>今天</a>到访。</span><img src=a.jpg></div><p>\(box)</p><p>二。</p>")
        #expect(article.words(.body) == ["常被提起的某人（A. B.），今天到访。", "二。"])
        #expect(article.words(.boilerplate) == ["某人小档案", "生于某年", "某人小档案", "生于某年"])
        #expect(article.links.map { words(article, $0.start..<$0.end) } == ["今天"])
        #expect(article.pictures.map(\.source) == ["https://www.rfi.fr/cn/a.jpg"])
    }

    @Test("captions and credits are tied to their pictures")
    func pictures() throws {
        let article = try article(
            """
            <p>一。</p><img src="a.jpg"><div><small>甲图说</small></div><p>图片来源：某社</p><p>二。</p>
            <figure><figcaption>乙图说</figcaption><img data-src="/b.jpg" src="data:image/gif;base64,R0"></figure><p>三。</p><img src=c.jpg alt="外长在码头上">
            """)
        let captions = article.pictures.map { $0.passages.map { article.words(article.passages[$0]) } }
        #expect(
            article.pictures.map(\.source) == ["https://www.rfi.fr/cn/a.jpg", "https://www.rfi.fr/b.jpg", "https://www.rfi.fr/cn/c.jpg"])
        #expect(captions == [["甲图说", "图片来源：某社"], ["乙图说"], ["外长在码头上"]])
        #expect(article.pictures.map(\.gallery) == [nil, nil, nil])
    }

    @Test("pictures in a row with nothing but captions between them are a gallery")
    func galleries() throws {
        let row = (1...4).map { "<div><img src=https://s.example/\($0).jpg><b>题\($0)</b>：说明\($0)。</div>" }.joined()
        let article = try article("<img src=https://s.example/0.jpg><p>一。</p>\(row)<p>二。</p><img src=https://s.example/9.jpg>")
        #expect(article.pictures.map(\.gallery) == [nil, 1, 1, 1, 1, nil])
        #expect(article.pictures[2].passages.map { article.words(article.passages[$0]) } == ["题2：说明2。"])
    }

    @Test(
        "addresses through a proxy lead to the original",
        arguments: [
            ("https://images.weserv.nl/?url=static.dw.com/image/1.jpg&w=300", "https://static.dw.com/image/1.jpg"),
            ("https://images.weserv.nl?url=ssl:a.example/b%20c.jpg", "https://a.example/b c.jpg"),
            ("https://i0.wp.com/a.example/b.jpg", "https://a.example/b.jpg"),
            ("https://a-example.cdn.ampproject.org/i/s/a.example/b.jpg", "https://a.example/b.jpg"),
            ("https://images.weserv.nl/?url=https%3A%2F%2Fi0.wp.com%2Fa.example%2Fb.jpg", "https://a.example/b.jpg"),
            ("https://images.weserv.nl/?url=", "https://images.weserv.nl/?url="), ("https://a.example/b.jpg", "https://a.example/b.jpg"),
        ])
    func proxies(address: String, original: String) throws {
        let table = try Table(String(contentsOf: knowledge.appendingPathComponent("proxies.txt"), encoding: .utf8), file: "proxies.txt")
        let found = try Proxies(table).original(address)
        #expect(found.source == original)
        #expect(found.proxy == (address == original ? nil : address))
    }

    @Test("a table of figures keeps its rows and cells, empty ones too")
    func tables() throws {
        let article = try article("<p>表。</p><table><tr><th>年<th>额<tr><td>2020<td><td><p>三亿</table><table><tr><td>不是表</table>")
        let rows = try #require(article.tables.first).rows
        #expect(article.tables.count == 1)
        #expect(rows.map { $0.cells.map { words(article, $0) } } == [["年", "额"], ["2020", "", "三亿"]])
        #expect(rows.map { article.passages[$0.passage].role } == [.row, .row])
    }

    @Test("paragraphs whose breaks were lost are parted, with a flag", arguments: fused.map(\.name))
    func fusedParagraphs(name: String) throws {
        let sample = try #require(fused.first { $0.name == name })
        let article = try #require(try Press.sample().read(text: "题目一二三\n" + sample.parts.joined(separator: sample.between)).articles.first)
        let expected = sample.isParted ? sample.parts : [sample.parts.joined(separator: sample.between)]
        #expect(article.words(.body) == expected)
        #expect(article.flags.contains { $0.hasPrefix("paragraphs ran into each other") } == sample.isParted)
    }

    @Test(
        "which clock was used, and how sure it is",
        arguments: [
            ("<div>30/06/2021 - 02:38</div>", "https://www.rfi.fr/cn/a", "text", Certainty.certain),
            ("", "https://www.rfi.fr/cn/20210630-a", "comment", .certain), ("", "https://www.rfi.fr/cn/20210629-a", "comment", .likely),
            ("", "https://www.rfi.fr/cn/20210501-a", "link", .likely), ("", "https://www.rfi.fr/cn/a", "comment", .doubtful),
        ])
    func certainty(html: String, url: String, clock: String, certainty: Certainty) throws {
        let article = try article(html + "<p>正文。</p>", url: url)
        #expect(article.clock == clock)
        #expect(article.certainty == certainty)
    }

    @Test("a clock known to have run ahead is set back, unless the link's day forbids it")
    func drift() throws {
        let drifts = try Table("site | from | until | hours\nzaobao.com | 2021-01-20T18:00Z | 2021-06-15T05:00Z | 16", file: "drifts.txt")
        let table = try Table(
            "site | name | hant | english | country | kind | zone | suffixes\nzaobao.com | 早报 | - | Zaobao | SGP | paper | Asia/Singapore | -",
            file: "outlets.txt")
        let press = Press(outlets: try Outlets(table, drifts: drifts))
        func read(_ milliseconds: Int, _ link: String) throws -> Article {
            let text = "<!--\(milliseconds)-->\n[题](https://www.zaobao.com/\(link))\n---\n<p>正文。</p>"
            return try #require(press.read(text: text).articles.first)
        }
        // 2021-02-25 18:57 UTC; 16 hours before it is 10:57 in Singapore.
        let set = try read(1_614_279_420_000, "story20210225-1")
        #expect(set.published == Date(timeIntervalSince1970: 1_614_279_420 - 16 * 3600))
        #expect(set.localDate == "2021-02-25")
        #expect(set.certainty == .likely)
        #expect(set.flags == ["the comment's clock ran 16 hours ahead, as known of that time"])
        #expect(try read(1_614_279_420_000, "story20210226-1").flags.isEmpty)
        #expect(throws: TableProblem.self) { try Outlets(table, drifts: Table("site | from | until | hours\na | 2021 | - | 8", file: "d")) }
    }

    @Test("the same link, the same title on a day, the same words under another title")
    func repeats() throws {
        var repeats = Repeats()
        let body = (0..<30).map { "第\($0)句话说了第\($0 * 7)件事情" }.joined(separator: "，") + "。"
        func add(_ url: String, _ title: String, _ text: String) throws -> [String] {
            let post = "<!--1625014800000-->\n[\(title)](\(url))\n---\n<p>\(text)</p>"
            let article = try #require(try Press.sample().read(text: post, path: title).articles.first)
            return repeats.add(article).map { "\($0)" }
        }
        #expect(try add("https://www.rfi.fr/cn/20210630-a", "两国外长会谈", body) == [])
        #expect(try add("http://rfi.fr//cn/20210630-a/?utm_source=x#y", "别的题目", "别的。") == ["the same link as 两国外长会谈"])
        #expect(
            try add("https://www.zaobao.com/b20210630-1", "两国外长会谈", "短文。") == [
                "the same title on the same day as 两国外长会谈 (法国国际广播电台)"
            ])
        let reprint = try add("https://www.zaobao.com/c20210630-2", "外长谈了", body)
        #expect(reprint == ["100 % the same words as 两国外长会谈 (法国国际广播电台)"])
    }

    private func words(_ article: Article, _ range: Range<Int>) -> String {
        article.words(Passage(kind: .body, start: range.lowerBound, end: range.upperBound))
    }
}

private let long = String(repeating: "两国官员谈了很久的贸易和关税问题，", count: 6)

private let fused: [(name: String, parts: [String], between: String, isParted: Bool)] = [
    ("spaces behind sentences", ["甲\(long)。", "“乙\(long)。”", "丙。丁\(long)。", "戊。"], " ", true),
    ("one space is a slip", ["甲\(long)。乙\(long)。", "丙\(long)。"], " ", false),
    ("quotations that touch", ["“甲\(long)。”", "“乙\(long)。”", "“丙\(long)。”"], "", true),
    ("brackets and bullets", ["甲\(long)。", "【乙】\(long)。", "●丙\(long)。", "•丁\(long)。"], "", true),
    ("no opening, no cut", ["甲\(long)。", "乙\(long)。", "丙\(long)。"], "", false),
    ("spaces inside a quotation", ["甲\(long)：“乙。 丙。 丁。 戊\(long)。”"], "", false),
]
