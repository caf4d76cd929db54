import Dispatch
import Foundation
import Synchronization

/// Makes pages on threads of its own, a few at a time: reading the ledger blocks, and the threads that answer must not wait for it.
final class Workshop: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>
    private let mostWaiting: Int
    private let queue = DispatchQueue(label: "workshop", attributes: .concurrent)

    /// - Parameter places: how many pages are made at once; as many as there are cores makes the most of them.
    init(places: Int = max(2, ProcessInfo.processInfo.activeProcessorCount), mostWaiting: Int) {
        state = Mutex(State(free: places))
        self.mostWaiting = mostWaiting
    }

    /// Does some blocking work when there is a place.
    /// - Throws: ``Refusal`` where too many wait already, and what the work throws.
    func make<Outcome: Sendable>(_ work: @escaping @Sendable () throws -> Outcome) async throws -> Outcome {
        try await enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }

    private func enter() async throws {
        let isFull = state.withLock { $0.free == 0 && $0.waiting.count >= mostWaiting }
        if isFull { throw Refusal(.serviceUnavailable, retryAfter: 1) }
        await withCheckedContinuation { continuation in
            let mayGo = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if mayGo { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if state.waiting.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
