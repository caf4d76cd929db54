/// The course of a relation: its score above, month by month, and how many events and articles it rests on beneath.
///
/// Both panels share one axis of months, so that a score is read together with how much was reported. Bars upward are cooperation and bars
/// downward conflict; shape tells them apart as well as colour.
struct SeriesChart {
    /// One month of the chart.
    struct Month: Sendable, Equatable {
        /// `YYYY-MM`.
        let month: String
        /// Between −10 and 10; nil where nothing was reported.
        let score: Double?
        let cooperation: Int
        let conflict: Int
        /// Articles that report an event of the pair.
        let articles: Int
        /// What a pointer resting on the month reads.
        let label: String
        /// Where a click on the month leads; nil: nowhere.
        var address: String?
        /// Within which the score lies nine times in ten; nil where it was not worked out.
        var interval: ClosedRange<Double>?
        var isChosen = false
    }

    /// An event that the chart names by a number in its month.
    struct Mark: Sendable, Equatable {
        /// `YYYY-MM`.
        let month: String
        let number: String
        let label: String
        let address: String
    }

    struct Labels: Sendable {
        let title: String
        let description: String
        let warmer: String
        let score: String
        let events: String
        let articles: String
    }

    /// The picture's size and form: a narrow one is drawn for telephones, since scaling down the wide one makes its words too small to read.
    struct Form: Sendable {
        let width: Int
        /// Where the axis of months begins and ends.
        let left: Double
        let right: Double
        let cssClass: String
        /// Whether a pointer resting on a month reads its figures.
        let hasPointers: Bool

        static let wide = Form(width: 960, left: 48, right: 944, cssClass: "series wide", hasPointers: true)
        static let narrow = Form(width: 360, left: 32, right: 356, cssClass: "series narrow", hasPointers: false)
    }

    let months: [Month]
    let labels: Labels
    /// The scale's end.
    var limit = 10.0
    var marks: [Mark] = []
    var form = Form.wide

    static let height = 424
    private var left: Double { form.left }
    private var right: Double { form.right }
    private let marksMiddle = 36.0
    private let scoreTop = 54.0
    private let scoreBottom = 236.0
    private let eventsTop = 264.0
    private let eventsBottom = 334.0
    private let articlesTop = 360.0
    private let articlesBottom = 396.0

    func draw(id: String) -> String {
        SVG.picture(
            id: id, size: (form.width, Self.height), cssClass: form.cssClass, title: labels.title, description: labels.description,
            holdsLinks: !marks.isEmpty || months.contains { $0.address != nil }
        ) { svg in
            drawChosen(&svg)
            drawScale(&svg)
            drawYears(&svg)
            drawBand(&svg)
            drawEvents(&svg)
            drawArticles(&svg)
            drawScore(&svg)
            if form.hasPointers { drawPointers(&svg) }
            drawMarks(&svg)
        }
    }

    private var step: Double { (right - left) / Double(max(1, months.count)) }
    private func hasEvents(_ index: Int) -> Bool { months[index].cooperation + months[index].conflict > 0 }
    private func x(_ index: Int) -> Double { left + step * (Double(index) + 0.5) }
    private func y(_ score: Double) -> Double {
        let middle = (scoreTop + scoreBottom) / 2
        return middle - max(-limit, min(limit, score)) / limit * (scoreBottom - scoreTop) / 2
    }

    private func drawScale(_ svg: inout SVG) {
        for mark in [limit, limit / 2, 0, -limit / 2, -limit] {
            let height = coordinate(y(mark))
            svg.element(
                "line", ["class": mark == 0 ? "zero" : "grid", "x1": coordinate(left), "x2": coordinate(right), "y1": height, "y2": height])
            svg.label(
                "text", ["class": "tick", "x": coordinate(left - 8), "y": coordinate(y(mark) + 4), "text-anchor": "end"],
                mark == 0 ? "0" : "\(mark > 0 ? "+" : "−")\(coordinate(abs(mark)))")
        }
        svg.label("text", ["class": "axis", "x": coordinate(left), "y": "16"], labels.score)
        // In the narrow form the panel of events and the legend say the same.
        if form.hasPointers {
            svg.label("text", ["class": "axis end", "x": coordinate(right), "y": "16", "text-anchor": "end"], labels.warmer)
        }
        svg.label("text", ["class": "axis", "x": coordinate(left), "y": coordinate(eventsTop - 8)], labels.events)
    }

