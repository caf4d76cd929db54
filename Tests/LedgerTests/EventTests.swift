import Coding
import Ledger
import Testing

@Suite("What stands for an event: its days, voices, best sentence and id")
struct EventTests {
    let folder: Folder
    private let talks = ReconcilingTests.talks

    init() throws { folder = try Folder() }

    @Test("An old act told again is not put under today")
    func historical() throws {
        let old = Told(sentence: "中国曾与美国会谈。", trigger: "会谈", aux: "historical")
        let ledger = try Ledger.of([article("a", "2022-05-01", told: [old])], in: folder)
        let event = try #require(try ledger.events().first)
        #expect(event.start == nil && event.precision == "unknown")
        #expect(try ledger.relations().isEmpty)
    }

    @Test("One report of many with another day does not stretch the event")
    func strayDay() throws {
        let stray = Told(sentence: "中国与美国在安克雷奇举行会谈。", trigger: "会谈", date: "2021-03-17")
        let many = (0..<6).map { article("a\($0)", "2021-03-19", outlet: "第\($0)报", told: [talks]) }
        let event = try #require(
            try Ledger.of(many + [article("b", "2021-03-19", outlet: "乙台", told: [stray])], in: folder).events().first { $0.mentions > 1 })
        #expect(event.mentions == 7)
        #expect(event.start == "2021-03-18" && event.end == "2021-03-18")
    }

    @Test("An outlet that quotes an agency once does not make one voice of all that the outlet and the agency's clients say")
    func voicesApart() throws {
        let agency = Told(sentence: "据路透社报道，中国与美国18日在安克雷奇举行会谈。", trigger: "会谈", date: "2021-03-18", source: "路透社")
        let tense = Told(sentence: "中美代表18日在安克雷奇会谈，气氛紧张。", trigger: "会谈", date: "2021-03-18")
        let ledger = try Ledger.of(
            [
                article("a", "2021-03-18", outlet: "甲报", title: "外电", told: [agency]),
                article("b", "2021-03-18", outlet: "乙台", title: "国际", told: [agency]),
                article("c", "2021-03-19", outlet: "乙台", title: "分析", told: [talks]),
                article("d", "2021-03-19", outlet: "丙社", title: "要闻", told: [tense]),
            ], in: folder)
        let event = try #require(try ledger.events().first)
        #expect(event.voices == 3)
    }

    @Test("Reprints, one outlet's reports and copies of one agency are one voice")
    func voices() throws {
        var viaAgency = talks
        viaAgency.source = "路透社"
        viaAgency.sentence = "据路透社报道，中国与美国18日会谈。"
        var again = viaAgency
        again.sentence = "路透社说，中美代表团18日在阿拉斯加会谈。"
        let ledger = try Ledger.of(
            [
                article("a", "2021-03-18", outlet: "甲报", title: "中美开始会谈", told: [talks]),
                article("b", "2021-03-19", outlet: "乙台", title: "转载", told: [talks]),
                article("c", "2021-03-19", outlet: "甲报", title: "分析", told: [Told(sentence: "中国与美国在安克雷奇的会谈结束。", trigger: "会谈")]),
                article("d", "2021-03-19", outlet: "丙社", title: "外电", told: [viaAgency]),
                article("e", "2021-03-19", outlet: "丁网", title: "国际", told: [again]),
            ], in: folder)
        let event = try #require(try ledger.events().first)
        #expect(event.mentions == 5 && event.articles == 5 && event.outlets.count == 4)
        #expect(event.voices == 2)
        let detail = try #require(try ledger.event(id: event.id))
        #expect(detail.voices.map { $0.map(\.id) } == [["a", "b", "c"], ["d", "e"]])
        #expect(event.first.id == "a")
    }

    @Test("The best sentence names its trigger")
    func best() throws {
        let event = try #require(try Ledger.of([article("a", "2021-03-18", told: [talks])], in: folder).events().first)
        let scalars = Array(event.sentence.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[event.trigger])) == "会谈")
    }

    @Test("A sentence that names the day is better than one that looks back")
    func bestNamesItsDay() throws {
        let later = Told(sentence: "今年三月，中国与美国在安克雷奇举行会谈。", trigger: "会谈", date: "2021-03", precision: "month")
        let event = try #require(
            try Ledger.of(
                [article("a", "2021-03-19", told: [talks]), article("b", "2021-12-19", outlet: "乙台", told: [later])], in: folder
            ).events().first)
        #expect(event.mentions == 2 && event.sentence == talks.sentence)
    }

    @Test("An event that gains reports keeps its id")
    func stableID() throws {
        let ledger = try Ledger.of([article("a", "2021-03-18", told: [talks])], in: folder)
        let id = try #require(try ledger.events().first).id
        try ledger.ingest([article("b", "2021-03-20", outlet: "乙台", told: [talks])])
        try ledger.reconcile()
        #expect(try ledger.events().map(\.id) == [id])
    }
}
