import Coding
import Ledger
import Testing
import World

@Suite("Digests")
struct DigestTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger.of(
            [
                article("a", "2021-03-18", told: [Told(sentence: "中国与美国举行会谈。", trigger: "会谈", persons: ["CHN": "王毅"], date: "2021-03-18")]),
                article("b", "2021-03-18", outlet: "乙台", told: [Told(sentence: "中国与美国举行会谈了。", trigger: "会谈", date: "2021-03-18")]),
                article(
                    "c", "2021-03-20", outlet: "乙台",
                    told: [
                        Told(
                            sentence: "美国制裁中国官员。", trigger: "制裁", type: .sanction, actors: ["USA"], recipients: ["CHN"],
                            persons: ["USA": "拜登"])
                    ]),
                article(
                    "d", "2021-03-23", outlet: nil, told: [Told(sentence: "中国将与美国会谈。", trigger: "会谈", aux: "future", date: "2021-04-10")]),
                article(
                    "e", "2021-03-24",
                    told: [Told(sentence: "中国与日本签署协议。", trigger: "签署", type: .agree, actors: ["CHN", "JPN"], date: "2021")]),
            ], in: folder)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let change: @Sendable (inout EventFilter) -> Void
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "newest first") { _ in }, Case(name: "oldest first") { $0.order = .oldest },
        Case(name: "most reported first") { $0.order = .mostReported }, Case(name: "any status") { $0.statuses = [] },
        Case(name: "a type") { $0.types = [.sanction] }, Case(name: "a quad class") { $0.quads = [.verbalCooperation] },
        Case(name: "an outlet") { $0.outlet = "乙台" }, Case(name: "some days") { ($0.from, $0.to) = ("2021-03-19", "2021-03-31") },
        Case(name: "a page") { ($0.limit, $0.offset) = (1, 1) },
    ]

    @Test("What a digest tells is what the tables tell", arguments: cases, ["CHN-USA", "CHN", "CHN-JPN"])
    func same(_ example: Case, _ subject: String) throws {
        var filter = Pair(id: subject).map(EventFilter.init(pair:)) ?? EventFilter(code: subject)
        example.change(&filter)
        // As text the same days; a digest knows whole days alone.
        var byTables = filter
        byTables.to = (filter.to ?? "9999-12-31") + "~"
        #expect(try ledger.events(filter) == ledger.events(byTables))
        #expect(try ledger.count(filter) == ledger.count(byTables))
        #expect(try ledger.types(filter) == ledger.types(byTables))
        #expect(try ledger.quads(filter) == ledger.quads(byTables))
        #expect(try ledger.outlets(filter) == ledger.outlets(byTables))
        #expect(try ledger.people(filter) == ledger.people(byTables))
    }

    @Test("A digest follows what is coded anew")
    func follows() throws {
        let pair = try #require(Pair("CHN", "USA"))
        let before = try ledger.count(EventFilter(pair: pair))
        _ = try ledger.ingest([article("c", "2021-03-20", outlet: "乙台", told: [])])
        try ledger.reconcile()
        #expect(try ledger.count(EventFilter(pair: pair)) == before - 1)
        #expect(try ledger.points(of: pair).count == ledger.relation(pair)?.events)
    }
}
