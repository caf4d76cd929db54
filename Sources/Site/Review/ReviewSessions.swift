import HTTPTypes
import Hummingbird
import Synchronization

/// Who has signed in to review. Kept in memory: a server that starts anew asks again.
final class ReviewSessions: Sendable {
    struct Session: Sendable {
        let name: String
        /// What every form carries, so that no other site's page can send one in the reviewer's name.
        let formToken: String
        let until: ContinuousClock.Instant
    }

    private struct State {
        var sessions: [String: Session] = [:]
        var failures: [ContinuousClock.Instant] = []
    }

    static let cookie = "review"
    /// How long a session lasts.
    static let length = Duration.seconds(12 * 3600)
    /// Wrong tokens that are looked at in a minute, whoever sends them.
    static let mostFailures = 10
    /// Sessions at once; beyond it the one that ends first goes.
    private static let most = 100

    private let state = Mutex(State())

    /// Signs a reviewer in.
    /// - Returns: the session's key, for the cookie; nil where the token is wrong.
    /// - Throws: ``Refusal`` where too many wrong ones came in the last minute.
    func begin(name: String, token: String, expected: String, at now: ContinuousClock.Instant = .now) throws -> String? {
        let isRight = Secret.matches(token, expected)
        return try state.withLock { state in
            state.failures.removeAll { $0 + .seconds(60) < now }
            guard state.failures.count < Self.mostFailures else { throw Refusal(.tooManyRequests, retryAfter: 60) }
            guard isRight else {
                state.failures.append(now)
                return nil
            }
            state.sessions = state.sessions.filter { $0.value.until > now }
            if state.sessions.count >= Self.most, let first = state.sessions.min(by: { $0.value.until < $1.value.until }) {
                state.sessions[first.key] = nil
            }
            let key = Secret.random()
            state.sessions[key] = Session(name: name, formToken: Secret.random(), until: now + Self.length)
            return key
        }
    }

    /// The session of a request; nil where nobody is signed in.
    func session(of request: Request, at now: ContinuousClock.Instant = .now) -> Session? {
        guard let key = request.cookies[Self.cookie]?.value else { return nil }
        return state.withLock { state in state.sessions[key].flatMap { $0.until > now ? $0 : nil } }
    }

    func end(_ request: Request) {
        guard let key = request.cookies[Self.cookie]?.value else { return }
        state.withLock { $0.sessions[key] = nil }
    }
}
