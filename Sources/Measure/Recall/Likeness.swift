import Ledger
import Prose
import World

/// By which rules an event of the record is a known event.
///
/// Date: it touches the days from two before to two after, and is known to about a week. Parties: one that acts and one that is acted upon are in it; an act that both
/// sides do together, in either direction; of a known event without recipients, two of its parties. Type: one of the acceptable ones.
/// Words: one mention's sentence and headline hold a group of keywords. Where Hong Kong is named, China may stand for it.
struct Likeness {
    let known: KnownEvent

    static let days = 2
    /// The longest event that dates anything, in days.
    static let longest = 7

    var from: Day { known.first - Self.days }
    var to: Day { known.last + Self.days }

    /// Every code that may stand in a matching event.
    var codes: Set<String> { Self.standing(known.actors).union(Self.standing(known.recipients)) }

    func hasDate(_ event: EventRecord) -> Bool {
        guard let start = event.start.flatMap({ Day(iso: $0) }), let end = event.end.flatMap({ Day(iso: $0) }) else { return false }
        return Self.precisions.contains(event.precision) && end - start < Self.longest && from <= end && start <= to
    }

    func hasType(_ event: EventRecord) -> Bool { known.types.contains(event.type) }

    func hasParties(_ event: EventRecord) -> Bool {
        let actors = Self.standing(known.actors)
        let recipients = Self.standing(known.recipients)
        if recipients.isEmpty { return actors.intersection(event.parties).count >= min(2, actors.count) }
        if Self.meets(event.actors, actors, event.recipients, recipients) { return true }
        return event.type.isJoint(recipients: event.recipients) && Self.meets(event.parties, actors, event.parties, recipients)
    }

    /// - Parameter evidence: for each mention its sentence and headline, folded.
    /// - Parameter keywords: folded.
    static func hasWords(_ evidence: [String], _ keywords: [[String]]) -> Bool {
        keywords.isEmpty || evidence.contains { text in keywords.contains { $0.allSatisfy { text.contains($0) } } }
    }

    /// A month or a year that begins in the window dates nothing.
    private static let precisions: Set = ["day", "week", "published"]

    private static func standing(_ codes: [String]) -> Set<String> {
        Set(codes).union(codes.contains("HKG") ? ["CHN"] : [])
    }

    /// Whether the sides have a party of each set, and not the same one on both.
    private static func meets(_ side: [String], _ wanted: Set<String>, _ other: [String], _ wantedOther: Set<String>) -> Bool {
        wanted.intersection(side).contains { one in wantedOther.intersection(other).contains { $0 != one } }
    }
}
