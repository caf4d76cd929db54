import Hummingbird
import Ledger
import Prose

/// `/days/2021-03-18`: what happened on a day, what was published and said.
enum DayPage {
    struct Body: View {
        let date: String
        let previous: Choice?
        let next: Choice?
        let facts: [Fact]
        let events: [EventView]
        let hasEvents: Bool
        let pager: Pager?
        let pairs: [CountBar]
        let hasPairs: Bool
        let statements: [StatementView]
        let hasStatements: Bool
        let articles: [ArticleView]
        let hasArticles: Bool
        let articleCount: String
    }

    struct Data: Encodable, Sendable {
        let day: String
        let events: [EventData]
        let total: Int
        let articles: [ArticleReferenceData]
        let statements: [StatementLineData]
    }

    private static let pageSize = 30

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let day = Day(iso: visit.name), day.iso == visit.name else { throw HTTPError(.notFound) }
        let writer = site.writer(visit)
        let outlook = try site.outlook()
        var filter = EventFilter()
        filter.from = day.iso
        filter.to = day.iso
        filter.order = .mostReported
        let total = try site.ledger.count(filter)
        let whole = filter
        let paging = Paging(visit.query, size: pageSize)
        filter.limit = paging.size
        filter.offset = paging.offset
        let events = try site.ledger.events(filter)
        var articleFilter = ArticleFilter()
        articleFilter.from = day.iso
        articleFilter.to = day.iso
        articleFilter.limit = 60
        let articles = try site.ledger.articles(articleFilter)
        let published = try site.ledger.count(articleFilter)
        var saying = StatementFilter()
        saying.from = day.iso
        saying.to = day.iso
        saying.sectors = site.government
        saying.atLeast = 14
        saying.limit = 8
        let statements = try site.ledger.statements(saying)
        guard total + published > 0 else { throw HTTPError(.notFound) }
        let pairs = try site.ledger.pairs(whole, limit: 10)
        let neighbours = try site.ledger.neighbours(of: day, until: outlook.summary.lastDay.flatMap { Day(iso: $0) })
        let body = Body(
            date: writer.calendar.date(day.iso), previous: choice(neighbours.before, writer), next: choice(neighbours.after, writer),
            facts: [
                Fact(writer.text("factEvents"), grouped(total)), Fact(writer.text("factPublished"), grouped(published)),
            ], events: events.map { EventView($0, writer) }, hasEvents: !events.isEmpty,
            pager: paging.pager(total: total, visit, anchor: ""),
            pairs: CountBar.rows(pairs.map { (writer.pair($0.value), Address.relation($0.value), nil, $0.events) }),
            hasPairs: !pairs.isEmpty,
            statements: statements.map { StatementView($0, writer) }, hasStatements: !statements.isEmpty,
            articles: articles.map { ArticleView($0, writer) }, hasArticles: !articles.isEmpty,
            articleCount: writer.count("articles", published))
        return .page(
            PageAnswer(
                template: "day", title: body.date, description: writer.words.filled("dayDescription", writer.language, ["date": body.date]),
                body: body,
                data: Data(
                    day: day.iso, events: events.map(EventData.init), total: total, articles: articles.map(ArticleReferenceData.init),
                    statements: statements.map(StatementLineData.init)),
                table: Address.table("events", ("from", day.iso), ("to", day.iso))))
    }

    private static func choice(_ day: Day?, _ writer: Writer) -> Choice? {
        day.map { Choice(name: writer.calendar.date($0.iso), address: Address.day($0.iso), isChosen: false) }
    }
}
