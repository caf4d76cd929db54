import ArgumentParser
import Ledger
import Measure

/// `rapport triangle`: three parties' relations side by side.
struct TriangleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triangle",
        abstract: "Measure three parties' relations side by side: who moved toward whom.",
        discussion: """
            For A, B and C each line has the values of A–B, A–C and B–C, how each party leans (A's value with B less that with C; B's with A less \
            that with C; C's with A less that with B), and the side that warmed by more than the others' and its own uncertainty, where there is one.

              rapport triangle CHN RUS USA
              rapport triangle CHN EUR USA --scale stock --by week --from 2021-01-01
            """)

    @Argument(help: "Three parties, such as CHN RUS USA; the first is whose choice is asked about.")
    var parties: [String]

    @OptionGroup var measure: MeasureOptions

    @Option(help: "What to print: table, jsonl or csv.")
    var format: ListFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard parties.count == 3 else { throw Self.notThree }
    }

    private static let notThree = ValidationError("Name three different parties, such as CHN RUS USA.")

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding())
        try measure.days.check(in: ledger, record)
        let codes = try parties.map(knowledge.parties().code)
        guard let triangle = try ledger.triangle(codes, measure.request, scales: try knowledge.scales()) else { throw Self.notThree }
        for side in triangle.sides.map(\.pair) where try ledger.relation(side) == nil {
            writeError("\(record.path): no event of \(side.a) and \(side.b) that happened on a known day\n")
        }
        try Output.print(TriangleReport(triangle: triangle).lines(format))
    }
}
