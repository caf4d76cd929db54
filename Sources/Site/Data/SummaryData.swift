import Ledger

/// What a ledger holds, as JSON.
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

/// An outlet as JSON.
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
