import Hummingbird
import Ledger
import World

/// `/outlets/NAME`: what an outlet brings to the record: how much, of what, beside what all outlets report. It does not judge.
enum OutletPage {
    struct Body: View {
        let name: String
        let nameLang: String?
        let site: String?
        let facts: [Fact]
        let months: String
        let pairs: [Compared]
        let types: [Compared]
        let shareNote: String
        /// Both tables as CSV.
        let pairTable: String
        let typeTable: String
        let events: [EventView]
        let counted: String
        let articles: [ArticleView]
        let pager: Pager?
    }

    /// A pair's or a type's share of the outlet's events beside its share of all.
    struct Compared: View {
        let name: String
        let address: String?
        let own: String
        let all: String
        let ownBar: String
        let allBar: String
        /// How many times as often as overall; `≈` within a tenth.
        let ratio: String
        let count: String
    }

    struct Data: Encodable, Sendable {
        let outlet: OutletData
        let pairs: [ShareData]
        let types: [ShareData]
        let articles: [ArticleReferenceData]
    }

    struct ShareData: Encodable, Sendable {
        let value: String
        let events: Int
        let share: Double
        let shareOfAll: Double
    }

    private static let pageSize = 20

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let outlet = try site.outlets().first(where: { $0.name == visit.name }) else { throw HTTPError(.notFound) }
        let writer = site.writer(visit)
        let outlook = try site.outlook()
        var own = EventFilter()
        own.outlet = outlet.name
        let pairs = try pairShares(outlet.name, site, limit: 12)
        let types = try typeShares(outlet.name, site)
        let paging = Paging(visit.query, size: pageSize)
        var articleFilter = ArticleFilter()
        articleFilter.outlet = outlet.name
        articleFilter.limit = paging.size
        articleFilter.offset = paging.offset
        let articles = try site.ledger.articles(articleFilter)
        var latest = own
        latest.order = .newest
        latest.to = outlook.asOf?.iso
        latest.statuses = [.happened]
        latest.limit = 12
        let body = Body(
            name: writer.outlet(outlet.name), nameLang: writer.foreign(writer.outlet(outlet.name)), site: outlet.site,
            facts: try facts(outlet, own, site, outlook, writer),
            months: MonthBars.both(
                try months(outlet.name, site, outlook, writer), id: "months", title: writer.text("outletMonths"), writer),
            pairs: pairs.map {
                Compared($0, name: writer.pair($0.value), address: Address.relation($0.value), most: pairs.map(\.most).max() ?? 1)
            },
            types: types.map { Compared($0, name: writer.type($0.value), address: nil, most: types.map(\.most).max() ?? 1) },
            shareNote: writer.text("outletShareNote"),
            pairTable: Address.table("outlets/\(Query.encoded(outlet.name))/shares", ("of", "relations")),
            typeTable: Address.table("outlets/\(Query.encoded(outlet.name))/shares", ("of", "types")),
            events: try site.ledger.events(latest).map { EventView($0, writer) }, counted: writer.count("articles", outlet.articles),
            articles: articles.map { ArticleView($0, writer, isOutletSaid: true) },
            pager: paging.pager(total: outlet.articles, visit, anchor: "#articles"))
        return .page(
            PageAnswer(
                template: "outlet", title: writer.outlet(outlet.name),
                description: writer.words.filled("outletDescription", writer.language, ["name": outlet.name]), section: "outlets",
                body: body,
                data: Data(
                    outlet: OutletData(outlet), pairs: pairs.map { $0.data($0.value.id) }, types: types.map { $0.data($0.value.rawValue) },
                    articles: articles.map(ArticleReferenceData.init)),
                table: Address.table("events", ("outlet", outlet.name))))
    }

    /// A value's share of the outlet's events and of all.
    struct Share<Value: Sendable & Hashable>: Sendable {
        let value: Value
        let events: Int
        let own: Double
        let all: Double
        var most: Double { max(own, all) }

        func data(_ name: String) -> ShareData { ShareData(value: name, events: events, share: own, shareOfAll: all) }
    }

    /// Which relations an outlet's events are of.
    static func pairShares(_ outlet: String, _ site: Site, limit: Int) throws -> [Share<Pair>] {
        var own = EventFilter()
        own.outlet = outlet
        let all = EventFilter()
        return shares(
            try site.ledger.pairs(own, limit: limit), of: try site.ledger.count(own), try site.ledger.pairs(all, limit: 5000),
            of: try site.ledger.count(all))
    }

    /// Which types an outlet's events are of.
    static func typeShares(_ outlet: String, _ site: Site) throws -> [Share<EventType>] {
        var own = EventFilter()
        own.outlet = outlet
        let all = EventFilter()
        return shares(
            try site.ledger.types(own), of: try site.ledger.count(own), try site.ledger.types(all), of: try site.ledger.count(all))
    }

    private static func shares<Value>(_ own: [Facet<Value>], of ownTotal: Int, _ all: [Facet<Value>], of allTotal: Int) -> [Share<Value>] {
        let overall = Dictionary(all.map { ($0.value, $0.events) }) { first, _ in first }
        return own.map {
            Share(
                value: $0.value, events: $0.events, own: Double($0.events) / Double(max(1, ownTotal)),
                all: Double(overall[$0.value] ?? 0) / Double(max(1, allTotal)))
        }
    }

    private static func months(_ name: String, _ site: Site, _ outlook: Outlook, _ writer: Writer) throws -> [MonthBars.Month] {
        let counts = Dictionary(
            try site.ledger.articlesByMonth().filter { $0.outlet == name }.map { ($0.month, $0.articles) }, uniquingKeysWith: +)
        return outlook.months[outlook.dense].map {
            MonthBars.Month(month: $0.month, name: writer.calendar.date($0.month), count: counts[$0.month] ?? 0)
        }
    }

    private static func facts(_ outlet: OutletRecord, _ own: EventFilter, _ site: Site, _ outlook: Outlook, _ writer: Writer) throws
        -> [Fact]
    {
        let quads = try site.ledger.quads(own)
        let all = try site.ledger.quads(EventFilter())
        return [
            Fact(
                writer.text("factArticles"), grouped(outlet.articles),
                note: writer.words.filled(
                    "ofRecord", writer.language, ["share": percent(Double(outlet.articles) / Double(max(1, outlook.summary.articles)))])),
            Fact(writer.text("factEvents"), grouped(outlet.events)),
            Fact(
                writer.text("factShare"), percent(cooperationShare(quads)),
                note: writer.words.filled("ofAll", writer.language, ["share": percent(cooperationShare(all))])),
            Fact(
                writer.text("factSpan"), outlet.firstDay.map(writer.calendar.date) ?? "–", note: outlet.lastDay.map(writer.until),
                isWords: true),
        ]
    }
}

extension OutletPage.Compared {
    init<Value>(_ share: OutletPage.Share<Value>, name: String, address: String?, most: Double) {
        self.name = name
        self.address = address
        own = tenths(share.own)
        all = tenths(share.all)
        ownBar = SmallCharts.part(share.own / max(most, 0.0001))
        allBar = SmallCharts.part(share.all / max(most, 0.0001))
        let times = share.all > 0 ? share.own / share.all : 0
        ratio = abs(times - 1) < 0.1 ? "≈" : "×\(decimal(times))"
        count = grouped(share.events)
    }
}
