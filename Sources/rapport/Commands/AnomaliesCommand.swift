import ArgumentParser
import Ledger
import Measure
import Prose

/// `rapport anomalies`: weeks unlike their year.
struct AnomaliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anomalies",
        abstract: "List weeks in which a pair's events were unlike the year around them.",
        discussion: """
            Each week's events (all, conflict, cooperation) a thousand articles published are compared with the pair's other weeks up to half a year \
            before and after: z is the distance from their median in robust standard deviations; from 3.5 on a week is listed, with its three most \
            reported events.

              rapport anomalies --top 20
              rapport anomalies --pair CHN-EUR --pair CHN-LTU --format jsonl
            """)

    @Option(help: ArgumentHelp("Only of these two; may be given several times.", valueName: "a-b"))
    var pair: [PairArgument] = []

    @Option(
        parsing: .unconditional, help: ArgumentHelp("How many pairs are looked through, those with the most events first.", valueName: "n"))
    var pairs = 50

    @OptionGroup var days: DaysOptions

    @Option(parsing: .unconditional, help: ArgumentHelp("From which z-score on.", valueName: "z"))
    var above = 3.5

    @Option(parsing: .unconditional, help: "At most so many.")
    var top = 20

    @Option(help: "What to print: table, jsonl or csv.")
    var format: ListFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard top > 0, pairs > 0 else { throw ValidationError("--top and --pairs must be 1 or more.") }
    }

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding())
        try days.check(in: ledger, record)
        let wanted = try pair.isEmpty ? ledger.relations(limit: pairs).map(\.pair) : pair.map(knowledge.parties().pair)
        // Weeks are compared over all dense days; the days asked for only choose what is shown. Of one week's figures the farthest stands for all.
        var seen: Set<String> = []
        let found = try ledger.anomalies(of: wanted, above: above).filter { anomaly in
            (days.from.map { anomaly.week + 6 >= $0.day } ?? true) && (days.to.map { anomaly.week <= $0.day } ?? true)
                && seen.insert("\(anomaly.pair) \(anomaly.week.number)").inserted
        }.prefix(top)
        let events = Dictionary(try ledger.events(ids: found.flatMap(\.examples)).map { ($0.id, $0) }) { first, _ in first }
        try Output.print(AnomalyList(anomalies: Array(found), events: events).lines(format))
    }
}
