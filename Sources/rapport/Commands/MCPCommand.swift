import ArgumentParser
import Foundation
import Ledger
import Measure
import Site
import World

/// `rapport mcp`: the record as an assistant's tools, over stdin and stdout.
struct MCPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Let an assistant read a record (Model Context Protocol).",
        discussion: """
            Answers the Model Context Protocol over stdin and stdout, a message a line, until its input ends. An assistant that starts \
            this command can search the record, read a relation, list events with the sentences they rest on, and read an article's \
            codings; it cannot change anything. “rapport serve” answers the same at /mcp.

              rapport mcp --ledger news.ledger

            In an assistant's settings:
              {"mcpServers": {"rapport": {"command": "rapport", "args": ["mcp", "--ledger", "/path/news.ledger"]}}}
            """)

    @OptionGroup var record: LedgerOptions

    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let assistant = Assistant(site: try openSite(record, knowledge) { _, _ in })
        let output = Output()
        while let line = readLine(strippingNewline: true) {
            if line.allSatisfy(\.isWhitespace) { continue }
            guard let answer = assistant.answer(Data(line.utf8)) else { continue }
            try output.line(answer)
            try output.flush()
        }
    }
}
