import Foundation
import Testing

@testable import Press

@Suite struct PressTests {
    static let post = """
        ---
        layout: post
        title: "两国外长在港城会面 – 法国国际广播电台 - RFI"
        date: 2021-06-30T01:00:00.000Z
        author: 法广
        from: https://www.rfi.fr/cn/20210630-example
        ---
        <!--1625014800000-->
        [两国外长在港城会面 – 法国国际广播电台 - RFI](https://www.rfi.fr/cn/20210630-example)
        ------

        <div><div>30/06/2021 - 02:38</div><img src="x.jpg" alt="外长们在码头上握手"><p><strong>双方谈了贸易。</strong></p>
        <p>　　第一段<span>接着</span><b>写</b>。</p><p><strong>谈了什么</strong></p><p>第二段。<br><br>第三段。</p>
        <p>记者：某人</p><br><hr><div>获取更多RSS：<br><a href="https://feed.example">https://feed.example</a></div></div>
        """

    @Test("the last paragraph that says who the author is")
    func biography() throws {
        let post = "<!--1625014800000-->\n[题](https://www.rfi.fr/cn/a)\n---\n<p>采访：某甲某</p><p>正文一。</p><p>某甲某说了话。</p>"
        let article = try #require(try Press.sample().read(text: post + "<p>某甲某是某大学教授。</p>").articles.first)
        #expect(article.passages.last?.role != .biography)
        let named = try #require(try Press.sample().read(text: post.replacing("采访：", with: "") + "<p>某甲某是某大学教授。</p>").articles.first)
        #expect(named.passages.map(\.role) == [nil, .author, .lead, nil, .biography])
    }

    @Test("a post: title, outlet, text's own time, passages in order")
    func postWithMatter() throws {
        let article = try #require(try Press.sample().read(text: Self.post).articles.first)
        #expect(article.title == "两国外长在港城会面")
        #expect(article.outlet == "法国国际广播电台")
        #expect(article.site == "rfi.fr")
        #expect(article.published == Date(timeIntervalSince1970: 1_625_013_480))
        #expect(article.localDate == "2021-06-30")
        #expect(article.clock == "text")
        #expect(article.words(.caption) == ["外长们在码头上握手"])
        #expect(article.words(.heading) == ["谈了什么"])
        #expect(article.words(.body) == ["双方谈了贸易。", "第一段接着写。", "第二段。", "第三段。"])
        #expect(article.words(.byline) == ["记者：某人"])
        #expect(article.words(.boilerplate) == ["30/06/2021 - 02:38", "获取更多RSS：", "https://feed.example"])
        #expect(article.id == stableID("https://www.rfi.fr/cn/20210630-example"))
    }

    @Test("passages slice back and are joined by a blank line, title first")
    func offsets() throws {
        let article = try #require(try Press.sample().read(text: Self.post).articles.first)
        #expect(article.passages.map(article.words).joined(separator: "\n\n") == article.text)
        #expect(article.passages.first?.kind == .title)
    }

