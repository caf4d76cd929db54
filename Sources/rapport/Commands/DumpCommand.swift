import ArgumentParser
import Ledger

/// `rapport dump`: all of the record as text.
struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print a whole record as lines of JSON.",
        discussion: """
            Two records made of the same articles give the same lines, byte for byte, in whatever order the articles were read and on \
            however many cores: compare records with cmp, or keep the lines under version control.

              rapport dump --ledger news.ledger > news.jsonl
              cmp <(rapport dump --ledger a.ledger) <(rapport dump --ledger b.ledger)
            """)

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let output = Output()
        try record.openExisting(try knowledge.folding()).dump { try output.line($0) }
        try output.flush()
    }
}
