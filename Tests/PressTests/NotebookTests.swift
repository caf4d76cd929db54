import Testing

@testable import Press

@Suite struct NotebookTests {
    @Test("Markdown: title, headings, bold words, links, pictures, quotations, lists, and a footnote with date and authors")
    func markdown() throws {
        let text = """
            # 两国外长会谈[^1]

            ![外长们在码头](https://images.example/a.jpg)

            外长们[谈了**贸易**](https://www.rfi.fr/cn/b)，**没有**谈别的。见 <https://a.example/x>。

            [![](b.jpg)](https://a.example/y)

            ## 争议 ##
            > 这是引文。

            - 第一项
            - 第二项

            [^1]: 2023年11月17日11:10 CST 某人
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.title == "两国外长会谈")
        #expect(article.words(.heading) == ["争议"])
        #expect(article.words(.caption) == ["外长们在码头"])
        #expect(article.words(.body) == ["外长们谈了贸易，没有谈别的。见 https://a.example/x。", "这是引文。", "第一项", "第二项"])
        #expect(article.words(.byline) == ["2023年11月17日11:10 CST 某人"])
        #expect(article.links.map(\.target) == ["https://www.rfi.fr/cn/b", "https://a.example/x"])
        #expect(article.pictures.map(\.source) == ["https://images.example/a.jpg", "b.jpg"])
        #expect(article.localDate == "2023-11-17" && article.clock == "text")
    }

    @Test("reST: a link, a picture, and a footnote that says where it was published")
    func rest() throws {
        let text = """
            ====
            题目
            ====
            外长们 `谈了 <https://www.rfi.fr/cn/b>`_ 贸易 [1]_ 。

            .. image:: a.jpg

            .. [1] https://www.rfi.fr/cn/20231117-a
            """
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.words(.body) == ["外长们 谈了 贸易 。"])
        #expect(article.links.map(\.target) == ["https://www.rfi.fr/cn/b"])
        #expect(article.pictures.map(\.source) == ["https://www.rfi.fr/cn/a.jpg"])
        #expect(article.outlet == "法国国际广播电台" && article.localDate == "2023-11-17" && article.clock == "link")
    }

    @Test("lines that an editor's margin broke are one paragraph; short lines, and those that end a sentence, are not")
    func wrapped() throws {
        let long = "外长们在会议上谈了贸易的事情并且说今年以来两国的关系没有因为这件事"
        let text = "# 题目\n\n\(long)\n而改变。\n第二段。\n短行\n第三段。\n"
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.words(.body) == [long + "而改变。", "第二段。", "短行", "第三段。"])
    }

    @Test("a post whose text is Markdown, its title in the text alone")
    func post() throws {
        let text = "---\ndate: 2023-11-17T03:10:00Z\n---\n# 题目\n\n正文**一**。\n"
        let article = try #require(try Press.sample().read(text: text).articles.first)
        #expect(article.title == "题目")
        #expect(article.words(.body) == ["正文一。"])
    }

    @Test(
        "marks that do not close are text",
        arguments: ["一**二。", "一[二。", "一[二](三。", "一`二。", "一<二。", "一![二。", "3*4，5*6。", "[一]二。", "一 < 二 > 三。"])
    func open(line: String) throws {
        let article = try #require(try Press.sample().read(text: "# 题目\n\n" + line).articles.first)
        #expect(article.words(.body) == [line])
    }
}
