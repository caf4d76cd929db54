import GRDB

/// The tables, as `docs/ledger.md` describes them. Migrations are only ever added: a ledger made today must open tomorrow.
enum Schema {
    /// "RPRT": tells a ledger from any other SQLite file.
    static let applicationID = 0x5250_5254

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
