import Synchronization

/// What strangers may ask for: so many requests a second, and so much time of this machine's. Who asks for more is told when to come again.
struct Limits: Sendable {
    /// Requests a second that one client may make over time; five seconds' worth at once.
    var requests = 20.0
    /// Seconds of work a second that one client may cause over time; pages kept in memory cost none.
    var work = 0.25
    /// Seconds of work that one client may cause at once.
    var workAtOnce = 10.0
    /// The longest body that is read, in bytes.
    var body = 64 << 10
    /// Pages that may wait to be made; beyond it, everybody is asked to come again.
    var waiting = 256
}

/// How much of its limits each client has left: two leaky buckets each.
final class Allowances: Sendable {
    private struct Left {
        var requests: Double
        var work: Double
        var at: ContinuousClock.Instant
    }

    /// Clients that books are kept on; beyond it, those that have asked for nothing lately are forgotten, or else all.
    static let mostClients = 20_000

    private let limits: Limits
    private let clients = Mutex<[Client: Left]>([:])

    init(_ limits: Limits) { self.limits = limits }

    /// Takes one request from a client's allowance.
    /// - Returns: nil where it may be answered, else the seconds to wait.
    func take(_ client: Client, at now: ContinuousClock.Instant = .now) -> Int? {
        clients.withLock { clients in
            if clients.count >= Self.mostClients, clients[client] == nil { forget(&clients, now) }
            var left = refilled(clients[client], now)
            defer { clients[client] = left }
            let wait = max((1 - left.requests) / limits.requests, -left.work / limits.work)
            guard wait <= 0 else { return max(1, Int(wait.rounded(.up))) }
            left.requests -= 1
            return nil
        }
    }

    /// Books work that was done for a client.
    func charge(_ client: Client, _ work: Duration, at now: ContinuousClock.Instant = .now) {
        clients.withLock { clients in
            var left = refilled(clients[client], now)
            left.work -= work / .seconds(1)
            clients[client] = left
        }
    }

    private var mostRequests: Double { max(1, limits.requests * 5) }

    private func refilled(_ left: Left?, _ now: ContinuousClock.Instant) -> Left {
        guard var left else { return Left(requests: mostRequests, work: limits.workAtOnce, at: now) }
        let seconds = max(0, left.at.duration(to: now) / .seconds(1))
        left.requests = min(mostRequests, left.requests + seconds * limits.requests)
        left.work = min(limits.workAtOnce, left.work + seconds * limits.work)
        left.at = now
        return left
    }

    private func forget(_ clients: inout [Client: Left], _ now: ContinuousClock.Instant) {
        clients = clients.filter { _, left in
            let full = refilled(left, now)
            return full.requests < mostRequests || full.work < limits.workAtOnce
        }
        if clients.count >= Self.mostClients { clients.removeAll() }
    }
}
