import Foundation
import Testing

@Suite("Help and manual")
struct HelpTests {
    static let commands = [
        "build", "read", "code", "explain", "evaluate", "events", "relations", "relation", "timeline", "brief", "triangle", "anomalies",
        "who",
        "export", "recall", "search", "review", "stats", "check", "dump", "vacuum", "serve", "mcp",
    ]

    @Test("prints a version")
    func version() throws {
        let run = try Command.run("--version")
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(try manual().contains("rapport \(run.output.trimmingCharacters(in: .whitespacesAndNewlines))"))
    }

    @Test("teaches each command with examples", arguments: commands)
    func examples(command: String) throws {
        let run = try Command.run(command, "--help")
        #expect(run.status == 0)
        #expect(run.output.contains("  rapport \(command)"))
    }

    @Test("the manual tells of every command and option, and of no other", arguments: commands)
    func manualOptions(command: String) throws {
        let help = try Command.run(command, "--help").output
        let text = try manual()
        let section = try #require(text.components(separatedBy: ".SS \(command)\n").dropFirst().first)
        let mine = section.components(separatedBy: "\n.S").first ?? ""
        let common: Set<String> = ["--help", "--version"]
        let usage = help.components(separatedBy: "USAGE:").last ?? ""
        #expect(
            Set(usage.matches(of: /--[a-z]+/).map { String($0.output) }).subtracting(common)
                == Set(mine.matches(of: /--[a-z]+/).map { String($0.output) }))
    }

    @Test("says which events are counted, where counts differ", arguments: ["events", "relations"])
    func counted(command: String) throws {
        let help = try Command.run(command, "--help").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(help.contains("happened on days known to about a week (docs/measure.md)"))
    }

    @Test(
        "a number below nought is told to be too small, not to be missing",
        arguments: [
            (["events", "--limit", "-5"], "--limit must be 1 or more"), (["search", "会谈", "--limit", "-5"], "--limit must be 1 or more"),
            (["relations", "--limit", "-5"], "--limit must be 1 or more"), (["who", "王毅", "--limit", "-5"], "--limit must be 1 or more"),
            (["timeline", "CHN-USA", "--top", "-1"], "--top must be 1 or more"),
            (["relation", "CHN-USA", "--movers", "-1"], "--movers must be 0"),
            (["anomalies", "--pairs", "-1"], "must be 1 or more"),
        ])
    func negative(arguments: [String], said: String) throws {
        let run = try Command.launch(Command.path, arguments)
        #expect(run.status != 0 && run.errors.contains(said), "\(run.errors)")
    }

    @Test("names every command in the overview")
    func overview() throws {
        let help = try Command.run("--help").output
        for command in HelpTests.commands { #expect(help.contains("\n  \(command) ")) }
        #expect(!help.contains("\n  bench "))
    }

    /// The manual's source with its escaped hyphens plain.
    private func manual() throws -> String {
        let source = Command.packageRoot.appending(path: "docs/rapport.1")
        return String(decoding: try Data(contentsOf: source), as: UTF8.self).replacing("\\-", with: "-")
    }
}
