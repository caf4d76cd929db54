import Ledger
import Measure
import Prose
import World

/// A measured relation as lines of one of the formats.
struct CourseReport {
    let course: Course
    let changes: [ChangePoint]
    /// Those that are named, by id.
    let events: [String: EventRecord]

    func lines(_ format: ListFormat, movers: Int) -> [String] {
        switch format {
        case .table: table(movers)
        case .jsonl: course.readings.map { json($0).line }
        case .csv: [csvLine(CourseReport.columns)] + course.readings.map { csvLine(cells($0)) }
        }
    }

    // MARK: - Text

    private func table(_ movers: Int) -> [String] {
        var table = TextTable(
            header: [
                "from", "to", course.scale.rawValue, "95 % interval", "events", "coop", "conflict", "published", "reporting",
                "with one group of outlets left out",
            ],
            numeric: [2, 3, 4, 5, 6, 7, 8])
        for reading in course.readings {
            let point = reading.point
            table.rows.append([
                point.start.iso, point.end.iso, number(reading.value),
                reading.interval.map { "\(number($0.lowerBound))…\(number($0.upperBound))" } ?? "-",
                "\(point.events)", "\(point.cooperation)", "\(point.events - point.cooperation)", "\(point.published)",
                "\(point.mentioning)",
                lessened(reading),
            ])
        }
        return [heading, course.sparkline(width: outputWidth), ""] + table.lines + moved(course.movers(movers)) + changed
    }

    private var heading: String {
        var words = [
            "\(course.pair.id): \(course.scale.rawValue) by \(course.step.rawValue), \(course.days.lowerBound.iso) to \(course.days.upperBound.iso)"
        ]
        switch course.scale {
        case .temperature:
            words.append(
                "half-life \(fixed(course.scales.temperature.halfLife, 0)) days, scale version \(course.scales.temperature.version)")
        case .stock:
            let stock = course.scales.stock
            words.append("−\(fixed(stock.range, 0))…\(fixed(stock.range, 0)), start and event values ours, version \(stock.version)")
            if let band = course.readings.last?.value.flatMap({ stock.band($0) }) { words.append("now \(band.name) (\(band.english))") }
        default: break
        }
        if course.isBetweenGovernments { words.append("between governments only") }
        return words.joined(separator: "; ")
    }

    private func lessened(_ reading: Reading) -> String {
        let known = reading.without.filter { $0.value != nil }
        guard let low = known.min(by: { ($0.value ?? 0, $0.group) < ($1.value ?? 0, $1.group) }),
            let high = known.max(by: { ($0.value ?? 0, $1.group) < ($1.value ?? 0, $0.group) })
        else { return "-" }
        return "\(number(low.value)) (\(low.group)) … \(number(high.value)) (\(high.group))"
    }

    private func moved(_ movers: [Mover]) -> [String] {
        movers.isEmpty ? [] : ["", "What moved it most"] + movers.map { line($0) }
    }

    private var changed: [String] {
        if changes.isEmpty { return [] }
        return ["", "Weeks in which the mean score changed (binary segmentation, permutation test)"]
            + changes.flatMap { change in
                ["\(change.week.iso)  from \(number(change.before)) to \(number(change.after)), p \(fixed(change.p, 3))"]
                    + change.movers.map { "  " + line($0) }
            }
    }

    private func line(_ mover: Mover) -> String {
        let event = events[mover.id]
        let sides = event?.sides ?? ""
        let sentence = shortened(event?.sentence.replacing("\n", with: " ") ?? "", to: 70)
        return
            "\(mover.change < 0 ? "" : "+")\(fixed(mover.change, course.scale.digits + 1))  \(mover.event.day.iso)  \(mover.event.type.rawValue)  \(sides)  \(count(event?.voices ?? 0, "voice"))  \(sentence)"
    }

    private func number(_ value: Double?) -> String { value.map { fixed($0, course.scale.digits) } ?? "-" }

    // MARK: - Data

    private static let columns =
        [
            "pair", "scale", "from", "to", "value", "low", "high", "events", "verbal_cooperation", "material_cooperation",
            "verbal_conflict",
            "material_conflict", "score_sum", "score_mean", "cooperation_share", "temperature", "stock", "published", "reporting",
            "lowest_without",
            "lowest", "highest_without", "highest", "movers",
        ] + EventType.allCases.map { $0.rawValue.lowercased() }

