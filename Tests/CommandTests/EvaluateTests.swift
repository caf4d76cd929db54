import Foundation
import Testing

@Suite("rapport evaluate")
struct EvaluateTests {
    /// One article coded by hand, of which the coder found one event and one quotation, and made one event up.
    private static let gold = """
        {"path": "news/one.md", "events": [
          {"s": 1, "sentence": "布林肯周日在北京会见秦刚。", "trigger": "会见", "type": "CONSULT", "mode": null, "actors": ["CHN", "USA"],
           "recipients": [], "aux": null, "date": "2023-06-18"},
          {"s": 2, "sentence": "中方敦促美方解除制裁。", "trigger": "敦促", "type": "REQUEST", "mode": "yield", "actors": ["CHN"],
           "recipients": ["USA"], "aux": null, "date": null},
          {"s": 2, "sentence": "中方敦促美方解除制裁。", "trigger": "制裁", "type": "SANCTION", "mode": null, "actors": ["USA"],
           "recipients": ["CHN"], "aux": null, "date": null, "optional": true}],
         "quotes": [{"s": [3], "text": "我们愿意同各国", "speaker": "中国外长秦刚"}]}
        """
    private static let system =
        #"{"article": {"path": "other/one.md", "outlet": "某报", "text": "布林肯周日在北京会见秦刚。中方敦促美方解除制裁。"}, "sentences": [[0, 13], [13, 24]], "events": ["#
        + #"{"sentence": 0, "trigger": {"text": "会见"}, "type": "CONSULT", "mode": "visit", "actors": [{"code": "USA"}], "recipients": [{"code": "CHN"}], "aux": null, "date": {"start": "2023-06-18", "end": "2023-06-18"}, "confidence": 0.85},"#
        + #"{"sentence": 1, "trigger": {"text": "制裁"}, "type": "SANCTION", "mode": null, "actors": [{"code": "USA"}], "recipients": [{"code": "CHN"}], "aux": null, "date": null, "confidence": 0.95},"#
        + #"{"sentence": 1, "trigger": {"text": "解除"}, "type": "RETREAT", "mode": null, "actors": [{"code": "USA"}], "recipients": [{"code": "CHN"}], "aux": null, "date": null, "confidence": 0.35}],"#
        + #""statements": [{"speaker": {"name": "秦刚", "text": "他"}, "text": "“我们愿意同各国对话", "direct": true}, {"speaker": null, "text": "和平", "direct": false}]}"#

