import Ledger
import Prose

/// `/`: what the record is, what changed lately, who gets along with whom.
enum HomePage {
    struct Body: View {
        let lead: String
        let isEmpty: Bool
        let facts: [Fact]
        let specimen: EventView?
        let specimenNote: String
        let matrix: Matrix
        let warmed: [MoveView]
        let cooled: [MoveView]
        let hasMoves: Bool
        let matrixNote: String
        let events: [EventView]
        let relations: [RelationView]
        let span: String
        let spanNote: String
        let outlets: [OutletBar]
        let moreOutlets: String?
    }

    struct Data: Encodable, Sendable {
        let summary: SummaryData
        @OrNull var asOf: String?
        let events: [EventData]
        let relations: [RelationData]
        let warmed: [MoveData]
        let cooled: [MoveData]
        let outlets: [OutletData]
    }

    /// Lately: so many days before the end of the record's dense stretch.
    private static let lately = 14

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let outlook = try site.outlook()
        let events = try lately(site, outlook)
        let relations = try site.ledger.relations(limit: 12, temperature: site.temperature, asOf: outlook.asOf)
        let outlets = try site.outlets()
        let moves = Moves(outlook)
        let views = events.map { EventView($0, writer) }
        let body = Body(
            lead: lead(outlook.summary, writer), isEmpty: outlook.summary.articles == 0, facts: facts(outlook.summary, writer),
            specimen: views.first, specimenNote: events.first.map { writer.count("specimenNote", $0.voices) } ?? "",
            matrix: Matrix(outlook, writer), warmed: try moves.warmed.map { try MoveView($0, site, outlook, writer) },
            cooled: try moves.cooled.map { try MoveView($0, site, outlook, writer) },
            hasMoves: !moves.warmed.isEmpty || !moves.cooled.isEmpty,
            matrixNote: writer.sentences(writer.text("matrixCaption"), writer.asOf(outlook)), events: Array(views.dropFirst()),
            relations: try site.relationViews(relations, writer),
            span: MonthBars.draw(outlook.monthBars(writer), id: "span", title: writer.text("spanTitle"), writer),
            spanNote: spanNote(outlook, writer), outlets: OutletBar.rows(outlets, limit: 12, writer),
            moreOutlets: outlets.count > 12 ? writer.count("moreOutlets", outlets.count - 12) : nil)
        let data = Data(
            summary: SummaryData(outlook.summary), asOf: outlook.asOf?.iso, events: events.map(EventData.init),
            relations: relations.map(RelationData.init), warmed: moves.warmed.map(MoveData.init), cooled: moves.cooled.map(MoveData.init),
            outlets: outlets.map(OutletData.init))
        return .page(
            PageAnswer(
                template: "home", title: writer.text("siteTitle"), description: body.lead, section: "home", body: body, data: data,
                feed: "/feeds/events", table: Address.table("relations")))
    }

    /// What most outlets reported in the last days of the dense stretch.
    private static func lately(_ site: Site, _ outlook: Outlook) throws -> [EventRecord] {
        guard let asOf = outlook.asOf else { return [] }
        var filter = EventFilter()
        filter.statuses = [.happened]
        filter.from = (asOf - lately).iso
        filter.to = asOf.iso
        filter.order = .mostReported
        filter.limit = 7
        return try site.ledger.events(filter)
    }

    private static func lead(_ summary: LedgerSummary, _ writer: Writer) -> String {
        guard summary.articles > 0 else { return writer.text("leadEmpty") }
        return writer.words.filled(
            "lead", writer.language,
            [
                "articles": writer.count("articles", summary.articles),
                "outlets": writer.count("outlets", summary.outlets), "events": writer.count("events", summary.events),
                "relations": writer.count("relations", summary.relations),
            ])
    }

    private static func spanNote(_ outlook: Outlook, _ writer: Writer) -> String {
        guard let first = outlook.summary.firstDay, let last = outlook.summary.lastDay, !outlook.dense.isEmpty else { return "" }
        let dense = outlook.months[outlook.dense]
        let held = dense.reduce(0) { $0 + $1.articles }
        return writer.words.filled(
            "spanNote", writer.language,
            [
                "from": writer.calendar.date(first), "to": writer.calendar.date(last),
                "share": tenths(Double(held) / Double(max(1, outlook.summary.articles))),
                "start": writer.calendar.date(dense.first?.month ?? first), "end": writer.calendar.date(dense.last?.month ?? last),
            ])
    }

    private static func facts(_ summary: LedgerSummary, _ writer: Writer) -> [Fact] {
        [
            Fact(writer.text("factEvents"), grouped(summary.events)), Fact(writer.text("factRelations"), grouped(summary.relations)),
            Fact(writer.text("factMentions"), grouped(summary.mentions)), Fact(writer.text("factStatements"), grouped(summary.statements)),
            Fact(writer.text("factArticles"), grouped(summary.articles)), Fact(writer.text("factOutlets"), grouped(summary.outlets)),
        ]
    }
}

extension Writer {
    /// The day for which temperatures stand.
    func asOf(_ outlook: Outlook) -> String {
        outlook.asOf.map { words.filled("asOf", language, ["date": calendar.date($0.iso)]) } ?? ""
    }
}
