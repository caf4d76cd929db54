import Ledger
import World

/// Events as lines of one of the formats.
struct EventList {
    let events: [EventRecord]

    /// How events are printed.
    enum Format: String, CaseIterable {
        case table, jsonl, csv, tsv, ics
    }

    func lines(_ format: Format) -> [String] {
        switch format {
        case .table: table.lines
        case .jsonl: events.map { EventList.json($0).line }
        case .csv: [csvLine(EventList.columns)] + events.map { csvLine(EventList.cells($0)) }
        case .tsv: [tsvLine(EventList.columns)] + events.map { tsvLine(EventList.cells($0)) }
        // A calendar's lines end as RFC 5545 wants.
        case .ics: Calendar(name: "rapport", events: events) { "\($0.type.rawValue.lowercased()): \($0.sides)" }.lines.map { $0 + "\r" }
        }
    }

    private var table: TextTable {
        var table = TextTable(header: ["date", "status", "type", "who", "whom", "score", "outlets", "sentence"], numeric: [5, 6])
        for event in events {
            table.rows.append([
                event.days, event.status == .happened ? "" : event.status.rawValue,
                event.type.rawValue + (event.mode.map { " " + $0 } ?? ""), joined(event.actors),
                joined(event.recipients),
                fixed(event.score, 1), "\(event.outlets.count)", shortened(event.sentence.replacing("\n", with: " "), to: 64),
            ])
        }
        return table
    }

    private func joined(_ codes: [String]) -> String { codes.isEmpty ? "-" : codes.joined(separator: ",") }

    static let columns = [
        "id", "start", "end", "precision", "type", "mode", "quad", "score", "cameo", "actors", "recipients", "status", "place", "outlets",
        "voices",
        "articles", "mentions", "confidence", "sentence", "title", "url",
    ]

    static func cells(_ event: EventRecord) -> [String] {
        [
            event.id, event.start ?? "", event.end ?? "", event.precision, event.type.rawValue, event.mode ?? "", event.quad.rawValue,
            fixed(event.score, 1), event.cameo, event.actors.joined(separator: ";"), event.recipients.joined(separator: ";"),
            event.status.rawValue, event.place ?? "", event.outlets.joined(separator: ";"), "\(event.voices)", "\(event.articles)",
            "\(event.mentions)", fixed(event.confidence, 3), event.sentence, event.best.title, event.best.url ?? "",
        ]
    }

    static func json(_ event: EventRecord) -> JSONValue {
        .object([
            ("id", .string(event.id)), ("start", .text(event.start)), ("end", .text(event.end)), ("precision", .string(event.precision)),
            ("type", .string(event.type.rawValue)), ("mode", .text(event.mode)), ("quad", .string(event.quad.rawValue)),
            ("score", .number(event.score)), ("cameo", .string(event.cameo)), ("actors", .texts(event.actors)),
            ("recipients", .texts(event.recipients)), ("status", .string(event.status.rawValue)), ("place", .text(event.place)),
            ("outlets", .texts(event.outlets)), ("voices", .integer(event.voices)), ("articles", .integer(event.articles)),
            ("mentions", .integer(event.mentions)), ("confidence", .number(event.confidence)), ("sentence", .string(event.sentence)),
            ("trigger", .array([.integer(event.trigger.lowerBound), .integer(event.trigger.upperBound)])),
            ("article", .object([("id", .string(event.best.id)), ("title", .string(event.best.title)), ("url", .text(event.best.url))])),
        ])
    }
}
