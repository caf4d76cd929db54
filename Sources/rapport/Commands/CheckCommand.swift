import ArgumentParser
import Ledger

/// `rapport check`: is the record sound?
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check that a record is sound.",
        discussion: """
            Reads all of it: the file's own structure, that every offset slices to its words, that nothing points at what is not there, \
            and that counts agree. Prints what is wrong, a line each; the exit code is 0 where all is well and 1 where something is not. \
            What a build left undone that was stopped half-way is named too: run it again to finish it.

              rapport check --ledger news.ledger
            """)

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding())
        let problems = try ledger.check()
        let output = Output()
        for problem in problems { try output.line(problem) }
        if problems.isEmpty {
            let summary = try ledger.summary()
            try output.line(
                "Sound: \(count(summary.articles, "article")), \(count(summary.mentions, "mention")), \(count(summary.events, "event"))")
        }
        try output.flush()
        if !problems.isEmpty { throw ExitCode.failure }
    }
}
