import Coding
import Ledger
import Prose
import World

/// What one page tells of a relation and a month.
public struct Brief: Sendable {
    public let pair: Pair
    public let days: ClosedRange<Day>
    /// The month, and the one before it, as mean scores of their own events.
    public let score: Reading
    public let scoreBefore: Reading?
    /// The month and the one before it, as temperatures on their last days.
    public let temperature: Reading
    public let temperatureBefore: Reading?
    /// What mattered, by date.
    public let timeline: Timeline
    /// Who said what in the articles that report it, those of the more important events first.
    public let statements: [StatementRecord]
    /// Weeks of the month in which the mean score changed.
    public let changes: [ChangePoint]
    /// Weeks of the month unlike the year around them, the farthest first.
    public let anomalies: [Anomaly]
    /// All articles of the month, by outlet.
    public let published: [(outlet: String?, articles: Int)]
}

extension Ledger {
    /// A month of a relation on a page, from the record alone.
    /// - Parameter month: any day of it.
    /// - Throws: ``LedgerError``
    public func brief(of pair: Pair, month day: Day, scales: Scales, groups: OutletGroups = OutletGroups(), top: Int = 8)
        throws(LedgerError) -> Brief
    {
        let first = Step.month.start(of: day)
        let days = first...(Step.month.next(after: first) - 1)
        let before = Step.month.start(of: first - 1)
        let score = try course(of: pair, CourseRequest(scale: .score, from: before, to: days.upperBound), scales: scales, groups: groups)
        let warmth = try course(of: pair, CourseRequest(scale: .temperature, from: before, to: days.upperBound), scales: scales)
        var question = TimelineQuestion(pair: pair, from: days.lowerBound, to: days.upperBound)
        question.top = top
        let ranked = try timeline(question, importance: scales.importance)
        let isOfMonth = { (week: Day) in days.overlaps(week...(week + 6)) }
        return Brief(
            pair: pair, days: days, score: score.readings[score.readings.count - 1], scoreBefore: score.readings.dropLast().last,
            temperature: warmth.readings[warmth.readings.count - 1], temperatureBefore: warmth.readings.dropLast().last,
            timeline: ranked.byDate, statements: try statements(pair, ranked.entries.map(\.event.id)),
            changes: try changePoints(of: pair).filter { isOfMonth($0.week) },
            anomalies: try anomalies(of: [pair]).filter { isOfMonth($0.week) },
            published: try published(from: days.lowerBound, to: days.upperBound))
    }

    /// Quotations of the two sides in the articles that report some events, at most three a side, each speaker once.
    private func statements(_ pair: Pair, _ events: [String]) throws(LedgerError) -> [StatementRecord] {
        var picked: [StatementRecord] = []
        for event in events {
            for article in try articles(reporting: event).prefix(12) {
                var filter = StatementFilter()
                filter.article = article
                for record in try statements(filter) where Brief.isQuotable(record.statement, pair) {
                    let own = picked.compactMap(\.statement.speaker).filter { $0.code == record.statement.speaker?.code }
                    let name = record.statement.speaker?.name ?? ""
                    // One man stands in one article with his first name and in another without.
                    if own.count < 3, !own.contains(where: { $0.name.hasSuffix(name) || name.hasSuffix($0.name) }) { picked.append(record) }
                }
            }
        }
        return picked
    }
}

extension Brief {
    /// A person of one of the sides, in words that fit a page.
    fileprivate static func isQuotable(_ statement: Statement, _ pair: Pair) -> Bool {
        guard let speaker = statement.speaker, let code = speaker.code, pair.contains(code), speaker.kind == "person" else { return false }
        return statement.direct && (14...100).contains(statement.span.end - statement.span.start)
    }
}

extension Timeline {
    /// The same entries in order of their days.
    var byDate: Timeline {
        Timeline(
            question: question, days: days, entries: entries.sorted { ($0.event.start ?? "", $0.rank) < ($1.event.start ?? "", $1.rank) },
            events: events)
    }
}
