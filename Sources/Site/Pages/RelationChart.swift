import Ledger
import Measure

/// A relation's chart with the table behind it.
struct RelationChart: Sendable {
    let wide: String
    let narrow: String
    /// From the dense months to the whole record, or back; nil where they are the same.
    let span: Choice?
    let rows: [Row]
    let scales: [Choice]

    struct Row: Sendable {
        let month: String
        let address: String
        let temperature: String
        let score: String
        let cooperation: String
        let conflict: String
        let articles: String
    }

    /// What a month's point is worth: the smoothed temperature, the stock that events add to and take from, or the mean score of the month's own events.
    enum Scale: String, CaseIterable {
        case temperature, stock, score
    }

    /// nil where there is nothing to draw.
    init?(_ series: Series, _ pair: Pair, _ filters: RelationFilters, _ writer: Writer) {
        let dense = DenseSpan.months(series.points.map(\.published))
        let points = Array(filters.isWholeSpan ? series.points[...] : series.points[dense])
        guard let first = points.first, let last = points.last else { return nil }
        let offered = Scale.allCases.filter { $0 != .stock || series.stock != nil }
        let scale = offered.contains(filters.scale) ? filters.scale : .temperature
        let months = points.map { Self.month($0, scale, writer) }
        let most = months.compactMap(\.score).map(abs).max() ?? 0
        let limit = most <= 2 ? 2 : most <= 4 ? 4 : scale == .stock ? series.stock?.range ?? 10 : 10
        let from = writer.calendar.date(String(first.start.iso.prefix(7)))
        let to = writer.calendar.date(String(last.start.iso.prefix(7)))
        let description = writer.words.filled(
            "chartDescription", writer.language,
            ["from": from, "to": to, "first": signed(months.first?.score ?? 0), "last": signed(months.last?.score ?? 0)])
        var chart = SeriesChart(
            months: months,
            labels: SeriesChart.Labels(
                title: "\(writer.pair(pair)): \(writer.text("scale-\(scale.rawValue)"))", description: description,
                warmer: writer.text("warmer"),
                colder: writer.text("colder"), score: writer.text("scale-\(scale.rawValue)"), events: writer.text("chartEvents"),
                articles: writer.text("chartArticles")), limit: limit)
        wide = chart.draw(id: "series")
        chart.form = .narrow
        narrow = chart.draw(id: "series-narrow")
        span =
            dense.count < series.points.count
            ? Choice(
                name: writer.text(filters.isWholeSpan ? "spanDense" : "spanWhole"), address: filters.address(whole: !filters.isWholeSpan),
                isChosen: false) : nil
        rows = points.reversed().filter { $0.events > 0 }.map { Self.row($0, pair, writer) }
        scales = offered.map {
            Choice(name: writer.text("scale-\($0.rawValue)"), address: filters.address(scale: $0), isChosen: $0 == scale)
        }
    }

    private static func month(_ point: SeriesPoint, _ scale: Scale, _ writer: Writer) -> SeriesChart.Month {
        let name = writer.calendar.date(String(point.start.iso.prefix(7)))
        let score = value(point, scale)
        let label = writer.words.filled(
            "monthLabel", writer.language,
            [
                "month": name, "score": score.map(signed) ?? "–", "cooperation": grouped(point.cooperation),
                "conflict": grouped(point.conflict),
                "articles": grouped(point.mentioning), "published": grouped(point.published),
            ])
        return SeriesChart.Month(
            month: String(point.start.iso.prefix(7)), score: score, cooperation: point.cooperation, conflict: point.conflict,
            articles: point.mentioning, label: label)
    }

    private static func value(_ point: SeriesPoint, _ scale: Scale) -> Double? {
        switch scale {
        case .temperature: point.temperature
        case .stock: point.stock
        case .score: point.scoreMean
        }
    }

    private static func row(_ point: SeriesPoint, _ pair: Pair, _ writer: Writer) -> Row {
        let month = String(point.start.iso.prefix(7))
        return Row(
            month: writer.calendar.date(month), address: "/relations/\(pair.id)?month=\(month)#timeline",
            temperature: signed(point.temperature),
            score: point.scoreMean.map(signed) ?? "–", cooperation: grouped(point.cooperation), conflict: grouped(point.conflict),
            articles: "\(grouped(point.mentioning)) / \(grouped(point.published))")
    }
}

/// One of several things to choose.
struct Choice: Sendable {
    let name: String
    let address: String
    let isChosen: Bool
}
