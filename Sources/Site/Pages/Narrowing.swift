import Ledger
import Prose
import World

/// How what a search finds is narrowed down: by type, outlet, party and month.
struct Narrowing: Sendable {
    private let type: EventType?
    private let outlet: String?
    private let party: String?
    private let month: String?
    private let query: Query

    private static let shown = 8
    /// How many events stand above the articles while nothing is chosen.
    private static let few = 8

    init(_ query: Query) {
        type = query["type"].flatMap { EventType(rawValue: $0) }
        outlet = query["outlet"]
        party = query["party"]
        month = query["month"].flatMap { Day(iso: $0 + "-01") == nil ? nil : String($0.prefix(7)) }
        self.query = query
    }

    var isActive: Bool { type != nil || outlet != nil || party != nil || month != nil }

    func events(_ q: String, _ paging: Paging) -> EventFilter {
        var filter = EventFilter()
        filter.text = q
        filter.types = type.map { [$0] } ?? []
        filter.outlet = outlet
        filter.code = party
        (filter.from, filter.to) = days
        (filter.limit, filter.offset) = isActive ? (paging.size, paging.offset) : (Self.few, 0)
        return filter
    }

    /// The articles that have the words, narrowed down likewise; nil where a type is chosen, which an article has not.
    func articles(_ q: String, _ paging: Paging) -> SearchFilter? {
        guard type == nil else { return nil }
        var filter = SearchFilter(text: q, limit: paging.size, offset: paging.offset)
        filter.outlet = outlet
        filter.party = party
        (filter.from, filter.to) = days
        return filter
    }

    /// First and last day of the month.
    private var days: (String?, String?) {
        guard let month, let first = Day(iso: month + "-01") else { return (nil, nil) }
        return (first.iso, (first + (Day.length(first.parts.year, first.parts.month) - 1)).iso)
    }

    /// The values that a reader may narrow down to; those that would leave everything as it is are not offered.
    func views(_ facets: EventFacets, _ visit: Visit, _ writer: Writer) -> [SearchPage.FacetView] {
        let types = facets.types.map { Item($0.value.rawValue, writer.type($0.value), $0.events) }
        let parties = facets.parties.map { Item($0.value, writer.name($0.value), $0.events) }
        let outlets = facets.outlets.map {
            Item($0.value, writer.outlet($0.value), $0.events, lang: writer.foreign(writer.outlet($0.value)))
        }
        let months = facets.months.map { Item($0.value, writer.calendar.date($0.value), $0.events) }
        let busiest = months.sorted { (-$0.count, $1.value) < (-$1.count, $0.value) }.prefix(Self.shown).sorted { $0.value > $1.value }
        return [
            facet("type", "filterType", types, chosen: type?.rawValue, visit, writer),
            facet("party", "facetParty", parties, chosen: party, visit, writer),
            facet("outlet", "filterOutlet", outlets, chosen: outlet, visit, writer),
            facet("month", "facetMonth", Array(busiest), chosen: month, visit, writer),
        ].compactMap(\.self)
    }

    private struct Item {
        let value: String
        let name: String
        let count: Int
        let lang: String?

        init(_ value: String, _ name: String, _ count: Int, lang: String? = nil) {
            self.value = value
            self.name = name
            self.count = count
            self.lang = lang
        }
    }

    private func facet(
        _ key: String, _ name: String, _ items: [Item], chosen: String?, _ visit: Visit, _ writer: Writer
    ) -> SearchPage.FacetView? {
        let shown = chosen == nil ? Array(items.prefix(Self.shown)) : items.filter { $0.value == chosen }
        guard shown.count > (chosen == nil ? 1 : 0) else { return nil }
        let rest = query.with("lang", nil).with("page", nil).with(SearchPage.articlePages, nil)
        return SearchPage.FacetView(
            name: writer.text(name),
            values: shown.map { item in
                let isChosen = item.value == chosen
                return SearchPage.FacetView.Value(
                    name: item.name, lang: item.lang, count: grouped(item.count),
                    address: visit.path + rest.with(key, isChosen ? nil : item.value).text, isChosen: isChosen)
            }, isOpen: true)
    }
}
