import GRDB

/// The tables, as `docs/ledger.md` describes them. Migrations are only ever added: a ledger made today must open tomorrow.
enum Schema {
    /// "RPRT": tells a ledger from any other SQLite file.
    static let applicationID = 0x5250_5254

    /// How far a file's tables are.
    enum State {
        /// It has none yet.
        case empty
        /// Those of an earlier version, or of a program that is just making them.
        case old
        case current
    }

    /// - Throws: ``LedgerError`` where the file is of another program or of a later version.
    static func state(_ db: Database, path: String) throws -> State {
        // The migrator's own table stands there alone while another program is just making the file.
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
        if tables == 0 { return .empty }
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else { throw LedgerError.notALedger(path: path) }
        if try migrator.hasBeenSuperseded(db) { throw LedgerError.tooNew(path: path) }
        return try migrator.hasCompletedMigrations(db) ? .current : .old
    }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 articles") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: articles)
        }
        migrator.registerMigration("2 mentions") { db in try db.execute(sql: mentions) }
        migrator.registerMigration("3 events") { db in try db.execute(sql: events) }
        migrator.registerMigration("4 relations") { db in try db.execute(sql: relations) }
        migrator.registerMigration("5 stories") { db in try db.execute(sql: stories) }
        migrator.registerMigration("6 reviews") { db in try db.execute(sql: reviews) }
        migrator.registerMigration("7 lists") { db in
            try db.execute(sql: lists)
            // The sums that are new here are made where there are events already.
            try db.execute(sql: "INSERT OR IGNORE INTO dirtyPair SELECT DISTINCT a, b FROM eventPair")
        }
        migrator.registerMigration("8 speech") { db in try db.execute(sql: speech) }
        migrator.registerMigration("9 pictures") { db in
            // Articles that an earlier version added have none until they are built again.
            try db.execute(sql: "ALTER TABLE article ADD COLUMN pictures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pictures))")
        }
        migrator.registerMigration("10 reach") { db in try db.execute(sql: reach) }
        return migrator
    }
}
