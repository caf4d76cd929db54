import GRDB
import Prose

extension Ledger {
    /// The days with events that lie next to a day, before and after it, and none beyond `last`.
    /// - Throws: ``LedgerError``
    public func neighbours(of day: Day, until last: Day? = nil) throws(LedgerError) -> (before: Day?, after: Day?) {
        try read { db in
            let before = try String.fetchOne(db, sql: "SELECT max(day) FROM event WHERE day < ?", arguments: [day.iso])
            let after = try String.fetchOne(
                db, sql: "SELECT min(day) FROM event WHERE day > ? AND (?2 IS NULL OR day <= ?2)", arguments: [day.iso, last?.iso])
            return (before.flatMap { Day(iso: $0) }, after.flatMap { Day(iso: $0) })
        }
    }
}
