import ArgumentParser
import Ledger
import World

/// `rapport events`: the record's events as lines.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "List the events of a record.",
        discussion: """
            An event is what happened, once, however many sentences and outlets report it. States are named by their ISO 3166 codes \
            (CHN, USA), the European Union by EUR, the United Nations by UNO, others as IGO:NATO. Types are PLOVER's.

              rapport events --pair CHN-USA --from 2023-09-01 --to 2023-11-30
              rapport events --type SANCTION --type THREATEN --format csv > conflict.csv
              rapport events --outlet 美国之音 --limit 20 --format jsonl
            """)

    @Option(help: ArgumentHelp("Only between these two, such as CHN-USA.", valueName: "a-b"))
    var pair: PairArgument?

    @Option(help: "Only of this type, such as CONSULT or ACCUSE; may be given several times.")
    var type: [EventType] = []

    @Option(help: ArgumentHelp("From this day on, YYYY-MM-DD.", valueName: "date"))
    var from: DayArgument?

    @Option(help: ArgumentHelp("Until this day, itself included.", valueName: "date"))
    var to: DayArgument?

    @Option(help: "Only those that this outlet reports, by its name.")
    var outlet: String?

    @Option(help: "At most so many, the newest first.")
    var limit = 100

    @Option(help: "What to print: table, jsonl or csv.")
    var format: ListFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be 1 or more.") }
        if let from, let to, from.day > to.day { throw ValidationError("--from \(from.text) is later than --to \(to.text).") }
    }

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding())
        let filter = filter
        let events = try ledger.events(filter)
        let output = Output()
        for line in EventList(events: events).lines(format) { try output.line(line) }
        try output.flush()
        let total = events.count < limit ? events.count : try ledger.count(filter)
        if format == .table, total > events.count {
            writeError("\(grouped(events.count)) of \(grouped(total)) events; --limit shows more\n")
        }
    }

    private var filter: EventFilter {
        var filter = EventFilter()
        filter.pair = pair?.pair
        filter.types = Set(type)
        filter.from = from?.text
        filter.to = to?.text
        filter.outlet = outlet
        filter.limit = limit
        return filter
    }
}
