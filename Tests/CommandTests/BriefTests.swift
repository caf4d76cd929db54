import Foundation
import Testing

@Suite("rapport brief, triangle and anomalies")
struct BriefTests {
    private func run(_ arguments: String...) throws -> Command.Result {
        try Command.launch(Command.path, arguments + ["--ledger", try SampleRecord.path()])
    }

    @Test(
        "tells a month on a page in either language",
        arguments: [
            ("en", ["# China – United States, 2023-11", "## What happened", "## Numbers", "## Sources"]),
            ("zh", ["# 中国 – 美国，2023-11", "## 发生了什么", "## 数字", "## 来源"]),
        ])
    func brief(language: String, headings: [String]) throws {
        let page = try run("brief", "CHN-USA", "--month", "2023-11", "--language", language)
        #expect(page.status == 0 && page.lines.count < 80)
        #expect(headings.allSatisfy { page.lines.contains($0) })
        #expect(page.lines.contains { $0.hasPrefix("- **2023-11-") && $0.contains("](<http") })
    }

    @Test("calls types what the site calls them", arguments: [("zh", "磋商", "制裁"), ("en", "consult", "sanction")])
    func types(language: String, talks: String, sanctions: String) throws {
        let page = try run("brief", "CHN-USA", "--month", "2023-11", "--language", language)
        #expect(page.output.contains("** \(talks) · "))
        let timeline = try run("timeline", "CHN-USA", "--top", "1000", "--language", language, "--format", "md")
        let heads = timeline.lines.compactMap { $0.firstMatch(of: #/\*\* (\S+), /#).map { String($0.1) } }
        #expect(heads.contains(talks) && heads.contains(sanctions) && !heads.contains("会晤"))
    }

    @Test(
        "says what is amiss",
        arguments: [
            (["brief", "CHN-USA", "--month", "1999-01"], "no event of CHN-USA in 1999-01"),
            (["brief", "CHN-USA", "--month", "2023"], "2023"),
            (["triangle", "CHN", "CHN", "USA"], "three different"), (["anomalies", "--top", "0"], "1 or more"),
        ])
    func bad(arguments: [String], said: String) throws {
        let run = try Command.launch(Command.path, arguments + ["--ledger", try SampleRecord.path()])
        #expect(run.status != 0 && run.errors.contains(said))
    }

    @Test("leanings are differences of the sides")
    func triangle() throws {
        let steps = try objects(try run("triangle", "CHN", "JPN", "USA", "--format", "jsonl").output)
        #expect(steps.count >= 12)
        for step in steps {
            let (values, leanings) = (step["values"] as? [String: Double] ?? [:], step["leanings"] as? [String: Double] ?? [:])
            #expect(abs((leanings["CHN"] ?? .nan) - ((values["CHN-JPN"] ?? 0) - (values["CHN-USA"] ?? 0))) < 1e-9)
        }
        #expect(try run("triangle", "CHN", "JPN", "USA").lines.first?.hasPrefix("CHN-JPN") == true)
    }

    @Test("lists anomalies in each form", arguments: ["table", "csv", "jsonl"])
    func anomalies(format: String) throws {
        #expect(try run("anomalies", "--above", "1", "--format", format).status == 0)
    }
}
