import Foundation
import Testing

@Suite("rapport relation")
struct RelationTests {
    private func relation(_ arguments: String...) throws -> Command.Result { try relation(arguments) }

    private func relation(_ arguments: [String]) throws -> Command.Result {
        try Command.launch(Command.path, ["relation", "CHN-USA", "--ledger", try SampleRecord.path()] + arguments)
    }

    @Test("prints a line for each step, a sparkline, and what moved it")
    func table() throws {
        let run = try relation("--from", "2023-01-01", "--to", "2023-12-31")
        #expect(run.status == 0 && run.lines[0].hasPrefix("CHN-USA: temperature by month, 2023-01-01 to 2023-12-31"))
        #expect(run.lines[1].contains(where: { "▁▂▃▄▅▆▇█".contains($0) }))
        #expect(run.lines.count { $0.hasPrefix("2023-") && $0.contains("-01  ") } >= 12 && run.output.contains("What moved it most"))
    }

    @Test("counts the days asked for and no others, in every format", arguments: ["day", "week", "month"])
    func days(step: String) throws {
        let days = ["--from", "2023-09-12", "--to", "2023-11-15"]
        let timeline = try Command.launch(
            Command.path, ["timeline", "CHN-USA", "--ledger", try SampleRecord.path(), "--format", "json"] + days)
        let events = try #require(try objects(timeline.output).first?["events"] as? Int)
        let steps = try objects(try relation(["--by", step, "--format", "jsonl"] + days).output)
        #expect(events > 0 && steps.compactMap { $0["events"] as? Int }.reduce(0, +) == events)
        #expect(steps.first?["from"] as? String == days[1] && steps.last?["to"] as? String == days[3])
        let csv = try relation(["--by", step, "--format", "csv"] + days).lines.dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(csv.first?[2] == "2023-09-12" && csv.last?[3] == "2023-11-15" && csv.compactMap { Int($0[7]) }.count == steps.count)
        let table = try relation(["--by", step] + days).lines.filter { $0.wholeMatch(of: /2023-\S+  2023-.*/) != nil }
        #expect(table.first?.hasPrefix("2023-09-12  ") == true && table.last?.contains("  2023-11-15  ") == true)
    }

    @Test(
        "keeps the scale's range, and the value inside its interval",
        arguments: ["temperature", "stock", "score", "sum", "share", "events"])
    func scales(scale: String) throws {
        let steps = try objects(try relation("--scale", scale, "--format", "jsonl").output)
        #expect(!steps.isEmpty)
        for step in steps {
            guard let value = step["value"] as? Double, let interval = step["interval"] as? [Double] else { continue }
            #expect(interval[0] <= value + 1e-9 && value <= interval[1] + 1e-9 && (scale == "sum" || scale == "events" || abs(value) <= 10))
        }
    }

    @Test("a sparkline is no wider than a terminal, however many steps there are")
    func folded() throws {
        for run in [
            try relation("--by", "day", "--from", "1990-01-01", "--movers", "0"),
            try Command.run("triangle", "CHN", "JPN", "USA", "--by", "day", "--ledger", try SampleRecord.path()),
        ] {
            let lines = run.lines.filter { line in "▁▂▃▄▅▆▇█".contains { line.contains($0) } }
            #expect(!lines.isEmpty && lines.allSatisfy { (60...80).contains($0.count) })
        }
    }

    @Test("gives the same figures every time, and fewer events between governments alone")
    func steady() throws {
        #expect(try relation("--format", "csv").output == relation("--format", "csv").output)
        let events = { (run: Command.Result) in try objects(run.output).compactMap { $0["events"] as? Int }.reduce(0, +) }
        let (all, official) = (try events(relation("--format", "jsonl")), try events(relation("--format", "jsonl", "--government")))
        #expect(0 < official && official <= all)
    }

    @Test(
        "says what is amiss",
        arguments: [
            (["ABW-TUV"], "no event of ABW and TUV"), (["ABW-XYZ"], "“XYZ” names no state"), (["ABW-ABW"], "one party twice"),
            (["CHN-USA", "--from", "2023-02-01", "--to", "2023-01-01"], "is later than"),
            (["CHN"], "CHN"),
            (["CHN-USA", "--by", "year"], "year"), (["CHN-USA", "--from", "2099-01-01"], "the record, which ends on 202"),
            (["CHN-USA", "--from", "2099-01-01", "--to", "2099-02-01"], "the record, which ends on 202"),
            (["CHN-USA", "--to", "1990-02-01"], "the record, which begins on 202"),
        ])
    func bad(arguments: [String], said: String) throws {
        let run = try Command.launch(Command.path, ["relation", "--ledger", try SampleRecord.path()] + arguments)
        #expect(run.status != 0 && run.errors.contains(said))
    }
}

@Suite("rapport timeline")
struct TimelineTests {
    private func timeline(_ arguments: String...) throws -> Command.Result {
        try Command.launch(Command.path, ["timeline", "--ledger", try SampleRecord.path()] + arguments)
    }

    @Test("keeps to the number of lines, the most important first")
    func ranks() throws {
        let run = try timeline("CHN-USA", "--top", "5", "--format", "json")
        let object = try #require(try objects(run.output).first)
        let entries = try #require(object["entries"] as? [[String: Any]])
        let importances = entries.compactMap { $0["importance"] as? Double }
        #expect(entries.count == 5 && importances == importances.sorted(by: >))
    }

    @Test("writes a calendar that others read: whole lines of at most 75 bytes, each entry with its days")
    func calendar() throws {
        let run = try timeline("CHN-USA", "--format", "ics")
        let lines = run.output.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(
            lines.count { $0 == "BEGIN:VEVENT" } == lines.count { $0.hasPrefix("DTSTART;VALUE=DATE:") } && lines.contains("BEGIN:VEVENT"))
        #expect(lines.count { $0.hasPrefix("UID:") } == Set(lines.filter { $0.hasPrefix("UID:") }).count)
    }

    @Test("writes Markdown, a page and CSV in either language", arguments: ["md", "html", "csv", "table"])
    func formats(format: String) throws {
        let (en, zh) = (try timeline("CHN-USA", "--format", format), try timeline("CHN-USA", "--format", format, "--language", "zh"))
        #expect(en.status == 0 && zh.status == 0 && en.lines.count >= 5)
        if format == "md" { #expect(en.output.contains("United States") && zh.output.contains("独立信源")) }
        if format == "html" { #expect(en.output.hasPrefix("<!doctype html>") && !en.output.contains("<script")) }
    }

    @Test("tells of one party with some others, and says where there is nothing")
    func parties() throws {
        let run = try timeline("CHN", "--with", "USA", "--with", "JPN", "--format", "csv")
        #expect(run.lines.count > 3)
        let nothing = try timeline("ABW-TUV")
        #expect(nothing.status != 0 && nothing.errors.contains("no event of ABW-TUV"))
    }
}
