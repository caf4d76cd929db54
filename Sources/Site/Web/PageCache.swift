import Hummingbird
import Ledger
import Synchronization

/// Pages made before, kept in memory until the ledger changes. Those asked for lately are kept longest, and a page that many ask for at once is made once.
final class PageCache: Sendable {
    /// What may be kept of pages that somebody asked for, in bytes.
    static let limit = 64 << 20

    /// Two generations: a page asked for moves to the young one; when that has half the room, the old one goes and the young one is old. That keeps
    /// what is read, near enough, without books on each page's use.
    private struct State {
        var version: LedgerVersion?
        /// Pages made before anybody asked. They stay until the ledger changes: a robot that walks through all events would else push them out.
        var chosen: [String: RenderedPage] = [:]
        var chosenBytes = 0
        var young: [String: RenderedPage] = [:]
        var old: [String: RenderedPage] = [:]
        var youngBytes = 0
        var oldBytes = 0
        var making: [String: Task<RenderedPage, any Error>] = [:]
        var hits = 0
        var misses = 0

        mutating func begin(_ version: LedgerVersion) {
            guard self.version != version else { return }
            self.version = version
            chosen = [:]
            chosenBytes = 0
            young = [:]
            old = [:]
            youngBytes = 0
            oldBytes = 0
        }

        mutating func choose(_ page: RenderedPage, _ key: String) {
            guard chosen.updateValue(page, forKey: key) == nil else { return }
            chosenBytes += page.size + key.utf8.count
        }

        mutating func put(_ page: RenderedPage, _ key: String) {
            // Keys are strangers' addresses and take room themselves.
            let size = page.size + key.utf8.count
            guard size <= PageCache.limit / 8, young.updateValue(page, forKey: key) == nil else { return }
            youngBytes += size
            if youngBytes > PageCache.limit / 2 {
                (old, oldBytes) = (young, youngBytes)
                (young, youngBytes) = ([:], 0)
            }
        }
    }

    private let state = Mutex(State())

    /// How many answers were there already, how many had to be made, and the bytes kept.
    var counts: (hits: Int, misses: Int, bytes: Int) {
        state.withLock { ($0.hits, $0.misses, $0.chosenBytes + $0.youngBytes + $0.oldBytes) }
    }

    /// A page made from this version of the ledger; nil where it is to be made.
    func page(_ key: String, _ version: LedgerVersion) -> RenderedPage? {
        state.withLock { state in
            guard state.version == version else { return nil }
            if let page = state.chosen[key] ?? state.young[key] { return page }
            guard let page = state.old[key] else { return nil }
            state.put(page, key)
            return page
        }
    }

    /// The page of a key, made where it is not kept. Who asks while it is being made waits for the same one.
    /// - Parameters:
    ///   - version: the ledger's from before, so that a change in between makes the page stale.
    ///   - isChosen: whether it stays, however much else is asked for.
    ///   - make: its error goes to all that wait, and nothing is kept.
    func page(
        _ key: String, _ version: LedgerVersion, isChosen: Bool = false, _ make: @escaping @Sendable () async throws -> RenderedPage
    ) async throws -> RenderedPage {
        if let page = page(key, version) {
            state.withLock { $0.hits += 1 }
            return page
        }
        let task = state.withLock { state in
            state.misses += 1
            if let task = state.making[key] { return task }
            let task = Task {
                defer { self.state.withLock { $0.making[key] = nil } }
                let page = try await make()
                self.keep(page, key, version, isChosen: isChosen)
                return page
            }
            state.making[key] = task
            return task
        }
        return try await task.value
    }

    /// Keeps a page.
    func keep(_ page: RenderedPage, _ key: String, _ version: LedgerVersion, isChosen: Bool = false) {
        state.withLock { state in
            state.begin(version)
            if isChosen { state.choose(page, key) } else { state.put(page, key) }
        }
    }
}
