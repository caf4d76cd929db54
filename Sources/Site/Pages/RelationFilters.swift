import Ledger
import Measure
import Prose
import World

/// What a reader narrows a relation down to: months, type, quad class, outlet, person, governments alone; and the chart's scale. Unknown values are
/// left out of account.
struct RelationFilters: View {
    let types: [Option]
    let quads: [Option]
    let outlets: [Option]
    let people: [Option]
    let isOfficial: Bool
    /// The chosen months, as the reader reads them.
    let months: String?
    let fromValue: String?
    let toValue: String?
    let isActive: Bool
    let clear: String
    let scale: RelationScale
    /// Whether the chart shows every month rather than those in which most was published.
    let isWholeSpan: Bool
    /// What the form keeps besides its own fields.
    let kept: [Kept]
    let filter: EventFilter
    /// First and last chosen day; nil where all are.
    let range: ClosedRange<Day>?
    private let query: Query

    /// What its form shows.
    private enum CodingKeys: CodingKey {
        case types, quads, outlets, people, isOfficial, months, fromValue, toValue, isActive, clear, kept
    }

    struct Option: View {
        let value: String
        let name: String
        let isChosen: Bool
        var optionLang: String?
    }

    struct Kept: View {
        let name: String
        let value: String
    }

    /// - Parameters:
    ///   - outlets: those that reported on the pair.
    ///   - people: those named in its events.
    ///   - government: the sectors whose acts are a government's.
    ///   - end: beyond this day, plans are not listed unless months are chosen.
    init(
        _ query: Query, _ pair: Pair, outlets: [Facet<String>], people: [Facet<PersonKey>], until end: String?, government: Set<String>,
        _ writer: Writer
    ) {
        let type = query["type"].flatMap { EventType(rawValue: $0) }
        let quad = query["quad"].flatMap { QuadClass(slug: $0) }
        let outlet = outlets.first { $0.value == query["outlet"] }?.value
        let person = people.first { Self.value($0.value) == query["person"] }?.value
        isOfficial = query["official"] != nil
        range = Self.range(query)
        types = EventType.allCases.map { Option(value: $0.rawValue, name: writer.type($0), isChosen: $0 == type) }
        quads = QuadClass.allCases.map { Option(value: $0.slug, name: writer.quad($0), isChosen: $0 == quad) }
        self.outlets = outlets.map {
            Option(
                value: $0.value, name: "\(writer.outlet($0.value)) \(grouped($0.events))", isChosen: $0.value == outlet,
                optionLang: writer.foreign(writer.outlet($0.value)))
        }
        self.people = people.map {
            Option(
                value: Self.value($0.value), name: "\(writer.person($0.value)) \(grouped($0.events))", isChosen: $0.value == person,
                optionLang: writer.foreign(writer.person($0.value)))
        }
        fromValue = range.map { String($0.lowerBound.iso.prefix(7)) }
        toValue = range.map { String($0.upperBound.iso.prefix(7)) }
        months = range.map { writer.calendar.span(String($0.lowerBound.iso.prefix(7)), String($0.upperBound.iso.prefix(7))) }
        scale = query["scale"].flatMap { RelationChart.scale($0) } ?? .temperature
        isWholeSpan = query["span"] == "all"
        isActive = type != nil || quad != nil || range != nil || outlet != nil || person != nil || isOfficial
        clear = "\(Address.relation(pair))#timeline"
        kept = ["scale", "span"].compactMap { name in query[name].map { Kept(name: name, value: $0) } }
        var filter = EventFilter(pair: pair)
        filter.types = type.map { [$0] } ?? []
        filter.quads = quad.map { [$0] } ?? []
        filter.outlet = outlet
        filter.person = person
        filter.sectors = isOfficial ? government : nil
        filter.from = range?.lowerBound.iso
        filter.to = range?.upperBound.iso ?? (query["ahead"] == nil ? end : nil)
        self.filter = filter
        self.query = query
    }

    /// This page with the chart on another scale.
    func address(scale: RelationScale) -> String {
        address(query.with("scale", scale == .temperature ? nil : scale.rawValue))
    }

    /// This page with the chart over every month, or over the dense ones.
    func address(whole: Bool) -> String { address(query.with("span", whole ? "all" : nil)) }

    /// This page with one month chosen.
    func address(month: String) -> String {
        address(query.with("from", nil).with("to", nil).with("month", month)) + "#moved"
    }

    private func address(_ query: Query) -> String {
        let text = query.with("lang", nil).with("page", nil).text
        return text.isEmpty ? "?" : text
    }

    /// The events that are left, as CSV.
    var table: String {
        Address.table(
            "events", ("pair", filter.pair?.id), ("type", filter.types.first?.rawValue), ("quad", filter.quads.first?.rawValue),
            ("outlet", filter.outlet), ("person", filter.person?.name), ("party", filter.person.map { $0.code ?? "-" }),
            ("official", isOfficial ? "yes" : nil), ("from", filter.from), ("to", filter.to))
    }

    static func value(_ person: PersonKey) -> String { "\(person.code ?? "-")/\(person.name)" }

    /// `?month=2021-03`, or `?from=2021-01&to=2021-03`, either end of which may be missing.
    private static func range(_ query: Query) -> ClosedRange<Day>? {
        if let month = query["month"].flatMap(month) { return month.first...month.last }
        let from = query["from"].flatMap(month)
        let to = query["to"].flatMap(month)
        guard let first = from?.first ?? to?.first, let last = to?.last ?? from?.last else { return nil }
        return first <= last ? first...last : nil
    }

    /// First and last day of `YYYY-MM`; nil for anything else.
    private static func month(_ text: String) -> (first: Day, last: Day)? {
        guard text.utf8.count == 7, let first = Day(iso: text + "-01") else { return nil }
        let (year, month, _) = first.parts
        return (first, first + (Day.length(year, month) - 1))
    }
}
