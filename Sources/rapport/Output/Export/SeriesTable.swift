import Ledger
import Measure
import World

/// Relations month by month, one row for each pair and month that has events or coverage.
enum SeriesTable {
    static let columns: [ExportTable.Column] =
        [
            .init(name: "pair", kind: .text, meaning: "two codes in alphabetical order"),
            .init(name: "from", kind: .date, meaning: "first day of the step"),
            .init(name: "to", kind: .date, meaning: "last day of the step"),
            .init(name: "events", kind: .integer, meaning: "that happened on known days"),
            .init(name: "verbal_cooperation", kind: .integer, meaning: "of them"),
            .init(name: "material_cooperation", kind: .integer, meaning: "of them"),
            .init(name: "verbal_conflict", kind: .integer, meaning: "of them"),
            .init(name: "material_conflict", kind: .integer, meaning: "of them"),
            .init(name: "score_sum", kind: .number, meaning: "PLOVER scores over events"),
            .init(name: "score_mean", kind: .number, meaning: "the same"),
            .init(name: "cooperation_share", kind: .number, meaning: "0…1"),
            .init(name: "temperature", kind: .number, meaning: "decayed mean score on the step's last day, −10…10"),
            .init(name: "stock", kind: .number, meaning: "−9…9, event values ours"),
            .init(name: "published", kind: .integer, meaning: "articles published"),
            .init(name: "reporting", kind: .integer, meaning: "articles that report an event of the pair"),
        ] + EventType.allCases.map { .init(name: $0.rawValue.lowercased(), kind: .integer, meaning: "events of this type") }

    static func rows(_ pair: Pair, _ series: Series) -> [[ExportTable.Cell]] {
        series.points.filter { $0.events > 0 || $0.mentioning > 0 }.map { point in
            let quads: [QuadClass] = [.verbalCooperation, .materialCooperation, .verbalConflict, .materialConflict]
            let number = { (value: Double?) in value.map { ExportTable.Cell.number($0) } ?? .missing }
            return [.text(pair.id), .text(point.start.iso), .text(point.end.iso), .integer(point.events)]
                + quads.map { .integer(point.quads[$0] ?? 0) }
                + [
                    .number(point.scoreSum), number(point.scoreMean), number(point.cooperationShare), .number(point.temperature),
                    number(point.stock),
                    .integer(point.published), .integer(point.mentioning),
                ] + EventType.allCases.map { .integer(point.types[$0] ?? 0) }
        }
    }
}
