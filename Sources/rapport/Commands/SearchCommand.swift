import ArgumentParser
import Ledger

/// `rapport search`: the record's articles that have some words.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search the texts of a record.",
        discussion: """
            Words may be of any length and in either script: 北约 also finds 北約. Words side by side must all be there; OR, NOT and \
            parentheses combine them, quotation marks keep a phrase together. What is out of place (a NOT with nothing before it) is an error.

              rapport search 北约 乌克兰
              rapport search '"联合声明" (德国 OR 法国) NOT 俄罗斯' --from 2021-03-01 --to 2021-03-31
              rapport search 制裁 --party EUR --order relevance --format jsonl
            """)

    @Argument(help: "Words and phrases, with AND, OR, NOT and parentheses.")
    var words: [String]

    @Option(help: "Only articles of this outlet, by its name.")
    var outlet: String?

    @Option(help: ArgumentHelp("Published on this day or later, YYYY-MM-DD.", valueName: "date"))
    var from: DayArgument?

    @Option(help: ArgumentHelp("Published until this day, itself included.", valueName: "date"))
    var to: DayArgument?

    @Option(help: ArgumentHelp("Only articles that report an event of this state or organisation, such as CHN.", valueName: "party"))
    var party: String?

    @Option(help: "Which come first: newest or relevance (bm25).")
    var order: SearchFilter.Order = .newest

    @Option(parsing: .unconditional, help: "At most so many.")
    var limit = 20

    @Option(help: "What to print: table, jsonl or csv.")
    var format: ListFormat = .table

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        try rapport.validate(limit: limit)
        try rapport.validate(from: from, to: to)
    }

    func run() throws {
        let ledger = try record.openExisting(try knowledge.folding())
        var filter = SearchFilter(text: try ledger.question(words.joined(separator: " ")), limit: limit)
        filter.outlet = try outlet.map { try ledger.outlet(named: $0) }
        filter.from = from?.text
        filter.to = to?.text
        filter.party = try party.map { try knowledge.parties().code($0) }
        filter.order = order
        let result = try ledger.search(filter)
        if result.hits.isEmpty { writeError("no articles found\n") }
        try Output.print(lines(result.hits))
        if format == .table, result.total > result.hits.count {
            writeError("\(grouped(result.hits.count)) of \(grouped(result.total)) articles; --limit shows more\n")
        }
    }

    private func lines(_ hits: [SearchHit]) -> [String] {
        switch format {
        case .table:
            var table = TextTable(header: ["published", "outlet", "title", "words"])
            table.rows = hits.map { hit in
                [hit.article.localDate ?? "-", hit.article.outlet ?? "-", shortened(hit.article.title, to: 40), marked(hit)]
            }
            return table.lines
        case .jsonl:
            return hits.map { hit in
                JSONValue.object([
                    ("id", .string(hit.article.id)), ("published", .text(hit.article.localDate)), ("outlet", .text(hit.article.outlet)),
                    ("title", .string(hit.article.title)), ("url", .text(hit.article.url)), ("snippet", .string(hit.snippet)),
                    ("highlights", .array(hit.highlights.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
                ]).line
            }
        case .csv:
            return [csvLine(["id", "published", "outlet", "title", "url", "snippet"])]
                + hits.map { hit in
                    csvLine([
                        hit.article.id, hit.article.localDate ?? "", hit.article.outlet ?? "", hit.article.title, hit.article.url ?? "",
                        hit.snippet,
                    ])
                }
        }
    }

    /// The snippet with the words asked for between brackets.
    private func marked(_ hit: SearchHit) -> String {
        let scalars = Array(hit.snippet.unicodeScalars)
        let starts = Set(hit.highlights.map(\.lowerBound))
        let ends = Set(hit.highlights.map(\.upperBound))
        var text = String.UnicodeScalarView()
        for (place, scalar) in scalars.enumerated() {
            if ends.contains(place) { text.append("]") }
            if starts.contains(place) { text.append("[") }
            text.append(scalar)
        }
        if ends.contains(scalars.count) { text.append("]") }
        return String(text)
    }
}

extension SearchFilter.Order: ExpressibleByArgument {}
