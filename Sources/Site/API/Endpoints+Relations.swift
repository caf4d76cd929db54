import Ledger
import Measure
import Prose
import World

extension Endpoints {
    static let relations = Endpoint(
        path: "/relations", name: "relations", summary: "Pairs of parties, those with the most events first.",
        parameters: [
            Endpoint.Parameter(name: "party", about: "Only this party's, by its code.", example: "USA"), limit, cursor,
        ], schema: "Relation", isList: true
    ) { site, request in
        let cursor = try request.cursor
        let limit = try request.limit
        let records =
            try request["party"].map {
                Array(
                    try site.ledger.relations(of: $0, limit: cursor.seen + limit + 1, temperature: site.temperature).dropFirst(cursor.seen))
            } ?? site.ledger.relations(limit: limit + 1, offset: cursor.seen, temperature: site.temperature)
        return .list(
            APIAnswer.Rows(
                records, limit: limit, columns: relationColumns, item: RelationData.init, next: { cursor.advanced(by: $0.count) }))
    }

    private static let relationColumns = relationName + quadColumns { $0.quads } + relationFigures
    private static let relationName: Columns<RelationRecord> = [("pair", { $0.pair.id }), ("events", { "\($0.events)" })]
    private static let relationFigures: Columns<RelationRecord> = [
        ("articles", { "\($0.articles)" }), ("first", { $0.firstDay }), ("last", { $0.lastDay }), ("score", { fixed($0.score) }),
        ("temperature", { fixed($0.temperature) }),
    ]

    static let series = Endpoint(
        path: "/relations/{pair}/series", name: "series",
        summary:
            "A pair's course step by step: events, mean score, temperature, stock, and how much was published, so that silence is not read as calm.",
        parts: [pairPart],
        parameters: [
            Endpoint.Parameter(name: "by", about: "How long a step is.", kind: .choice(Step.allCases.map(\.rawValue)), example: "month"),
            Endpoint.Parameter(
                name: "from", about: "First day, on which the first step begins; without it, that of the record.", kind: .day,
                example: "2023-01-01"),
            Endpoint.Parameter(
                name: "to", about: "Last day, on which the last step ends; without it, that of the record.", kind: .day,
                example: "2023-12-31"), limit,
            cursor,
        ], schema: "Step", isList: true
    ) { site, request in
        let pair = try pair(request)
        let step = try request.value("by", else: Step.month)
        let summary = try site.ledger.summary()
        _ = try known(site.ledger.relation(pair, temperature: site.temperature))
        let from = try request.day("from") ?? summary.firstDay
        let to = try request.day("to") ?? summary.lastDay
        let points = try steps(site, pair, step, from, to)
        let cursor = try request.cursor
        return .list(
            APIAnswer.Rows(
                Array(points.dropFirst(cursor.seen)), limit: try request.limit, columns: stepColumns, item: StepData.init,
                next: { cursor.advanced(by: $0.count) }))
    }

    /// A hundred years by the day at the most: a stranger may ask for any span.
    private static let mostSteps = 36_525

    private static func steps(_ site: Site, _ pair: Pair, _ step: Step, _ from: String?, _ to: String?) throws -> [SeriesPoint] {
        guard let first = from.flatMap({ Day(iso: $0) }), let last = to.flatMap({ Day(iso: $0) }), first <= last else { return [] }
        guard last - first <= mostSteps else { throw Refusal(.badRequest, "from and to may be a hundred years apart") }
        return try site.ledger.series(
            of: pair, by: step, from: first, to: last, temperature: site.temperature, stock: site.options.scales?.stock
        )
        .points
    }

    private static let stepColumns = stepName + quadColumns { $0.quads } + stepFigures
    private static let stepName: Columns<SeriesPoint> = [
        ("start", { $0.start.iso }), ("end", { $0.end.iso }), ("events", { "\($0.events)" }),
    ]
    private static let stepFigures: Columns<SeriesPoint> = [
        ("score", { $0.scoreMean.map(fixed) ?? "" }), ("temperature", { fixed($0.temperature) }), ("stock", { $0.stock.map(fixed) ?? "" }),
        ("published", { "\($0.published)" }), ("mentioning", { "\($0.mentioning)" }),
    ]
}

/// A number with four decimals, as tables have it.
func fixed(_ number: Double) -> String {
    let scaled = (number * 10_000).rounded()
    guard scaled.magnitude < 1e15 else { return "\(number)" }
    let whole = Int(scaled.magnitude)
    let decimals = String(whole % 10_000)
    return (scaled < 0 ? "-" : "") + "\(whole / 10_000)." + String(repeating: "0", count: 4 - decimals.count) + decimals
}

/// A column for each quad class.
private func quadColumns<Record>(_ quads: @escaping @Sendable (Record) -> [QuadClass: Int]) -> Columns<Record> {
    QuadClass.allCases.map { quad in
        let cell: @Sendable (Record) -> String = { "\(quads($0)[quad] ?? 0)" }
        return (quad.rawValue.replacing(" ", with: "_"), cell)
    }
}
