import Foundation
import Testing

@Suite("A record that may not be written")
struct ReadOnlyTests {
    /// Somebody else's folder with the sample's record in it, and how to run a command as one who may not write there.
    private let scratch: Scratch
    private let prefix = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""

    init() throws {
        scratch = try Scratch()
        try FileManager.default.copyItem(atPath: try SampleRecord.path(), toPath: scratch.path("other's.ledger"))
        try allow(false)
    }

    private func allow(_ isWritable: Bool) throws {
        for (path, mode) in [(scratch.path("other's.ledger"), 0o444), (scratch.folder.path, 0o555)] {
            try FileManager.default.setAttributes([.posixPermissions: isWritable ? mode | 0o200 : mode], ofItemAtPath: path)
        }
    }

    private func run(_ command: String) throws -> Command.Result {
        try Command.shell("\(prefix)rapport \(command) --ledger \"other's.ledger\"", in: scratch.folder)
    }

    @Test(
        "is read as any other, and left as it is",
        arguments: [
            "events --format jsonl", "relations", "relation CHN-USA", "stats --json", "search 北约", "check", "export", "dump",
            "timeline CHN-USA",
            "anomalies", "review",
        ])
    func read(command: String) throws {
        defer { try? allow(true) }
        let before = try Data(contentsOf: URL(filePath: scratch.path("other's.ledger")))
        let run = try run(command)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try run.output == Command.shell("rapport \(command) --ledger '\(SampleRecord.path())'", in: scratch.folder).output)
        #expect(try Data(contentsOf: URL(filePath: scratch.path("other's.ledger"))) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["other's.ledger"])
    }

    @Test(
        "is refused to who would write, in a line", arguments: ["build \(Command.sample)", "vacuum", "review --reject x --who a --why b"])
    func write(command: String) throws {
        defer { try? allow(true) }
        let run = try run(command)
        #expect(
            run.status == 1 && run.errors.contains("may not be written") && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["other's.ledger"])
    }

    @Test("is read anew when its owner has built it again", .enabled(if: geteuid() == 0, "takes two users"))
    func rebuilt() throws {
        let archive = try Scratch()
        let page = try archive.write(
            "<!--1687132800000-->\n[会见](https://example.org/1)\n\n------\n\n<p>智利总统博里奇周日在圣地亚哥会见冰岛总理。</p>\n", to: "one.md")
        let ask = #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_events","arguments":{"pair":"CHL-ISL"}}}"#
        let messages = try archive.write(ask + "\n", to: "ask")
        let line = """
            (cat '\(messages)'; sleep 2; rapport build '\(page)' --ledger "other's.ledger" > /dev/null; cat '\(messages)') \
            | \(prefix)rapport mcp --ledger "other's.ledger"
            """
        let answers = try objects(Command.shell(line, in: scratch.folder).output)
        let found = answers.map { answer in
            let content = (answer["result"] as? [String: Any])?["structuredContent"] as? [String: Any]
            return (content?["events"] as? [Any])?.count
        }
        #expect(found.count == 2 && found.last == 1, "\(found)")
    }
}
