import Foundation
import Tables

/// Services that show a picture from elsewhere: the original's address stands inside the proxy's own.
struct Proxies: Sendable {
    static let columns = ["host", "where", "mark"]

    private enum Place: Sendable {
        /// The value of a parameter.
        case query(String)
        /// The path behind a mark.
        case path(String)
    }

    private let places: [String: Place]

    init() { places = [:] }

    init(_ table: Table) throws {
        var places: [String: Place] = [:]
        for row in table.rows {
            let mark = try row.require("mark")
            switch try row.require("where") {
            case "query": places[try row.require("host")] = .query(mark)
            case "path": places[try row.require("host")] = .path(mark)
            default: throw row.problem("“where” must be query or path")
            }
        }
        self.places = places
    }

    /// The original's address, and the proxy's where there is one. A proxy in front of a proxy is seen through too.
    func original(_ address: String) -> (source: String, proxy: String?) {
        var source = address
        for _ in 0..<3 {
            guard let inner = inner(source) else { break }
            source = inner
        }
        return (source, source == address ? nil : address)
    }

    private func inner(_ address: String) -> String? {
        guard !places.isEmpty, let host = siteOf(address), let place = places[host] ?? places["*." + host.drop { $0 != "." }.dropFirst()]
        else {
            return nil
        }
        switch place {
        case .query(let name):
            guard let query = address.firstIndex(of: "?") else { return nil }
            for part in address[address.index(after: query)...].split(separator: "&") where part.hasPrefix(name + "=") {
                let value = String(part.dropFirst(name.count + 1))
                return withScheme(value.removingPercentEncoding ?? value)
            }
            return nil
        case .path(let mark):
            guard let found = address.range(of: mark, range: (address.range(of: host)?.upperBound ?? address.startIndex)..<address.endIndex)
            else {
                return nil
            }
            return withScheme(String(address[found.upperBound...]))
        }
    }

    /// Proxies leave the scheme out, or write `ssl:` for it.
    private func withScheme(_ address: String) -> String? {
        if address.hasPrefix("http://") || address.hasPrefix("https://") { return address }
        var rest = address[...]
        if rest.hasPrefix("ssl:") { rest = rest.dropFirst(4) }
        while rest.hasPrefix("/") { rest = rest.dropFirst() }
        let full = "https://" + rest
        return siteOf(full) == nil ? nil : full
    }
}
