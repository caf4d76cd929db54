import Tables

/// A time in which an archive's clock is known to have run ahead for one site.
struct Drift: Sendable {
    static let columns = ["site", "from", "until", "hours"]

    let site: String
    /// When the texts truly appeared, in seconds since 1970.
    let window: Range<Double>
    let hours: Double

    init(_ row: Table.Row) throws {
        site = try row.require("site").lowercased()
        guard let from = try Stamp(row.require("from").utf8)?.instant(.utc),
            let until = try Stamp(row.require("until").utf8)?.instant(.utc),
            from < until
        else { throw row.problem("from and until must be times such as 2021-01-20T18:00Z, the earlier one first") }
        guard let hours = try Double(row.require("hours")), (1...48).contains(hours) else {
            throw row.problem("the hours must be a number from 1 to 48")
        }
        window = from..<until
        self.hours = hours
    }

    /// The true instant, where a clock's instant falls into the window and the day that the source bears allows it.
    func corrected(_ instant: Double, day: Day?, _ zone: Zone) -> Double? {
        let corrected = instant - hours * 3600
        guard window.contains(corrected) else { return nil }
        return day.map { $0 == zone.day(of: corrected) } ?? true ? corrected : nil
    }
}
