/// Bars of one count a month: how much was published.
struct MonthBars {
    struct Month: Sendable {
        /// `YYYY-MM`.
        let month: String
        let name: String
        let count: Int
        var address: String?
    }

    private static let height = 120
    private static let top = 18.0
    private static let bottom = 96.0

    /// A picture for wide pages and, since words shrink with a picture, one for telephones.
    static func both(_ months: [Month], id: String, title: String, _ writer: Writer) -> String {
        draw(months, id: id, title: title, width: 720, cssClass: "month-bars wide", writer)
            + draw(months, id: "\(id)-narrow", title: title, cssClass: "month-bars narrow", writer)
    }

    /// - Parameter width: as it is shown, or words grow or shrink with it.
    static func draw(
        _ months: [Month], id: String, title: String, width: Double = 360, cssClass: String = "month-bars", _ writer: Writer
    ) -> String {
        guard let first = months.first, let last = months.last else { return "" }
        let most = max(1, months.map(\.count).max() ?? 1)
        let description = writer.words.filled(
            "monthBars", writer.language, ["from": first.name, "to": last.name, "most": grouped(most)])
        let left = 40.0
        let step = (width - left) / Double(months.count)
        return SVG.picture(id: id, size: (Int(width), height), cssClass: cssClass, title: title, description: description) { svg in
            svg.element(
                "line",
                ["class": "zero", "x1": coordinate(left), "x2": coordinate(width), "y1": coordinate(bottom), "y2": coordinate(bottom)])
            svg.label("text", ["x": coordinate(left - 6), "y": coordinate(top + 8), "text-anchor": "end"], grouped(most))
            svg.label("text", ["x": coordinate(left - 6), "y": coordinate(bottom + 4), "text-anchor": "end"], "0")
            var free = -Double.infinity
            for (index, month) in months.enumerated() {
                let x = left + step * Double(index)
                let tall = (bottom - top) * Double(month.count) / Double(most)
                svg.group(
                    "rect",
                    [
                        "class": "articles", "x": coordinate(x + step * 0.12), "y": coordinate(bottom - tall),
                        "width": coordinate(max(0.8, step * 0.76)),
                        "height": coordinate(tall),
                    ]
                ) { $0.label("title", [:], "\(month.name) · \(grouped(month.count))") }
                let isNamed = month.month.hasSuffix("-01") || index == 0 || months.count <= 18
                if isNamed, x >= free, x + 50 <= width {
                    svg.label("text", ["x": coordinate(x + 1), "y": coordinate(bottom + 18)], month.month)
                    free = x + 64
                }
            }
        }
    }
}

extension Outlook {
    /// The dense months with their articles.
    func monthBars(_ writer: Writer) -> [MonthBars.Month] {
        months[dense].map { MonthBars.Month(month: $0.month, name: writer.calendar.date($0.month), count: $0.articles) }
    }
}
