import Ledger
import World

/// Relations as lines of one of the formats.
struct RelationList {
    let relations: [RelationRecord]

    func lines(_ format: ListFormat) -> [String] {
        switch format {
        case .table: table.lines
        case .jsonl: relations.map { json($0).line }
        case .csv: [csvLine(RelationList.columns)] + relations.map { csvLine(cells($0)) }
        }
    }

    private static let columns = [
        "pair", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "articles", "first", "last",
        "score", "temperature",
    ]

    private static let quads: [QuadClass] = [.verbalCooperation, .materialCooperation, .verbalConflict, .materialConflict]

    private var table: TextTable {
        var table = TextTable(
            header: ["pair", "events", "cooperation", "conflict", "score", "temperature", "first", "last"], numeric: [1, 2, 3, 4, 5])
        for relation in relations {
            table.rows.append([
                relation.pair.id, "\(relation.events)", "\(relation.cooperation)", "\(relation.conflict)", fixed(relation.score, 1),
                fixed(relation.temperature, 1), relation.firstDay, relation.lastDay,
            ])
        }
        return table
    }

    private func cells(_ relation: RelationRecord) -> [String] {
        [relation.pair.id, "\(relation.events)"] + RelationList.quads.map { "\(relation.quads[$0] ?? 0)" }
            + ["\(relation.articles)", relation.firstDay, relation.lastDay, fixed(relation.score, 3), fixed(relation.temperature, 3)]
    }

    private func json(_ relation: RelationRecord) -> JSONValue {
        .object([
            ("pair", .string(relation.pair.id)), ("events", .integer(relation.events)),
            ("quads", .object(RelationList.quads.map { ($0.rawValue, .integer(relation.quads[$0] ?? 0)) })),
            ("articles", .integer(relation.articles)), ("first", .string(relation.firstDay)), ("last", .string(relation.lastDay)),
            ("score", .number(relation.score)), ("temperature", .number(relation.temperature)),
        ])
    }
}
