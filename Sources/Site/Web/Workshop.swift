import Dispatch
import Foundation
import Synchronization

/// Makes pages on threads of its own, a few at a time: reading the ledger blocks, and the threads that answer must not wait for it. One place is kept
/// for light work, so that an event's page never waits behind searches.
final class Workshop: Sendable {
    /// How much work a page is.
    enum Weight: Sendable {
        /// Some milliseconds, whatever the record holds: one event, one article.
        case light
        /// More, the more the record holds.
        case heavy
    }

    private struct State {
        var free: Int
        var freeForHeavy: Int
        var light: [CheckedContinuation<Void, Never>] = []
        var heavy: [CheckedContinuation<Void, Never>] = []

        mutating func take(_ weight: Weight) -> Bool {
            guard free > 0, weight == .light || freeForHeavy > 0 else { return false }
            free -= 1
            if weight == .heavy { freeForHeavy -= 1 }
            return true
        }

        mutating func giveBack(_ weight: Weight) {
            free += 1
            if weight == .heavy { freeForHeavy += 1 }
        }

        /// Who waits longest and may go now. Heavy work first: it can never take the last place.
        mutating func next() -> CheckedContinuation<Void, Never>? {
            if !heavy.isEmpty, take(.heavy) { return heavy.removeFirst() }
            if !light.isEmpty, take(.light) { return light.removeFirst() }
            return nil
        }
    }

    private let state: Mutex<State>
    private let mostWaiting: Int
    private let queue = DispatchQueue(label: "workshop", attributes: .concurrent)

    /// - Parameter heavy: how many heavy pages are made at once; as many as there are cores makes the most of them.
    init(heavy: Int = max(1, ProcessInfo.processInfo.activeProcessorCount), mostWaiting: Int) {
        state = Mutex(State(free: heavy + 1, freeForHeavy: heavy))
        self.mostWaiting = mostWaiting
    }

    /// Does some blocking work when there is a place.
    /// - Throws: ``Refusal`` where too many wait already, and what the work throws.
    func make<Outcome: Sendable>(as weight: Weight = .heavy, _ work: @escaping @Sendable () throws -> Outcome) async throws -> Outcome {
        try await enter(weight)
        defer { leave(weight) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }

    private func enter(_ weight: Weight) async throws {
        let isFull = state.withLock { $0.light.count + $0.heavy.count >= mostWaiting }
        if isFull { throw Refusal(.serviceUnavailable, retryAfter: 1) }
        await withCheckedContinuation { continuation in
            let mayGo = state.withLock { state in
                if state.take(weight) { return true }
                switch weight {
                case .light: state.light.append(continuation)
                case .heavy: state.heavy.append(continuation)
                }
                return false
            }
            if mayGo { continuation.resume() }
        }
    }

    private func leave(_ weight: Weight) {
        let next = state.withLock { state in
            state.giveBack(weight)
            return state.next()
        }
        next?.resume()
    }
}
