import ArgumentParser
import Ledger

/// `rapport stats`: how much of what a record holds.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what a record holds.",
        discussion: """
            Articles by month and outlet, events by type and status, how many reports an event has and how many have more than one \
            independent voice.

              rapport stats
              rapport stats --json | jq .types
            """)

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let stats = try record.openExisting(try knowledge.folding()).stats()
        try Output.print(json ? [object(stats).line] : lines(stats))
    }

    private func lines(_ stats: LedgerStats) -> [String] {
        let all = stats.summary
        var table = TextTable(header: ["what", "which", "count"], numeric: [2])
        table.rows = totals(stats).map { [$0.0, "", grouped($0.1)] }
        table.rows.append(["days", "\(all.firstDay ?? "-") – \(all.lastDay ?? "-")", ""])
        for (what, counts) in groups(stats) { table.rows += counts.map { [what, $0.name, grouped($0.count)] } }
        return table.lines
    }

    private func totals(_ stats: LedgerStats) -> [(String, Int)] {
        let all = stats.summary
        return [
            ("articles", all.articles), ("sentences", all.sentences), ("mentions", all.mentions), ("statements", all.statements),
            ("events", all.events), ("confirmed", stats.confirmed), ("relations", all.relations), ("outlets", all.outlets),
            ("bytes", stats.size),
        ]
    }

    private func groups(_ stats: LedgerStats) -> [(String, [LedgerStats.Count])] {
        [
            ("types", stats.types), ("statuses", stats.statuses), ("reports", stats.mentionsOfEvents), ("months", stats.months),
            ("by outlet", stats.outlets), ("reviews", stats.reviews),
        ]
    }

    private func object(_ stats: LedgerStats) -> JSONValue {
        var members: [(String, JSONValue)] = totals(stats).map { ($0.0, .integer($0.1)) }
        members.append(("first_day", .text(stats.summary.firstDay)))
        members.append(("last_day", .text(stats.summary.lastDay)))
        for (what, counts) in groups(stats) {
            members.append((what.replacing(" ", with: "_"), .object(counts.map { ($0.name, .integer($0.count)) })))
        }
        return .object(members)
    }
}
