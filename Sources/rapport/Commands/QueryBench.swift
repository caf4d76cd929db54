import Foundation
import Ledger
import Measure
import Prose
import World

/// How long each question takes that pages ask of a record: of the pair, the party, the person and the outlet with the most events, and of words in every, many,
/// some and few articles.
struct QueryBench {
    let ledger: Ledger
    let scales: Scales
    let groups: OutletGroups

    private static let words = [
        "中国", "北约", "美国 中国", "一带一路", "\"联合声明\"", "的", "外交部发言人", "缅甸 军方", "制裁 OR 谴责", "美国 NOT 中国", "布林肯", "马达加斯加", "covid", "2021年3月18日",
    ]

    /// Milliseconds: the best of several goes by the clock, and of the processor's time, which other programs disturb less; and what each page's sum up to.
    func table(rounds: Int) throws -> TextTable {
        var table = TextTable(header: ["page", "question", "ms", "cpu ms"], numeric: [2, 3])
        for (page, questions) in try pages() {
            var whole = (clock: 0.0, processor: 0.0)
            for (name, ask) in questions {
                var best = (clock: Double.infinity, processor: Double.infinity)
                for _ in 0..<max(1, rounds) {
                    let start = clock()
                    let time = try ContinuousClock().measure(ask).inSeconds * 1000
                    best = (min(best.clock, time), min(best.processor, Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)))
                }
                whole = (whole.clock + best.clock, whole.processor + best.processor)
                table.rows.append([page, name, fixed(best.clock, 1), fixed(best.processor, 1)])
            }
            if page != "search" { table.rows.append([page, "all", fixed(whole.clock, 1), fixed(whole.processor, 1)]) }
        }
        return table
    }

    private typealias Question = (name: String, ask: () throws -> Void)

    private func pages() throws -> [(String, [Question])] {
        let relations = try ledger.relations(limit: 200)
        guard let most = relations.first else { throw Complaint("\(ledger.path): no relation in there; build a record first") }
        let other = relations[relations.count / 2]
        let person = try ledger.people(limit: 1).first
        let outlet = try ledger.outlets().first
        let days = try ledger.denseDays()
        return [
            (most.pair.id, relation(most.pair, days)), (other.pair.id, relation(other.pair, days)), (most.pair.a, party(most.pair.a)),
            (person?.person.name ?? "person", person.map { self.person($0.person) } ?? []),
            (outlet?.name ?? "outlet", outlet.map { self.outlet($0.name) } ?? []), ("home", home()), ("search", try searches()),
        ]
    }

    /// - Parameter days: those that the page measures.
    private func relation(_ pair: Pair, _ days: ClosedRange<Day>?) -> [Question] {
        let whole = EventFilter(pair: pair)
        var marked = whole
        marked.order = .mostReported
        marked.limit = 6
        var page = whole
        page.limit = 50
        var articles = ArticleFilter()
        articles.pair = pair
        articles.limit = 12
        var said = StatementFilter()
        said.code = pair.a
        said.sectors = scales.government
        said.atLeast = 14
        said.mentioning = ["美国", "美方", "中国", "中方"]
        said.limit = 20
        let measured = CourseRequest(scale: .temperature, step: .month, from: days?.lowerBound, to: days?.upperBound)
        return [
            ("relation", { _ = try ledger.relation(pair, asOf: days?.upperBound) }), ("outlets", { _ = try ledger.outlets(whole) }),
            ("people", { _ = try ledger.people(whole) }), ("events", { _ = try ledger.events(page) }),
            ("count", { _ = try ledger.count(whole) }), ("marked", { _ = try ledger.events(marked) }),
            ("articles", { _ = try ledger.articles(articles) }), ("article count", { _ = try ledger.count(articles) }),
            ("statements", { _ = try ledger.statements(said) }), ("dense days", { _ = try ledger.denseDays() }),
            ("course", { _ = try ledger.course(of: pair, measured, scales: scales, groups: groups) }),
            ("changes", { _ = try ledger.changePoints(of: pair, in: days) }),
        ]
    }

    private func party(_ code: String) -> [Question] {
        let whole = EventFilter(code: code)
        var page = whole
        page.limit = 20
        var said = StatementFilter()
        said.code = code
        said.sectors = scales.government
        said.atLeast = 14
        said.limit = 6
        return [
            ("count", { _ = try ledger.count(whole) }), ("relations", { _ = try ledger.relations(of: code, limit: 10) }),
            ("events", { _ = try ledger.events(page) }), ("types", { _ = try ledger.types(whole) }),
            ("quads", { _ = try ledger.quads(whole) }),
            ("outlets", { _ = try ledger.outlets(whole) }), ("people", { _ = try ledger.people(of: code, limit: 12) }),
            ("statements", { _ = try ledger.statements(said) }),
        ]
    }

    private func person(_ person: PersonKey) -> [Question] {
        var whole = EventFilter()
        whole.person = person
        whole.statuses = []
        var said = StatementFilter()
        said.speaker = person.name
        said.code = person.code
        said.limit = 10
        return [
            ("person", { _ = try ledger.person(person) }), ("count", { _ = try ledger.count(whole) }),
            ("events", { _ = try ledger.events(whole) }), ("offices", { _ = try ledger.offices(of: person) }),
            ("types", { _ = try ledger.types(whole) }), ("met", { _ = try ledger.people(whole, limit: 13) }),
            ("statements", { _ = try ledger.statements(said) }),
        ]
    }

    private func outlet(_ name: String) -> [Question] {
        var own = EventFilter()
        own.outlet = name
        let all = EventFilter()
        var page = own
        page.limit = 20
        var articles = ArticleFilter()
        articles.outlet = name
        articles.limit = 12
        return [
            ("outlets", { _ = try ledger.outlets() }), ("pairs", { _ = try ledger.pairs(own, limit: 12) }),
            ("all pairs", { _ = try ledger.pairs(all, limit: 5000) }), ("count", { _ = try ledger.count(own) }),
            ("all", { _ = try ledger.count(all) }), ("types", { _ = try ledger.types(own) }), ("all types", { _ = try ledger.types(all) }),
            ("quads", { _ = try ledger.quads(own) }), ("all quads", { _ = try ledger.quads(all) }),
            ("events", { _ = try ledger.events(page) }), ("articles", { _ = try ledger.articles(articles) }),
            ("months", { _ = try ledger.articlesByMonth() }),
        ]
    }

    private func home() -> [Question] {
        [
            ("summary", { _ = try ledger.summary() }), ("relations", { _ = try ledger.relations(limit: 12) }),
            ("latest", { _ = try ledger.events() }), ("months", { _ = try ledger.articlesByMonth() }),
            ("courses", { if let day = try ledger.denseDays()?.upperBound { _ = try ledger.courses(on: [day - 30, day]) } }),
            ("people", { _ = try ledger.people(limit: 100) }), ("parties", { _ = try ledger.parties(EventFilter(), limit: 500) }),
        ]
    }

    private func searches() throws -> [Question] {
        let index = try ledger.eventIndex()
        return [("events by their sentences, for all that follow", { _ = try ledger.eventIndex() })]
            + Self.words.flatMap { word -> [Question] in
                var relevant = SearchFilter(text: word)
                relevant.order = .relevance
                var about = EventFilter()
                about.text = word
                return [
                    (word, { _ = try ledger.search(word) }), ("\(word), by relevance", { _ = try ledger.search(relevant) }),
                    ("\(word), events", { _ = try ledger.events(about) }), ("\(word), facets", { _ = index.find(about) }),
                ]
            }
    }
}
