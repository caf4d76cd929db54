import ArgumentParser
import Foundation
import Ledger
import Measure
import World

/// `rapport export`: the record for other programs.
struct ExportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, tsv, jsonl, parquet, graphml, ics, package
    }

    enum Columns: String, ExpressibleByArgument, CaseIterable {
        case plover, gdelt
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the events of a record for other programs.",
        discussion: """
            csv, tsv and parquet have PLOVER's field names, or with --columns gdelt the 61 columns of GDELT 2.0's event table, one row for \
            each two parties; its rows are facts, so that planned events are left out unless --status asks for them. jsonl is PLOVER's JSON. graphml is a graph of who deals with whom, ics a calendar. package is a folder with \
            events.csv, relations.csv (each pair month by month) and the datapackage.json that tells of every column.

              rapport export --format csv --from 2021-03-01 --to 2021-03-31 > march.csv
              rapport export --format tsv --columns gdelt --no-header > march.export.tsv
              rapport export --format parquet --output events.parquet
              rapport export --format package --output package/

            In Python: pandas.read_parquet("events.parquet"), in DuckDB: FROM 'events.parquet'.
            """)

    @Option(help: "csv, tsv, jsonl, parquet, graphml, ics or package.")
    var format: Format = .csv

    @Option(help: "For csv, tsv and parquet: plover or gdelt.")
    var columns: Columns = .plover

    @Flag(inversion: .prefixedNo, help: "For csv and tsv: the columns' names in the first line; GDELT's own files have none.")
    var header = true

    @Option(name: .shortAndLong, help: ArgumentHelp("The file, or for package the folder; else standard output.", valueName: "path"))
    var output: String?

    @OptionGroup var filters: EventFilterOptions
    @OptionGroup var record: LedgerOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        if columns == .gdelt, ![.csv, .tsv, .parquet].contains(format) {
            throw ValidationError("--columns gdelt goes with --format csv, tsv or parquet, not with \(format.rawValue).")
        }
        if !header, ![.csv, .tsv].contains(format) {
            throw ValidationError("--no-header goes with --format csv or tsv, not with \(format.rawValue).")
        }
        if output == nil, format == .package || format == .parquet {
            throw ValidationError("--format \(format.rawValue) needs --output.")
        }
    }

    func run() throws {
        let names = try PartyNames(knowledge: World.folder(knowledge.folder))
        let ledger = try record.openExisting(try knowledge.folding())
        var filter = try filters.filter(ledger, knowledge)
        // GDELT has no column that tells plans from what happened.
        if columns == .gdelt, filters.status.isEmpty { filter.statuses = [.happened] }
        filter.order = .oldest
        filter.limit = .max
        let events = try ledger.events(filter)
        if events.isEmpty { writeError("no events found\n") }
        switch format {
        case .csv: try write(table(events, ledger, names).csv(header: header))
        case .tsv: try write(table(events, ledger, names).tsv(header: header))
        case .jsonl:
            let contexts = try ledger.contexts()
            try write(events.map { PloverTable.json($0, contexts: contexts[$0.id] ?? []).line })
        case .parquet: try write(Parquet(table: table(events, ledger, names)).bytes)
        case .graphml: try write(GraphML(events: events, names: names).lines)
        case .ics:
            let calendar = Calendar(name: "rapport", events: events) {
                "\($0.type.rawValue.lowercased()): \(names.sides($0.actors, $0.recipients, .en))"
            }
            try write(calendar.lines.map { $0 + "\r" })
        case .package: try package(events, filter, ledger).write(to: output ?? ".")
        }
    }

    private func table(_ events: [EventRecord], _ ledger: Ledger, _ names: PartyNames) throws -> ExportTable {
        switch columns {
        case .plover: PloverTable.table(events, contexts: try ledger.contexts())
        case .gdelt: GdeltTable(names: names).table(events)
        }
    }

    private func package(_ events: [EventRecord], _ filter: EventFilter, _ ledger: Ledger) throws -> DataPackage {
        let scales = try knowledge.scales()
        var relations = ExportTable(name: "relations", columns: SeriesTable.columns)
        let pairs = try filter.pair.map { [$0] } ?? ledger.relations(limit: .max).map(\.pair).sorted()
        for pair in pairs where filter.code.map(pair.contains) ?? true {
            let series = try ledger.series(
                of: pair, by: .month, from: filters.from?.day, to: filters.to?.day, temperature: scales.temperature, stock: scales.stock)
            relations.rows += SeriesTable.rows(pair, series)
        }
        return DataPackage(
            title: "Events and relations from \(record.path)",
            tables: [
                (PloverTable.table(events, contexts: try ledger.contexts()), "Events, in PLOVER's field names."),
                (
                    relations,
                    "Each pair month by month; temperature scale version \(scales.temperature.version), stock scale version \(scales.stock.version)."
                ),
            ])
    }

    private func write(_ lines: [String]) throws {
        guard output == nil else { return try write(Array((lines.joined(separator: "\n") + "\n").utf8)) }
        try Output.print(lines)
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let output else { return }
        try writing(output, mend: "name a file in a folder that you may write to") {
            try Data(bytes).write(to: URL(fileURLWithPath: output))
        }
    }
}
