import ArgumentParser
import Ledger
import World

extension QuadClass: ExpressibleByArgument {
    /// `verbal-conflict`, or with a blank.
    public init?(argument: String) { self.init(rawValue: argument.lowercased().replacing("-", with: " ")) }
}

extension EventStatus: ExpressibleByArgument {}
extension EventFilter.Order: ExpressibleByArgument {}

/// Which events of a record a command takes.
struct EventFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only between these two, such as CHN-USA or 中国-美国.", valueName: "a-b"))
    var pair: PairArgument?

    @Option(help: ArgumentHelp("Only those of this party, such as CHN, IGO:NATO or 北约.", valueName: "party"))
    var of: String?

    @Option(help: "Only of this type, such as CONSULT or ACCUSE; may be given several times.")
    var type: [EventType] = []

    @Option(help: "Only of this quad class, such as verbal-conflict; may be given several times.")
    var quad: [QuadClass] = []

    @Option(
        help:
            "Only with this status: happened, planned, hypothetical or denied; may be given several times. Else those that happened or are planned."
    )
    var status: [EventStatus] = []

    @Option(help: ArgumentHelp("From this day on, YYYY-MM-DD.", valueName: "date"))
    var from: DayArgument?

    @Option(help: ArgumentHelp("Until this day, itself included.", valueName: "date"))
    var to: DayArgument?

    @Option(help: "Only those that this outlet reports, by its name.")
    var outlet: String?

    @Option(help: "Only those reported in an article that has these words, in either script.")
    var text: String?

    func validate() throws {
        try rapport.validate(from: from, to: to)
    }

    /// - Throws: ``Complaint`` about a party or an outlet that is not known, or words that are no question.
    func filter(_ ledger: Ledger, _ knowledge: KnowledgeOptions) throws -> EventFilter {
        var filter = EventFilter()
        filter.pair = try pair.map { try knowledge.parties().pair($0) }
        filter.code = try of.map { try knowledge.parties().code($0) }
        filter.types = Set(type)
        filter.quads = Set(quad)
        if !status.isEmpty { filter.statuses = Set(status) }
        filter.from = from?.text
        filter.to = to?.text
        filter.outlet = try outlet.map { try ledger.outlet(named: $0) }
        filter.text = try text.map(ledger.question)
        return filter
    }
}
