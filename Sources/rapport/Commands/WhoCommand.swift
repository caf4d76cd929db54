import ArgumentParser
import Coding
import Foundation
import Prose
import World

/// `rapport who`: who somebody is, or who held an office.
struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Show who somebody is, or who held an office on a day.",
        discussion: """
            Looks into the table of office-holders, and into the people that “rapport build” learned from the archive's own \
            introductions: names as the articles give them, foreign spelling, state, PLOVER sector, how often, from when to when. A \
            name may be given in Chinese, in either script, or in Latin letters; the family name is enough.

              rapport who 库普坎
              rapport who "Charles Kupchan" --ledger news.ledger
              rapport who --office 美国国务卿 --on 2020-10-01
              rapport who --learned --limit 300 --format csv > people.csv

            A term's day that is empty is not known or lies open. Learned terms run from the first introduction to the last. The exit \
            code is 1 where nobody is found.
            """)

    @Argument(help: "A name.")
    var name: String?

    @Option(help: ArgumentHelp("An office, after its state or organisation.", valueName: "title"))
    var office: String?

    @Option(help: ArgumentHelp("Who held it on this day.", valueName: "date"))
    var on: DayArgument?

    @Flag(help: "List the people learned, those with most evidence first.")
    var learned = false

    @Option(parsing: .unconditional, help: "At most so many.")
    var limit = 50

    @Option(help: "What to print: table, jsonl or csv.")
    var format: ListFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard [name != nil, office != nil, learned].filter({ $0 }).count == 1 else {
            throw ValidationError("Give a name, or --office with a title such as 美国国务卿, or --learned.")
        }
        try rapport.validate(limit: limit)
    }

    func run() throws {
        let world = try World.load(from: World.folder(knowledge.folder))
        let roster = Roster(try PeopleFile(ledger: record.path).introductions())
        let whoIs = WhoIs(world: world, roster: roster, day: on?.day)
        let found = name.map { whoIs.named($0) } ?? office.map { whoIs.holders(of: $0) } ?? whoIs.learned()
        try Output.print(WhoList(rows: Array(found.prefix(limit))).lines(format))
        if found.isEmpty {
            writeError("nobody found for “\(name ?? office ?? "")”; try another spelling, or learn from an archive with “rapport build”\n")
            throw ExitCode.failure
        }
    }
}
