import Foundation

/// Tells whether a ledger's file has changed: sizes and times of the file and of its write-ahead log. Every commit touches one of them, and
/// reading touches neither, so that asking SQLite is not needed.
public struct LedgerVersion: Sendable, Hashable {
    private struct State: Sendable, Hashable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        /// nil where there is no such file. By `stat` itself: this runs on every request, and Foundation's attributes took longer than a kept answer.
        init?(_ path: String) {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            size = Int(found.st_size)
            #if canImport(Darwin)
                (seconds, nanoseconds) = (found.st_mtimespec.tv_sec, found.st_mtimespec.tv_nsec)
            #else
                (seconds, nanoseconds) = (found.st_mtim.tv_sec, found.st_mtim.tv_nsec)
            #endif
        }
    }

    private let states: [State?]

    public init(path: String) { states = [State(path), State(path + "-wal")] }
}
