import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// What the server did since it began, in Prometheus's text format (version 0.0.4).
final class Metrics: Sendable {
    private struct Series: Hashable {
        let route: String
        let status: Int
    }

    private struct State {
        var requests: [Series: Int] = [:]
        var inFlight = 0
        var seconds = 0.0
        var buckets = Array(repeating: 0, count: Metrics.bounds.count)
        var answered = 0
    }

    /// Upper bounds of the buckets of times, in seconds.
    static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

    private let state = Mutex(State())
    private let began = Date()

    func begin() { state.withLock { $0.inFlight += 1 } }

    /// - Parameter route: the address's pattern, so that strangers' addresses make no series of their own.
    func end(route: String, status: Int, took: Duration) {
        let seconds = took / .seconds(1)
        state.withLock { state in
            state.inFlight -= 1
            state.requests[Series(route: route, status: status), default: 0] += 1
            state.seconds += seconds
            state.answered += 1
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { state.buckets[index] += 1 }
        }
    }

    /// The page of metrics.
    /// - Parameter more: gauges of the caller's.
    func text(version: String, cache: (hits: Int, misses: Int, bytes: Int), gauges: [(name: String, help: String, value: Int)]) -> String {
        let now = state.withLock { $0 }
        var out = ""
        func head(_ name: String, _ type: String, _ help: String) { out += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n" }
        head("rapport_info", "gauge", "The version that runs.")
        out += "rapport_info{version=\"\(version)\"} 1\n"
        head("process_start_time_seconds", "gauge", "When the server began, in seconds since 1970.")
        out += "process_start_time_seconds \(Int(began.timeIntervalSince1970))\n"
        head("http_requests_total", "counter", "Requests answered, by route and status.")
        for (series, count) in now.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
            out += "http_requests_total{route=\"\(series.route)\",status=\"\(series.status)\"} \(count)\n"
        }
        head("http_request_duration_seconds", "histogram", "Time to the head of the answer.")
        for (index, bound) in Self.bounds.enumerated() {
            out += "http_request_duration_seconds_bucket{le=\"\(bound)\"} \(now.buckets[index])\n"
        }
        out += "http_request_duration_seconds_bucket{le=\"+Inf\"} \(now.answered)\n"
        out += "http_request_duration_seconds_sum \(now.seconds)\nhttp_request_duration_seconds_count \(now.answered)\n"
        head("http_requests_in_flight", "gauge", "Requests being answered.")
        out += "http_requests_in_flight \(now.inFlight)\n"
        head("rapport_page_cache_requests_total", "counter", "Pages asked of the cache.")
        out +=
            "rapport_page_cache_requests_total{result=\"hit\"} \(cache.hits)\nrapport_page_cache_requests_total{result=\"miss\"} \(cache.misses)\n"
        head("rapport_page_cache_bytes", "gauge", "Bytes of pages kept.")
        out += "rapport_page_cache_bytes \(cache.bytes)\n"
        for gauge in gauges {
            head(gauge.name, "gauge", gauge.help)
            out += "\(gauge.name) \(gauge.value)\n"
        }
        return out
    }
}

/// Counts and times every request.
struct Metering: RouterMiddleware {
    let metrics: Metrics

    func handle(_ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response) async throws -> Response {
        let began = ContinuousClock.now
        metrics.begin()
        do {
            let response = try await next(request, context)
            metrics.end(route: context.endpointPath ?? "none", status: response.status.code, took: began.duration(to: .now))
            return response
        } catch {
            metrics.end(route: context.endpointPath ?? "none", status: 500, took: began.duration(to: .now))
            throw error
        }
    }
}
