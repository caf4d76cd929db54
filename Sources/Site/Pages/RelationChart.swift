import Ledger
import Measure
import Prose

/// A relation's chart with the table behind it.
struct RelationChart: View {
    let wide: String
    let narrow: String
    /// From the dense months to the whole record, or back; nil where they are the same.
    let span: Choice?
    let rows: [Row]
    let scales: [Choice]
    let note: String
    let marks: [Marked]
    let hasMarks: Bool
    let hasBand: Bool
    let changes: [Change]
    let hasChanges: Bool
    let without: [Without]
    let hasWithout: Bool
    let withoutNote: String
    /// The figures as CSV.
    let seriesTable: String

    struct Row: View {
        let month: String
        let address: String
        let temperature: String
        let score: String
        let cooperation: String
        let conflict: String
        let articles: String
        /// Of the chosen scale; empty where it was not worked out.
        let interval: String
        let isChosen: Bool
    }

    /// An event that the chart names by a number.
    struct Marked: View {
        let number: String
        let event: EventView
    }

    /// When the relation became another.
    struct Change: View {
        let text: String
        let tone: String
        let event: EventView?
    }

    /// A group of outlets without which the last month's value would be another.
    struct Without: View {
        let group: String
        let value: String
    }

    /// The scales that the page offers: the smoothed temperature, the stock that events add to and take from, the mean score of a month's own events.
    private static let offered: [RelationScale] = [.temperature, .stock, .score]

    /// A scale by the name that an address has; nil where the page does not offer it.
    static func scale(_ name: String) -> RelationScale? { offered.first { $0.rawValue == name } }

    /// nil where there is nothing to draw.
    /// - Parameter marked: finds the events to name in a stretch of days.
    init?(
        _ measured: MeasuredRelation, _ pair: Pair, _ filters: RelationFilters, marked: (ClosedRange<Day>) throws -> [EventRecord],
        _ site: Site, _ writer: Writer
    ) throws {
        let series = measured.series
        let points = series.points
        guard let first = points.first, let last = points.last else { return nil }
        let offered = Self.offered.filter { $0 != .stock || series.stock != nil }
        let scale = offered.contains(filters.scale) ? filters.scale : .temperature
        let months = points.map { Self.month($0, measured.readings[$0.id], scale, filters, writer) }
        let events = try marked(first.start...last.end).filter { $0.start != nil }.sorted {
            ($0.start ?? "", $0.id) < ($1.start ?? "", $1.id)
        }
        marks = events.enumerated().map { Marked(number: "\($0 + 1)", event: EventView($1, writer)) }
        hasMarks = !marks.isEmpty
        let from = writer.calendar.date(String(first.start.iso.prefix(7)))
        let to = writer.calendar.date(String(last.start.iso.prefix(7)))
        let description = writer.words.filled(
            "chartDescription", writer.language,
            ["from": from, "to": to, "first": signed(months.first?.score ?? 0), "last": signed(months.last?.score ?? 0)])
        var chart = SeriesChart(
            months: months,
            labels: SeriesChart.Labels(
                title: "\(writer.pair(pair)): \(writer.text("scale-\(scale.rawValue)"))", description: description,
                warmer: writer.text("warmer"), score: writer.text("scale-\(scale.rawValue)"), events: writer.text("chartEvents"),
                articles: writer.text("chartArticles")), limit: Self.limit(months, scale, series),
            marks: events.enumerated().map { index, event in
                SeriesChart.Mark(
                    month: String(event.start?.prefix(7) ?? ""), number: "\(index + 1)", label: EventView(event, writer).headline,
                    address: "/events/\(event.id)")
            })
        wide = chart.draw(id: "series")
        chart.form = .narrow
        narrow = chart.draw(id: "series-narrow")
        span =
            measured.isPart
            ? Choice(
                name: writer.text(filters.isWholeSpan ? "spanDense" : "spanWhole"), address: filters.address(whole: !filters.isWholeSpan),
                isChosen: false) : nil
        rows = points.reversed().filter { $0.events > 0 }.map { Self.row($0, measured.readings[$0.id], filters, writer) }
        scales = offered.map {
            Choice(name: writer.text("scale-\($0.rawValue)"), address: filters.address(scale: $0), isChosen: $0 == scale)
        }
        note = writer.text("scaleNote-\(scale.rawValue)")
        hasBand = months.contains { $0.interval != nil }
        changes = try Self.changes(measured.changes, site, writer)
        hasChanges = !changes.isEmpty
        let latest = points.last { measured.readings[$0.id]?.without.isEmpty == false }
        without = (latest.flatMap { measured.readings[$0.id]?.without } ?? []).prefix(6).map {
            Without(group: writer.group($0.group), value: $0.value.map(signed) ?? "–")
        }
        hasWithout = !without.isEmpty
        seriesTable = Address.table("relations/\(Query.encoded(pair.id))/series", ("by", "month"))
        withoutNote = writer.words.filled(
            "withoutNote", writer.language,
            [
                "month": latest.map { writer.calendar.date(String($0.start.iso.prefix(7))) } ?? "",
                "value": latest.flatMap { Self.value($0, scale) }.map(signed) ?? "–",
            ])
    }

