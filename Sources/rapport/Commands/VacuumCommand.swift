import ArgumentParser
import Ledger

/// `rapport vacuum`: the record without what deleted rows left behind.
struct VacuumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacuum",
        abstract: "Make a record's file as small as it can be.",
        discussion: """
            Worth the while after many articles were coded anew. Needs as much room beside the file as the file takes; what the record \
            holds does not change.

              rapport vacuum --ledger news.ledger
            """)

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let sizes = try record.openExisting(try knowledge.folding(), toWrite: true).vacuum()
        try Output.print([
            "\(record.path): \(fixed(Double(sizes.before) / 1e6, 1)) MB before, \(fixed(Double(sizes.after) / 1e6, 1)) MB now"
        ])
    }
}
