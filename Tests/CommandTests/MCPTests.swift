import Foundation
import Testing

@Suite("rapport mcp")
struct MCPTests {
    @Test("answers a message a line until its input ends")
    func stdio() throws {
        let scratch = try Scratch()
        let messages = [
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, "",
            #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_events","arguments":{"limit":1}}}"#,
        ]
        let input = try scratch.write(messages.joined(separator: "\n"), to: "messages")
        let run = try Command.shell("rapport mcp --ledger '\(try SampleRecord.path())' < '\(input)'", in: scratch.folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        let answers = try objects(run.output)
        #expect(answers.compactMap { $0["id"] as? Int } == [1, 2])
        let content = (answers.last?["result"] as? [String: Any])?["structuredContent"] as? [String: Any]
        let event = try #require((content?["events"] as? [[String: Any]])?.first)
        #expect((event["evidence"] as? [Any])?.isEmpty == false)
    }

    @Test("complains where there is no record")
    func missing() throws {
        let run = try Command.run("mcp", "--ledger", "/nowhere/x.ledger")
        #expect(run.status == 1 && run.errors.contains("no such record"))
    }
}
