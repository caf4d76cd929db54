import Coding
import Foundation
import Ledger
import Testing

@Suite("Keeping articles")
struct KeepingTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private let meeting = Told(sentence: "中国与美国在安克雷奇举行会谈。", trigger: "会谈", date: "2021-03-18", place: "安克雷奇")

    @Test("What goes in comes out the same")
    func roundTrip() throws {
        let speaker = Party(
            code: "USA", name: "查尔斯·库普坎", kind: "person", sector: "EDU", office: "教授", span: Span(text: "他", start: 4, end: 5))
        let said = Statement(
            speaker: speaker, verb: "说", span: Span(text: "会谈", start: 14, end: 16), direct: true, sentences: [1],
            addressee: Party(code: "CHN", name: "中国", kind: "state", sector: nil, office: nil, span: Span(text: "中国", start: 5, end: 7)),
            topic: Span(text: "会谈", start: 14, end: 16), via: Span(text: "美国", start: 8, end: 10))
        let given = article("a1", "2021-03-19", told: [meeting], statements: [said])
        let kept = try #require(try Ledger.of([given], in: folder).article(id: "a1"))
        #expect(kept.article == given.article)
        #expect(kept.coded.sentences == given.sentences)
        #expect(kept.coded.events == given.events)
        #expect(kept.coded.statements == given.statements)
        #expect(kept.events.keys.sorted() == ["a1-0"])
    }

    @Test("The same article again changes nothing")
    func idempotent() throws {
        let ledger = try Ledger.of([article("a1", "2021-03-19", told: [meeting])], in: folder)
        let before = try ledger.dump()
        let again = try ledger.ingest([article("a1", "2021-03-19", told: [meeting])])
        #expect(again.unchanged == 1 && again.added == 0 && again.replaced == 0)
        #expect(try ledger.reconcile().mentions == 0)
        #expect(try ledger.dump() == before)
    }

    @Test("A new coding replaces the old one, its events and its relations")
    func replacing() throws {
        let ledger = try Ledger.of([article("a1", "2021-03-19", told: [meeting])], in: folder)
        var other = meeting
        other.actors = ["CHN", "RUS"]
        #expect(try ledger.ingest([article("a1", "2021-03-19", told: [other])]).replaced == 1)
        try ledger.reconcile()
        #expect(try ledger.relations().map(\.id) == ["CHN-RUS"])
        #expect(try ledger.summary().mentions == 1)
        #expect(try ledger.search("安克雷奇").total == 1)
    }

    @Test("An article whose words change is found by its new words only")
    func replacingText() throws {
        let ledger = try Ledger.of([article("a1", "2021-03-19", told: [meeting])], in: folder)
        try ledger.ingest([article("a1", "2021-03-19", told: [Told(sentence: "中国与美国在北京举行会谈。", trigger: "会谈")])])
        try ledger.reconcile()
        #expect(try ledger.search("安克雷奇").total == 0)
        #expect(try ledger.search("北京").total == 1)
    }

    @Test("Of two files with one link the later published is kept, in either order", arguments: [false, true])
    func duplicates(reversed: Bool) throws {
        let early = article("a1", "2021-03-19", path: "one.md", told: [meeting])
        let late = article("a1", "2021-03-20", path: "another.md", told: [meeting])
        let ledger = try Ledger.of(reversed ? [late, early] : [early, late], in: folder)
        #expect(try ledger.article(id: "a1")?.article.path == "another.md")
    }

    @Test("A mention that cannot stand is refused with its article, and the rest is kept")
    func refusing() throws {
        let bad = article("a1", "2021-03-19", told: [meeting])
        let broken = CodedArticle(article: bad.article, script: "Hans", sentences: [], events: bad.events, statements: [])
        let ledger = try Ledger(path: folder.path("record.ledger"))
        let outcome = try ledger.ingest([broken, article("a2", "2021-03-19", told: [meeting])])
        #expect(outcome.problems.count == 1 && outcome.problems[0].contains("archive/a1.md"))
        #expect(outcome.added == 1)
    }

    @Test("A ledger opens again with what it had")
    func reopening() throws {
        let before = try Ledger.of([article("a1", "2021-03-19", told: [meeting])], in: folder).dump()
        #expect(try Ledger(path: folder.path("record.ledger"), fold: fold).dump() == before)
    }

    @Test("A file that is no ledger is named", arguments: ["text", "sqlite"])
    func foreignFile(kind: String) throws {
        let path = folder.path("other.db")
        if kind == "text" {
            try Data(String(repeating: "no database ", count: 400).utf8).write(to: URL(filePath: path))
        } else {
            try #require(Foreign.run("CREATE TABLE t (x)", on: path))
        }
        let before = try Data(contentsOf: URL(filePath: path))
        for access in [Ledger.Access.make, .write, .read] {
            #expect(throws: LedgerError.notALedger(path: path)) { try Ledger(path: path, access: access) }
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("A file that another program has just begun to make is a ledger too")
    func begunFile() throws {
        let path = folder.path("begun.ledger")
        try #require(Foreign.run("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)", on: path))
        #expect(try Ledger(path: path).ingest([article("a1", "2021-03-19", told: [meeting])]).added == 1)
    }

    @Test("A folder that is not there is named")
    func noFolder() {
        let path = folder.path("missing/record.ledger")
        do throws(LedgerError) {
            _ = try Ledger(path: path)
            Issue.record("opened a ledger in a folder that is not there")
        } catch {
            #expect(error.description.hasPrefix(path))
        }
    }

    @Test("Many articles in many batches give their counts")
    func batches() throws {
        let ledger = try Ledger(path: folder.path("record.ledger"))
        for batch in 0..<10 {
            try ledger.ingest((0..<30).map { article("b\(batch)-\($0)", "2021-03-\(10 + batch)", told: [meeting]) })
        }
        try ledger.reconcile()
        let summary = try ledger.summary()
        #expect(summary.articles == 300 && summary.mentions == 300 && summary.sentences == 600 && summary.events == 1)
        #expect(summary.firstDay == "2021-03-10" && summary.lastDay == "2021-03-19")
    }
}
