import Ledger
import Prose
import World

/// What happened between some parties, what mattered most first.
public struct Timeline: Sendable {
    public let question: TimelineQuestion
    /// The days looked at.
    public let days: ClosedRange<Day>
    public let entries: [TimelineEntry]
    /// How many events there are in all.
    public let events: Int
}

/// One line of a timeline: an event, and those of its kind around it.
public struct TimelineEntry: Sendable, Identifiable {
    public let event: EventRecord
    public let importance: Double
    /// From 1, by importance.
    public let rank: Int
    /// Events of the same type by the same actors on the same recipients within a few days, each less important.
    public let others: [EventRecord]

    public var id: String { event.id }
}

/// Whose timeline, of which days and how long.
public struct TimelineQuestion: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        case pair(Pair)
        /// A party with any of some others; with anybody, where there are none.
        case party(String, with: Set<String>)
    }

    public enum Order: String, Sendable, Hashable, CaseIterable {
        case importance, date
    }

    public var subject: Subject
    /// nil: the record's dense days.
    public var from: Day?
    public var to: Day?
    public var types: Set<EventType> = []
    public var quads: Set<QuadClass> = []
    public var top = 20
    public var order = Order.importance

    public init(_ subject: Subject, from: Day? = nil, to: Day? = nil) {
        self.subject = subject
        self.from = from
        self.to = to
    }

    public init(pair: Pair, from: Day? = nil, to: Day? = nil) { self.init(.pair(pair), from: from, to: to) }
}

extension Ledger {
    /// The timeline that is asked for: events that happened on days known to about a week.
    /// - Throws: ``LedgerError``
    public func timeline(_ question: TimelineQuestion, importance scale: ImportanceScale = .standard) throws(LedgerError) -> Timeline {
        let dense = try denseDays()
        let to = question.to ?? dense?.upperBound ?? Day(number: 0)
        let days = min(to, question.from ?? dense?.lowerBound ?? to)...to
        let events = try events(question.filter(days)).filter { question.asks(for: $0) }
        let entries = question.entries(events, scale)
        let timeline = Timeline(question: question, days: days, entries: entries, events: events.count)
        return question.order == .date ? timeline.byDate : timeline
    }
}

extension TimelineQuestion {
    func filter(_ days: ClosedRange<Day>) -> EventFilter {
        var filter = EventFilter()
        switch subject {
        case .pair(let pair): filter.pair = pair
        case .party(let code, _): filter.code = code
        }
        filter.from = days.lowerBound.iso
        filter.to = days.upperBound.iso
        filter.types = types
        filter.quads = quads
        filter.statuses = [.happened]
        filter.limit = .max
        return filter
    }

    func asks(for event: EventRecord) -> Bool {
        guard ["day", "week", "published"].contains(event.precision) else { return false }
        guard case .party(let code, let others) = subject, !others.isEmpty else { return true }
        if event.type.isJoint(recipients: event.recipients) { return !others.isDisjoint(with: event.parties) }
        return event.actors.contains(code) && !others.isDisjoint(with: event.recipients)
            || event.recipients.contains(code) && !others.isDisjoint(with: event.actors)
    }

    /// The most important events, those of their kind under them.
    func entries(_ events: [EventRecord], _ scale: ImportanceScale) -> [TimelineEntry] {
        let ranked = events.map { (event: $0, importance: scale.importance(of: $0)) }
            .sorted { Self.isHigher(($0.importance, $0.event), ($1.importance, $1.event)) }.map(\.event)
        var lines: [(head: EventRecord, others: [EventRecord])] = []
        var kinds: [Kind: Int] = [:]
        // The most important line of a kind on each of its days: looking through all lines of a kind took twenty seconds for a pair of sixty thousand events.
        var first: [KindDay: Int] = [:]
        for event in ranked {
            let (own, count) = (kind(event), kinds.count)
            let kind = kinds[own] ?? count
            kinds[own] = kind
            let days = days(event)
            let near = days.map { ($0.lowerBound - scale.together)...($0.upperBound + scale.together) }
            if let line = near?.compactMap({ first[KindDay(kind: kind, day: $0)] }).min() {
                lines[line].others.append(event)
            } else {
                for day in days.map(Array.init) ?? [] where first[KindDay(kind: kind, day: day)] == nil {
                    first[KindDay(kind: kind, day: day)] = lines.count
                }
                lines.append((event, []))
            }
        }
        let weighed = lines.map { line in
            let articles = line.others.reduce(line.head.articles) { $0 + $1.articles }
            return (line: line, importance: scale.importance(of: line.head, articles: articles))
        }
        return weighed.sorted { Self.isHigher(($0.importance, $0.line.head), ($1.importance, $1.line.head)) }.prefix(max(0, top))
            .enumerated()
            .map { TimelineEntry(event: $1.line.head, importance: $1.importance, rank: $0 + 1, others: $1.line.others) }
    }

    private static func isHigher(_ one: (Double, EventRecord), _ other: (Double, EventRecord)) -> Bool {
        (-one.0, one.1.start ?? "", one.1.id) < (-other.0, other.1.start ?? "", other.1.id)
    }

    private struct Kind: Hashable {
        let type: EventType
        let actors: Set<String>
        let recipients: Set<String>
    }

    /// Of a pair only the pair's own sides count: what four did to one is, between two of them, what one did to the other.
    private func kind(_ event: EventRecord) -> Kind {
        let kept: (String) -> Bool =
            switch subject {
            case .pair(let pair): { pair.contains($0) }
            case .party(let code, let others): { others.isEmpty || $0 == code || others.contains($0) }
            }
        guard event.type.isDirected else { return Kind(type: event.type, actors: Set(event.parties.filter(kept)), recipients: []) }
        return Kind(type: event.type, actors: Set(event.actors.filter(kept)), recipients: Set(event.recipients.filter(kept)))
    }

    private struct KindDay: Hashable {
        let kind: Int
        /// Since 1970-01-01.
        let day: Int
    }

    private func days(_ event: EventRecord) -> ClosedRange<Int>? {
        guard let start = event.start.flatMap({ Day(iso: $0) }) else { return nil }
        return start.number...max(start, event.end.flatMap { Day(iso: $0) } ?? start).number
    }
}
