import Ledger
import Measure

/// What of a timeline a record holds, as text or JSON.
struct RecallReport {
    let recall: Recall

    var lines: [String] {
        var table = TextTable(header: ["date", "events", "known event", "what happened"], numeric: [1])
        for answer in recall.answers {
            table.rows.append([
                answer.known.first.iso, answer.isFound ? "\(answer.pieces.count)" : "-", answer.id, shortened(answer.known.gist, to: 72),
            ])
        }
        return table.lines + [
            "", "found \(recall.found) of \(recall.answers.count): recall \(fixed(recall.recall, 3))",
            "events each became: \(text(recall.pieces))", "all that match, of any acceptable type: \(text(recall.piecesOfAnyType))",
        ]
    }

    private func text(_ pieces: Recall.Pieces) -> String {
        "median \(fixed(pieces.median, 1)), 90th percentile \(pieces.p90), mean \(fixed(pieces.mean, 2)), at most \(pieces.max)"
    }

    private func members(_ pieces: Recall.Pieces) -> [(String, JSONValue)] {
        [
            ("median", .number(pieces.median)), ("p90", .integer(pieces.p90)), ("mean", .number(pieces.mean)),
            ("max", .integer(pieces.max)),
        ]
    }

    var misses: [String] {
        recall.answers.filter { !$0.isFound }.flatMap { answer -> [String] in
            let known = answer.known
            let heading =
                "\(known.first.iso)  \(known.id)  \(sides(known.actors, known.recipients))  \(known.types.map(\.rawValue).sorted().joined(separator: "/"))"
            let nearest = answer.cause?.nearest ?? []
            return [heading, "  \(known.gist)", "  amiss: \(answer.cause?.rule.rawValue ?? "-")"]
                + nearest.map {
                    "    \($0.start ?? "-")  \($0.type.rawValue)  \($0.sides)  \($0.status.rawValue)  "
                        + shortened($0.sentence.replacing("\n", with: " "), to: 100)
                }
        }
    }

    var json: JSONValue {
        .object([
            ("recall", .number(recall.recall)), ("found", .integer(recall.found)), ("counted", .integer(recall.answers.count)),
            (
                "events_per_happening",
                .object(members(recall.pieces) + [("of_any_type", .object(members(recall.piecesOfAnyType)))])
            ),
            ("happenings", .array(recall.answers.map(object))),
        ])
    }

    private func object(_ answer: Recall.Answer) -> JSONValue {
        .object([
            ("id", .string(answer.id)), ("found", .boolean(answer.isFound)), ("pieces", .texts(answer.pieces.map(\.id))),
            ("events", .texts(answer.events.map(\.id))),
            ("amiss", .text(answer.cause?.rule.rawValue)),
        ])
    }
}