    private func evaluate(_ options: String...) throws -> Command.Result {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("gold"), withIntermediateDirectories: true)
        _ = try scratch.write(Self.gold, to: "gold/one.json")
        let system = try scratch.write(Self.system, to: "system.jsonl")
        return try Command.launch(Command.path, ["evaluate", scratch.path("gold"), system] + options)
    }

    @Test("counts every level; what is optional neither helps nor hurts")
    func levels() throws {
        let run = try evaluate("--json")
        let scores = try #require(try objects(run.output).first, "\(run.errors)")
        let level = { (name: String) in scores[name] as? [String: Any] ?? [:] }
        #expect(level("event")["precision"] as? Double == 0.5 && level("event")["recall"] as? Double == 0.5)
        #expect(level("event")["gold"] as? Int == 2 && level("event")["system"] as? Int == 2)
        #expect(level("dyad")["f1"] as? Double == 0.5 && level("quote")["f1"] as? Double == 1)
        #expect(scores["date"] as? Double == 1 && scores["mode"] as? Double == 0)
        let bins = try #require((scores["reliability"] as? [String: Any])?["bins"] as? [[String: Any]])
        #expect(bins.count == 10 && bins[8]["right"] as? Double == 1 && bins[3]["right"] as? Double == 0)
        #expect((scores["wrong"] as? [Any])?.count == 1 && (scores["missed"] as? [Any])?.count == 1)
    }

    @Test("prints tables and the worst errors")
    func text() throws {
        let run = try evaluate("--errors", "5")
        #expect(run.status == 0)
        for words in [
            "1 article scored, 0 absent", "by outlet", "某报", "expected calibration error", "RETREAT USA -> CHN [解除]",
            "REQUEST CHN -> USA [敦促]",
        ] {
            #expect(run.output.contains(words), "\(words)")
        }
    }

    @Test("has no figure where there is nothing to judge, and says what is reviewed in part")
    func nothing() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("gold"), withIntermediateDirectories: true)
        _ = try scratch.write(#"{"path": "other/one.md", "events": [], "complete": "no"}"#, to: "gold/one.json")
        let run = try Command.run("evaluate", scratch.path("gold"), try scratch.write(Self.system, to: "system.jsonl"))
        #expect(run.output.contains("of matched events: date -, mode -, aux -"), "\(run.output)")
        #expect(run.errors.contains("1 article is reviewed in part"))
    }

    @Test("codes the gold's articles itself, wherever they lie")
    func codes() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("gold"), withIntermediateDirectories: true)
        _ = try scratch.write(Self.gold, to: "gold/one.json")
        try FileManager.default.createDirectory(atPath: scratch.path("archive/news"), withIntermediateDirectories: true)
        _ = try scratch.write(
            "<!--1687132800000-->\n[会见](https://example.org/1)\n\n------\n\n<p>布林肯周日在北京会见秦刚。</p>\n", to: "archive/news/one.md")
        let run = try Command.run("evaluate", scratch.path("gold"), "--base", scratch.path("archive"))
        #expect(run.status == 0 && run.output.hasPrefix("1 article scored, 0 absent"), "\(run.errors)")
    }

    @Test("makes the table that turns likelihoods into shares of what was right")
    func calibration() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("gold"), withIntermediateDirectories: true)
        var lines: [String] = []
        for number in 0..<480 {
            let gold =
                #"{"path": "news/\#(number).md", "quotes": [], "events": [{"s": 0, "sentence": "布林肯会见秦刚。", "trigger": "会见", "type": "CONSULT","#
                + #" "mode": null, "actors": ["CHN", "USA"], "recipients": [], "aux": null, "date": null}]}"#
            _ = try scratch.write(gold, to: "gold/\(number).json")
            // Of those said at 0.3 every second is right, of those at 0.6 none, of those at 0.9 all.
            let (said, party) = [("0.3", number % 2 == 0 ? "CHN" : "JPN"), ("0.6", "JPN"), ("0.9", "CHN")][number % 3]
            lines.append(
                #"{"article": {"path": "news/\#(number).md", "outlet": "某报", "text": "布林肯会见秦刚。"}, "sentences": [[0, 8]], "statements": [],"#
                    + #" "events": [{"sentence": 0, "trigger": {"text": "会见"}, "type": "CONSULT", "mode": null, "actors": [{"code": "USA"}],"#
                    + #" "recipients": [{"code": "\#(party)"}], "aux": null, "date": null, "confidence": \#(said)}]}"#)
        }
        let system = try scratch.write(lines.joined(separator: "\n"), to: "system.jsonl")
        let run = try Command.launch(Command.path, ["evaluate", scratch.path("gold"), system, "--calibration"])
        // Said at 0.6 and never right: pooled with those below, since a higher likelihood is never worth less.
        #expect(run.output.split(separator: "\n").filter { !$0.hasPrefix("#") } == ["said | right", "0.450 | 0.250", "0.900 | 1.000"])
    }

    @Test("says what is wrong with its input")
    func complaints() throws {
        let scratch = try Scratch()
        #expect(try Command.run("evaluate", scratch.path("nowhere")).errors.contains("no such folder"))
        #expect(try Command.run("evaluate", scratch.folder.path).errors.contains("no .json files"))
        _ = try scratch.write(#"{"path": "a", "events": [{}]}"#, to: "bad.json")
        let bad = try Command.run("evaluate", scratch.folder.path)
        #expect(bad.status != 0 && bad.errors.contains("bad.json") && bad.errors.contains("events.0"))
        let system = try scratch.write("{}\n", to: "system.jsonl")
        _ = try scratch.write(Self.gold, to: "bad.json")
        #expect(try Command.run("evaluate", scratch.folder.path, system).errors.contains("system.jsonl:1: "))
        #expect(try Command.run("evaluate", scratch.folder.path).errors.contains("news/one.md: not found"))
        #expect(
            try Command.run("evaluate", scratch.folder.path, "nofile").errors == "Error: nofile: there is no such file; check the path\n")
    }

    @Test("prints the figures that score.py prints", .enabled(if: Shared.isPresent), arguments: ["training", "articles"])
    func sameAsScript(folder: String) throws {
        let scratch = try Scratch()
        let gold = Shared.folder.appending(path: "gold/\(folder)").path
        let coded = try Command.launch(Command.path, ["code"] + Shared.articles(folder).prefix(45), in: Shared.folder)
        let system = try scratch.write(coded.output, to: "system.jsonl")
        let script = try Command.launch("/usr/bin/env", ["python3", Shared.folder.appending(path: "gold/score.py").path, gold, system])
        try #require(script.status == 0, "\(script.errors)")
        let ours = try Command.launch(Command.path, ["evaluate", gold, system])
        #expect(ours.output.hasPrefix(script.output))
    }
}

/// The hand-coded articles, where they are at hand.
private enum Shared {
    static let folder = Command.packageRoot.deletingLastPathComponent().appending(path: "shared")

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "gold/score.py").path) }

    static func articles(_ name: String) -> [String] {
        let gold = folder.appending(path: "gold/\(name)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: gold.path)) ?? []
        return names.sorted().compactMap { name in
            let data = try? Data(contentsOf: gold.appending(path: name))
            let record = data.flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any]
            return record?["path"] as? String
        }
    }
}