    /// Year lines; under a year and a half every third month is named too. Names keep clear of each other.
    private func drawYears(_ svg: inout SVG) {
        let room = 52.0
        var free = -Double.infinity
        for (index, month) in months.enumerated() {
            let isJanuary = month.month.hasSuffix("-01")
            let place = left + step * Double(index)
            if isJanuary {
                svg.element(
                    "line",
                    [
                        "class": "year", "x1": coordinate(place), "x2": coordinate(place), "y1": coordinate(scoreTop),
                        "y2": coordinate(articlesBottom),
                    ])
            }
            let isNamed = isJanuary || (months.count <= 18 && Self.isQuarter(month.month))
            if isNamed, place >= free, place + 28 <= Double(form.width) {
                let text = isJanuary ? String(month.month.prefix(4)) : month.month
                svg.label("text", ["class": "tick", "x": coordinate(place), "y": coordinate(articlesBottom + 20)], text)
                free = place + room
            }
        }
    }

    private static func isQuarter(_ month: String) -> Bool { ["-04", "-07", "-10"].contains { month.hasSuffix($0) } }

    private func drawEvents(_ svg: inout SVG) {
        let most = Double(max(1, months.map { max($0.cooperation, $0.conflict) }.max() ?? 1))
        let middle = (eventsTop + eventsBottom) / 2
        let half = (eventsBottom - eventsTop) / 2
        let width = max(0.8, min(18, step * 0.72))
        svg.element(
            "line", ["class": "zero", "x1": coordinate(left), "x2": coordinate(right), "y1": coordinate(middle), "y2": coordinate(middle)])
        svg.label(
            "text", ["class": "tick", "x": coordinate(left - 8), "y": coordinate(eventsTop + 8), "text-anchor": "end"], grouped(Int(most)))
        for (index, month) in months.enumerated() {
            let place = coordinate(x(index) - width / 2)
            if month.cooperation > 0 {
                let tall = half * Double(month.cooperation) / most
                svg.element(
                    "rect",
                    [
                        "class": "cooperation", "x": place, "y": coordinate(middle - tall), "width": coordinate(width),
                        "height": coordinate(tall),
                    ])
            }
            if month.conflict > 0 {
                let tall = half * Double(month.conflict) / most
                svg.element(
                    "rect",
                    ["class": "conflict", "x": place, "y": coordinate(middle), "width": coordinate(width), "height": coordinate(tall)])
            }
        }
    }

    private func drawArticles(_ svg: inout SVG) {
        let most = Double(max(1, months.map(\.articles).max() ?? 1))
        let width = max(0.8, min(18, step * 0.72))
        svg.label("text", ["class": "axis", "x": coordinate(left), "y": coordinate(articlesTop - 8)], labels.articles)
        svg.label(
            "text", ["class": "tick", "x": coordinate(left - 8), "y": coordinate(articlesTop + 8), "text-anchor": "end"], grouped(Int(most))
        )
        svg.element(
            "line",
            [
                "class": "zero", "x1": coordinate(left), "x2": coordinate(right), "y1": coordinate(articlesBottom),
                "y2": coordinate(articlesBottom),
            ])
        for (index, month) in months.enumerated() where month.articles > 0 {
            let tall = (articlesBottom - articlesTop) * Double(month.articles) / most
            svg.element(
                "rect",
                [
                    "class": "articles", "x": coordinate(x(index) - width / 2), "y": coordinate(articlesBottom - tall),
                    "width": coordinate(width),
                    "height": coordinate(tall),
                ])
        }
    }

