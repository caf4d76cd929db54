import GRDB
import Prose

extension Ledger {
    /// The days in which most of the record was published, first and last, each with an article: what a relation is measured over unless another span is
    /// asked for, since one stray article of years later would make every relation cold. nil where no article has a day.
    /// - Throws: ``LedgerError``
    public func denseDays() throws(LedgerError) -> ClosedRange<Day>? {
        try read { db in try denseDays(db) }
    }

    func denseDays(_ db: Database) throws -> ClosedRange<Day>? { DenseSpan.days(try published.days(db)) }
}

extension DenseSpan {
    /// - Parameter published: days in order, each with its articles.
    static func days(_ published: [(day: Day, articles: Int)]) -> ClosedRange<Day>? {
        guard let first = published.first?.day, let last = published.last?.day else { return nil }
        var articles = [Int](repeating: 0, count: month(last) - month(first) + 1)
        for entry in published { articles[month(entry.day) - month(first)] += entry.articles }
        let dense = months(articles)
        let days = published.map(\.day).filter { dense.contains(month($0) - month(first)) }
        guard let start = days.first, let end = days.last else { return first...last }
        return start...end
    }

    /// Months since the year 0.
    private static func month(_ day: Day) -> Int { day.parts.year * 12 + day.parts.month - 1 }
}
