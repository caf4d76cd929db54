import Coding
import Foundation
import Ledger
import Testing

@Suite("Care of a ledger")
struct CareTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private static let articles = [
        article("a", "2021-03-18", told: [ReviewTests.talks, ReconcilingTests.charge]),
        article("b", "2021-03-19", outlet: "乙台", told: [ReviewTests.talks]),
        article("c", "2021-04-02", outlet: nil, told: [ReviewTests.call]),
    ]

    private func lines(_ ledger: Ledger) throws -> [String] {
        var lines: [String] = []
        try ledger.dump { lines.append($0) }
        return lines
    }

    @Test("The dump does not depend on the order of articles, nor on how often the events are brought up to date")
    func dump() throws {
        let one = try lines(try Ledger.of(Self.articles, in: folder, named: "one"))
        let other = try Ledger(path: folder.path("other"), fold: fold)
        for article in Self.articles.reversed() {
            try other.ingest([article])
            try other.reconcile()
        }
        #expect(try lines(other) == one)
        #expect(try one.count > 8 && one.allSatisfy { try JSONSerialization.jsonObject(with: Data($0.utf8)) is [String: Any] })
    }

    @Test("A sound ledger has no complaint")
    func sound() throws { #expect(try Ledger.of(Self.articles, in: folder).check() == []) }

    @Test("A span that does not slice to its words is named")
    func offsets() throws {
        let good = Self.articles[2]
        let wrong = good.events.map { mention in
            EventMention(
                id: mention.id, sentence: mention.sentence,
                trigger: Span(text: "会晤", start: mention.trigger.start, end: mention.trigger.end),
                type: mention.type, mode: nil, contexts: [], quad: mention.quad, score: 1, cameo: "040", actors: mention.actors,
                recipients: [],
                aux: nil, date: nil, place: nil, source: nil, confidence: 0.5)
        }
        let bad = CodedArticle(article: good.article, script: "Hans", sentences: good.sentences, events: wrong, statements: [])
        #expect(
            try Ledger.of([bad], in: folder).check() == [
                "article c: the trigger “会晤” does not stand at \(wrong[0].trigger.start)–\(wrong[0].trigger.end)"
            ])
    }

    @Test("Mentions that wait for their events are named")
    func unfinished() throws {
        let ledger = try Ledger(path: folder.path("record"), fold: fold)
        try ledger.ingest(Self.articles)
        #expect(try ledger.check().count == 4)
    }

    @Test("Pairs that wait to be summed up are counted, and nothing is held against them")
    func notSummedUp() throws {
        let ledger = try Ledger.of(Self.articles, in: folder)
        try ledger.ingest([article("b", "2021-03-19", outlet: "乙台", told: [ReviewTests.call])])
        let problems = try ledger.check()
        #expect(problems.contains { $0.contains("not summed up yet") })
        #expect(problems.allSatisfy { $0.hasSuffix("run the build again to finish it") })
        try ledger.reconcile()
        #expect(try ledger.check() == [])
    }

    @Test("A vacuum changes nothing that is asked for")
    func vacuum() throws {
        let ledger = try Ledger.of(Self.articles, in: folder)
        try ledger.ingest([article("a", "2021-03-18", told: [ReviewTests.call])])
        try ledger.reconcile()
        let before = try lines(ledger)
        _ = try ledger.vacuum()
        #expect(try lines(ledger) == before)
        #expect(try ledger.search("安克雷奇").total == 1)
        #expect(try ledger.check() == [])
    }

    @Test("Statistics add up")
    func stats() throws {
        let stats = try Ledger.of(Self.articles, in: folder).stats()
        #expect(stats.types.map(\.count).reduce(0, +) == stats.summary.events)
        #expect(stats.months.map(\.name) == ["2021-03", "2021-04"])
        #expect(stats.mentionsOfEvents.map(\.name) == ["1", "2"] && stats.confirmed == 0)
        #expect(stats.size > 0)
    }

    @Test("Two writers on one file: the second waits for the first, and nothing is lost")
    func twoWriters() async throws {
        let path = folder.path("record")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in 0..<2 {
                group.addTask {
                    let ledger = try Ledger(path: path, fold: fold)
                    for number in 0..<20 {
                        try ledger.ingest([article("\(part)-\(number)", "2021-03-18", told: [ReviewTests.talks])])
                        try ledger.reconcile()
                    }
                }
            }
            try await group.waitForAll()
        }
        let ledger = try Ledger(path: path, fold: fold)
        #expect(try ledger.summary().articles == 40)
        #expect(try ledger.check() == [])
    }
}
