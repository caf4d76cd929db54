import Foundation
import Testing

@Suite("rapport search, review, stats, check, dump and vacuum")
struct CareTests {
    @Test("finds words in either script, and says how many there are")
    func search() throws {
        let ledger = try SampleRecord.path()
        let run = try Command.run("search", "北约", "OR", "制裁", "--ledger", ledger, "--limit", "2", "--format", "jsonl")
        #expect(run.status == 0)
        let hits = try objects(run.output)
        #expect(hits.count == 2)
        #expect(hits.allSatisfy { ($0["highlights"] as? [Any])?.isEmpty == false })
        #expect(try Command.run("search", "北約", "--ledger", ledger).output == Command.run("search", "北约", "--ledger", ledger).output)
        #expect(try Command.run("search", "词", "--from", "2022-02-02", "--to", "2022-01-01", "--ledger", ledger).status != 0)
    }

    @Test("the sample is sound, and counts add up")
    func soundness() throws {
        let ledger = try SampleRecord.path()
        #expect(try Command.run("check", "--ledger", ledger).status == 0)
        let stats = try #require(try objects(Command.run("stats", "--json", "--ledger", ledger).output).first)
        let types = try #require(stats["types"] as? [String: Int])
        #expect(types.values.reduce(0, +) == stats["events"] as? Int)
    }

    @Test("two builds of one archive dump the same, also the files the other way round and with two builds at once")
    func dump() throws {
        let scratch = try Scratch()
        let folders = try FileManager.default.contentsOfDirectory(atPath: Command.sample).sorted(by: >).map { Command.sample + "/" + $0 }
        for line in ["build \(Command.sample)", "build " + folders.joined(separator: " ")].enumerated() {
            #expect(try Command.shell("rapport \(line.element) --ledger \(line.offset).ledger", in: scratch.folder).status == 0)
        }
        let both = "rapport build \(Command.sample) --ledger 2.ledger & rapport build \(Command.sample) --ledger 2.ledger && wait"
        #expect(try Command.shell(both, in: scratch.folder).status == 0)
        let dumps = try (0..<3).map {
            try Command.shell(
                "rapport dump --ledger \($0).ledger | sed 's#\"path\":\"[^\"]*\"##;s#\"fingerprint\":\"[^\"]*\"##'", in: scratch.folder
            ).output
        }
        #expect(!dumps[0].isEmpty && dumps[1] == dumps[0] && dumps[2] == dumps[0])
    }

    @Test("corrects, shows the history, exports, takes back")
    func review() throws {
        let scratch = try Scratch()
        let ledger = scratch.path("r.ledger")
        try FileManager.default.copyItem(atPath: try SampleRecord.path(), toPath: ledger)
        let event = try #require(try objects(Command.run("events", "--ledger", ledger, "--limit", "1", "--format", "jsonl").output).first)
        let id = try #require(event["id"] as? String)
        let shown = try Command.run("review", "--event", id, "--ledger", ledger)
        #expect(shown.status == 0)
        let mention = try #require(shown.lines.dropFirst(2).first?.split(separator: " ").first).description
        #expect(try Command.run("review", "--reject", mention, "--ledger", ledger).status != 0)
        let change = try Command.run(
            "review", "--change", mention, "--type", "CONSULT", "--mode", "phone", "--who", "Li", "--why", "a call", "--ledger", ledger)
        #expect(change.status == 0, "\(change.errors)")
        let now = try #require(change.output.firstMatch(of: /now of event ([0-9a-f]{16})/)).1
        #expect(try Command.run("review", "--event", String(now), "--ledger", ledger).output.contains(mention))
        #expect(try Command.run("review", "--ledger", ledger).output.contains("a call"))
        #expect(try Command.run("review", "--export", scratch.path("gold"), "--ledger", ledger).status == 0)
        let gold = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: scratch.folder.appending(path: "gold/000.json"))) as? [String: Any])
        #expect((gold["events"] as? [[String: Any]])?.first?["type"] as? String == "CONSULT")
        #expect(try Command.run("review", "--withdraw", "1", "--who", "Li", "--why", "no", "--ledger", ledger).status == 0)
        #expect(
            try Command.run("review", "--reject", "nobody", "--who", "Li", "--why", "x", "--ledger", ledger).errors.contains(
                "no such mention"))
    }

    @Test(
        "a correction that makes no sense is refused, with the mend, and nothing is kept",
        arguments: [
            (["--actors", "QQQ"], "QQQ"), (["--recipients", "火星"], "火星"),
            (["--actors", "CHN", "--recipients", "CHN"], "both sides"), (["--actors", "none", "--recipients", "none"], "name who acts"),
            (["--date", "2021-02-30"], "2021-02-30"), (["--date", "2021-13"], "2021-13"), (["--mode", "foo"], "not a mode"),
            (["--aux", "past"], "--aux"), ([], "--type"),
        ])
    func nonsense(options: [String], says: String) throws {
        let scratch = try Scratch()
        let ledger = scratch.path("r.ledger")
        try FileManager.default.copyItem(atPath: try SampleRecord.path(), toPath: ledger)
        let event = try #require(try objects(Command.run("events", "--ledger", ledger, "--limit", "1", "--format", "jsonl").output).first)
        let shown = try Command.run("review", "--event", try #require(event["id"] as? String), "--ledger", ledger)
        let mention = try #require(shown.lines.dropFirst(2).first?.split(separator: " ").first).description
        let more = ["--who", "Li", "--why", "x", "--ledger", ledger]
        let run = try Command.launch(Command.path, ["review", "--change", mention] + options + more)
        #expect(run.status != 0 && run.errors.contains(says), "\(run.errors)")
        #expect(try Command.run("review", "--ledger", ledger).output.isEmpty)
    }

    @Test("asks which mention a new reading is of")
    func noMention() throws {
        let run = try Command.run("review", "--type", "CONSULT", "--ledger", try SampleRecord.path())
        #expect(run.status != 0 && run.errors.contains("--change MENTION"))
    }

    @Test("a vacuum keeps the record")
    func vacuum() throws {
        let scratch = try Scratch()
        let ledger = scratch.path("v.ledger")
        try FileManager.default.copyItem(atPath: try SampleRecord.path(), toPath: ledger)
        #expect(try Command.run("vacuum", "--ledger", ledger).status == 0)
        #expect(try Command.run("check", "--ledger", ledger).status == 0)
    }
}
