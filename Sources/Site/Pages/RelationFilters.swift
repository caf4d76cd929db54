import Ledger
import Prose
import World

/// What a reader narrows a timeline down to: type, quad class, month; and the chart's scale. Unknown values are left out of account.
struct RelationFilters: Sendable {
    let types: [Option]
    let quads: [Option]
    /// The chosen month, as the reader reads it.
    let month: String?
    let monthValue: String?
    let isActive: Bool
    let clear: String
    let scale: RelationChart.Scale
    /// Whether the chart shows every month rather than those in which most was published.
    let isWholeSpan: Bool
    let filter: EventFilter
    private let query: Query

    struct Option: Sendable {
        let value: String
        let name: String
        let isChosen: Bool
    }

    init(_ query: Query, _ pair: Pair, _ writer: Writer) {
        let type = query["type"].flatMap { EventType(rawValue: $0) }
        let quad = query["quad"].flatMap { QuadClass(slug: $0) }
        let month = query["month"].flatMap(Self.month)
        types = EventType.allCases.map { Option(value: $0.rawValue, name: writer.type($0), isChosen: $0 == type) }
        quads = QuadClass.allCases.map { Option(value: $0.slug, name: writer.quad($0), isChosen: $0 == quad) }
        monthValue = month.map { String($0.first.iso.prefix(7)) }
        self.month = monthValue.map(writer.calendar.date)
        scale = query["scale"].flatMap { RelationChart.Scale(rawValue: $0) } ?? .temperature
        isWholeSpan = query["span"] == "all"
        isActive = type != nil || quad != nil || month != nil
        clear = "/relations/\(pair.id)#timeline"
        var filter = EventFilter(pair: pair)
        filter.types = type.map { [$0] } ?? []
        filter.quads = quad.map { [$0] } ?? []
        filter.from = month?.first.iso
        filter.to = month?.last.iso
        self.filter = filter
        self.query = query
    }

    /// This page with the chart on another scale.
    func address(scale: RelationChart.Scale) -> String {
        address(query.with("scale", scale == .temperature ? nil : scale.rawValue))
    }

    /// This page with the chart over every month, or over the dense ones.
    func address(whole: Bool) -> String { address(query.with("span", whole ? "all" : nil)) }

    private func address(_ query: Query) -> String {
        let text = query.with("lang", nil).text
        return text.isEmpty ? "?" : text
    }

    /// First and last day of `YYYY-MM`; nil for anything else.
    private static func month(_ text: String) -> (first: Day, last: Day)? {
        guard text.utf8.count == 7, let first = Day(iso: text + "-01") else { return nil }
        let (year, month, _) = first.parts
        return (first, first + (Day.length(year, month) - 1))
    }
}
