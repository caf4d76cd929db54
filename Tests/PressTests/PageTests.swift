import Foundation
import Testing

@testable import Press

/// Whole saved pages, through the front door and with the knowledge that Rapport ships.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: knowledge.path)))
struct PageTests {
    private let press: Press

    init() throws { press = Press(outlets: try Outlets.load(from: knowledge)) }

    @Test("the article is found, and nothing else", arguments: pages.map(\.name))
    func article(name: String) throws {
        let page = try #require(pages.first { $0.name == name })
        let reading = press.read(text: page.html)
        let article = try #require(reading.articles.first)
        #expect(article.words(.body) == page.body)
        #expect(article.title == headline)
        #expect(reading.problems.isEmpty)
    }

    @Test("every character drawn stands in one passage, in the page's order", arguments: pages.map(\.name))
    func coverage(name: String) throws {
        let html = Array(try #require(pages.first { $0.name == name }).html.utf8)
        let article = try #require(press.read(html, path: "x").articles.first)
        let visible = drawn(try #require(parsed(html, visibleText)))
        let kept = article.passages.dropFirst().flatMap { drawn(article.words($0)) }
        let title = drawn(article.title)
        // The headline may be dropped once: the title passage says the same. JSON-LD is not drawn.
        let body = name.contains("drawn by scripts") ? drawn((sentences + sentences).joined()) : []
        let whole = body + visible
        let without = whole.indices.contains { at in
            whole[at...].starts(with: title) && Array(whole[..<at] + whole[(at + title.count)...]) == kept
        }
        #expect(kept == whole || without)
    }

    @Test(
        "a page in GBK or Big5 that declares another charset",
        arguments: [
            ("GB18030", "big5"), ("GB18030", "utf-8"), ("GB18030", "iso-8859-1"), ("BIG5-HKSCS", "gb2312"), ("BIG5-HKSCS", "utf-8"),
            ("UTF-8", "gbk"), ("UTF-8", "big5"),
        ])
    func wrongCharset(charset: String, declared: String) throws {
        let hans = ["外长们在会议上谈了贸易的事情，这是今年的第一次。", "他们说，两国的关系不会因为这件事而改变，大家都要为和平出力。", "下一次会谈将在明年春天举行。"]
        let hant = ["外長們在會議上談了貿易的事情，這是今年的第一次。", "他們說，兩國的關係不會因為這件事而改變，大家都要為和平出力。", "下一次會談將在明年春天舉行。"]
        let body = charset == "BIG5-HKSCS" ? hant : hans
        let html =
            "<!doctype html><html><head><meta charset=\"\(declared)\"></head><body>\(body.map { "<p>\($0)</p>" }.joined())</body></html>"
        let bytes = try #require(converted(Array(html.utf8), to: charset))
        #expect(press.read(bytes, path: "x").articles.first?.words(.body) == body)
    }

    @Test(
        "the headline as the page shows it, without what the document's title adds",
        arguments: [
            ("<title>\(headline)_国际频道_某网</title>", headline), ("<title>某网</title>", headline),
            ("<title>x</title><meta property='og:title' content='某专栏：\(headline)'>", "某专栏：\(headline)"),
            ("<meta property='og:title' content='\(headline.prefix(5))'><title>\(headline) - 某网</title>", headline),
        ])
    func title(head: String, title: String) throws {
        let article = try #require(press.read(text: page(paragraphs, head: head)).articles.first)
        #expect(article.title == title)
    }

    @Test(
        "the time by the headline, not another",
        arguments: [
            "<p>2024年03月05日 21:40　来源：某社</p>", "<div><span>2024-03-05 21:40</span> <a href=/a>某报</a></div>",
            "<p>发布时间：2024/03/05 21:40:11 字号：大 中 小</p>", "<p><time datetime=\"2024-03-05T21:40:00+08:00\">昨天</time></p>",
        ])
    func stamp(line: String) throws {
        let html = page("\(line)<div>\(paragraphs)</div><p>2011-01-01 10:00 广告</p>", above: "<p>2024-06-01 08:00 今天</p>")
        let article = try #require(press.read(text: html).articles.first)
        #expect(article.localDate == "2024-03-05")
        #expect(article.clock == "text")
        #expect(article.words(.body) == sentences)
    }

    @Test("captions below their pictures")
    func captions() throws {
        let html = page(
            """
            <div><p>\(sentences[0])</p><p align="center"><img src="a.jpg"></p><p align="center">代表们在门口握手。</p><p>\(sentences[1])</p>
            <p style="text-align: center"><img src="b.jpg"><br>会场外景</p><div class="img-caption">第三张图片的说明。</div><p>\(sentences[2])</p></div>
            """)
        let article = try #require(press.read(text: html).articles.first)
        #expect(article.words(.caption) == ["代表们在门口握手。", "会场外景", "第三张图片的说明。"])
        #expect(article.words(.body) == Array(sentences[..<3]))
    }

    @Test(
        "a sentence in an element called after its picture, or defined behind one, is a caption",
        arguments: [
            "<div class='img_wrapper'><img src=a.jpg><span>渔港一角。</span></div>",
            "<dl class='media_pic'><dt><img src=a.jpg></dt><dd>渔港一角。</dd></dl>",
        ])
    func sentencesBelowPictures(html: String) throws {
        let article = try #require(press.read(text: page("<div>\(html)\(paragraphs)</div>")).articles.first)
        #expect(article.words(.caption) == ["渔港一角。"])
        #expect(article.words(.body) == sentences)
    }

    @Test("a headline in the midst of a cell's lines")
    func headlineAmongLines() throws {
        let lines = sentences.joined(separator: "<br>")
        let html =
            "<html><title>\(headline)_某网</title><table><tr><td><font><b>\(headline)</b></font><br>2024-03-05 21:40<br>\(lines)</table>"
        let article = try #require(press.read(text: html).articles.first)
        #expect(article.title == headline)
        #expect(article.words(.body) == sentences)
    }

    @Test(
        "a page without a link is the outlet's that its title or its site name gives",
        arguments: [
            ("<title>\(headline)_国际_联合早报</title>", "联合早报"), ("<title>\(headline) – 法國國際廣播電台 - RFI</title>", "法国国际广播电台"),
            ("<title>\(headline)</title><meta property='og:site_name' content='中央社'>", "中央社"), ("<title>中央社 \(headline)</title>", nil),
            ("<title>\(headline)_中央社</title><link rel=canonical href='https://a.example/b'>", nil),
        ])
    func outletByName(head: String, outlet: String?) throws {
        let article = try #require(press.read(text: page(paragraphs, head: head)).articles.first)
        #expect(article.outlet == outlet)
    }

    @Test("a page without an article is a problem")
    func nothing() {
        let reading = press.read(text: "<!doctype html><html><body><nav><a href=/>首页</a></nav><script>x()</script></body></html>")
        #expect(reading.articles.isEmpty)
        #expect(reading.problems.map(\.message) == ["no article text found in a page; check that the file was saved whole"])
    }

    @Test(
        "scripts, styles and comments are left out as browsers read them",
        arguments: [
            ("一<script>var a = \"<p>二</p>\";</script>三", "一<script></script>三"), ("一<!-- <p>二 -->三", "一三"),
            ("一<style>p{content:'<b>'}</STYLE >三", "一<style></STYLE >三"), ("一<!-->二", "一二"), ("一<script>二", "一<script>二"),
            ("一<SCRIPT src=a>x</Script>三<scripture>四</scripture>", "一<SCRIPT src=a></Script>三<scripture>四</scripture>"),
            ("<script type=\"application/ld+json\">{}</script>", "<script type=\"application/ld+json\">{}</script>"), ("<", "<"),
        ])
    func scripts(html: String, kept: String) {
        #expect(string(Array(html.utf8).withUnsafeBufferPointer(withoutScripts)) == kept)
    }
}

private let headline = "两国外长在港口城市会面"

private let sentences = [
    "两国外长周二在港口城市会面，谈了三个小时，双方都说气氛坦率。", "这是两国自去年中断对话以来的第一次高层会面，双方同意恢复海上热线。",
    "一位官员对记者说，分歧仍然很大，但是谈总比不谈好。", "下一轮会谈将在秋天举行，地点还没有决定。",
]

private let paragraphs = sentences.map { "<p>\($0)</p>" }.joined(separator: "\n")

private let teasers = (1...4).map {
    "<div class=\"css-\($0)\"><h3><a href=\"/\($0)\">第\($0)条别的新闻的标题在这里</a></h3><p>这一条讲的是别的事情，与正文没有关系，只是一句摘要。</p></div>"
}.joined()

private func remarks(_ count: Int, _ item: (Int) -> String) -> String { (1...count).map(item).joined() }

private let remark = "我觉得这件事没有那么简单，后面一定还有变化，大家可以等着看，十年前也有过一次差不多的会，后来怎么样大家都知道。"

private func page(_ body: String, head: String = "<title>\(headline)</title>", above: String = "") -> String {
    """
    <!doctype html><html><head>\(head)</head><body>\(above)<div><a href="/">首页</a><a href="/w">国际</a><a href="/v">视频</a></div>
    <h1>\(headline)</h1>\(body)<div><p>某某公司 版权所有</p><a href="/about">关于我们</a></div></body></html>
    """
}

private let pages: [(name: String, html: String, body: [String])] = [
    ("paragraphs beside teasers", page("<div>\(paragraphs)</div><div>\(teasers)</div>"), sentences),
    (
        "the whole page in tables, paragraphs by line breaks",
        page(
            "<table><tr><td width=600><table><tr><td>　　\(sentences.joined(separator: "<br><br>　　"))</td></tr></table></td>"
                + "<td width=200><table><tr><td><a href=/1>别的标题</a></td></tr><tr><td><a href=/2>又一个标题</a></td></tr></table></td></tr></table>"
        ),
        sentences
    ),
    (
        "several articles, one of them the article",
        page("<article><section>\(paragraphs)</section></article><div>\(teasers.replacing("div", with: "article"))</div>"), sentences
    ),
    (
        "comments longer than the article, called so",
        page(
            "<div>\(paragraphs)</div><div id=\"comment-list\">" + remarks(30) { "<p>\($0)楼</p><p>\(remark)</p>" } + "</div>"), sentences
    ),
    (
        "comments longer than the article, called by a hash",
        page(
            "<div>\(paragraphs)</div><div>"
                + remarks(30) { "<div class=x\($0)><b>读者\($0)</b><div>昨天</div><p>\(remark)</p><a href=#>回复</a></div>" }
                + "</div>"), sentences
    ),
    (
        "a wrapper around every paragraph",
        page("<div>" + sentences.map { "<div><div><p>\($0)</p></div></div>" }.joined() + "</div><div>\(teasers)</div>"),
        sentences
    ),
    (
        "sections under headings",
        page(
            "<div><section><p>\(sentences[0])</p><p>\(sentences[1])</p></section><section><h2>分歧</h2><p>\(sentences[2])</p><p>\(sentences[3])</p>"
                + "</section></div>"), sentences
    ),
    (
        "two halves around an advertisement",
        page(
            "<div><div><p>\(sentences[0])</p><p>\(sentences[1])</p></div><div class=ad><a href=/x>买一送一</a></div><div><p>\(sentences[2])</p>"
                + "<p>\(sentences[3])</p></div></div>"), sentences
    ),
    (
        "a lead above the article's own element",
        page(
            "<div><div class=summary>\(sentences[0])</div><div><a href=#>分享</a></div><div>\(sentences[1...].map { "<p>\($0)</p>" }.joined())</div></div>"
        ),
        sentences
    ),
    (
        "a frame called by what stands in it, in a form",
        page(
            "<form><div class=\"layout has-sidebar comments-open\"><div>\(paragraphs)</div><div class=sidebar><p>\(remark)</p></div></div></form>"
        ),
        sentences
    ),
    (
        "microdata beside a longer text",
        page("<div itemprop=articleBody>\(paragraphs)</div><div>\(remarks(4) { _ in "<p>\(remark)</p>" })</div>"), sentences
    ),
    (
        "JSON-LD with the start of the body, beside a longer text",
        page(
            "<div>\(remarks(6) { _ in "<p>\(remark)</p>" })</div><div>\(paragraphs)</div>",
            head: "<title>\(headline)</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"\(headline)\","
                + "\"articleBody\":\"\(sentences[0].prefix(20))…\"}</script>"), sentences
    ),
    (
        "drawn by scripts: the body stands in JSON-LD alone",
        page(
            "<div>正在加载，请稍候。</div>",
            head: "<title>\(headline)</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"\(headline)\","
                + "\"articleBody\":\"\(sentences.joined(separator: "\\n"))\\n\(sentences.joined(separator: "\\n"))\"}</script>"),
        sentences + sentences
    ),
    (
        "scripts that hold markup",
        page("<script>var t = '<article><p>\(remark)\(remark)</p></article>';</script><div>\(paragraphs)</div><!-- <p>\(remark)</p> -->"),
        sentences
    ),
    (
        "source, tools and editor in the article's element",
        page("<div><p>来源：某社</p><p>字号 大 中 小</p>\(paragraphs)<p>责任编辑：某某</p><p>分享到：</p><p>上一篇：<a href=/1>别的标题</a></p></div>"), sentences
    ),
    (
        "a page that was scrolled on to the next, longer article",
        page(
            "<article><div>\(paragraphs)</div></article><article><h1>另一篇文章的标题</h1><div>\(remarks(6) { _ in "<p>\(remark)</p>" })</div></article>"
        ),
        sentences
    ),
    (
        "one sentence",
        page("<div><p>\(sentences[0])</p></div><div>\(teasers)</div><div class=foot><p>未经书面授权，不得转载本网站的任何内容，违者必究。</p></div>"),
        [sentences[0]]
    ),
    (
        "a list of headlines",
        page("<div>" + ["甲国总理访问乙国", "丙国议会通过预算", "丁国宣布新的措施"].map { "<p>\($0)</p>" }.joined() + "</div>"),
        ["甲国总理访问乙国", "丙国议会通过预算", "丁国宣布新的措施"]
    ),
]
