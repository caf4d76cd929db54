import Prose
import Synchronization
import World

/// An event as lists, counts and series need it, without its words: forty-four bytes of a ``Digest``.
struct Brief: Sendable {
    let id: Int64
    let score: Double
    /// What lists go by; nil where no report has a day.
    let day: Day?
    let type: EventType
    let quad: QuadClass
    let status: EventStatus
    /// Whether it happened on a day that is known to about a week: whether series have it.
    let isCounted: Bool
    let voices: Int
    let mentions: Int
    let articles: Int
    /// Its number among the digest's lists of outlets, and of people.
    let outlets: Int
    let people: Int

    /// The order of ``EventFilter/Order/newest``.
    static func isNewer(_ x: Brief, _ y: Brief) -> Bool {
        (y.day?.number ?? .min, y.voices, x.id) < (x.day?.number ?? .min, x.voices, y.id)
    }
}

/// The events of a pair or of a party in brief, the newest first, as the ledger keeps them in one value: a page's counts, lists and series are read from it in
/// a millisecond or two, where looking up nine thousand events took twenty.
final class Digest: Sendable {
    let events: [Brief]
    /// Names in alphabetical order; the events with the same outlets share one list.
    let outlets: [[String]]
    /// The people named in the sentence that tells an event best: a list a line, each name with its code behind a stroke, tabs between. Few pages ask for them.
    let peopleText: String
    private let series = Mutex<[ReportedEvent]?>(nil)

    init(events: [Brief], outlets: [[String]], peopleText: String) {
        self.events = events
        self.outlets = outlets
        self.peopleText = peopleText
    }

    /// The events that series have, in order of day and id. Made when first asked for: a page asks some times, a search never.
    var reported: [ReportedEvent] {
        series.withLock { known in
            let reported =
                known
                ?? events.filter(\.isCounted).compactMap { event in
                    EventPoint(event).map {
                        ReportedEvent(point: $0, articles: event.articles, outlets: outlets[event.outlets], list: event.outlets)
                    }
                }
                .sorted { ($0.point.day, $0.point.number) < ($1.point.day, $1.point.number) }
            known = reported
            return reported
        }
    }

    /// Those of some days; nil: from the first, to the last.
    func reported(from: Day?, to: Day?) -> ArraySlice<ReportedEvent> {
        let all = reported
        let first = from.map { from in all.firstSorted { $0.point.day >= from } } ?? all.startIndex
        let end = to.map { to in all.firstSorted { $0.point.day > to } } ?? all.endIndex
        return all[first..<max(first, end)]
    }

    var people: [[PersonKey]] {
        peopleText.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t").compactMap { entry in
                guard let stroke = entry.lastIndex(of: "/") else { return nil }
                let code = entry[entry.index(after: stroke)...]
                return PersonKey(name: String(entry[..<stroke]), code: code.isEmpty ? nil : String(code))
            }
        }
    }
}