    /// The line passes over months without reports in dashes, so that silence is not read as calm.
    private func drawScore(_ svg: inout SVG) {
        let known = months.indices.compactMap { index in months[index].score.map { (index: index, score: $0) } }
        for (from, to) in zip(known, known.dropFirst()) {
            svg.element(
                "line",
                [
                    "class": to.index == from.index + 1 && hasEvents(from.index) && hasEvents(to.index) ? "line" : "line silent",
                    "x1": coordinate(x(from.index)),
                    "y1": coordinate(y(from.score)),
                    "x2": coordinate(x(to.index)), "y2": coordinate(y(to.score)),
                ])
        }
        let radius = coordinate(max(1.6, min(3.5, step * 0.3)))
        for point in known where hasEvents(point.index) {
            svg.element(
                "circle",
                [
                    "class": point.score < 0 ? "conflict" : "cooperation", "cx": coordinate(x(point.index)),
                    "cy": coordinate(y(point.score)), "r": radius,
                ])
        }
    }

    /// The months that the reader chose, lightly shaded.
    private func drawChosen(_ svg: inout SVG) {
        for (index, month) in months.enumerated() where month.isChosen {
            svg.element(
                "rect",
                [
                    "class": "chosen", "x": coordinate(x(index) - step / 2), "y": coordinate(scoreTop), "width": coordinate(step),
                    "height": coordinate(articlesBottom - scoreTop),
                ])
        }
    }

    /// The interval in which the score lies, as one shape for each run of months that have one.
    private func drawBand(_ svg: inout SVG) {
        var run: [(index: Int, interval: ClosedRange<Double>)] = []
        for index in 0...months.count {
            if index < months.count, let interval = months[index].interval {
                run.append((index, interval))
                continue
            }
            if run.count > 1 {
                let upper = run.map { "\(coordinate(x($0.index))),\(coordinate(y($0.interval.upperBound)))" }
                let lower = run.reversed().map { "\(coordinate(x($0.index))),\(coordinate(y($0.interval.lowerBound)))" }
                svg.element("polygon", ["class": "band", "points": (upper + lower).joined(separator: " ")])
            }
            run = []
        }
    }

    private func drawPointers(_ svg: inout SVG) {
        for (index, month) in months.enumerated() where hasEvents(index) || month.articles > 0 {
            let place: KeyValuePairs<String, String> = [
                "class": "pointer", "x": coordinate(x(index) - step / 2), "y": coordinate(scoreTop), "width": coordinate(step),
                "height": coordinate(articlesBottom - scoreTop),
            ]
            guard let address = month.address else {
                svg.group("rect", place) { $0.label("title", [:], month.label) }
                continue
            }
            svg.group("a", ["href": address, "class": "month-link", "data-month": month.month, "aria-label": month.label]) { svg in
                svg.group("rect", place) { $0.label("title", [:], month.label) }
            }
        }
    }

    /// Numbers above their months; those of one month stand side by side.
    private func drawMarks(_ svg: inout SVG) {
        let places = Dictionary(months.enumerated().map { ($1.month, $0) }) { first, _ in first }
        let room = 20.0
        var free = -Double.infinity
        for mark in marks {
            guard let index = places[mark.month] else { continue }
            let place = min(right - room / 2, max(free, x(index)))
            free = place + room
            svg.group("a", ["href": mark.address, "class": "mark", "aria-label": "\(mark.number). \(mark.label)"]) { svg in
                svg.element(
                    "line",
                    [
                        "class": "mark-line", "x1": coordinate(place), "y1": coordinate(marksMiddle + 9), "x2": coordinate(x(index)),
                        "y2": coordinate(months[index].score.map(y) ?? scoreBottom),
                    ])
                svg.group("circle", ["cx": coordinate(place), "cy": coordinate(marksMiddle), "r": "9"]) {
                    $0.label("title", [:], mark.label)
                }
                svg.label("text", ["x": coordinate(place), "y": coordinate(marksMiddle + 4), "text-anchor": "middle"], mark.number)
            }
        }
    }
}
