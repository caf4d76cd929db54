import ArgumentParser
import Ledger
import Measure

/// `rapport relation`: how two parties got along, step by step.
struct RelationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relation",
        abstract: "Measure a relation step by step, with what moved it.",
        discussion: """
            Each line has the value on the scale, the interval that a bootstrap over events gives (95 %), the step's events, how many \
            articles were published and how many of them report on the pair (so that silence is not taken for calm), and the lowest and \
            highest value with one group of outlets left out, by kind or country. Below stand the events that moved it most and the weeks in \
            which it changed. The first line begins on --from, the last ends on --to. The same record gives the same figures every time.

              rapport relation CHN-USA
              rapport relation CHN-EUR --scale stock --by week --from 2021-01-01 --to 2021-06-30
              rapport relation CHN-JPN --government --scale score --format csv > series.csv

            Scales: temperature (mean PLOVER score, events counting half for every 30 days gone by, −10…10), stock (−9…9, in the manner of \
            Tsinghua's great-power data, event values ours), score (mean of the step), sum, share (of cooperation), events. docs/measure.md has \
            each with its formula and source.
            """)

    @Argument(help: ArgumentHelp("The two parties, such as CHN-USA.", valueName: "a-b"))
    var pair: PairArgument

    @OptionGroup var measure: MeasureOptions

    @Option(parsing: .unconditional, help: ArgumentHelp("How many events that moved it are listed below the table.", valueName: "n"))
    var movers = 10

    @Option(help: "What to print: table, jsonl or csv; jsonl has every group of outlets and five events for each step.")
    var format: ListFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard movers >= 0 else { throw ValidationError("--movers must be 0 or more.") }
    }

    func run() throws {
        let pair = try knowledge.parties().pair(pair)
        let ledger = try record.open(pair, knowledge)
        try measure.days.check(in: ledger, record)
        let scales = try knowledge.scales()
        let course = try ledger.course(of: pair, measure.request, scales: scales, groups: try knowledge.outletGroups())
        let changes = try ledger.changePoints(of: pair, in: course.days, sectors: measure.government ? scales.government : nil)
        let report = CourseReport(course: course, changes: changes, events: try events(course, changes, ledger))
        try Output.print(report.lines(format, movers: movers))
    }

    /// The events that the report names, by their ids.
    private func events(_ course: Course, _ changes: [ChangePoint], _ ledger: Ledger) throws -> [String: EventRecord] {
        let named = course.movers(movers) + changes.flatMap(\.movers)
        return Dictionary(try ledger.events(ids: named.map(\.id)).map { ($0.id, $0) }) { first, _ in first }
    }
}
