import Foundation
import Synchronization

/// Makes pages on threads of its own, a few at a time: reading the ledger blocks, and the threads that answer must not wait for it.
///
/// Light and heavy work have threads apart, so that an event's page never waits behind relations. None of them yields to the threads that answer: while it did,
/// kept pages went out twice as fast beside pages that were being made (of 64 clients' requests 99 % in 34 ms rather than 59), but searches that nobody had made
/// waited ten times as long (99 % in 0.9 to 1.4 s rather than 0.10 to 0.15; two cores at a load of 13).
final class Workshop: Sendable {
    /// How much work a page is.
    enum Weight: Sendable {
        /// Some milliseconds, whatever the record holds: one event, one article.
        case light
        /// More, the more the record holds.
        case heavy
    }

    private let light: Bench
    private let heavy: Bench
    private let mostWaiting: Int

    /// - Parameter each: how many light and how many heavy pages are made at once; as many as there are cores makes the most of them.
    init(each: Int = max(1, ProcessInfo.processInfo.activeProcessorCount), mostWaiting: Int) {
        light = Bench(places: each)
        heavy = Bench(places: each)
        self.mostWaiting = mostWaiting
    }

    /// Does some blocking work when there is a place.
    /// - Throws: ``Refusal`` where too many wait already, and what the work throws.
    func make<Outcome: Sendable>(as weight: Weight = .heavy, _ work: @escaping @Sendable () throws -> Outcome) async throws -> Outcome {
        guard light.waiting + heavy.waiting < mostWaiting else { throw Refusal(.serviceUnavailable, retryAfter: 1) }
        let bench = weight == .light ? light : heavy
        return try await withCheckedThrowingContinuation { continuation in
            bench.add { continuation.resume(with: Result { try work() }) }
        }
    }
}

/// Some threads that do one job after the other, in the order in which they came. The threads begin with the first job and end with the bench.
private final class Bench: Sendable {
    typealias Job = @Sendable () -> Void

    private struct State {
        var jobs: ArraySlice<Job> = []
        var threads = 0
        /// Threads that wait for a job.
        var idle = 0
    }

    /// What the threads share with the bench; they do not hold the bench itself.
    private final class Shared: Sendable {
        let state = Mutex(State())
        let wake = DispatchSemaphore(value: 0)

        func work() {
            while true {
                wake.wait()
                let job = state.withLock { state -> Job? in
                    state.idle -= 1
                    return state.jobs.popFirst()
                }
                guard let job else { return }
                job()
                state.withLock { $0.idle += 1 }
            }
        }
    }

    private let shared = Shared()
    private let places: Int

    init(places: Int) { self.places = places }

    deinit { for _ in 0..<shared.state.withLock({ $0.threads }) { shared.wake.signal() } }

    /// Jobs that no thread has taken up yet.
    var waiting: Int { shared.state.withLock { max(0, $0.jobs.count - $0.idle) } }

    func add(_ job: @escaping Job) {
        let isShort = shared.state.withLock { state in
            state.jobs.append(job)
            guard state.threads < places, state.jobs.count > state.idle else { return false }
            state.threads += 1
            state.idle += 1
            return true
        }
        if isShort { start() }
        shared.wake.signal()
    }

    private func start() {
        let thread = Thread { [shared] in shared.work() }
        thread.stackSize = 8 << 20
        thread.start()
    }
}