    private static let quads: [QuadClass] = [.verbalCooperation, .materialCooperation, .verbalConflict, .materialConflict]

    private func cells(_ reading: Reading) -> [String] {
        let point = reading.point
        let known = reading.without.compactMap { group in group.value.map { (group.group, $0) } }
        let low = known.min { ($0.1, $0.0) < ($1.1, $1.0) }
        let high = known.max { ($0.1, $1.0) < ($1.1, $0.0) }
        let exact = { (value: Double?) in value.map { fixed($0, 4) } ?? "" }
        return [
            course.pair.id, course.scale.rawValue, point.start.iso, point.end.iso, exact(reading.value),
            exact(reading.interval?.lowerBound),
            exact(reading.interval?.upperBound), "\(point.events)",
        ] + CourseReport.quads.map { "\(point.quads[$0] ?? 0)" } + [
            exact(point.scoreSum), exact(point.scoreMean), exact(point.cooperationShare), exact(point.temperature), exact(point.stock),
            "\(point.published)", "\(point.mentioning)", low?.0 ?? "", exact(low?.1), high?.0 ?? "", exact(high?.1),
            reading.movers.map(\.id).joined(separator: ";"),
        ] + EventType.allCases.map { "\(point.types[$0] ?? 0)" }
    }

    private func json(_ reading: Reading) -> JSONValue {
        let point = reading.point
        return .object([
            ("pair", .string(course.pair.id)), ("scale", .string(course.scale.rawValue)), ("from", .string(point.start.iso)),
            ("to", .string(point.end.iso)), ("value", .optional(reading.value)),
            ("interval", reading.interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null),
            ("events", .integer(point.events)),
            ("quads", .object(CourseReport.quads.map { ($0.rawValue, .integer(point.quads[$0] ?? 0)) })),
            ("types", .object(EventType.allCases.compactMap { type in point.types[type].map { (type.rawValue, .integer($0)) } })),
            ("score_sum", .number(point.scoreSum)), ("score_mean", .optional(point.scoreMean)),
            ("cooperation_share", .optional(point.cooperationShare)), ("temperature", .number(point.temperature)),
            ("stock", .optional(point.stock)), ("published", .integer(point.published)), ("reporting", .integer(point.mentioning)),
            (
                "without",
                .array(
                    reading.without.map {
                        .object([("group", .string($0.group)), ("value", .optional($0.value)), ("events", .integer($0.events))])
                    })
            ),
            (
                "movers",
                .array(
                    reading.movers.map {
                        .object([
                            ("id", .string($0.id)), ("day", .string($0.event.day.iso)), ("type", .string($0.event.type.rawValue)),
                            ("change", .number($0.change)),
                        ])
                    })
            ),
        ])
    }
}

extension Course {
    /// The values as a row of blocks, lowest to highest; a gap where there is none. Where there are more steps than columns, a block is the mean of several.
    /// - Parameter width: the columns for blocks and legend.
    func sparkline(width: Int) -> String {
        let blocks = Array("▁▂▃▄▅▆▇█")
        let known = readings.compactMap(\.value)
        guard let low = known.min(), let high = known.max() else { return "" }
        let legend = "  \(fixed(low, scale.digits)) … \(fixed(high, scale.digits))"
        let line = Self.means(readings.map(\.value), at: max(1, width - legend.count)).map { value -> Character in
            guard let value else { return " " }
            return blocks[high > low ? Int(((value - low) / (high - low) * Double(blocks.count - 1)).rounded()) : 3]
        }
        return String(line) + legend
    }

    /// At most so many values, each the mean of what is known of its stretch.
    private static func means(_ values: [Double?], at most: Int) -> [Double?] {
        let count = min(most, values.count)
        return (0..<count).map { index in
            let known = values[(index * values.count / count)..<((index + 1) * values.count / count)].compactMap(\.self)
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
    }
}

extension RelationScale {
    /// How many decimals a reader wants.
    var digits: Int {
        switch self {
        case .events: 0
        case .sum: 1
        default: 2
        }
    }
}

extension SeriesPoint {
    var cooperation: Int { (quads[.verbalCooperation] ?? 0) + (quads[.materialCooperation] ?? 0) }
}
