import Foundation
import Testing

@Suite("rapport code")
struct CodeTests {
    @Test("prints an object an article, in the order of the files, the same every time")
    func jsonLines() throws {
        let run = try Command.run("code", Command.sample, "--format", "jsonl")
        #expect(run.status == 0)
        let records = try objects(run.output)
        #expect(records.count >= 30)
        let paths = records.compactMap { ($0["article"] as? [String: Any])?["path"] as? String }
        #expect(paths == paths.sorted())
        #expect(try Command.run("code", Command.sample, "--format", "jsonl").output == run.output)
    }

    @Test("gives every offset in code points of the article's text")
    func offsets() throws {
        for record in try objects(Command.run("code", Command.sample).output) {
            #expect(record["schema"] as? String == "rapport/1")
            let article = try #require(record["article"] as? [String: Any])
            let text = Array(try #require(article["text"] as? String).unicodeScalars)
            for sentence in try #require(record["sentences"] as? [[Int]]) {
                #expect(sentence.count == 2 && 0 <= sentence[0] && sentence[0] < sentence[1] && sentence[1] <= text.count)
            }
            for event in try #require(record["events"] as? [[String: Any]]) {
                let parties = ["actors", "recipients"].flatMap { event[$0] as? [[String: Any]] ?? [] }
                for span in [event["trigger"] as? [String: Any]].compactMap({ $0 }) + parties {
                    guard let start = span["start"] as? Int, let end = span["end"] as? Int, let words = span["text"] as? String else {
                        continue
                    }
                    #expect(slice(text, start, end) == words)
                }
            }
        }
    }

    @Test("refuses what is too long to be an article, says why, and codes the rest")
    func tooLong() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("news"), withIntermediateDirectories: true)
        let article = { (body: String) in "---\ntitle: 会谈\ndate: 2021-03-01\n---\n" + body }
        _ = try scratch.write(article(String(repeating: "中国和美国举行会谈。", count: 40_000)), to: "news/long.md")
        _ = try scratch.write(article("中国和美国举行会谈。"), to: "news/short.md")
        let run = try Command.run("code", scratch.path("news"))
        #expect(try objects(run.output).count == 1)
        #expect(run.errors.contains("long.md") && run.errors.contains("too many for one article"), "\(run.errors)")
    }

    @Test("finds all sixteen types in the sample")
    func types() throws {
        let records = try objects(Command.run("code", Command.sample).output)
        let types = records.flatMap { $0["events"] as? [[String: Any]] ?? [] }.compactMap { $0["type"] as? String }
        let missing = Set(allTypes).subtracting(types)
        #expect(missing.isEmpty)
    }

    @Test("prints a table")
    func table() throws {
        let run = try Command.run("code", Command.sample, "--format", "table")
        #expect(run.status == 0)
        #expect(run.output.contains("trigger"))
        #expect(run.output.contains("CONSULT"))
    }

    @Test("ends quietly where nobody reads on")
    func brokenPipe() throws {
        let scratch = try Scratch()
        let run = try Command.shell("rapport code '\(Command.sample)' 2> errors | head -n 1 | wc -l; cat errors >&2", in: scratch.folder)
        #expect(run.output.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
        #expect(!run.errors.lowercased().contains("pipe"))
    }

    private func slice(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> String? {
        guard 0 <= start, start <= end, end <= text.count else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<end])
        return String(view)
    }

    private var allTypes: [String] {
        [
            "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
            "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
        ]
    }
}
