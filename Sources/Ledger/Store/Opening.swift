import Foundation
import GRDB

/// Connections to a ledger's file.
///
/// A file that may be written is read beside whoever writes, through the log (WAL) that SQLite keeps in two files beside it. Where these may not be made and are not
/// there, nobody writes, and the file is taken as it lies.
final class Opening: Sendable {
    let pool: DatabasePool
    /// Takes the log's files away after a pool that only reads, which leaves them lying (SQLite 3.40).
    private let keeper: DatabaseQueue?
    private let path: String
    /// How the file was, where it is taken as it lay.
    private let version: LedgerVersion?

    /// Opens a file to write, and brings its schema up to date.
    /// - Parameter isMade: whether the file is made where there is none or nothing in it.
    init(toWrite path: String, isMade: Bool) throws {
        // A pool writes to any database that it opens: first a look at what it is.
        if Files(path).hasContent || !isMade {
            guard Files(path).mayBeWritten else { throw LedgerError.cannotOpen(path: path, reason: "it or its folder may not be written") }
            let state = try DatabaseQueue(path: path, configuration: Self.configuration()).read { try Schema.state($0, path: path) }
            if state == .empty, !isMade { throw LedgerError.empty(path: path) }
        }
        self.path = path
        pool = try DatabasePool(path: path, configuration: Self.configuration())
        try Self.migrate(pool)
        (keeper, version) = (nil, nil)
    }

    /// Opens a file to read. One of an earlier version is brought up to date, where it may be written.
    init(toRead path: String) throws {
        self.path = path
        let files = Files(path)
        keeper = files.mayBeWritten ? try DatabaseQueue(path: path, configuration: Self.configuration()) : nil
        version = keeper == nil && !files.hasLog ? LedgerVersion(path: path) : nil
        if version != nil, files.hasUnsettledLog {
            throw LedgerError.cannotOpen(
                path: path, reason: "\(path)-wal holds what a program that was stopped wrote last, which only who may write can take over")
        }
        if try keeper?.read({ try Schema.state($0, path: path) }) == .old { _ = try Opening(toWrite: path, isMade: false) }
        pool = try DatabasePool(path: version == nil ? path : files.asTheyLie, configuration: Self.configuration(isReadOnly: true))
        switch try pool.read({ try Schema.state($0, path: path) }) {
        case .current: break
        case .old: throw LedgerError.tooOld(path: path)
        case .empty: throw LedgerError.empty(path: path)
        }
    }

    deinit {
        // Before the keeper, so that it is the last.
        if keeper != nil { try? pool.close() }
    }

    /// Whether somebody has written to a file that is taken as it lay.
    var isOutdated: Bool { version.map { $0 != LedgerVersion(path: path) } ?? false }

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

    private static func configuration(isReadOnly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
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

/// A ledger's file and those of its log, as the file system has them.
private struct Files {
    private let file: URL

    init(_ path: String) { file = URL(fileURLWithPath: path).resolvingSymlinksInPath() }

    var hasContent: Bool { size("") > 0 }

    /// The log's files are made and taken away beside it: the folder counts too.
    var mayBeWritten: Bool { access(file.path, W_OK) == 0 && access(file.deletingLastPathComponent().path, W_OK) == 0 }

    /// Whether somebody writes, or may do so at any time.
    var hasLog: Bool { exists("-wal") && exists("-shm") }

    /// Whether the log has something that is not in the file.
    var hasUnsettledLog: Bool { size("-wal") > 0 }

    /// The file's address for SQLite, which then neither locks it nor looks for a log (Debian's SQLite takes addresses for names: `SQLITE_USE_URI`).
    var asTheyLie: String { file.absoluteString + "?immutable=1" }

    private func exists(_ end: String) -> Bool { access(file.path + end, F_OK) == 0 }

    private func size(_ end: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path + end)
        return (attributes?[.size] as? Int) ?? 0
    }
}
