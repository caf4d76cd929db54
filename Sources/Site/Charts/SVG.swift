/// Builds SVG text: elements with attributes, every text escaped. Colours come from classes, so that a chart follows the page's theme.
struct SVG {
    private(set) var text = ""

    /// An element without children.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<\(name)\(Self.written(attributes))/>"
    }

    /// An element around what the body adds.
    mutating func group(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout SVG) -> Void) {
        text += "<\(name)\(Self.written(attributes))>"
        body(&self)
        text += "</\(name)>"
    }

    /// An element around words.
    mutating func label(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ words: String) {
        text += "<\(name)\(Self.written(attributes))>\(escaped(words))</\(name)>"
    }

    /// A picture with a name and a description for those who do not see it.
    /// - Parameters:
    ///   - id: unique on its page; the name and description are found by it.
    ///   - holdsLinks: whether parts of it lead elsewhere: what is in an `img` is hidden from those who listen.
    static func picture(
        id: String, size: (width: Int, height: Int), cssClass: String, title: String, description: String, holdsLinks: Bool = false,
        _ body: (inout SVG) -> Void
    ) -> String {
        var svg = SVG()
        svg.group(
            "svg",
            [
                "viewBox": "0 0 \(size.width) \(size.height)", "width": "\(size.width)", "height": "\(size.height)", "class": cssClass,
                "role": holdsLinks ? "group" : "img",
                "aria-labelledby": "\(id)-title \(id)-desc",
            ]
        ) { svg in
            svg.label("title", ["id": "\(id)-title"], title)
            svg.label("desc", ["id": "\(id)-desc"], description)
            body(&svg)
        }
        return svg.text
    }

    private static func written(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }
}

/// A coordinate with at most one decimal: charts are drawn to tenths of a pixel.
func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
}
