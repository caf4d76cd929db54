import GRDB
import Prose
import Synchronization

/// How many articles were published on each day that has any, in order, kept as long as no article comes: a relation's page asks twice, and each time the whole
/// index by day was walked.
final class PublishedDays: Sendable {
    typealias Entry = (day: Day, articles: Int)

    private let kept = Mutex<(version: Int64, days: [Entry])?>(nil)

    func days(_ db: Database) throws -> [Entry] {
        // Articles are never changed, but put in anew under a number that none had before.
        let last = try db.cachedStatement(sql: "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'article'), 0)")
        let version = try Int64.fetchOne(last) ?? 0
        if let known = kept.withLock({ $0 }), known.version == version { return known.days }
        let sql = "SELECT localDate, count(*) FROM article WHERE localDate IS NOT NULL GROUP BY localDate ORDER BY localDate"
        let days = try Row.fetchAll(db, sql: sql).compactMap { row in Day(iso: row[0] as String).map { (day: $0, articles: row[1] as Int) }
        }
        kept.withLock { $0 = (version, days) }
        return days
    }
}
