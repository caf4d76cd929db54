import ArgumentParser
import Ledger

extension EventList.Format: ExpressibleByArgument {}

/// `rapport events`: the record's events as lines.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "List the events of a record.",
        discussion: """
            An event is what happened, once, however many sentences and outlets report it. States are named by their ISO 3166 codes \
            (CHN, USA), the European Union by EUR, the United Nations by UNO, others as IGO:NATO; they may be asked for by name too \
            (中国, NATO, 北约). Types are PLOVER's.

              rapport events --pair CHN-USA --from 2023-09-01 --to 2023-11-30
              rapport events --type SANCTION --type THREATEN --format csv > conflict.csv
              rapport events --of IGO:NATO --quad material-conflict --order mostReported
              rapport events --text 稀土 --outlet 美国之音 --limit 20 --format jsonl

            “rapport relations” and the other measures count only events that happened on days known to about a week (docs/measure.md), and so \
            fewer than stand here, where those of a month, of a year or of no known day are listed too, and planned ones unless --status says else.

            “rapport export” writes them in PLOVER's and GDELT's columns, as a graph, as Parquet or as a data package.
            """)

    @OptionGroup var filters: EventFilterOptions

    @Option(help: "newest, oldest or mostReported first.")
    var order: EventFilter.Order = .newest

    @Option(parsing: .unconditional, help: "At most so many.")
    var limit = 100

    @Option(help: "What to print: table, jsonl, csv, tsv or ics (for a calendar).")
    var format: EventList.Format = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        try rapport.validate(limit: limit)
    }

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding())
        var filter = try filters.filter(ledger, knowledge)
        filter.order = order
        filter.limit = limit
        let events = try ledger.events(filter)
        try Output.print(EventList(events: events).lines(format))
        if events.isEmpty { writeError("no events found\n") }
        let total = events.count < limit ? events.count : try ledger.count(filter)
        if format == .table, total > events.count {
            writeError("\(grouped(events.count)) of \(grouped(total)) events; --limit shows more\n")
        }
    }
}