    /// The axis' end: as near as the values let it, in steps that read well.
    private static func limit(_ months: [SeriesChart.Month], _ scale: RelationScale, _ series: Series) -> Double {
        let values = months.flatMap { [$0.score, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self) }
        let most = values.map(abs).max() ?? 0
        return most <= 2 ? 2 : most <= 4 ? 4 : scale == .stock ? series.stock?.range ?? 10 : 10
    }

    private static func month(
        _ point: SeriesPoint, _ reading: Reading?, _ scale: RelationScale, _ filters: RelationFilters, _ writer: Writer
    ) -> SeriesChart.Month {
        let month = String(point.start.iso.prefix(7))
        let score = value(point, scale)
        let label = writer.words.filled(
            "monthLabel", writer.language,
            [
                "month": writer.calendar.date(month),
                "score": (score.map(signed) ?? "–") + (interval(reading).map(writer.bracketed) ?? ""),
                "cooperation": grouped(point.cooperation),
                "conflict": grouped(point.conflict),
                "articles": grouped(point.mentioning), "published": grouped(point.published),
            ])
        return SeriesChart.Month(
            month: month, score: score, cooperation: point.cooperation, conflict: point.conflict, articles: point.mentioning, label: label,
            address: filters.address(month: month), interval: reading?.interval,
            isChosen: filters.range.map { $0.contains(point.start) } ?? false)
    }

    private static func value(_ point: SeriesPoint, _ scale: RelationScale) -> Double? {
        switch scale {
        case .temperature: point.temperature
        case .stock: point.stock
        default: point.scoreMean
        }
    }

    private static func changes(_ changes: [ChangePoint], _ site: Site, _ writer: Writer) throws -> [Change] {
        let events = try site.ledger.events(ids: changes.compactMap { $0.movers.first?.id })
        let byID = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        return changes.map { change in
            Change(
                text: writer.words.filled(
                    "changeText", writer.language,
                    ["week": writer.calendar.date(change.week.iso), "before": signed(change.before), "after": signed(change.after)]),
                tone: change.after > change.before ? "warm" : "cold",
                event: change.movers.first.flatMap { byID[$0.id] }.map { EventView($0, writer) })
        }
    }

    private static func interval(_ reading: Reading?) -> String? {
        reading?.interval.map { "\(signed($0.lowerBound)) … \(signed($0.upperBound))" }
    }

    private static func row(_ point: SeriesPoint, _ reading: Reading?, _ filters: RelationFilters, _ writer: Writer) -> Row {
        let month = String(point.start.iso.prefix(7))
        return Row(
            month: writer.calendar.date(month), address: filters.address(month: month), temperature: signed(point.temperature),
            score: point.scoreMean.map(signed) ?? "–", cooperation: grouped(point.cooperation), conflict: grouped(point.conflict),
            articles: "\(grouped(point.mentioning)) / \(grouped(point.published))", interval: interval(reading) ?? "",
            isChosen: filters.range.map { $0.contains(point.start) } ?? false)
    }
}

/// One of several things to choose.
struct Choice: View {
    let name: String
    let address: String
    let isChosen: Bool
}
