import Foundation
import Testing

/// The hand-coded articles, where they are at hand: scores must not fall below the floors in `floors.json`.
@Suite("Hand-coded articles", .enabled(if: Gold.isPresent, "../shared/gold is not here"))
struct GoldTests {
    @Test("scores stay above their floors", .timeLimit(.minutes(10)))
    func floors() throws {
        let scratch = try Scratch()
        let coded = try Command.launch(Command.path, ["code"] + Gold.articles, in: Gold.shared)
        #expect(coded.status == 0, "\(coded.errors)")
        let system = try scratch.write(coded.output, to: "system.jsonl")
        let scored = try Command.launch(
            "/usr/bin/env",
            [
                "python3", Gold.shared.appending(path: "gold/score.py").path, Gold.shared.appending(path: "gold/articles").path, system,
                "--json",
            ])
        try #require(scored.status == 0, "\(scored.errors)")
        let scores = try #require(try JSONSerialization.jsonObject(with: Data(scored.output.utf8)) as? [String: Any])
        let floors = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: Gold.floors)) as? [String: Double])
        #expect(scores["absent"] as? Int == 0)
        #expect(!floors.isEmpty)
        for (level, floor) in floors {
            let score = (scores[level] as? [String: Any])?["f1"] as? Double ?? scores[level] as? Double
            #expect(try #require(score, "\(level)") >= floor, "\(level)")
        }
    }
}

private enum Gold {
    static let shared = Command.packageRoot.deletingLastPathComponent().appending(path: "shared")
    static let floors = Command.packageRoot.appending(path: "Tests/CommandTests/floors.json")

    static var isPresent: Bool { FileManager.default.fileExists(atPath: shared.appending(path: "gold/score.py").path) }

    /// Paths of the articles, relative to the shared folder.
    static var articles: [String] {
        let folder = shared.appending(path: "gold/articles")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            guard name.hasSuffix(".json"), let data = try? Data(contentsOf: folder.appending(path: name)),
                let record = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
            else { return nil }
            return record["path"] as? String
        }
    }
}
