import Ledger
import World

extension CountBar {
    static func types(_ facets: [Facet<EventType>], _ writer: Writer) -> [CountBar] {
        rows(facets.map { (writer.type($0.value), nil, nil, $0.events) })
    }

    static func people(_ people: [PersonRecord], _ writer: Writer) -> [CountBar] {
        rows(people.map { (writer.person($0.person), Address.person($0.person), nil, $0.mentions) })
    }

    static func people(_ facets: [Facet<PersonKey>], _ writer: Writer) -> [CountBar] {
        rows(facets.map { (writer.person($0.value), Address.person($0.value), nil, $0.events) })
    }

    static func outlets(_ facets: [Facet<String>], limit: Int, _ writer: Writer) -> [CountBar] {
        rows(facets.prefix(limit).map { (writer.outlet($0.value), Address.outlet($0.value), nil, $0.events) })
    }

    static func parties(_ facets: [Facet<String>], _ writer: Writer) -> [CountBar] {
        rows(facets.map { (writer.name($0.value), Address.party($0.value), nil, $0.events) })
    }
}
