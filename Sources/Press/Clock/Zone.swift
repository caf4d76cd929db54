import Foundation

/// An outlet's clock: how far its wall time is ahead of UTC at an instant.
struct Zone: Sendable, Hashable {
    private let fixed: Int?
    private let named: TimeZone?

    static let utc = Zone(offset: 0)

    init(offset seconds: Int) {
        fixed = seconds
        named = nil
    }

    /// An IANA name or `+08:00`.
    init?(_ text: String) {
        if let first = text.utf8.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            let parts = text.dropFirst().split(separator: ":").map { Int($0) }
            guard let hours = parts.first ?? nil, hours <= 14 else { return nil }
            let minutes = parts.count > 1 ? (parts[1] ?? 0) : 0
            let seconds = hours * 3600 + minutes * 60
            self.init(offset: first == UInt8(ascii: "-") ? -seconds : seconds)
            return
        }
        guard let zone = TimeZone(identifier: text) else { return nil }
        self.init(named: zone)
    }

    private init(named zone: TimeZone) {
        fixed = nil
        named = zone
    }

    /// Seconds to add to UTC at an instant given as seconds since 1970.
    func offset(at instant: Double) -> Int {
        fixed ?? named?.secondsFromGMT(for: Date(timeIntervalSince1970: instant)) ?? 0
    }

    /// The instant of a wall time, given as seconds since 1970 had the wall been at UTC.
    func instant(wall: Double) -> Double {
        let guess = wall - Double(offset(at: wall))
        return wall - Double(offset(at: guess))
    }

    /// The calendar day on this clock.
    func day(of instant: Double) -> Day { Day(number: Int(((instant + Double(offset(at: instant))) / 86400).rounded(.down))) }
}
