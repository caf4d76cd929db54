import Ledger
import Measure
import Prose
import Tables
import Testing
import World

@Suite("Recall of known events")
struct RecallTests {
    private func record() throws -> SmallRecord {
        try SmallRecord([
            (
                "晨报", "2021-03-20", "中美会谈",
                [
                    .talks(["CHN", "USA"], "2021-03-18", "中美高层在安克雷奇会谈。"),
                    .charge("USA", "CHN", "2021-03-18", "美方在安克雷奇指责中方。"), .sanction("HKG", "GBR", "2021-03-19", "限制令在港生效。"),
                ]
            ),
            ("晚报", "2021-03-23", "欧中制裁", [.sanction("EUR", "CHN", "2021-03-22", "欧盟就新疆实施制裁。")]),
        ])
    }

    private func known(
        _ day: String, _ actors: [String], _ recipients: [String] = [], _ types: Set<EventType>, _ words: [[String]] = [],
        articles: Int? = nil
    ) throws -> KnownEvent {
        KnownEvent(
            id: day, first: try #require(Day(iso: day)), actors: actors, recipients: recipients, types: types, keywords: words,
            articles: articles)
    }

    @Test(
        "An event is found by day, parties, type and words",
        arguments: [
            ("2021-03-18", ["USA", "CHN"], [String](), [EventType.consult], [["安克雷奇"]], Recall.Cause.Rule?.none),
            ("2021-03-16", ["CHN"], ["USA"], [.consult], [["阿拉斯加"], ["安克雷奇", "会谈"]], nil),
            ("2021-03-24", ["EUR", "GBR", "CAN"], ["CHN"], [.sanction], [["新疆"]], nil),
            ("2021-03-25", ["EUR"], ["CHN"], [.sanction], [["新疆"]], .date),
            ("2021-03-22", ["CHN"], ["EUR"], [.sanction], [["新疆"]], .parties), ("2021-03-22", ["EUR"], ["CHN"], [.accuse], [["新疆"]], .type),
            ("2021-03-22", ["EUR"], ["CHN"], [.sanction], [["西藏"]], .nothing),
            ("2021-03-25", ["CHN"], ["EUR"], [.sanction], [["新疆"]], .several),
        ])
    func rules(
        day: String, actors: [String], recipients: [String], types: [EventType], words: [[String]], amiss: Recall.Cause.Rule?
    ) throws {
        let recall = try record().ledger.recall([try known(day, actors, recipients, Set(types), words)])
        #expect(recall.answers.map(\.isFound) == [amiss == nil])
        #expect(recall.answers.first?.cause?.rule == amiss)
    }

    @Test("For Hong Kong, China may stand")
    func hongKong() throws {
        let recall = try record().ledger.recall([
            try known("2021-03-22", ["EUR"], ["HKG"], [.sanction]), try known("2021-03-19", ["CHN"], ["GBR"], [.sanction]),
        ])
        #expect(recall.answers.map(\.isFound) == [true, false])
    }

    @Test("Counts those in the archive, and the pieces of each")
    func figures() throws {
        let recall = try record().ledger.recall([
            try known("2021-03-18", ["USA"], ["CHN"], [.consult, .accuse], [["安克雷奇"]], articles: 3),
            try known("2021-03-18", ["USA"], ["JPN"], [.consult], articles: 1),
            try known("2021-03-18", ["FRA"], ["JPN"], [.consult], articles: 0),
        ])
        #expect(recall.answers.count == 2 && recall.found == 1 && recall.recall == 0.5)
        #expect(recall.pieces.median == 1 && recall.pieces.p90 == 1 && recall.pieces.max == 1)
        #expect(recall.piecesOfAnyType.max == 2)
    }

    @Test("A timeline is read line by line")
    func timeline() throws {
        let line =
            #"{"id": "x", "date": "2021-03-18", "date_end": null, "actors": ["USA"], "recipients": [], "types": ["CONSULT"], "in_corpus": 2}"#
        let known = try KnownEvent.timeline("\n\(line)\n", file: "t.jsonl")
        #expect(known.map(\.id) == ["x"] && known.first?.articles == 2 && known.first?.last.iso == "2021-03-18")
    }

    @Test(
        "A bad line is named",
        arguments: [
            "{", "{}", #"{"id": "x", "date": "2021-02-30", "actors": ["A"], "types": []}"#,
            #"{"id": "x", "date": "2021-02-03", "actors": [], "types": []}"#,
            #"{"id": "x", "date": "2021-02-03", "actors": ["A"], "types": ["MEET"]}"#,
            #"{"id": 1, "date": "2021-02-03", "actors": ["A"], "types": []}"#,
        ])
    func bad(line: String) throws {
        let problem = try #require(throws: TableProblem.self) { try KnownEvent.timeline("\n" + line, file: "t.jsonl") }
        #expect(problem.description.hasPrefix("t.jsonl:2: "))
    }
}
