import ArgumentParser
import Foundation
import Ledger
import Measure
import Prose
import World

extension RelationScale: ExpressibleByArgument {}
extension Step: ExpressibleByArgument {}

/// Which days a command looks at.
struct DaysOptions: ParsableArguments {
    @Option(help: ArgumentHelp("From this day on, YYYY-MM-DD; else from where the record's dense months begin.", valueName: "date"))
    var from: DayArgument?

    @Option(
        help: ArgumentHelp(
            "Until and as of this day; else the last day of the record's dense months, so that a stray article of later years does not count.",
            valueName: "date"))
    var to: DayArgument?

    func validate() throws {
        try rapport.validate(from: from, to: to)
    }

    /// - Throws: where the record has no article of the days, nor of any about them: a measure would go on from what was last known as if nothing had happened.
    func check(in ledger: Ledger, _ record: LedgerOptions) throws {
        guard let dense = try ledger.denseDays(), let last = try ledger.summary().lastDay else { return }
        let end = to == nil ? dense.upperBound.iso : last
        if let from, from.text > end {
            let isAmongStray = end < last && from.text <= last
            let stray = isAmongStray ? ", but for a few articles until \(last); --to \(last) asks for these too" : ""
            throw Complaint("\(record.path): --from \(from.text) is later than the record, which ends on \(end)\(stray)")
        }
        if from == nil, let to, to.day < dense.lowerBound {
            throw Complaint(
                "\(record.path): --to \(to.text) is earlier than the record, which begins on \(dense.lowerBound.iso); what it tells of before, --from asks for"
            )
        }
    }
}

/// How a relation is measured.
struct MeasureOptions: ParsableArguments {
    @OptionGroup var days: DaysOptions

    @Option(help: "The length of a step: day, week or month.")
    var by: Step = .month

    @Option(help: "What is measured: temperature, stock, score, sum, share or events (docs/measure.md).")
    var scale: RelationScale = .temperature

    @Flag(help: "Count only what governments did to governments.")
    var government = false

    var request: CourseRequest {
        var request = CourseRequest(scale: scale, step: by, from: days.from?.day, to: days.to?.day)
        request.isBetweenGovernments = government
        return request
    }
}

extension KnowledgeOptions {
    func scales() throws -> Scales { try Scales.load(from: World.folder(folder)) }

    func outletGroups() throws -> OutletGroups { try OutletGroups.load(from: World.folder(folder)) }
}

extension LedgerOptions {
    /// Opens a record that must have something of a pair.
    func open(_ pair: Pair, _ knowledge: KnowledgeOptions) throws -> Ledger {
        let ledger = try openExisting(try knowledge.folding())
        guard try ledger.relation(pair) != nil else {
            throw Complaint(
                "\(path): no event of \(pair.a) and \(pair.b) that happened on a known day; “rapport relations --of \(pair.a)” lists whom it has relations with"
            )
        }
        return ledger
    }
}
