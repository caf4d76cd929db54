import Hummingbird
import Ledger
import Measure
import Prose
import World

/// `/relations/CHN-USA`: how two parties got along, month by month, with every event behind it.
enum RelationPage {
    struct Body: Sendable {
        let a: String
        let b: String
        let codeA: String
        let codeB: String
        let facts: [Fact]
        let chart: RelationChart?
        let filters: RelationFilters
        let counted: String
        let months: [MonthView]
        let hasEvents: Bool
        let pager: Pager?
    }

    struct Data: Encodable, Sendable {
        let relation: RelationData
        let months: [MonthData]
        let events: [EventData]
        let total: Int
    }

    static let pageSize = 60

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let pair = Pair(id: visit.name) else { throw HTTPError(.notFound) }
        let query = visit.query
        guard let relation = try site.ledger.relation(pair, temperature: site.temperature) else { throw HTTPError(.notFound) }
        guard pair.id == visit.name else {
            return .redirect("/relations/\(Query.encoded(pair.id))\(visit.isTwin ? ".json" : "")\(query.text)")
        }
        let writer = site.writer(visit)
        let summary = try site.ledger.summary()
        let series = try site.ledger.series(
            of: pair, by: .month, from: from(relation, summary), to: summary.lastDay.flatMap { Day(iso: $0) },
            temperature: site.temperature,
            stock: site.options.scales?.stock)
        let filters = RelationFilters(query, pair, writer)
        let paging = Paging(query, size: pageSize)
        var filter = filters.filter
        filter.limit = paging.size
        filter.offset = paging.offset
        let events = try site.ledger.events(filter)
        let total = try site.ledger.count(filter)
        let body = Body(
            a: writer.name(pair.a), b: writer.name(pair.b), codeA: pair.a, codeB: pair.b, facts: facts(relation, series, writer),
            chart: RelationChart(series, pair, filters, writer), filters: filters, counted: writer.count("events", total),
            months: MonthView.months(events, writer), hasEvents: !events.isEmpty,
            pager: paging.pager(total: total, visit, anchor: "#timeline"))
        return .page(
            PageAnswer(
                template: "relation", title: writer.pair(pair), description: writer.text("relationDescription"), section: "relations",
                body: body,
                data: Data(
                    relation: RelationData(relation), months: series.points.map(MonthData.init), events: events.map(EventData.init),
                    total: total), feed: "/feeds/relations/\(Query.encoded(pair.id))"))
    }

    /// The chart begins where the archive does: a 1972 visit told in 2023 is in the timeline, but fifty empty years are not in the chart.
    private static func from(_ relation: RelationRecord, _ summary: LedgerSummary) -> Day? {
        guard let archive = summary.firstDay.flatMap({ Day(iso: $0) }) else { return nil }
        guard let first = Day(iso: relation.firstDay) else { return archive }
        return max(first, archive - 365)
    }

    private static func facts(_ relation: RelationRecord, _ series: Series, _ writer: Writer) -> [Fact] {
        let stock = series.points.last?.stock
        let band = stock.flatMap { series.stock?.band($0) }.map { writer.language == .zh ? $0.name : $0.english }
        let stockFacts = stock.map { [Fact(writer.text("scale-stock"), signed($0), tone: toneOf($0), note: band)] } ?? []
        return [
            Fact(
                writer.text("factTemperature"), signed(relation.temperature), tone: toneOf(relation.temperature), note: writer.text("ofTen")
            )
        ] + stockFacts + [
            Fact(writer.text("factEvents"), grouped(relation.events)), Fact(writer.text("factShare"), percent(relation.cooperationShare)),
            Fact(writer.text("factScore"), signed(relation.score), tone: toneOf(relation.score)),
            Fact(writer.text("factArticles"), grouped(relation.articles)),
            Fact(writer.text("factLast"), writer.calendar.date(relation.lastDay), isWords: true),
        ]
    }
}

/// The events of one month of a timeline.
struct MonthView: Sendable {
    let id: String
    let name: String
    let events: [EventView]

    /// Groups events that stand in order of time; those without a day come under a heading of their own.
    static func months(_ events: [EventRecord], _ writer: Writer) -> [MonthView] {
        var groups: [(month: String, events: [EventRecord])] = []
        for event in events {
            let month = String(event.start?.prefix(7) ?? "")
            if groups.last?.month == month {
                groups[groups.count - 1].events.append(event)
            } else {
                groups.append((month, [event]))
            }
        }
        return groups.map { group in
            MonthView(
                id: group.month.isEmpty ? "undated" : "m-\(group.month)",
                name: group.month.isEmpty ? writer.text("undated") : writer.calendar.date(group.month),
                events: group.events.map { EventView($0, writer) })
        }
    }
}
