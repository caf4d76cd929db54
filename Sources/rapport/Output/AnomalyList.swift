import Ledger
import Measure

/// Anomalies as lines of one of the formats.
struct AnomalyList {
    let anomalies: [Anomaly]
    /// Those named as examples, by id.
    let events: [String: EventRecord]

    func lines(_ format: ListFormat) -> [String] {
        switch format {
        case .table: table.lines
        case .jsonl: anomalies.map { json($0).line }
        case .csv: [csvLine(AnomalyList.columns)] + anomalies.map { csvLine(cells($0)) }
        }
    }

    private static let columns = ["week", "pair", "figure", "z", "value", "usual", "events", "published", "examples"]

    private var table: TextTable {
        var table = TextTable(
            header: ["week", "pair", "figure", "z", "events", "a thousand articles", "usual", "most reported"], numeric: [3, 4, 5, 6])
        for anomaly in anomalies {
            let example = anomaly.examples.first.flatMap { events[$0] }
            table.rows.append([
                anomaly.week.iso, anomaly.pair.id, anomaly.figure.rawValue, fixed(anomaly.z, 1), "\(anomaly.events)",
                fixed(anomaly.value, 0),
                fixed(anomaly.usual, 0),
                shortened("\(example?.type.rawValue ?? "") \(example?.sentence.replacing("\n", with: " ") ?? "")", to: 72),
            ])
        }
        return table
    }

    private func cells(_ anomaly: Anomaly) -> [String] {
        [
            anomaly.week.iso, anomaly.pair.id, anomaly.figure.rawValue, fixed(anomaly.z, 3), fixed(anomaly.value, 3),
            fixed(anomaly.usual, 3),
            "\(anomaly.events)", "\(anomaly.published)", anomaly.examples.joined(separator: ";"),
        ]
    }

    private func json(_ anomaly: Anomaly) -> JSONValue {
        .object([
            ("week", .string(anomaly.week.iso)), ("pair", .string(anomaly.pair.id)), ("figure", .string(anomaly.figure.rawValue)),
            ("z", .number(anomaly.z)), ("value", .number(anomaly.value)), ("usual", .number(anomaly.usual)),
            ("events", .integer(anomaly.events)),
            ("published", .integer(anomaly.published)), ("examples", .texts(anomaly.examples)),
        ])
    }
}
