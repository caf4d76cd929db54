import GRDB

extension LedgerError {
    /// Runs some work on a ledger; what SQLite complains about becomes an error that names the file.
    static func naming<T>(_ path: String, _ work: () throws -> T) throws(LedgerError) -> T {
        do {
            return try work()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        } catch is DecodingError {
            throw .damaged(path: path, reason: "a list in it cannot be read")
        } catch {
            throw .failed(path: path, reason: "\(error)")
        }
    }

    init(_ error: DatabaseError, path: String) {
        let reason = error.message ?? "no reason given"
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notALedger(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, reason: reason)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: .cannotOpen(path: path, reason: reason)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_FULL: .failed(path: path, reason: "the disk is full; make room and run the same command again")
            default: .failed(path: path, reason: "\(reason) (SQLite's error \(error.extendedResultCode.rawValue))")
            }
    }
}
