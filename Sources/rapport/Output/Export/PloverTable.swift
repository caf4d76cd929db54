import Ledger
import World

/// Events in PLOVER's field names (its manual's table of JSON fields), one row each; what PLOVER has no field for stands behind them.
enum PloverTable {
    static let columns: [ExportTable.Column] = [
        .init(name: "id", kind: .text, meaning: "the same in every build of the same articles"),
        .init(name: "date", kind: .date, meaning: "first day; missing where no report tells it"),
        .init(name: "enddate", kind: .date, meaning: "last day"),
        .init(name: "source", kind: .text, meaning: "who acts: codes between semicolons; for joint acts every party"),
        .init(name: "recipient", kind: .text, meaning: "who is acted upon: codes between semicolons"),
        .init(name: "event", kind: .text, meaning: "one of PLOVER's sixteen types"),
        .init(name: "mode", kind: .text, meaning: "PLOVER's mode"),
        .init(name: "context", kind: .text, meaning: "PLOVER's contexts between semicolons"),
        .init(name: "quad_code", kind: .integer, meaning: "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict"),
        .init(name: "event_scale", kind: .number, meaning: "PLOVER's conflict-cooperation score, −10…10"),
        .init(name: "event_loc", kind: .text, meaning: "code of the place"),
        .init(name: "event_text", kind: .text, meaning: "the trigger's words"),
        .init(name: "text", kind: .text, meaning: "the sentence that tells it best"),
        .init(name: "cite_info", kind: .text, meaning: "outlet and headline of that sentence's article"),
        .init(name: "coder", kind: .text, meaning: "the program and its version"),
        .init(name: "url", kind: .text, meaning: "the article's link"),
        .init(name: "date_precision", kind: .text, meaning: "day, week, month, quarter, year, published or unknown"),
        .init(name: "status", kind: .text, meaning: "happened, planned, hypothetical or denied"),
        .init(name: "cameo", kind: .text, meaning: "CAMEO code"),
        .init(name: "voices", kind: .integer, meaning: "reports that do not copy one another"),
        .init(name: "outlets", kind: .text, meaning: "names between semicolons"),
        .init(name: "articles", kind: .integer, meaning: "articles that report it"),
        .init(name: "mentions", kind: .integer, meaning: "sentences that report it"),
        .init(name: "confidence", kind: .number, meaning: "of the best mention, 0…1"),
    ]

    static func table(_ events: [EventRecord], contexts: [String: [String]]) -> ExportTable {
        ExportTable(name: "events", columns: columns, rows: events.map { cells($0, contexts[$0.id] ?? []) })
    }

    private static func cells(_ event: EventRecord, _ contexts: [String]) -> [ExportTable.Cell] {
        [
            .text(event.id), .some(event.start), .some(event.end), .some(event.actors.joined(separator: ";")),
            .some(event.recipients.joined(separator: ";")), .text(event.type.rawValue), .some(event.mode),
            .some(contexts.joined(separator: ";")),
            .integer(event.quad.code), .number(event.score), .some(event.place), .some(event.triggerText), .text(event.sentence),
            .some([event.best.outlet, event.best.title].compactMap { $0 }.joined(separator: ": ")), .text("rapport \(Rapport.version)"),
            .some(event.best.url), .text(event.precision), .text(event.status.rawValue), .text(event.cameo), .integer(event.voices),
            .some(event.outlets.joined(separator: ";")), .integer(event.articles), .integer(event.mentions), .number(event.confidence),
        ]
    }

    /// An event as PLOVER's JSON has it: source and recipient are lists of objects, event is a list.
    static func json(_ event: EventRecord, contexts: [String]) -> JSONValue {
        let parties = { (codes: [String]) in JSONValue.array(codes.map { .object([("code", .string($0))]) }) }
        return .object([
            ("id", .string(event.id)), ("has_event", .boolean(true)), ("date", .text(event.start)), ("enddate", .text(event.end)),
            ("source", parties(event.actors)), ("recipient", parties(event.recipients)), ("event", .texts([event.type.rawValue])),
            ("mode", .text(event.mode)), ("context", .texts(contexts)), ("quad_code", .integer(event.quad.code)),
            ("event_scale", .number(event.score)), ("event_loc", event.place.map { .object([("code", .string($0))]) } ?? .null),
            ("event_text", .texts([event.triggerText])), ("text", .string(event.sentence)),
            (
                "cite_info",
                .object([
                    ("publisher", .text(event.best.outlet)), ("title", .string(event.best.title)), ("url", .text(event.best.url)),
                    ("date", .text(event.best.localDate)),
                ])
            ),
            ("coder", .string("rapport \(Rapport.version)")), ("date_precision", .string(event.precision)),
            ("status", .string(event.status.rawValue)), ("cameo", .string(event.cameo)), ("voices", .integer(event.voices)),
            ("outlets", .texts(event.outlets)), ("articles", .integer(event.articles)), ("mentions", .integer(event.mentions)),
            ("confidence", .number(event.confidence)),
        ])
    }
}

extension QuadClass {
    /// PLOVER's and GDELT's number.
    var code: Int {
        switch self {
        case .verbalCooperation: 1
        case .materialCooperation: 2
        case .verbalConflict: 3
        case .materialConflict: 4
        }
    }
}

extension EventRecord {
    /// The words that tell the event in its best sentence.
    var triggerText: String {
        let scalars = Array(sentence.unicodeScalars)
        return String(String.UnicodeScalarView(scalars[trigger.clamped(to: 0..<scalars.count)]))
    }
}
