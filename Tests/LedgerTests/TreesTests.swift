import Foundation
import Ledger
import Tables
import Testing
import World

/// The learned questions of merging, as a folder of knowledge has them.
@Suite("Trees")
struct TreesTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let name: String
        let rows: String
        let line: Int
        let says: String
        var testDescription: String { name }
    }

    static let cases: [Bad] = [
        Bad(name: "a sign that nobody gives", rows: "kindness | 1 | 2\n- | 1 | -\n- | 2 | -", line: 2, says: "kindness"),
        Bad(name: "no number", rows: "- | much | -", line: 2, says: "number"),
        Bad(name: "no tree", rows: "", line: 1, says: "breaks off"),
        Bad(name: "a question without its second answer", rows: "words | 0.5 | 2\n- | 1 | -", line: 3, says: "breaks off"),
        Bad(name: "a question that leads nowhere", rows: "words | 0.5 | 3\n- | 1 | -\n- | 2 | -", line: 4, says: "no question leads here"),
        Bad(name: "a question that leads back", rows: "words | 0.5 | 0\n- | 1 | -\n- | 2 | -", line: 2, says: "above"),
        Bad(name: "a question that leads to its own next row", rows: "words | 0.5 | 1\n- | 1 | -", line: 2, says: "above"),
    ]

    /// The project's own figures, with other trees.
    private func merging(_ rows: String) throws -> Merging {
        let folder = try Folder()
        let shipped = try World.folder(nil).appending(path: "reconcile")
        try FileManager.default.copyItem(at: shipped, to: folder.url.appending(path: "reconcile"))
        try ("sign | value | above\n" + rows + "\n").write(
            to: folder.url.appending(path: "reconcile/trees.txt"), atomically: true, encoding: .utf8)
        return try Merging(folder: folder.url)
    }

    @Test("A bad row gives file, line and reason", arguments: cases)
    func bad(_ one: Bad) throws {
        let problem = #expect(throws: TableProblem.self) { try merging(one.rows) }
        #expect(problem?.file == "reconcile/trees.txt")
        #expect(problem?.line == one.line)
        #expect(problem?.message.contains(one.says) == true, "\(problem?.message ?? "")")
    }

    @Test("A question's answers are its own: what is at most its value goes one way, what is more the other")
    func answers() throws {
        let folder = try Folder()
        let told = { (id: String, sentence: String) in
            article(id, "2021-03-18", told: [Told(sentence: sentence, trigger: "会谈", date: "2021-03-18")])
        }
        let articles = [told("a", "中国与美国在安克雷奇举行会谈。"), told("b", "双方首席代表入夜后才散场，会谈不欢而散。")]
        for (rows, events) in [("words | 0.9 | 2\n- | 3 | -\n- | -3 | -", 1), ("words | 0.9 | 2\n- | -3 | -\n- | 3 | -", 2)] {
            let ledger = try Ledger(path: folder.path("\(events).ledger"), merging: merging(rows), fold: fold)
            try ledger.ingest(articles)
            try ledger.reconcile()
            #expect(try ledger.summary().events == events)
        }
    }
}
