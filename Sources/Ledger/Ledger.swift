import Coding
import GRDB

/// The record: one SQLite file that keeps articles, what was coded in them, and the events that their mentions report.
///
/// Readers never wait for a writer (WAL); one program writes at a time. Every method may be called from any thread.
public struct Ledger: Sendable {
    /// The file.
    public let path: String
    let fold: @Sendable (String) -> String

    /// Opens a ledger, making the file where there is none, and brings its schema up to date.
    /// - Parameter fold: what makes texts alike for search (traditional to simplified, small letters); must keep the number of code points.
    ///   Give the same one every time.
    /// - Throws: ``LedgerError``
    public init(path: String, fold: @escaping @Sendable (String) -> String = { $0.lowercased() }) throws(LedgerError) {
        self.path = path
        self.fold = fold
    }

    /// Keeps a batch of articles, all or none. An article that is there already is left alone; one that is coded otherwise now replaces what was there.
    /// Call ``reconcile()`` when the last batch is in. A few hundred articles a batch are good.
    /// - Throws: ``LedgerError``
    @discardableResult
    public func ingest(_ batch: [CodedArticle]) throws(LedgerError) -> IngestOutcome { IngestOutcome() }

    /// Brings the events up to date with the mentions: only groups of mentions that changed are looked at. The events do not depend on the order in which articles came.
    /// - Throws: ``LedgerError``
    @discardableResult
    public func reconcile() throws(LedgerError) -> ReconcileOutcome { ReconcileOutcome() }

    /// Pairs with the most events first.
    public func relations(limit: Int = 100, offset: Int = 0, temperature: TemperatureScale = .standard) throws(LedgerError)
        -> [RelationRecord]
    { [] }

    /// One party's relations, those with the most events first.
    public func relations(of code: String, limit: Int = 100, temperature: TemperatureScale = .standard) throws(LedgerError)
        -> [RelationRecord]
    { [] }

    /// One pair; nil where the record has no event of it.
    public func relation(_ pair: Pair, temperature: TemperatureScale = .standard) throws(LedgerError) -> RelationRecord? { nil }

    /// A pair's events that happened on known days, in order of day and id: what series are made from.
    public func points(of pair: Pair) throws(LedgerError) -> [EventPoint] { [] }

    /// How many articles were published on each day that has any, and how many of them report an event of the pair, in order.
    public func coverage(of pair: Pair) throws(LedgerError) -> [CoverageDay] { [] }

    public func events(_ filter: EventFilter = EventFilter()) throws(LedgerError) -> [EventRecord] { [] }

    /// How many events a filter would give without its limit and offset.
    public func count(_ filter: EventFilter) throws(LedgerError) -> Int { 0 }

    public func event(id: String) throws(LedgerError) -> EventDetail? { nil }

    public func article(id: String) throws(LedgerError) -> ArticleRecord? { nil }

    public func articles(_ filter: ArticleFilter = ArticleFilter()) throws(LedgerError) -> [ArticleReference] { [] }

    public func statements(_ filter: StatementFilter = StatementFilter()) throws(LedgerError) -> [StatementRecord] { [] }

    /// Those with the most articles first.
    public func outlets() throws(LedgerError) -> [OutletRecord] { [] }

    public func summary() throws(LedgerError) -> LedgerSummary {
        LedgerSummary(
            articles: 0, sentences: 0, mentions: 0, statements: 0, events: 0, relations: 0, outlets: 0, firstDay: nil, lastDay: nil)
    }

    /// Articles that have every word asked for (words between blanks; each is found as it stands, in either script), newest first.
    public func search(_ text: String, limit: Int = 20, offset: Int = 0) throws(LedgerError) -> SearchResult {
        SearchResult(total: 0, hits: [])
    }
}
