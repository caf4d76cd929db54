import Ledger

/// The events of one month of a timeline, or of a year where no month is known.
struct MonthView: View {
    let id: String
    let name: String
    let events: [EventView]

    /// Groups events that stand in order of time; those without a day come under a heading of their own, and so do those of which only the year is
    /// known, which would else all fall on its first of January.
    static func months(_ events: [EventRecord], _ writer: Writer) -> [MonthView] {
        var order: [String] = []
        var groups: [String: [EventRecord]] = [:]
        for event in events {
            let key = key(event)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(event)
        }
        return order.map { key in
            let events = groups[key] ?? []
            // An event of which only the month is known would else stand on its first day.
            let inOrder = events.filter(hasDay) + events.filter { !hasDay($0) }
            return MonthView(
                id: key.isEmpty ? "undated" : "m-\(key)", name: name(key, writer),
                events: inOrder.map { EventView($0, writer, isUnderMonth: true) })
        }
    }

    private static func hasDay(_ event: EventRecord) -> Bool { event.precision != "month" }

    private static func key(_ event: EventRecord) -> String {
        guard let start = event.start else { return "" }
        return String(start.prefix(["year", "quarter"].contains(event.precision) ? 4 : 7))
    }

    private static func name(_ key: String, _ writer: Writer) -> String {
        if key.isEmpty { return writer.text("undated") }
        let date = writer.calendar.date(key)
        return key.count == 4 ? date + writer.bracketed(writer.text("monthUnknown")) : date
    }
}
