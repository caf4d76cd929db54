import Measure

/// A triangle as lines of one of the formats.
struct TriangleReport {
    let triangle: Triangle

    func lines(_ format: ListFormat) -> [String] {
        switch format {
        case .table: sparklines + table.lines
        case .jsonl: triangle.steps.map { json($0).line }
        case .csv: [csvLine(columns)] + triangle.steps.map { csvLine(cells($0)) }
        }
    }

    private var sides: [String] { triangle.sides.map(\.pair.id) }
    private var digits: Int { triangle.sides.first?.scale.digits ?? 2 }

    private var sparklines: [String] {
        triangle.sides.map { "\($0.pair.id)  \($0.sparkline(width: outputWidth - $0.pair.id.count - 2))" } + [""]
    }

    private var table: TextTable {
        let leanings = triangle.parties.enumerated().map { index, code in "\(code) to \(others(index).0)" }
        var table = TextTable(header: ["from"] + sides + leanings + ["nearing"], numeric: Set(1...6))
        for step in triangle.steps {
            table.rows.append(
                [step.start.iso] + (step.values + step.leanings).map { $0.map { fixed($0, digits) } ?? "-" } + [
                    step.nearing.map { sides[$0] } ?? ""
                ])
        }
        return table
    }

    /// The two others of a party, in the order asked for.
    private func others(_ index: Int) -> (String, String) {
        let rest = triangle.parties.indices.filter { $0 != index }.map { triangle.parties[$0] }
        return (rest[0], rest[1])
    }

    private var columns: [String] {
        ["from", "to"] + sides + sides.map { "change_\($0)" }
            + triangle.parties.indices.map { "\(triangle.parties[$0])_to_\(others($0).0)" } + ["nearing"]
    }

    private func cells(_ step: TriangleStep) -> [String] {
        [step.start.iso, step.end.iso] + (step.values + step.changes + step.leanings).map { $0.map { fixed($0, 4) } ?? "" }
            + [step.nearing.map { sides[$0] } ?? ""]
    }

    private func json(_ step: TriangleStep) -> JSONValue {
        let named = { (names: [String], values: [Double?]) in JSONValue.object(zip(names, values).map { ($0, .optional($1)) }) }
        return .object([
            ("from", .string(step.start.iso)), ("to", .string(step.end.iso)), ("values", named(sides, step.values)),
            ("changes", named(sides, step.changes)), ("leanings", named(triangle.parties, step.leanings)),
            ("nearing", .text(step.nearing.map { sides[$0] })),
        ])
    }
}
