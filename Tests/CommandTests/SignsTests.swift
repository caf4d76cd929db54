import Foundation
import Testing

/// Runs `train signs` over a made-up record.
@Suite("train signs")
struct SignsTests {
    private struct Coded: Decodable {
        struct Article: Decodable { let id: String }
        struct Event: Decodable { let trigger: Trigger }
        struct Trigger: Decodable { let start: Int }
        let article: Article
        let events: [Event]
    }

    private struct Lesson: Decodable {
        struct Mentions: Decodable {
            let around: [String?]
            let pairs: [Pair]
        }
        struct Pair: Decodable {
            let one: Int
            let other: Int
            let signs: [Double]
        }
        let held: Bool
        let mentions: Mentions
    }

    @Test("writes the signs of every two that may be one, and leaves out what the record does not have")
    func lessons() throws {
        let scratch = try Scratch()
        _ = try scratch.write("中方譴責美方\n\n2021年3月18日\n\n中國外交部譴責美國。\n", to: "a.txt")
        _ = try scratch.write("中国外交部谴责美国\n\n2021年3月18日\n\n中国外交部谴责美国的制裁。\n", to: "b.txt")
        let built = try Command.run("build", scratch.path("a.txt"), scratch.path("b.txt"), "--ledger", scratch.path("news.ledger"))
        #expect(built.status == 0, "\(built.errors)")
        let coded = try Command.run("code", scratch.path("a.txt"), scratch.path("b.txt")).lines.map {
            try JSONDecoder().decode(Coded.self, from: Data($0.utf8))
        }
        let last = try coded.map { (id: $0.article.id, start: try #require($0.events.last).trigger.start) } + [(id: "nowhere", start: 3)]
        let block: [String: Any] = [
            "mentions": last.map { ["article": $0.id, "start": $0.start] }, "happenings": ["a", "a", "b"], "held": true,
        ]
        try JSONSerialization.data(withJSONObject: block).write(to: scratch.folder.appending(path: "read.jsonl"))

        let knowledge = Command.packageRoot.appending(path: "Sources/World/Knowledge").path
        let run = try Command.launch(
            Command.beside("train"),
            ["signs", scratch.path("news.ledger"), "--happenings", scratch.path("read.jsonl"), "--knowledge", knowledge])
        #expect(run.status == 0, "\(run.errors)")
        let names = try JSONDecoder().decode([String].self, from: Data(run.lines[0].utf8))
        let lesson = try JSONDecoder().decode(Lesson.self, from: Data(run.lines[1].utf8))
        let pair = try #require(lesson.mentions.pairs.first)
        #expect(lesson.held && lesson.mentions.pairs.count == 1 && (pair.one, pair.other) == (0, 1) && pair.signs.count == names.count)
        #expect(lesson.mentions.around.last == .some(nil))
        #expect(lesson.mentions.around[0]?.contains("中国外交部谴责美国") == true, "folded as merging reads them")
        #expect(pair.signs[try #require(names.firstIndex(of: "sameDays"))] == 1)
    }
}
