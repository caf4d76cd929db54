import Foundation

/// Tells whether a ledger's file has changed: sizes and times of the file and of its write-ahead log. Every commit touches one of them, and
/// reading touches neither, so that asking SQLite is not needed.
struct LedgerVersion: Sendable, Equatable {
    private struct State: Sendable, Equatable {
        let size: UInt64
        let changed: Date
    }

    private let states: [State?]

    init(path: String) {
        states = [path, path + "-wal"].map { file in
            guard let found = try? FileManager.default.attributesOfItem(atPath: file), let changed = found[.modificationDate] as? Date
            else {
                return nil
            }
            return State(size: (found[.size] as? NSNumber)?.uint64Value ?? 0, changed: changed)
        }
    }
}
