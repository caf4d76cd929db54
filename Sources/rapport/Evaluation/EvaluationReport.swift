import Foundation
import Prose
import World

/// An evaluation as text or JSON. The levels and types stand as `score.py` prints them.
struct EvaluationReport {
    let evaluation: Evaluation
    /// How many errors of each sort to show.
    let errors: Int

    var lines: [String] {
        var lines = [
            "\(evaluation.articles) article\(evaluation.articles == 1 ? "" : "s") scored, \(evaluation.absent.count) absent from the system's output"
        ]
        lines.append(
            left("level", 8) + right("precision", 10) + right("recall", 8) + right("F1", 8) + right("gold", 7) + right("system", 8))
        for level in Evaluation.Level.allCases {
            let count = evaluation.levels[level] ?? Evaluation.Count()
            lines.append(
                left(level.rawValue, 8) + right(decimal(count.precision, 3), 10) + right(decimal(count.recall, 3), 8)
                    + right(decimal(count.f1, 3), 8) + right("\(count.gold)", 7) + right("\(count.found)", 8))
        }
        let shares = fields.map { "\($0.name) \($0.agreement.share.map { "\(rounded($0))" } ?? "-")" }
        lines.append("of matched events: " + shares.joined(separator: ", "))
        return lines + types + outlets + reliability + wrong + missed
    }

    var json: JSONValue {
        let levels = Evaluation.Level.allCases.map { level in (level.rawValue, object(evaluation.levels[level] ?? Evaluation.Count())) }
        let shares = fields.map { ($0.name, JSONValue.optional($0.agreement.share.map(rounded))) }
        return .object(
            levels + shares + [
                ("articles", .integer(evaluation.articles)), ("absent", .integer(evaluation.absent.count)),
                ("types", .object(orderedTypes.map { ($0.rawValue, object(evaluation.types[$0] ?? Evaluation.Count())) })),
                (
                    "outlets",
                    .object(
                        orderedOutlets.map { name, counts in
                            (name, .object([("event", object(counts.event)), ("quote", object(counts.quote))]))
                        })
                ),
                (
                    "reliability",
                    .object([
                        ("error", .optional(evaluation.reliability.error.map(rounded))),
                        ("bins", .array(evaluation.reliability.bins.map(object))),
                    ])
                ),
                ("wrong", .array(evaluation.worst.prefix(errors).map(object))),
                ("missed", .array(evaluation.missed.prefix(errors).map(object))),
            ])
    }

    // MARK: - Private: text

    private var fields: [(name: String, agreement: Evaluation.Agreement)] {
        [("date", evaluation.date), ("mode", evaluation.mode), ("aux", evaluation.aux)]
    }

    private var orderedTypes: [EventType] { EventType.allCases.filter { evaluation.types[$0] != nil } }

    private var orderedOutlets: [(name: String, counts: (event: Evaluation.Count, quote: Evaluation.Count))] {
        evaluation.outlets.sorted { ($1.value.event.gold, $0.key) < ($0.value.event.gold, $1.key) }.map { ($0.key, $0.value) }
    }

    private var types: [String] {
        ["", "by type (event level)"]
            + orderedTypes.map { type in
                let count = evaluation.types[type] ?? Evaluation.Count()
                return "  " + left(type.rawValue, 10) + " P \(decimal(count.precision, 2))  R \(decimal(count.recall, 2))  gold "
                    + right("\(count.gold)", 4) + "  system " + right("\(count.found)", 4)
            }
    }

    private var outlets: [String] {
        var table = TextTable(
            header: ["outlet", "event P", "R", "F1", "gold", "system", "quote F1", "gold", "system"], numeric: Set(1...8))
        for (name, counts) in orderedOutlets {
            table.rows.append(
                [name, decimal(counts.event.precision, 2), decimal(counts.event.recall, 2), decimal(counts.event.f1, 2)]
                    + ["\(counts.event.gold)", "\(counts.event.found)", decimal(counts.quote.f1, 2)]
                    + ["\(counts.quote.gold)", "\(counts.quote.found)"])
        }
        return ["", "by outlet"] + table.lines.map { "  " + $0 }
    }

    private var reliability: [String] {
        guard let error = evaluation.reliability.error else { return [] }
        var table = TextTable(header: ["confidence", "said", "right", "mentions"], numeric: [1, 2, 3])
        for (index, bin) in evaluation.reliability.bins.enumerated() where bin.count > 0 {
            table.rows.append([
                "\(decimal(Double(index) / 10, 1))–\(decimal(Double(index + 1) / 10, 1))", decimal(bin.said, 2), decimal(bin.wasRight, 2),
                "\(bin.count)",
            ])
        }
        return ["", "what confidence is worth"] + table.lines.map { "  " + $0 } + ["  expected calibration error \(decimal(error, 3))"]
    }

    private var wrong: [String] {
        let rows = evaluation.worst.prefix(errors)
        return rows.isEmpty ? [] : ["", "wrong, most confident first"] + rows.map(line)
    }

    private var missed: [String] {
        let rows = evaluation.missed.prefix(errors)
        return rows.isEmpty ? [] : ["", "missed"] + rows.map(line)
    }

    private func line(_ path: String, _ event: ScoredEvent) -> String {
        let sides =
            event.actors.joined(separator: "+") + " -> " + (event.recipients.isEmpty ? "-" : event.recipients.joined(separator: "+"))
        let said = event.confidence.map { decimal($0, 2) + "  " } ?? ""
        return "  " + said + [event.type.rawValue, sides, "[\(text(event.trigger))]", event.date].compactMap { $0 }.joined(separator: " ")
            + " | " + shortened(text(event.sentence), to: 100) + " | " + name(of: path)
    }

    private func name(of path: String) -> String { shortened(String(path.split(separator: "/").last ?? ""), to: 40) }

    private func text(_ wording: Wording) -> String { wording.points.string(0..<wording.points.count) }

    private func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }

    private func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

    // MARK: - Private: JSON

    /// To thousandths, as `score.py` rounds.
    private func rounded(_ value: Double) -> Double { Double(decimal(value, 3)) ?? value }

    private func object(_ count: Evaluation.Count) -> JSONValue {
        .object([
            ("precision", .number(rounded(count.precision))), ("recall", .number(rounded(count.recall))),
            ("f1", .number(rounded(count.f1))),
            ("gold", .integer(count.gold)), ("system", .integer(count.found)),
        ])
    }

    private func object(_ bin: Reliability.Bin) -> JSONValue {
        .object([("said", .number(rounded(bin.said))), ("right", .number(rounded(bin.wasRight))), ("mentions", .integer(bin.count))])
    }

    private func object(_ path: String, _ event: ScoredEvent) -> JSONValue {
        .object([
            ("path", .string(path)), ("type", .string(event.type.rawValue)), ("mode", .text(event.mode)), ("aux", .text(event.aux)),
            ("actors", .texts(event.actors)), ("recipients", .texts(event.recipients)), ("date", .text(event.date)),
            ("trigger", .string(text(event.trigger))), ("sentence", .string(text(event.sentence))),
            ("confidence", .optional(event.confidence)),
        ])
    }
}

/// A number with so many decimals, halves to even as `score.py` rounds them.
private func decimal(_ number: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", number) }

extension Evaluation {
    /// What was found and is wrong, the most confident first.
    var worst: [(path: String, event: ScoredEvent)] {
        spurious.enumerated().sorted { one, other in
            let (left, right) = (one.element.event.confidence ?? 0, other.element.event.confidence ?? 0)
            return left == right ? one.offset < other.offset : left > right
        }.map(\.element)
    }
}
