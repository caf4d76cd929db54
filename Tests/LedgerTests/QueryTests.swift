import Coding
import Foundation
import Ledger
import Testing
import World

@Suite("Asking the ledger")
struct QueryTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        let said = Statement(
            speaker: Party(code: "CHN", name: "王毅", kind: "person", sector: "GOV", office: "外长", span: nil), verb: "说",
            span: Span(text: "会谈", start: 12, end: 14), direct: false, sentences: [1])
        ledger = try Ledger.of(
            [
                article(
                    "a", "2021-03-18", title: "中美会谈", told: [Told(sentence: "中国与美国举行会谈。", trigger: "会谈", date: "2021-03-18")],
                    statements: [said]),
                article(
                    "b", "2021-03-20", outlet: "乙台", title: "北約批評",
                    told: [Told(sentence: "美國制裁中國官員，北約表示支持。", trigger: "制裁", type: .sanction, actors: ["USA"], recipients: ["CHN"])],
                    script: "Hant"),
                article(
                    "c", "2021-03-22", outlet: nil, title: "NATO 与俄罗斯",
                    told: [Told(sentence: "俄罗斯与日本签署协议。", trigger: "签署", type: .agree, actors: ["JPN", "RUS"])]),
                article("d", "2021-03-23", told: [Told(sentence: "中国将与美国会谈。", trigger: "会谈", aux: "future", date: "2021-04-10")]),
                article("e", "2021-03-24", title: "无事", told: []),
            ], in: folder)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let articles: [String]
        let change: @Sendable (inout EventFilter) -> Void
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "none: newest first", articles: ["d", "c", "b", "a"]) { _ in },
        Case(name: "oldest first", articles: ["a", "b", "c", "d"]) { $0.order = .oldest },
        Case(name: "a pair", articles: ["d", "b", "a"]) { $0.pair = Pair("USA", "CHN") },
        Case(name: "a party", articles: ["c"]) { $0.code = "JPN" },
        Case(name: "a type", articles: ["b"]) { $0.types = [.sanction] },
        Case(name: "a quad class", articles: ["d", "c", "a"]) { $0.quads = [.verbalCooperation] },
        Case(name: "what happened", articles: ["c", "b", "a"]) { $0.statuses = [.happened] },
        Case(name: "from a day", articles: ["d", "c"]) { $0.from = "2021-03-21" },
        Case(name: "to a day", articles: ["a"]) { $0.to = "2021-03-18" },
        Case(name: "an outlet", articles: ["b"]) { $0.outlet = "乙台" },
        Case(name: "words in the other script", articles: ["b"]) { $0.text = "北约" },
        Case(name: "words that are none", articles: []) { $0.text = "？！" },
        Case(name: "a page", articles: ["c", "b"]) {
            $0.limit = 2
            $0.offset = 1
        },
        Case(name: "two at once", articles: ["a"]) {
            $0.pair = Pair("CHN", "USA")
            $0.to = "2021-03-19"
        },
    ]

    @Test("Events by filter", arguments: cases)
    func events(_ one: Case) throws {
        var filter = EventFilter()
        one.change(&filter)
        #expect(try ledger.events(filter).map(\.first.id) == one.articles)
        if filter.limit == EventFilter().limit { #expect(try ledger.count(filter) == one.articles.count) }
    }

    @Test("Relations count events that happened")
    func relations() throws {
        let relations = try ledger.relations()
        #expect(relations.map(\.id) == ["CHN-USA", "JPN-RUS"])
        #expect(relations[0].events == 2 && relations[0].cooperationShare == 0.5 && relations[0].score == 0)
        #expect(relations[0].firstDay == "2021-03-18" && relations[0].lastDay == "2021-03-20")
        #expect(relations[0].last?.type == .sanction)
        #expect(relations[0].articles == 3)
        #expect(try ledger.relations(limit: 1, offset: 1).map(\.id) == ["JPN-RUS"])
        #expect(try ledger.relations(of: "RUS").map(\.id) == ["JPN-RUS"])
        #expect(try ledger.relation(#require(Pair("RUS", "USA"))) == nil)
    }

    @Test("The warmth of a relation fades with its half-life")
    func temperature() throws {
        let scale = TemperatureScale(halfLife: 2, prior: 1, version: "test")
        let pair = try #require(Pair("JPN", "RUS"))
        let relation = try #require(try ledger.relation(pair, temperature: scale))
        // One event of score 3, two days before the record's last day: 3 × ½ ÷ (½ + 1).
        #expect(abs(relation.temperature - 1) < 1e-9)
    }

    @Test("Coverage counts silence too")
    func coverage() throws {
        let days = try ledger.coverage(of: #require(Pair("CHN", "USA")))
        #expect(days.map(\.day.iso) == ["2021-03-18", "2021-03-20", "2021-03-22", "2021-03-23", "2021-03-24"])
        #expect(days.map(\.published) == [1, 1, 1, 1, 1])
        #expect(days.map(\.mentioning) == [1, 1, 0, 1, 0])
    }

    @Test(
        "Search finds words of any length in either script",
        arguments: [
            ("北约", ["b"]), ("北約", ["b"]), ("nato", ["c"]), ("NATO 俄罗斯", ["c"]), ("会", ["d", "a"]), ("举行会谈", ["a"]), ("美国会谈", ["d"]),
            ("\"与美国\"", ["d", "a"]),
            ("约北", []), ("* OR \"", []), ("", []),
        ])
    func search(words: String, articles: [String]) throws {
        let result = try ledger.search(words)
        #expect(result.hits.map(\.article.id) == articles)
        #expect(result.total == articles.count)
    }

    @Test("A hit shows its words where they stand")
    func snippet() throws {
        let hit = try #require(try ledger.search("北约").hits.first)
        let scalars = Array(hit.snippet.unicodeScalars)
        #expect(hit.highlights.map { String(String.UnicodeScalarView(scalars[$0])) } == ["北約", "北約"])
    }

    @Test("Statements by speaker, day and words")
    func statements() throws {
        var filter = StatementFilter()
        #expect(try ledger.statements(filter).map(\.statement.verb) == ["说"])
        filter.code = "CHN"
        filter.text = "會谈"
        #expect(try ledger.statements(filter).count == 1)
        filter.text = "中国"
        #expect(try ledger.statements(filter).isEmpty)
        #expect(try ledger.statements(StatementFilter()).first?.article.id == "a")
    }

    @Test("Outlets and what they gave")
    func outlets() throws {
        let outlets = try ledger.outlets()
        #expect(outlets.map(\.name) == ["甲报", "乙台"])
        #expect(outlets[0].articles == 3 && outlets[0].mentions == 2 && outlets[0].events == 2)
        #expect(outlets[0].firstDay == "2021-03-18" && outlets[0].lastDay == "2021-03-24")
    }

    @Test("Days of publication follow an article that is put in anew")
    func coverageAnew() throws {
        let pair = try #require(Pair("CHN", "USA"))
        let before = try ledger.coverage(of: pair).map(\.published).reduce(0, +)
        let moved = try #require(try ledger.article(id: "d")?.coded)
        try ledger.ingest([article("d", "2021-05-06", told: []), article("new", "2021-05-06", told: [])])
        #expect(try ledger.coverage(of: pair).last?.day.iso == "2021-05-06")
        #expect(try ledger.coverage(of: pair).map(\.published).reduce(0, +) == before + 1)
        #expect(try ledger.denseDays()?.upperBound.iso == "2021-05-06")
        #expect(moved.article.localDate != "2021-05-06")
    }

    @Test("Articles, newest first")
    func articles() throws {
        var filter = ArticleFilter()
        filter.from = "2021-03-20"
        filter.to = "2021-03-23"
        #expect(try ledger.articles(filter).map(\.id) == ["d", "c", "b"])
    }

    @Test("What is not there is nil", arguments: ["", "0000000000000000", "zzzz", "\u{0}"])
    func missing(id: String) throws {
        #expect(try ledger.event(id: id)?.event == nil)
        #expect(try ledger.article(id: id)?.article == nil)
    }

    @Test(
        "A pair is the same from either side",
        arguments: [("CHN-USA", "CHN-USA"), ("USA-CHN", "CHN-USA"), ("IGO:NATO-RUS", "IGO:NATO-RUS")])
    func pair(id: String, expected: String) { #expect(Pair(id: id)?.id == expected) }

    @Test("What is no pair", arguments: ["", "CHN", "CHN-CHN", "CHN-USA-RUS", "-CHN"])
    func noPair(id: String) { #expect(Pair(id: id) == nil) }
}
