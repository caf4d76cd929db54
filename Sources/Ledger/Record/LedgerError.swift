/// What can be wrong with a ledger's file; each names the file and the mend.
public enum LedgerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file cannot be opened, made or written.
    case cannotOpen(path: String, reason: String)
    /// The file is no SQLite database or no ledger.
    case notALedger(path: String)
    /// The file has nothing in it.
    case empty(path: String)
    /// Something in the file is not as it was written.
    case damaged(path: String, reason: String)
    /// Made by an earlier version, where this one may not write.
    case tooOld(path: String)
    /// Made by a later version.
    case tooNew(path: String)
    /// Another program is writing.
    case busy(path: String)
    /// SQLite's own complaint, in the middle of the work.
    case failed(path: String, reason: String)

    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "\(path): cannot open the ledger (\(reason)); check the folder and its rights"
        case .notALedger(let path): "\(path): not a ledger; name another file, or build a new one"
        case .empty(let path): "\(path): empty, no record in it; make one with “rapport build PATH… --ledger \(path)”"
        case .damaged(let path, let reason): "\(path): the file is damaged (\(reason)); restore a copy of it, or build a new one"
        case .tooOld(let path):
            "\(path): made by an earlier version of rapport, and cannot be brought up to date where it may not be written; copy it"
        case .tooNew(let path): "\(path): made by a later version of rapport; use that version, or build a new ledger"
        case .busy(let path): "\(path): another program is writing to it; try again when it has finished"
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }
}
