import ArgumentParser
import Ledger
import Measure
import Prose
import World

/// A month on the command line: `2021-03`.
struct MonthArgument: ExpressibleByArgument {
    let first: Day

    init?(argument: String) {
        guard argument.utf8.count == 7, let first = Day(iso: argument + "-01") else { return nil }
        self.first = first
    }
}

/// `rapport brief`: a page on a relation and a month.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Write one page on a relation and a month: what happened, who said what, numbers, sources.",
        discussion: """
            The page is Markdown, in English or Chinese; sentences and quotations stay as they were written, each with its link. It uses the \
            same measures as “rapport relation” and “rapport timeline”.

              rapport brief CHN-USA --month 2021-03
              rapport brief CHN-EUR --month 2021-03 --language zh > brief.md
            """)

    @Argument(help: ArgumentHelp("The two parties, such as CHN-USA.", valueName: "a-b"))
    var pair: PairArgument

    @Option(help: ArgumentHelp("The month; else the last of the record's dense months.", valueName: "YYYY-MM"))
    var month: MonthArgument?

    @Option(help: "The language of the page's own words, en or zh.")
    var language: ReportLanguage = .en

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let pair = try knowledge.parties().pair(pair)
        let ledger = try record.open(pair, knowledge)
        let scales = try knowledge.scales()
        guard let day = try month?.first ?? ledger.denseDays()?.upperBound else {
            throw Complaint("\(record.path): no article has a day; name the month with --month")
        }
        let brief = try ledger.brief(of: pair, month: day, scales: scales, groups: try knowledge.outletGroups())
        guard brief.timeline.events > 0 else {
            throw Complaint(
                "\(record.path): no event of \(pair.id) in \(day.iso.prefix(7)); “rapport relation \(pair.id)” shows the months that have some"
            )
        }
        let report = BriefReport(
            brief: brief, names: try PartyNames(knowledge: World.folder(knowledge.folder)), language: language, scales: scales)
        try Output.print(report.lines)
    }
}
