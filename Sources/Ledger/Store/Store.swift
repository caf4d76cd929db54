import GRDB
import Synchronization

/// A ledger's file, held open.
final class Store: Sendable {
    private let path: String
    private let opening: Mutex<Opening>

    /// - Throws: ``LedgerError``
    init(path: String, access: Ledger.Access) throws(LedgerError) {
        self.path = path
        opening = Mutex(
            try LedgerError.naming(path) {
                switch access {
                case .make: try Opening(toWrite: path, isMade: true)
                case .write: try Opening(toWrite: path, isMade: false)
                case .read: try Opening(toRead: path)
                }
            })
    }

    /// For what goes without a transaction.
    var pool: DatabasePool { opening.withLock { $0.pool } }

    func read<T>(_ work: (Database) throws -> T) throws -> T {
        let opening = try current()
        return try withExtendedLifetime(opening) {
            do {
                return try opening.pool.read(work)
            } catch is DatabaseError where opening.isOutdated {
                throw LedgerError.busy(path: path)
            }
        }
    }

    func write<T>(_ work: (Database) throws -> T) throws -> T { try pool.write(work) }

    /// A file that was taken as it lay is opened anew when somebody has written to it.
    private func current() throws -> Opening {
        try opening.withLock { opening in
            if opening.isOutdated { opening = try Opening(toRead: path) }
            return opening
        }
    }
}

extension Ledger {
    func read<T>(_ work: (Database) throws -> T) throws(LedgerError) -> T {
        try LedgerError.naming(path) { try store.read(work) }
    }

    func write<T>(_ work: (Database) throws -> T) throws(LedgerError) -> T {
        try LedgerError.naming(path) { try store.write(work) }
    }
}
