import GRDB

extension Ledger {
    /// The tables' names with their columns', as `docs/ledger.md` describes them; SQLite's own and the search index's inner tables are left out.
    /// - Throws: ``LedgerError``
    public func schema() throws(LedgerError) -> [String: [String]] {
        let sql = """
            SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'grdb%' AND t.name NOT LIKE 'articleText\\_%' ESCAPE '\\'
            ORDER BY t.name, c.cid
            """
        return try read { db in
            Dictionary(grouping: try Row.fetchAll(db, sql: sql), by: { $0[0] as String }).mapValues { $0.map { $0[1] as String } }
        }
    }
}
