import ArgumentParser
import Ledger

/// `rapport relations`: the record's pairs as lines.
struct RelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations",
        abstract: "List the relations of a record, those with the most events first.",
        discussion: """
            Score is the mean of PLOVER's conflict–cooperation scores over the events, from −10 to 10; temperature weighs recent \
            events more, also from −10 to 10, on the last day of the months in which most of the record was published. Only events count that \
            happened on days known to about a week (docs/measure.md): “rapport events --pair” lists those of a month or a year too, so that \
            it has more.

              rapport relations
              rapport relations --of CHN --limit 10
              rapport relations --format csv > relations.csv
            """)

    @Option(help: ArgumentHelp("Only those of this state or organisation, such as CHN or IGO:NATO.", valueName: "party"))
    var of: String?

    @Option(help: ArgumentHelp("The temperature as of this day, YYYY-MM-DD.", valueName: "date"))
    var asOf: DayArgument?

    @Option(parsing: .unconditional, help: "At most so many.")
    var limit = 100

    @Option(help: "What to print: table, jsonl or csv.")
    var format: ListFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        try rapport.validate(limit: limit)
    }

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding())
        let temperature = try knowledge.scales().temperature
        let relations =
            try of.map {
                try ledger.relations(of: try knowledge.parties().code($0), limit: limit, temperature: temperature, asOf: asOf?.day)
            }
            ?? ledger.relations(limit: limit, temperature: temperature, asOf: asOf?.day)
        if relations.isEmpty { writeError("no relations found\n") }
        try Output.print(RelationList(relations: relations).lines(format))
    }
}
