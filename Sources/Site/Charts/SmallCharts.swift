/// Bars and scales of one value each, small enough to stand in a line.
enum SmallCharts {
    /// A bar of two parts: the share that is cooperation, the rest conflict.
    static func share(_ cooperation: Double, title: String) -> String {
        bar([("cooperation", cooperation), ("conflict", 1 - cooperation)], cssClass: "share", title: title)
    }

    /// A bar filled to a share of its length.
    static func part(_ share: Double) -> String { bar([("cooperation", share), ("track", 1 - share)], cssClass: "part", title: nil) }

    /// PLOVER's scale from −10 to 10 with one score marked on it.
    static func scale(_ score: Double, title: String) -> String {
        let x = 12 + (max(-10, min(10, score)) + 10) / 20 * 376
        var svg = SVG()
        svg.group("svg", ["viewBox": "0 0 400 44", "class": "scale", "role": "img", "aria-label": title]) { svg in
            svg.element("rect", ["class": "conflict", "x": "12", "y": "12", "width": "188", "height": "4", "opacity": "0.35"])
            svg.element("rect", ["class": "cooperation", "x": "200", "y": "12", "width": "188", "height": "4", "opacity": "0.35"])
            svg.element("circle", ["class": score < 0 ? "conflict" : "cooperation", "cx": coordinate(x), "cy": "14", "r": "7"])
            for (mark, place) in [("−10", "12"), ("−5", "106"), ("0", "200"), ("+5", "294"), ("+10", "388")] {
                svg.label("text", ["x": place, "y": "38", "text-anchor": "middle"], mark)
            }
        }
        return svg.text
    }

    private static func bar(_ parts: [(cssClass: String, share: Double)], cssClass: String, title: String?) -> String {
        var svg = SVG()
        let name: KeyValuePairs<String, String> =
            title.map {
                ["viewBox": "0 0 100 10", "preserveAspectRatio": "none", "class": cssClass, "role": "img", "aria-label": $0]
            } ?? ["viewBox": "0 0 100 10", "preserveAspectRatio": "none", "class": cssClass, "aria-hidden": "true"]
        svg.group("svg", name) { svg in
            var x = 0.0
            for part in parts {
                let width = max(0, min(1, part.share)) * 100
                if width > 0 {
                    svg.element("rect", ["class": part.cssClass, "x": coordinate(x), "y": "0", "width": coordinate(width), "height": "10"])
                }
                x += width
            }
        }
        return svg.text
    }
}
