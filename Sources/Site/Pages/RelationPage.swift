import Hummingbird
import Ledger
import Measure
import Prose
import World

/// `/relations/CHN-USA`: how two parties got along, month by month, with every event behind it.
enum RelationPage {
    struct Body: View {
        let a: String
        let b: String
        let langA: String?
        let langB: String?
        let addressA: String
        let addressB: String
        let asOf: String
        let facts: [Fact]
        let chart: RelationChart?
        let moved: Moved?
        let filters: RelationFilters
        let counted: String
        let months: [MonthView]
        let hasEvents: Bool
        let pager: Pager?
        /// How many events lie beyond the record's end, and where they are listed.
        let ahead: Choice?
        let voices: [Voice]
        let hasVoices: Bool
        let articles: [ArticleView]
        let hasArticles: Bool
        let articleCount: String
    }

    /// What one side said of the other.
    struct Voice: View {
        let name: String
        let statements: [StatementView]
        let isSilent: Bool
    }

    struct Data: Encodable, Sendable {
        let relation: RelationData
        let months: [MonthData]
        let events: [EventData]
        let total: Int
        let statements: [StatementLineData]
        let articles: [ArticleReferenceData]
    }

    static let pageSize = 50

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let pair = Pair(id: visit.name) else { throw HTTPError(.notFound) }
        let query = visit.query
        let outlook = try site.outlook()
        guard let relation = try site.ledger.relation(pair, temperature: site.temperature, asOf: outlook.asOf) else {
            throw HTTPError(.notFound)
        }
        guard pair.id == visit.name else {
            return .redirect("/relations/\(Query.encoded(pair.id))\(visit.isTwin ? ".json" : "")\(query.text)")
        }
        let writer = site.writer(visit)
        let whole = EventFilter(pair: pair)
        let filters = RelationFilters(
            query, pair, outlets: try site.ledger.outlets(whole), people: try site.ledger.people(whole), until: outlook.summary.lastDay,
            government: site.government,
            writer)
        let measured = try MeasuredRelation(site, relation, filters, outlook)
        let series = measured.series
        let paging = Paging(query, size: pageSize)
        var filter = filters.filter
        filter.limit = paging.size
        filter.offset = paging.offset
        let events = try site.ledger.events(filter)
        let total = try site.ledger.count(filter)
        let statements = try PairStatements(site, pair, filters.range)
        let articles = try articles(site, pair, filters.range)
        let chart = try RelationChart(measured, pair, filters, marked: marked(site, pair, filters), site, writer)
        let body = Body(
            a: writer.name(pair.a), b: writer.name(pair.b), langA: writer.foreign(writer.name(pair.a)),
            langB: writer.foreign(writer.name(pair.b)), addressA: Address.party(pair.a), addressB: Address.party(pair.b),
            asOf: writer.asOf(outlook), facts: facts(relation, series, outlook, writer), chart: chart,
            moved: try Moved(measured, filters, site, writer), filters: filters,
            counted: writer.count(filters.isActive ? "events" : "eventsOfAll", total),
            months: MonthView.months(events, writer), hasEvents: !events.isEmpty,
            pager: paging.pager(total: total, visit, anchor: "#timeline"),
            ahead: try ahead(site, filters, outlook, writer),
            voices: [(pair.a, statements.a), (pair.b, statements.b)].map { code, said in
                Voice(name: writer.name(code), statements: said.map { StatementView($0, writer) }, isSilent: said.isEmpty)
            }, hasVoices: !statements.isEmpty, articles: articles.shown.map { ArticleView($0, writer) },
            hasArticles: !articles.shown.isEmpty,
            articleCount: writer.count("articles", articles.total))
        return .page(
            PageAnswer(
                template: "relation", title: writer.pair(pair), description: writer.text("relationDescription"), section: "relations",
                body: body,
                data: Data(
                    relation: RelationData(relation), months: series.points.map(MonthData.init), events: events.map(EventData.init),
                    total: total, statements: (statements.a + statements.b).map(StatementLineData.init),
                    articles: articles.shown.map(ArticleReferenceData.init)),
                feed: "/feeds/relations/\(Query.encoded(pair.id))", table: filters.table))
    }

    /// The events that most outlets reported: those that a chart names.
    private static func marked(_ site: Site, _ pair: Pair, _ filters: RelationFilters) -> (ClosedRange<Day>) throws -> [EventRecord] {
        { span in
            var filter = EventFilter(pair: pair)
            filter.sectors = filters.filter.sectors
            filter.statuses = [.happened]
            filter.from = span.lowerBound.iso
            filter.to = span.upperBound.iso
            filter.order = .mostReported
            filter.limit = 6
            return try site.ledger.events(filter)
        }
    }

    private static func articles(_ site: Site, _ pair: Pair, _ range: ClosedRange<Day>?) throws -> (shown: [ArticleReference], total: Int) {
        var filter = ArticleFilter()
        filter.pair = pair
        filter.from = range?.lowerBound.iso
        filter.to = range?.upperBound.iso
        filter.limit = 12
        return (try site.ledger.articles(filter), try site.ledger.count(filter))
    }

    private static func ahead(_ site: Site, _ filters: RelationFilters, _ outlook: Outlook, _ writer: Writer) throws -> Choice? {
        guard filters.range == nil, filters.filter.to != nil, let last = outlook.summary.lastDay.flatMap({ Day(iso: $0) }) else {
            return nil
        }
        var filter = filters.filter
        filter.from = (last + 1).iso
        filter.to = nil
        let count = try site.ledger.count(filter)
        return count == 0 ? nil : Choice(name: writer.count("ahead", count), address: "?ahead=1#timeline", isChosen: false)
    }

    private static func facts(_ relation: RelationRecord, _ series: Series, _ outlook: Outlook, _ writer: Writer) -> [Fact] {
        let point = outlook.asOf.flatMap { day in series.points.last { $0.start <= day } } ?? series.points.last
        let band = point?.stock.flatMap { series.stock?.band($0) }.map { writer.language == .zh ? $0.name : $0.english }
        let stockFacts = point?.stock.map { [Fact(writer.text("scale-stock"), signed($0), tone: toneOf($0), note: band)] } ?? []
        return [
            Fact(
                writer.text("factTemperature"), signed(relation.temperature), tone: toneOf(relation.temperature), note: writer.text("ofTen")
            )
        ] + stockFacts + [
            Fact(writer.text("factEvents"), grouped(relation.events), note: writer.text("status-happened")),
            Fact(writer.text("factShare"), percent(relation.cooperationShare)),
            Fact(writer.text("factScore"), signed(relation.score), tone: toneOf(relation.score)),
            Fact(writer.text("factArticles"), grouped(relation.articles)),
        ]
    }
}
