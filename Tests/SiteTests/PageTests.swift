import Foundation
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import Site

@Suite("Pages")
struct PageTests {
    @Test(
        "shows",
        arguments: [
            ("home", "/", ["Rapport", "/relations/CHN-JPN", "/relations/CHN-USA", "2023年4月10日", "晚报"]),
            ("home in English", "/?lang=en", ["How states get along", "10 April 2023", "China", "lang=\"en\""]),
            ("all relations", "/relations", ["全部关系", "/relations/CHN-JPN"]),
            ("one party's relations", "/relations?of=USA&lang=en", ["Relations of United States", "/relations/CHN-USA"]),
            (
                "a relation", "/relations/CHN-JPN",
                ["中国", "日本", "<svg", "会谈</mark>", "谴责</mark>", "id=\"m-2023-03\"", "/articles/a000000000000003"]
            ),
            ("a relation by type", "/relations/CHN-JPN?type=ACCUSE", ["谴责</mark>", "selected"]),
            ("a relation by month", "/relations/CHN-JPN?month=2023-03", ["value=\"2023-03\"", "会谈</mark>", "什么推动了变化：2023年3月"]),
            ("a relation by months", "/relations/CHN-JPN?from=2023-01&to=2023-03", ["2023年1月至3月", "会谈</mark>"]),
            ("a relation by outlet", "/relations/CHN-JPN?outlet=%E6%99%A8%E6%8A%A5", ["会谈</mark>", "selected"]),
            ("a relation by person", "/relations/CHN-JPN?person=CHN/%E7%8E%8B%E6%AF%85", ["会谈</mark>", "selected"]),
            ("a relation between governments", "/relations/CHN-JPN?official=1", ["会谈</mark>", "checked"]),
            ("a relation by mean score", "/relations/CHN-JPN?scale=score", ["当月平均分值", "<svg"]),
            (
                "an article", "/articles/a000000000000001",
                ["中日外长在北京会谈", ">会谈</mark>", "本报版权所有", "<details", "https://news.example/a000000000000001"]
            ),
            ("an article in traditional script", "/articles/a000000000000002", ["lang=\"zh-Hant\"", "中日外長會談", "原文（繁體）"]),
            ("the same in simplified", "/articles/a000000000000002?script=hans", ["<h1 lang=\"zh-Hans\">中日外长", "OpenCC", ">会谈</mark>"]),
            ("a state", "/parties/JPN?lang=en", ["Japan", "/relations/CHN-JPN", "/people/JPN/", "State or territory"]),
            ("a person", "/people/CHN/%E7%8E%8B%E6%AF%85", ["王毅", "/parties/CHN", "会谈</mark>", "林芳正"]),
            ("an outlet", "/outlets/%E6%99%9A%E6%8A%A5", ["晚报", "/relations/CHN-JPN", "只陈述侧重", "<svg"]),
            ("a day", "/days/2023-03-02", ["2023年3月2日", "会谈</mark>", "/days/2023-03-05", "/articles/a000000000000001"]),
            ("states", "/parties", ["/parties/CHN", "/parties/USA"]), ("people", "/people", ["/people/CHN/%E7%8E%8B%E6%AF%85"]),
            ("people by name", "/people?q=%E6%9E%97", ["林芳正"]), ("outlets", "/outlets", ["/outlets/%E6%99%9A%E6%8A%A5"]),
            ("search", "/search?q=%E4%BC%9A%E8%B0%88", ["/articles/a000000000000001", "会谈"]),
            ("search for two states", "/search?q=%E4%B8%AD%E5%9B%BD+%E6%97%A5%E6%9C%AC", ["/relations/CHN-JPN"]),
            ("search in the other script", "/search?q=%E6%9C%83%E8%AB%87", ["<mark class=\"cooperation\"", "/articles/a000000000000001"]),
            ("a search narrowed down", "/search?q=%E4%BC%9A%E8%B0%88&type=CONSULT&party=JPN", ["aria-current=\"true\"", "会谈</mark>"]),
            ("a person by name", "/search?q=%E7%8E%8B%E6%AF%85", ["/people/CHN/%E7%8E%8B%E6%AF%85"]),
            ("search for nothing", "/search", ["role=\"search\""]),
            ("search without result", "/search?q=zzzz", ["没有找到"]),
            ("a question with a word too few", "/search?q=NOT+zzzz", ["没有找到", "NOT 两边都要有词"]),
            ("a question in English that is not closed", "/search?lang=en&q=%28%E4%BC%9A%E8%B0%88", ["A parenthesis is not closed", "会谈"]),
            ("about", "/about?lang=en", ["ASSAULT", "PLOVER", "Limits", "Data dictionary", "0.945", "air strike"]),
        ])
    func shows(_ name: String, _ address: String, _ expected: [String]) async throws {
        let page = try await get(address)
        #expect(page.status == .ok, "\(name)")
        for text in expected { #expect(page.body.contains(text), "\(name) lacks \(text)") }
    }

    @Test("a stray article of years ago does not stretch the chart, and the whole record is a link away")
    func span() async throws {
        var old = Sample.accusation
        old.date = "2014-03-05"
        let busy = (0..<90).map { Sample.article("b\($0)", "会谈\($0)", outlet: "晨报", day: "2023-03-02", [Sample.visit]) }
        try await Sample.with(busy + [Sample.article("b90", "旧闻", outlet: "晚报", day: "2014-03-06", [old])]) { site async throws in
            let dense = try await get("/relations/CHN-JPN?lang=en", of: site).body
            #expect(dense.contains("from April 2022 to March 2023") && dense.contains("href=\"?span=all\""))
            let whole = try await get("/relations/CHN-JPN?span=all&lang=en", of: site).body
            #expect(whole.contains("from March 2014 to March 2023") && whole.contains("Only the months with most articles"))
        }
        #expect(!(try await get("/relations/CHN-JPN").body.contains("span=all")))
    }

    @Test("an event stands with every report of it")
    func event() async throws {
        let page = try await Sample.with { site in
            var filter = EventFilter()
            filter.types = [.consult]
            let event = try #require(try site.ledger.events(filter).first)
            return try await get("/events/\(event.id)", of: site)
        }
        #expect(page.status == .ok)
        for text in ["/articles/a000000000000001", "/articles/a000000000000002", "晚報", "磋商", "/relations/CHN-JPN", "CONSULT"] {
            #expect(page.body.contains(text), "\(text)")
        }
    }

    @Test("filters leave out what does not match")
    func filters() async throws {
        let page = try await get("/relations/CHN-JPN?type=ACCUSE")
        let list = try #require(page.body.split(separator: "id=\"timeline\"").last)
        #expect(!list.contains("会谈</mark>"))
        #expect(try await get("/relations/CHN-JPN?month=2021-01").body.contains("没有符合条件的事件"))
        #expect(try await get("/relations/CHN-JPN?type=NONSENSE&month=99&quad=x&page=-4").status == .ok)
    }

    @Test(
        "facets narrow a search's articles as they do its events",
        arguments: [
            ("outlet=%E6%99%A8%E6%8A%A5", ["a000000000000001"]), ("outlet=%E6%99%9A%E5%A0%B1", ["a000000000000002"]),
            ("party=USA", []), ("month=2023-03&party=JPN", ["a000000000000002", "a000000000000001"]), ("type=CONSULT", []),
            ("month=2023-03&articles=2", []),
        ])
    func narrowedArticles(_ question: String, _ expected: [String]) async throws {
        let page = try await get("/search?q=%E4%BC%9A%E8%B0%88&\(question)").body
        let list = page.split(separator: "id=\"articles\"").dropFirst().last ?? ""
        #expect(list.matches(of: /href="\/articles\/([0-9a-f]+)"/).map { String($0.1) } == expected)
    }

    @Test(
        "what a page lists is had as CSV and, where it is a stream, as a feed, by the links at its foot",
        arguments: [
            ("/", true), ("/relations", false), ("/relations/CHN-JPN?type=CONSULT", true), ("/parties/JPN", true),
            ("/people/CHN/%E7%8E%8B%E6%AF%85", true),
            ("/outlets/%E6%99%9A%E6%8A%A5", false), ("/days/2023-03-02", false), ("/search?q=%E4%BC%9A%E8%B0%88", true), ("/people", false),
            ("/outlets", false), ("/parties", false), ("/about", false),
        ])
    func tables(_ address: String, _ isStream: Bool) async throws {
        let page = try await get(address).body
        let foot = try #require(page.split(separator: "<footer").last)
        let links = page.matches(of: /href="([^"]*\.csv[^"]*)"/).map { String($0.1).replacing("&amp;", with: "&") }
        #expect(foot.contains(".csv") && foot.contains("/feeds/") == isStream)
        for link in Set(links) {
            let table = try await get(link)
            #expect(table.status == .ok && table.headers[.contentType]?.hasPrefix("text/csv") == true, "\(link)")
            #expect(table.body.split(separator: "\r\n").count > 1, "\(link) is empty")
        }
    }

    @Test("a person, an outlet and governments narrow a timeline down")
    func narrowing() async throws {
        for question in ["person=JPN/%E6%9E%97%E8%8A%B3%E6%AD%A3", "outlet=%E6%99%A8%E6%8A%A5"] {
            let page = try await get("/relations/CHN-JPN?\(question)").body
            let list = try #require(page.split(separator: "id=\"timeline\"").last)
            #expect(list.contains("会谈</mark>") && !list.contains("谴责</mark>"), "\(question)")
        }
    }

    @Test("temperatures stand for the days in which most was published, whatever stray article follows")
    func stray() async throws {
        let busy = (0..<90).map { Sample.article("b\($0)", "会谈\($0)", outlet: "晨报", day: "2023-03-02", [Sample.visit]) }
        var late = Sample.sanction
        late.date = "2026-01-05"
        try await Sample.with(busy + [Sample.article("b90", "新闻", outlet: "晚报", day: "2026-01-06", [late])]) { site async throws in
            let outlook = try site.outlook()
            #expect(outlook.asOf?.iso == "2023-03-02")
            let pair = try #require(Pair("CHN", "JPN"))
            let temperature = try #require(outlook.course(of: pair)?.temperatures.last)
            #expect(temperature > 0.3)
            #expect(try await get("/relations?lang=en", of: site).body.contains("Temperatures stand for 2 March 2023"))
        }
    }

    @Test("a pair's codes in the other order lead to its one address")
    func canonicalOrder() async throws {
        let page = try await get("/relations/JPN-CHN?type=ACCUSE")
        #expect(page.status == .movedPermanently)
        #expect(page.headers[.location] == "/relations/CHN-JPN?type=ACCUSE")
    }

    @Test(
        "what is not there is a page of its own, 404",
        arguments: [
            "/nowhere", "/relations/CHN-CHN", "/relations/AAA-ZZZ", "/relations/x", "/articles/nope", "/events/nope", "/relations?of=ZZZ",
            "/assets/none.css", "/parties/ZZZ", "/people/CHN/nobody", "/people/CHN", "/outlets/nothing", "/days/2023-03-99",
            "/days/1999-01-01",
        ])
    func notFound(_ address: String) async throws {
        let page = try await get(address)
        #expect(page.status == .notFound)
        #expect(page.body.contains("没有这一页") && page.body.contains("<html lang=\"zh-Hans\""))
    }

    @Test("an empty record says so")
    func emptyRecord() async throws {
        try await Sample.with([]) { site async throws in
            #expect(try await get("/", of: site).body.contains("还没有任何文章"))
            #expect(try await get("/relations", of: site).status == .ok)
            #expect(try await get("/search?q=x", of: site).status == .ok)
        }
    }

    @Test("every text that a template asks for is in the words, in both languages")
    func words() throws {
        let resources = try Resources(preferring: nil)
        let words = try Words(try resources.table("words.txt"))
        for file in try resources.list("templates") {
            for match in try resources.text("templates/\(file)").matches(of: /\{\{t\.([a-zA-Z0-9-]+)\}\}/) {
                let key = String(match.1)
                for language in Language.allCases { #expect(words.all(language)[key] != nil, "\(file): \(key)") }
            }
        }
    }
}

/// What came back for an address.
struct Fetched: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: String
}

/// From a site over the sample record.
func get(_ address: String, headers: HTTPFields = [:]) async throws -> Fetched {
    try await Sample.with { try await get(address, headers: headers, of: $0) }
}

func get(_ address: String, headers: HTTPFields = [:], of site: Site) async throws -> Fetched {
    try await Application(router: site.router()).test(.router) { client in
        try await client.execute(uri: address, method: .get, headers: headers) { response in
            Fetched(status: response.status, headers: response.headers, body: String(buffer: response.body))
        }
    }
}
