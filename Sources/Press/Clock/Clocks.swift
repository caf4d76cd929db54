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
    var certainty: Certainty?
    var flags: [String] = []
}

extension Clocks {
    /// The text's instant is the outlet's own and wins. A day in the text or the link corrects the archive's clocks, which in known
    /// windows run 8 or 16 hours ahead; an article is never published after the archive fetched it, so of two archive clocks the later one lies.
    func settled(zone: Zone, known drifts: [Drift] = []) -> Published {
        if let text, let instant = text.instant(zone) {
            return Published(instant: instant, day: zone.day(of: instant), clock: "text", certainty: .certain)
        }
        var result = drifted(drifts, zone) ?? archive(zone: zone)
        guard let day = textDay ?? link else { return result }
        let clock = textDay != nil ? "text" : "link"
        guard let instant = result.instant else {
            return Published(instant: zone.instant(wall: noon(day)), day: day, clock: clock, certainty: .likely)
        }
        if zone.day(of: instant) == day {
            result.certainty = result.flags.isEmpty ? .certain : .likely
            return result
        }
        for hours in [8.0, 16] where zone.day(of: instant - hours * 3600) == day {
            result.instant = instant - hours * 3600
            result.day = day
            result.certainty = .likely
            result.flags.append("the archive's clock ran \(Int(hours)) hours ahead of the day in the \(clock)")
            return result
        }
        return Published(
            instant: zone.instant(wall: noon(day)), day: day, clock: clock, certainty: .likely,
            flags: result.flags + ["the archive's clock disagrees with the day in the \(clock)"])
    }

    private var textDay: Day? {
        if case .day(let day) = text { return day }
        return nil
    }

    /// The comment's clock, set back by the hours it is known to have run ahead at that time.
    private func drifted(_ drifts: [Drift], _ zone: Zone) -> Published? {
        guard feed == nil, let comment else { return nil }
        for drift in drifts {
            guard let instant = drift.corrected(comment, day: textDay ?? link, zone) else { continue }
            return Published(
                instant: instant, day: zone.day(of: instant), clock: "comment", certainty: .likely,
                flags: ["the comment's clock ran \(Int(drift.hours)) hours ahead, as known of that time"])
        }
        return nil
    }

    /// The archive's own clocks alone.
    private func archive(zone: Zone) -> Published {
        if let feed, let instant = feed.instant(zone) {
            return Published(instant: instant, day: zone.day(of: instant), clock: "feed", certainty: .certain)
        }
        let front = self.front?.instant(zone)
        if let comment, let front, comment > front + 60 { return disagreeing(comment, front, zone) }
        if let comment { return Published(instant: comment, day: zone.day(of: comment), clock: "comment", certainty: .doubtful) }
        if let front { return Published(instant: front, day: zone.day(of: front), clock: "front matter", certainty: .doubtful) }
        if let fetched, let instant = fetched.instant(zone) {
            return Published(instant: instant, day: zone.day(of: instant), clock: "fetch", certainty: .doubtful)
        }
        let days: [(Stamp?, String, Certainty)] = [
            (feed, "feed", .certain), (self.front, "front matter", .doubtful), (fetched, "fetch", .doubtful),
        ]
        for case (.day(let day), let clock, let certainty) in days {
            return Published(instant: zone.instant(wall: noon(day)), day: day, clock: clock, certainty: certainty)
        }
        return Published()
    }

    /// The front matter's clock cannot be later than the fetch, so the comment's is set back until it is not later than that.
    private func disagreeing(_ comment: Double, _ front: Double, _ zone: Zone) -> Published {
        for hours in [8.0, 16] where comment - hours * 3600 <= front {
            let instant = comment - hours * 3600
            return Published(
                instant: instant, day: zone.day(of: instant), clock: "comment", certainty: .likely,
                flags: ["the comment's clock ran \(Int(hours)) hours ahead of the front matter's"])
        }
        return Published(
            instant: front, day: zone.day(of: front), clock: "front matter", certainty: .doubtful,
            flags: ["the comment's clock disagrees with the front matter's"])
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
