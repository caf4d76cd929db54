/// A line small enough to stand in a table's cell: how a score went.
enum Sparkline {
    static let width = 120.0
    static let height = 28.0

    /// Draws the values from first to last; a gap (nil) breaks the line. The zero line is drawn where the range holds it.
    /// - Parameters:
    ///   - limit: the scale's end; values lie between −limit and limit.
    ///   - title: what the line says, for those who do not see it.
    static func draw(_ values: [Double?], limit: Double, title: String) -> String {
        var svg = SVG()
        svg.group(
            "svg",
            [
                "viewBox": "0 0 \(Int(width)) \(Int(height))", "width": "\(Int(width))", "height": "\(Int(height))", "class": "sparkline",
                "role": "img",
                "aria-label": title,
            ]
        ) { svg in
            let zero = coordinate(y(0, limit))
            svg.element("line", ["class": "zero", "x1": "0", "x2": coordinate(width), "y1": zero, "y2": zero])
            for run in runs(values) {
                if run.count == 1, let only = run.first {
                    svg.element(
                        "circle",
                        ["class": "dot", "cx": coordinate(x(only.index, values.count)), "cy": coordinate(y(only.value, limit)), "r": "1.5"])
                } else {
                    let points = run.map { "\(coordinate(x($0.index, values.count))),\(coordinate(y($0.value, limit)))" }
                    svg.element("polyline", ["class": "line", "points": points.joined(separator: " ")])
                }
            }
            if let last = values.indices.last(where: { values[$0] != nil }), let value = values[last] {
                svg.element(
                    "circle",
                    [
                        "class": value < 0 ? "end conflict" : "end cooperation", "cx": coordinate(x(last, values.count)),
                        "cy": coordinate(y(value, limit)), "r": "2.5",
                    ])
            }
        }
        return svg.text
    }

    private static func x(_ index: Int, _ count: Int) -> Double {
        count < 2 ? width / 2 : 3 + (width - 6) * Double(index) / Double(count - 1)
    }
    private static func y(_ value: Double, _ limit: Double) -> Double {
        height / 2 - max(-limit, min(limit, value)) / limit * (height / 2 - 3)
    }

    private static func runs(_ values: [Double?]) -> [[(index: Int, value: Double)]] {
        var runs: [[(index: Int, value: Double)]] = [[]]
        for (index, value) in values.enumerated() {
            if let value {
                runs[runs.count - 1].append((index, value))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }
}
