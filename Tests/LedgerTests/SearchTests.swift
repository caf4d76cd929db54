import Coding
import Ledger
import Testing

@Suite("Searching")
struct SearchTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger.of(
            [
                article("a", "2021-03-18", title: "北约", told: [Told(sentence: "中国与美国谈北约，北约未回应。", trigger: "谈")]),
                article(
                    "b", "2021-03-20", outlet: "乙台", title: "聯合聲明",
                    told: [Told(sentence: "德國與北約發表聯合聲明，提到氣候與其他事情，文長而無味。", trigger: "發表", actors: ["DEU", "IGO:NATO"])]),
                article(
                    "c", "2021-03-22", title: "NATO", told: [Told(sentence: "NATO 与法国演习。", trigger: "演习", actors: ["FRA", "IGO:NATO"])]),
            ], in: folder)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let question: String
        let articles: [String]
        var change: @Sendable (inout SearchFilter) -> Void = { _ in }
        var testDescription: String { question }
    }

    static let cases = [
        Case(question: "北约", articles: ["b", "a"]),
        Case(question: "北約", articles: ["b", "a"]),
        Case(question: "北约 中国", articles: ["a"]),
        Case(question: "北约 AND 中国", articles: ["a"]),
        Case(question: "NATO OR 中国", articles: ["c", "a"]),
        Case(question: "(NATO OR 北约) NOT 中国", articles: ["c", "b"]),
        Case(question: "北约 NOT (中国 OR 聯合)", articles: []),
        Case(question: "“聯合聲明”", articles: ["b"]),
        Case(question: "\"约 未\"", articles: ["a"]),
        Case(question: "\"OR\"", articles: []),
        Case(question: "nato", articles: ["c"]),
        Case(question: "NOT 中国", articles: []),
        Case(question: ") 中国 ( OR", articles: ["a"]),
        Case(question: "？", articles: []),
        Case(question: "北约", articles: ["b"]) { $0.outlet = "乙台" },
        Case(question: "北约", articles: ["a"]) { $0.to = "2021-03-19" },
        Case(question: "北约", articles: ["b"]) { $0.from = "2021-03-19" },
        Case(question: "北约 OR nato", articles: ["c"]) { $0.party = "FRA" },
        Case(question: "北约", articles: ["a", "b"]) { $0.order = .relevance },
        Case(question: "北约", articles: ["b"]) {
            $0.order = .relevance
            $0.limit = 1
            $0.offset = 1
        },
    ]

    @Test("What a question finds", arguments: cases)
    func finds(_ one: Case) throws {
        var filter = SearchFilter(text: one.question)
        one.change(&filter)
        #expect(try ledger.search(filter).hits.map(\.article.id) == one.articles)
    }

    @Test(
        "What is out of place in a question is named",
        arguments: [
            ("北约", nil), ("(北约 OR 德国) AND NOT 法国", nil), ("\"OR\" 北约", nil), ("“北约 德国”", nil), ("北约 not (德国 or 法国)", nil),
            ("", .noWord), ("？", .noWord), ("\"\"", .noWord), ("NOT 美国", .alone("NOT")), ("AND", .alone("AND")), ("制裁 OR", .alone("OR")),
            ("制裁 OR NOT 美国", .alone("NOT")), ("制裁 AND OR 美国", .alone("OR")), ("(制裁 NOT) 美国", .alone("NOT")), ("制裁 OR ？", .alone("OR")),
            ("\"未闭合", .openQuotation), ("“未闭合", .openQuotation), ("(", .openParenthesis), ("欧盟 OR (", .openParenthesis),
            ("（欧盟", .openParenthesis), ("欧盟)", .closedParenthesis), (")(", .closedParenthesis), ("欧盟 ()", .emptyParentheses),
        ] as [(String, SearchFault?)])
    func faults(question: String, fault: SearchFault?) { #expect(ledger.fault(in: question) == fault) }

    @Test("A word that is everywhere is sought among the newest, whatever the page", arguments: cases, [1, 2, 3])
    func findsRecent(_ one: Case, asked: Int) throws {
        var filter = SearchFilter(text: one.question)
        one.change(&filter)
        for offset in 0...3 {
            for limit in 0...3 {
                (filter.everywhere, filter.limit, filter.offset) = (.max, limit, offset)
                let expected = try ledger.search(filter).hits.map(\.article.id)
                (filter.everywhere, filter.asked) = (0, asked)
                #expect(try ledger.search(filter).hits.map(\.article.id) == expected)
            }
        }
    }

    @Test("Events are found by the same questions about the sentence that tells them", arguments: cases)
    func findsEvents(_ one: Case) throws {
        var asked = SearchFilter(text: one.question)
        one.change(&asked)
        guard asked.order == .newest else { return }
        var filter = EventFilter()
        filter.text = one.question
        (filter.outlet, filter.code) = (asked.outlet, asked.party)
        (filter.from, filter.to) = (asked.from, asked.to)
        let found = try ledger.eventIndex().find(filter)
        #expect(try ledger.events(found.ids).map(\.best.id) == one.articles)
        #expect(found.facets.total == one.articles.count)
    }

    @Test("Facets count all that is found, whatever page is shown")
    func facets() throws {
        var filter = EventFilter()
        filter.text = "北约 OR nato"
        (filter.limit, filter.offset) = (1, 1)
        let found = try ledger.eventIndex().find(filter)
        #expect(try ledger.events(found.ids).map(\.best.id) == ["b"])
        #expect(found.facets.parties.map { "\($0.value) \($0.events)" } == ["IGO:NATO 2", "CHN 1", "DEU 1", "FRA 1", "USA 1"])
        #expect(found.facets.outlets.map(\.events) == [2, 1] && found.facets.outlets.last?.value == "乙台")
        #expect(found.facets.months.map { "\($0.value) \($0.events)" } == ["2021-03 3"])
        #expect(found.facets.types.map(\.events) == [3] && found.words == ["北约", "nato"])
    }

    @Test("Words that are found stand in the highlights, those after NOT do not")
    func highlights() throws {
        let hit = try #require(try ledger.search("北约 NOT 法国").hits.last)
        let scalars = Array(hit.snippet.unicodeScalars)
        #expect(hit.highlights.map { String(String.UnicodeScalarView(scalars[$0])) } == ["北约", "北约", "北约"])
    }
}
