import ArgumentParser
import Foundation
import Ledger
import Measure
import World

extension TimelineFormat: ExpressibleByArgument {}
extension TimelineQuestion.Order: ExpressibleByArgument {}

/// `rapport timeline`: what mattered between two parties.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "List what mattered between two parties, or of one.",
        discussion: """
            The most important events stand on top: those that most independent voices and outlets report, deeds before words. Events of \
            one kind within a few days stand in one line with their number. docs/measure.md has the formula.

              rapport timeline CHN-USA --top 20
              rapport timeline CHN-EUR --from 2021-03-01 --to 2021-03-31 --format md > march.md
              rapport timeline MMR --with CHN --with IND --with THA --order date
              rapport timeline CHN-JPN --type SANCTION --type MOBILIZE --format ics > calendar.ics

            Formats: table, md (Markdown), html (a page that stands alone), csv, ics (for a calendar) and json.
            """)

    @Argument(help: ArgumentHelp("Two parties, such as CHN-USA or 中国-美国, or one, such as MMR.", valueName: "who"))
    var who: String

    @Option(help: ArgumentHelp("Of one party's events, those with this one; may be given several times.", valueName: "party"))
    var with: [String] = []

    @OptionGroup var days: DaysOptions

    @Option(help: "Only of this type, such as CONSULT; may be given several times.")
    var type: [EventType] = []

    @Option(parsing: .unconditional, help: "At most so many lines.")
    var top = 20

    @Option(help: "Whether the lines stand by importance or by date.")
    var order: TimelineQuestion.Order = .importance

    @Option(help: "The language of the report's own words, en or zh.")
    var language: ReportLanguage = .en

    @Option(help: "What to print: table, md, html, csv, ics or json.")
    var format: TimelineFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard top > 0 else { throw ValidationError("--top must be 1 or more.") }
    }

    func run() throws {
        let folder = try World.folder(knowledge.folder)
        let ledger = try record.openExisting(try knowledge.folding())
        try days.check(in: ledger, record)
        let timeline = try ledger.timeline(
            try question(of: subject(try knowledge.parties())), importance: try Scales.load(from: folder).importance)
        guard timeline.events > 0 else {
            throw Complaint(
                "\(record.path): no event of \(who) from \(timeline.days.lowerBound.iso) to \(timeline.days.upperBound.iso); try other days"
            )
        }
        let report = TimelineReport(
            timeline: timeline, names: try PartyNames(knowledge: folder), language: language)
        // A calendar's lines end as RFC 5545 wants.
        try Output.print(report.lines(format).map { format == .ics ? $0 + "\r" : $0 })
    }

    private func subject(_ parties: Parties) throws -> TimelineQuestion.Subject {
        // A party's own name may have a hyphen.
        guard let two = PairArgument(argument: who), (try? parties.code(who)) == nil else {
            return .party(try parties.code(who), with: Set(try with.map(parties.code)))
        }
        guard with.isEmpty else { throw ValidationError("--with goes with one party, such as MMR --with CHN.") }
        return .pair(try parties.pair(two))
    }

    private func question(of subject: TimelineQuestion.Subject) -> TimelineQuestion {
        var question = TimelineQuestion(subject, from: days.from?.day, to: days.to?.day)
        question.types = Set(type)
        question.top = top
        question.order = order
        return question
    }
}
