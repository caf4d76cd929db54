import Foundation

/// Every clock that one source bears, before they are weighed against each other.
struct Clocks: Sendable {
    /// A time line in the text.
    var text: Stamp?
    /// The day in the link.
    var link: Day?
    /// `<!--milliseconds-->`, as seconds.
    var comment: Double?
    /// Front matter's `date:`.
    var front: Stamp?
    /// A feed's or a page's own time of publication.
    var feed: Stamp?
    /// When a crawler fetched it: never before it was published.
    var fetched: Stamp?
}

/// What the clocks say together.
struct Published: Sendable {
    var instant: Double?
    var day: Day?
    var clock: String?
    var flags: [String] = []
}

extension Clocks {
    /// The text's instant is the outlet's own and wins. A day in the text or the link corrects the archive's clocks, which in known
    /// windows run 8 or 16 hours ahead; an article is never published after the archive fetched it, so of two archive clocks the later one lies.
    func settled(zone: Zone) -> Published {
        if let text, let instant = text.instant(zone) { return Published(instant: instant, day: zone.day(of: instant), clock: "text") }
        var result = archive(zone: zone)
        guard let day = textDay ?? link else { return result }
        let clock = textDay != nil ? "text" : "link"
        guard let instant = result.instant else { return Published(instant: zone.instant(wall: noon(day)), day: day, clock: clock) }
        if zone.day(of: instant) == day { return result }
        for hours in [8.0, 16] where zone.day(of: instant - hours * 3600) == day {
            result.instant = instant - hours * 3600
            result.day = day
            result.flags.append("the archive's clock ran \(Int(hours)) hours ahead of the day in the \(clock)")
            return result
        }
        return Published(
            instant: zone.instant(wall: noon(day)), day: day, clock: clock,
            flags: result.flags + ["the archive's clock disagrees with the day in the \(clock)"])
    }

    private var textDay: Day? {
        if case .day(let day) = text { return day }
        return nil
    }

    /// The archive's own clocks alone.
    private func archive(zone: Zone) -> Published {
        if let feed, let instant = feed.instant(zone) { return Published(instant: instant, day: zone.day(of: instant), clock: "feed") }
        let front = self.front?.instant(zone)
        if let comment, let front, comment > front + 60 {
            for hours in [8.0, 16] where comment - hours * 3600 <= front {
                let instant = comment - hours * 3600
                return Published(
                    instant: instant, day: zone.day(of: instant), clock: "comment",
                    flags: ["the comment's clock ran \(Int(hours)) hours ahead of the front matter's"])
            }
            return Published(
                instant: front, day: zone.day(of: front), clock: "front matter",
                flags: ["the comment's clock disagrees with the front matter's"])
        }
        if let comment { return Published(instant: comment, day: zone.day(of: comment), clock: "comment") }
        if let front { return Published(instant: front, day: zone.day(of: front), clock: "front matter") }
        if let fetched, let instant = fetched.instant(zone) {
            return Published(instant: instant, day: zone.day(of: instant), clock: "fetch")
        }
        for (stamp, clock) in [(feed, "feed"), (self.front, "front matter"), (fetched, "fetch")] {
            if case .day(let day) = stamp { return Published(instant: zone.instant(wall: noon(day)), day: day, clock: clock) }
        }
        return Published()
    }
}

/// A day alone is kept as its noon, which is on that day in every zone an outlet keeps.
private func noon(_ day: Day) -> Double { Double(day.number) * 86400 + 43200 }

extension Stamp {
    func instant(_ zone: Zone) -> Double? {
        switch self {
        case .instant(let instant): instant
        case .wall(let wall): zone.instant(wall: wall)
        case .day: nil
        }
    }
}
