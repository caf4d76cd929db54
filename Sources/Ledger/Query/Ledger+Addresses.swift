import GRDB

/// Ids alone, for maps of the whole record: tens of thousands at once, in an order that later articles do not upset.
extension Ledger {
    /// Articles' ids with their days.
    /// - Throws: ``LedgerError``
    public func addresses(ofArticlesFrom offset: Int, limit: Int) throws(LedgerError) -> [(id: String, day: String?)] {
        try addresses("SELECT id, localDate FROM article ORDER BY number LIMIT ? OFFSET ?", offset, limit) { $0[0] as String }
    }

    /// Events' ids with their days.
    /// - Throws: ``LedgerError``
    public func addresses(ofEventsFrom offset: Int, limit: Int) throws(LedgerError) -> [(id: String, day: String?)] {
        try addresses("SELECT id, day FROM event ORDER BY id LIMIT ? OFFSET ?", offset, limit) { hexadecimal($0[0]) }
    }

    /// Relations' ids with the days of their last events.
    /// - Throws: ``LedgerError``
    public func addresses(ofRelationsFrom offset: Int, limit: Int) throws(LedgerError) -> [(id: String, day: String?)] {
        try addresses("SELECT a || '-' || b, lastDay FROM relation ORDER BY a, b LIMIT ? OFFSET ?", offset, limit) { $0[0] as String }
    }

    private func addresses(_ sql: String, _ offset: Int, _ limit: Int, _ id: (Row) -> String) throws(LedgerError) -> [(
        id: String, day: String?
    )] {
        try read { db in
            try Row.fetchAll(db, sql: sql, arguments: Page(limit: limit, offset: offset).arguments).map { (id($0), $0[1] as String?) }
        }
    }
}
