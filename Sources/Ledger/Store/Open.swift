import Foundation
import GRDB

extension Ledger {
    /// Opens the file and brings its schema up to date.
    static func open(_ path: String) throws(LedgerError) -> DatabasePool {
        try LedgerError.naming(path) {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.read { db in
                // The migrator's own table stands there alone while another program is just making the file.
                let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
                let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                if tables > 0, mark != Schema.applicationID { throw LedgerError.notALedger(path: path) }
                if try Schema.migrator.hasBeenSuperseded(db) { throw LedgerError.tooNew(path: path) }
            }
            try migrate(pool)
            return pool
        }
    }

    /// Two programs that open a new file at once both begin to make its tables: who comes second finds one there, and looks again at what is still to be made.
    private static func migrate(_ pool: DatabasePool) throws {
        for _ in Schema.migrator.migrations {
            do {
                return try Schema.migrator.migrate(pool)
            } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode) {
                continue
            }
        }
        try Schema.migrator.migrate(pool)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { db in
            // In WAL mode NORMAL keeps the file whole whatever happens; a power cut may take back the last batches, which a second run adds again.
            // The log is taken over some batches at a time (32 MB): pages of indexes are written by each of them.
            try db.execute(
                sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000"
            )
        }
        return configuration
    }
}

extension LedgerError {
    /// Runs some work on a ledger; what SQLite complains about becomes an error that names the file.
    static func naming<T>(_ path: String, _ work: () throws -> T) throws(LedgerError) -> T {
        do {
            return try work()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_NOTADB: throw .notALedger(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: throw .cannotOpen(path: path, reason: error.message ?? "no reason given")
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
            case .SQLITE_FULL: throw .failed(path: path, reason: "the disk is full; make room and run the same command again")
            default: throw .failed(path: path, reason: "\(error)")
            }
        } catch {
            throw .failed(path: path, reason: "\(error)")
        }
    }
}

extension Ledger {
    func read<T>(_ work: (Database) throws -> T) throws(LedgerError) -> T {
        try LedgerError.naming(path) { try pool.read(work) }
    }

    func write<T>(_ work: (Database) throws -> T) throws(LedgerError) -> T {
        try LedgerError.naming(path) { try pool.write(work) }
    }
}
