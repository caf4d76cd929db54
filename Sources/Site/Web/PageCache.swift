import Hummingbird
import Synchronization

/// Pages made before, kept in memory until the ledger changes.
final class PageCache: Sendable {
    /// What may be kept, in bytes of pages; beyond it all are dropped, which costs less than keeping books on their use.
    static let limit = 64 << 20

    private struct State {
        var version: LedgerVersion?
        var pages: [String: RenderedPage] = [:]
        var bytes = 0
    }

    private let state = Mutex(State())

    /// A page made from this version of the ledger; nil where it is to be made.
    func page(_ key: String, _ version: LedgerVersion) -> RenderedPage? {
        state.withLock { $0.version == version ? $0.pages[key] : nil }
    }

    /// Keeps a page.
    /// - Parameter version: the ledger's from before the page was made, so that a change in between makes it stale.
    func keep(_ page: RenderedPage, _ key: String, _ version: LedgerVersion) {
        // Keys are strangers' addresses and take room themselves.
        let size = page.bytes.readableBytes + key.utf8.count
        guard size <= Self.limit / 8 else { return }
        state.withLock { state in
            if state.version != version || state.bytes + size > Self.limit { state = State(version: version) }
            guard state.pages.updateValue(page, forKey: key) == nil else { return }
            state.bytes += size
        }
    }
}
