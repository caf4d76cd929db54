import Prose

/// Dates as readers write them, from the record's `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
struct CalendarWords: Sendable {
    let language: Language

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// `2023年11月15日`, `15 November 2023`; as precise as the text is. What is no date comes back as it is.
    func date(_ iso: String) -> String {
        let parts = iso.prefix(10).split(separator: "-").map { Int($0) }
        guard let first = parts.first, let year = first else { return iso }
        guard parts.count > 1, let month = parts[1], (1...12).contains(month) else { return language == .zh ? "\(year)年" : "\(year)" }
        let name = Self.months[month - 1]
        guard parts.count > 2, let day = parts[2] else { return language == .zh ? "\(year)年\(month)月" : "\(name) \(year)" }
        return language == .zh ? "\(year)年\(month)月\(day)日" : "\(day) \(name) \(year)"
    }

    /// A date in a narrow column: `2023年11月15日`, `15 Nov 2023`.
    func brief(_ iso: String) -> String {
        guard language == .en, let day = Day(iso: iso), iso.count == 10 else { return date(iso) }
        return "\(shortDate(iso)) \(day.parts.year)"
    }

    /// A date where the year stands above it already: `11月15日`, `15 Nov`.
    func shortDate(_ iso: String) -> String {
        guard let day = Day(iso: iso) else { return date(iso) }
        let (_, month, number) = day.parts
        return language == .zh ? "\(month)月\(number)日" : "\(number) \(Self.months[month - 1].prefix(3))"
    }

    /// First and last day or month of a time, one date where they are the same: `2024年1月18日至19日`, `18–19 January 2024`. Year and month are
    /// not said twice.
    func span(_ start: String, _ end: String) -> String {
        guard start != end else { return date(start) }
        let whole = "\(date(start))\(language == .zh ? "至" : " – ")\(date(end))"
        guard start.count == end.count, start.count >= 7, start.prefix(4) == end.prefix(4) else { return whole }
        let isOfMonth = start.count == 10 && start.prefix(7) == end.prefix(7)
        let first = date(start)
        let last = date(end)
        switch language {
        case .zh: return first + "至" + last.drop { $0 != (isOfMonth ? "月" : "年") }.dropFirst()
        case .en:
            // `18 January`, `March`: without the year; of days in one month the number alone.
            let words = first.split(separator: " ").dropLast(isOfMonth ? 2 : 1).joined(separator: " ")
            return words + (words.contains(" ") ? " – " : "–") + last
        }
    }
}