    @Test("the front matter of a title with quotation marks is read line by line")
    func brokenMatter() throws {
        let text = Self.post.replacing("title: \"两国外长在港城会面", with: "title: \"两国\"外长\"在港城会面")
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.title == "两国外长在港城会面")
        #expect(article.flags == ["front matter is not YAML; read line by line"])
    }

    @Test(
        "front matter is read as YAML whether plain or not",
        arguments: [
            ("title: 甲乙", "甲乙"), ("title: \"甲: 乙\"", "甲: 乙"), ("title: '甲 # 乙'", "甲 # 乙"), ("title: 甲 # 注", "甲"),
            ("title: \"甲\\u4e59\"", "甲乙"),
            ("title: '甲''乙'", "甲'乙"), ("title: >\n  甲\n  乙", "甲 乙"), ("title: 甲\ntags: [ BBC ]\nempty:", "甲"),
            ("tags:\n  - a\ntitle: 甲", "甲"),
        ])
    func matter(yaml: String, title: String) throws {
        let article = try #require(try Press.sample().read(text: "---\n\(yaml)\n---\n<p>正文。</p>").articles.first)
        #expect(article.title == title)
        #expect(article.flags.isEmpty)
    }

    @Test(
        "clocks that lie ahead are set back by the day in the link",
        arguments: [
            ("2021-02-25T12:48:04.181Z", 1_614_310_680_000, "2021-02-25T11:38:00Z", "2021-02-25"),
            ("2021-02-25T12:48:04.181Z", 1_614_257_284_000, "2021-02-25T12:48:04Z", "2021-02-25"),
            ("2021-02-25T20:00:00.000Z", 1_614_283_200_000, "2021-02-25T12:00:00Z", "2021-02-25"),
        ])
    func lyingClocks(date: String, milliseconds: Int, published: String, day: String) throws {
        let text = """
            ---
            title: 题目
            date: \(date)
            ---
            <!--\(milliseconds)-->
            [题目](https://www.zaobao.com/realtime/china/story20210225-1126867)
            ------
            <p>正文。</p>
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        let instant = try #require(article.published)
        #expect(ISO8601DateFormatter().string(from: instant) == published)
        #expect(article.localDate == day)
    }

    @Test("a notebook: underlined title, footnote with date and authors, caption before its credit")
    func notebook() throws {
        let text = """
            20231117 峰会成果一览 [1]_
            ==========================

            第一段写了会面。
            两人在花园里走过。
            图片来源：某社

            .. [1] 2023年11月17日11:10 CST 更新 Some Body
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.title == "峰会成果一览")
        #expect(article.published == Date(timeIntervalSince1970: 1_700_190_600))
        #expect(article.words(.body) == ["第一段写了会面。"])
        #expect(article.words(.caption) == ["两人在花园里走过。"])
        #expect(article.words(.byline) == ["2023年11月17日11:10 CST 更新 Some Body"])
    }

    @Test("a whole page: the article is found, the rest is boilerplate")
    func page() throws {
        let text = """
            <!doctype html><html><head><title>题目 - 早报</title><link rel="canonical" href="https://www.zaobao.com/story20240101-1">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"题目","datePublished":"2024-01-01T09:00:00+08:00"}</script></head>
            <body><nav><a href="/">首页</a><a href="/w">国际</a></nav><article><h1>题目</h1><p>正文第一段说了一些关于两国会谈的事情。</p>
            <figure><img alt="图"><figcaption>代表们入场。</figcaption></figure><p>正文第二段。</p></article><footer>版权所有</footer></body></html>
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.title == "题目")
        #expect(article.localDate == "2024-01-01")
        #expect(article.clock == "feed")
        #expect(article.words(.body) == ["正文第一段说了一些关于两国会谈的事情。", "正文第二段。"])
        #expect(article.words(.caption) == ["代表们入场。"])
        #expect(article.words(.boilerplate) == ["首页", "国际", "版权所有"])
    }

    @Test("a feed: an article an item; a feed that breaks off keeps its whole items")
    func feed() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>某台</title>
            <item><title>甲</title><link>https://www.rfi.fr/cn/a</link><pubDate>Tue, 02 Jan 2024 23:30:00 GMT</pubDate>
            <content:encoded><![CDATA[<p>甲的正文。</p>]]></content:encoded></item>
            <item><title>乙</title><link>https://www.rfi.fr/cn/b</link><description>&lt;p&gt;乙的正文。&lt;/p&gt;</description></item></channel></rss>
            """
        let whole = try Press.sample().read(text: text)
        #expect(whole.articles.map(\.title) == ["甲", "乙"])
        #expect(whole.articles.map { $0.words(.body) } == [["甲的正文。"], ["乙的正文。"]])
        #expect(whole.articles[0].localDate == "2024-01-03")
        #expect(whole.problems.isEmpty)
        let half = try Press.sample().read(text: String(text.prefix(text.count - 80)))
        #expect(half.articles.map(\.title) == ["甲"])
        #expect(half.problems.count == 1)
    }

    @Test("datelines and credits are cut off the body")
    func cuts() throws {
        let text = """
            <!--1625014800000-->
            [題目](https://www.cna.com.tw/news/202106300001.aspx)
            ------
            <p>（中央社台北30日電）兩國今天會談。（編輯：某某）1100630</p>
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.words(.byline) == ["（中央社台北30日電）"])
        #expect(article.words(.body) == ["兩國今天會談。"])
        #expect(article.words(.boilerplate) == ["（編輯：某某）1100630"])
    }
}

@Suite struct RuleTests {
    private func read(_ html: String) throws -> Article {
        let post = "<!--1625014800000-->\n[题目](https://www.cna.com.tw/news/202106300001.aspx)\n------\n" + html
        return try #require(try Press.sample().read(text: post).articles.first)
    }

    @Test("a line rule leaves a sentence alone; an opening rule holds only before the first sentence")
    func lines() throws {
        let article = try read("<p>某人</p><p>某台外事记者</p><p>第一句。</p><p>记者：您怎么看这件事？</p><p>短行</p><p>采访：某某</p>")
        #expect(article.words(.byline) == ["某人", "某台外事记者", "采访：某某"])
        #expect(article.words(.body) == ["第一句。", "记者：您怎么看这件事？", "短行"])
    }

    @Test("a head does not reach over a comma, nor a tail over a quotation mark")
    func bounds() throws {
        let article = try read("<p>（中央社記者說，他收到來電）後來沒有消息。</p><p>他說：「好（編輯：某）」1100630</p>")
        #expect(article.words(.byline).isEmpty)
        #expect(article.words(.boilerplate) == ["1100630"])
        #expect(article.words(.body) == ["（中央社記者說，他收到來電）後來沒有消息。", "他說：「好（編輯：某）」"])
    }

    @Test(
        "patterns",
        arguments: [
            ("a*c", "abbc", true), ("a*c", "abcd", false), ("#号", "12号", true), ("#7", "1100630", true), ("#7", "110063", false),
            ("甲 乙", "甲　 乙", true), ("甲 乙", "甲乙", true), ("\\*\\**\\*\\*", "**标题**", true), ("\\*\\**\\*\\*", "标题", false),
            ("\\#1", "#1", true),
        ])
    func patterns(pattern: String, text: String, matches: Bool) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Pattern(pattern).matches($0) } == matches)
    }

    @Test("ornaments are boilerplate; the day's number at the end is cut whole")
    func ornaments() throws {
        let article = try read("<p>会谈开始。1100630</p><p>会谈有21100630人看。共21100630</p><p>******</p><p>……</p>")
        #expect(article.words(.body) == ["会谈开始。", "会谈有21100630人看。共21100630"])
        #expect(article.words(.boilerplate) == ["1100630", "******", "……"])
    }

    @Test("a text that its source cuts short is flagged")
    func short() throws {
        let article = try read("<p>会谈开始，双方...</p><p>...more</p>")
        #expect(article.flags == ["the source gives only the start of the text"])
    }

    @Test("a row of a table of figures is one passage; a page laid out in a table is not")
    func tables() throws {
        let prose = "<p>" + String(repeating: "这一段写得很长。", count: 20) + "</p>"
        let article = try read(
            "<p>一。</p><table><tr><td><div>甲国</div><td><div>1.5</div><td>20</tr><tr><td>\(prose)\(prose)</td></tr></table>")
        #expect(article.words(.body).count == 4)
        #expect(article.words(.body)[1] == "甲国 1.5 20")
    }

    @Test("a second copy of the headline is boilerplate")
    func secondTitle() throws {
        let article = try read("<p>题目</p><h1>题目</h1><p>正文。</p>")
        #expect(article.words(.boilerplate) == ["题目"])
        #expect(article.words(.body) == ["正文。"])
    }

    @Test("a headline that is the whole text is no body")
    func titleOnly() throws {
        let article = try read("<p>题目</p>")
        #expect(article.passages.map(\.kind) == [.title])
        #expect(article.flags == ["nothing but a title"])
    }

    @Test("quotation marks inside an attribute do not end the tag")
    func attributes() throws {
        let article = try read(
            "<p><img alt=a'b class=\"x\"><b title='\"'>一。</b></p>" + String(repeating: "<p title=it's>二。</p>", count: 600))
        #expect(!article.flags.contains { $0.contains("nested") })
    }
}

@Suite struct KnowledgeTests {
    @Test("the outlets' tables keep their own rules", .enabled(if: FileManager.default.fileExists(atPath: knowledge.path)))
    func tables() throws {
        let outlets = try Outlets.load(from: knowledge)
        #expect(outlets.outlet(site: "www.voachinese.com")?.name == "美国之音")
        #expect(outlets.outlet(site: "cn.reuters.com")?.zone == "Asia/Shanghai")
        #expect(outlets.outlet(site: "example.org") == nil)
        #expect(outlets.all.count > 40)
    }
}
