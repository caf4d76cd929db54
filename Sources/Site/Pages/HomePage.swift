import Ledger
import Prose

/// `/`: what the record is, what happened lately, how warm the relations are.
enum HomePage {
    struct Body: Sendable {
        let lead: String
        let isEmpty: Bool
        let facts: [Fact]
        let events: [EventView]
        let relations: [RelationView]
        let outlets: [OutletBar]
        let moreOutlets: String?
    }

    struct Data: Encodable, Sendable {
        let summary: SummaryData
        let events: [EventData]
        let relations: [RelationData]
        let outlets: [OutletData]
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let summary = try site.ledger.summary()
        var lately = EventFilter()
        lately.statuses = [.happened]
        lately.to = summary.lastDay
        lately.limit = 8
        let events = try site.ledger.events(lately)
        let relations = try site.ledger.relations(limit: 16, temperature: site.temperature)
        let outlets = try site.ledger.outlets()
        let body = Body(
            lead: lead(summary, writer), isEmpty: summary.articles == 0, facts: facts(summary, writer),
            events: events.map { EventView($0, writer) },
            relations: try site.relationViews(relations, writer),
            outlets: OutletBar.rows(outlets, limit: 10),
            moreOutlets: outlets.count > 10 ? writer.count("moreOutlets", outlets.count - 10) : nil)
        let data = Data(
            summary: SummaryData(summary), events: events.map(EventData.init), relations: relations.map(RelationData.init),
            outlets: outlets.map(OutletData.init))
        return .page(
            PageAnswer(
                template: "home", title: writer.text("siteTitle"), description: body.lead, section: "home", body: body, data: data))
    }

    private static func lead(_ summary: LedgerSummary, _ writer: Writer) -> String {
        guard let first = summary.firstDay, let last = summary.lastDay else { return writer.text("leadEmpty") }
        return writer.words.filled(
            "lead", writer.language,
            [
                "from": writer.calendar.date(first), "to": writer.calendar.date(last),
                "articles": writer.count("articles", summary.articles),
                "outlets": writer.count("outlets", summary.outlets), "events": writer.count("events", summary.events),
                "relations": writer.count("relations", summary.relations),
            ])
    }

    private static func facts(_ summary: LedgerSummary, _ writer: Writer) -> [Fact] {
        [
            Fact(writer.text("factEvents"), grouped(summary.events)), Fact(writer.text("factRelations"), grouped(summary.relations)),
            Fact(writer.text("factMentions"), grouped(summary.mentions)), Fact(writer.text("factArticles"), grouped(summary.articles)),
            Fact(writer.text("factOutlets"), grouped(summary.outlets)),
        ]
    }
}

/// A figure with its name.
struct Fact: Sendable {
    let name: String
    let value: String
    let tone: String
    let note: String?
    /// Words are set smaller than figures.
    let isWords: Bool

    init(_ name: String, _ value: String, tone: String = "", note: String? = nil, isWords: Bool = false) {
        self.name = name
        self.value = value
        self.tone = tone
        self.note = note
        self.isWords = isWords
    }
}

/// An outlet and its share of the record's articles.
struct OutletBar: Sendable {
    let name: String
    let articles: String
    let bar: String

    static func rows(_ outlets: [OutletRecord], limit: Int) -> [OutletBar] {
        let most = Double(max(1, outlets.first?.articles ?? 1))
        return outlets.prefix(limit).map {
            OutletBar(name: $0.name, articles: grouped($0.articles), bar: SmallCharts.part(Double($0.articles) / most))
        }
    }
}

struct SummaryData: Encodable, Sendable {
    let articles: Int
    let sentences: Int
    let mentions: Int
    let events: Int
    let relations: Int
    let outlets: Int
    @OrNull var firstDay: String?
    @OrNull var lastDay: String?

    init(_ summary: LedgerSummary) {
        articles = summary.articles
        sentences = summary.sentences
        mentions = summary.mentions
        events = summary.events
        relations = summary.relations
        outlets = summary.outlets
        firstDay = summary.firstDay
        lastDay = summary.lastDay
    }
}

struct OutletData: Encodable, Sendable {
    let name: String
    @OrNull var site: String?
    let articles: Int
    let events: Int

    init(_ outlet: OutletRecord) {
        name = outlet.name
        site = outlet.site
        articles = outlet.articles
        events = outlet.events
    }
}
