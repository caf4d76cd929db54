import Ledger
import Prose

/// How much of a timeline of known events a record holds, and into how many events each of them fell.
public struct Recall: Sendable {
    /// A known event that the archive has articles on, and what the record has of it.
    public struct Answer: Sendable, Identifiable {
        public let known: KnownEvent
        /// The events that match, in order of their days.
        public let events: [EventRecord]
        /// Those of them whose own sentences hold the keywords, not only the headline above them; all, where none does.
        public let named: [EventRecord]
        /// Of a miss: what comes nearest, and why it does not count.
        public let cause: Cause?

        public var id: String { known.id }
        public var isFound: Bool { !events.isEmpty }

        /// What the happening became: those of ``named`` that are of the type of the one in most articles.
        public var pieces: [EventRecord] {
            let leading = named.min { (-$0.articles, $0.id) < (-$1.articles, $1.id) }
            return named.filter { $0.type == leading?.type }
        }
    }

    /// Why a known event is missed: the first rule that, let go, would find an event.
    public struct Cause: Sendable {
        public enum Rule: String, Sendable, CaseIterable {
            /// Its words are there under another type.
            case type
            /// Its words are there with a party amiss or the sides exchanged.
            case parties
            /// An event of this type and these parties, with its words, on another day within ten.
            case date
            /// Only announced, denied or supposed.
            case status
            /// Two rules at once.
            case several
            /// Nothing near it was coded.
            case nothing
        }

        public let rule: Rule
        /// At most three, those in most articles first.
        public let nearest: [EventRecord]
    }

    /// In the timeline's order; known events without an article in the archive are left out.
    public let answers: [Answer]

    public var found: Int { answers.count { $0.isFound } }
    /// 0…1; 0 for an empty timeline.
    public var recall: Double { answers.isEmpty ? 0 : Double(found) / Double(answers.count) }
    /// Of the known events that were found, how many events of the record each became: those of one type (the acceptable types are alternatives: talks at which
    /// charges are made are one act of each) whose own sentences name it (an article on a visit also tells of other things that its parties did).
    public var pieces: Pieces { Pieces(answers.filter(\.isFound).map(\.pieces.count)) }
    /// The number of matching events of any acceptable type.
    public var piecesOfAnyType: Pieces { Pieces(answers.filter(\.isFound).map(\.events.count)) }

    public struct Pieces: Sendable, Hashable {
        public let median: Double
        /// The 90th percentile, by nearest rank.
        public let p90: Int
        public let mean: Double
        public let max: Int

        init(_ counts: [Int]) {
            let sorted = counts.sorted()
            let n = sorted.count
            median = n == 0 ? 0 : Double(sorted[(n - 1) / 2] + sorted[n / 2]) / 2
            p90 = n == 0 ? 0 : sorted[(n * 9 + 9) / 10 - 1]
            mean = n == 0 ? 0 : Double(sorted.reduce(0, +)) / Double(n)
            max = sorted.last ?? 0
        }
    }
}

extension Ledger {
    /// Looks for each known event in the record; some milliseconds each, a miss up to a second, since all around it is looked through.
    /// - Throws: ``LedgerError``
    public func recall(_ timeline: [KnownEvent]) throws(LedgerError) -> Recall {
        var answers: [Recall.Answer] = []
        for known in timeline where known.articles != 0 { answers.append(try Search(ledger: self, known: known).answer()) }
        return Recall(answers: answers)
    }
}

/// The search for one known event.
private struct Search {
    private let ledger: Ledger
    private let likeness: Likeness
    private let keywords: [[String]]

    /// How many days around a miss are looked through for its cause.
    private static let around = 10

    init(ledger: Ledger, known: KnownEvent) {
        self.ledger = ledger
        likeness = Likeness(known: known)
        keywords = known.keywords.map { $0.map { ledger.folded($0) } }
    }

    func answer() throws(LedgerError) -> Recall.Answer {
        let matching = try worded(
            events(from: (likeness.from - Likeness.longest).iso, to: likeness.to.iso, [.happened]).filter {
                likeness.hasDate($0) && likeness.hasType($0) && likeness.hasParties($0)
            })
        let named = matching.filter(\.isNamed).map(\.event)
        return Recall.Answer(
            known: likeness.known, events: matching.map(\.event), named: named.isEmpty ? matching.map(\.event) : named,
            cause: matching.isEmpty ? try cause() : nil)
    }

    private func cause() throws(LedgerError) -> Recall.Cause {
        let near = try worded(
            events(
                from: (likeness.from - Self.around).iso, to: (likeness.to + Self.around).iso, Set(EventStatus.allCases))
        ).map(\.event)
        let failing = near.map { (event: $0, rules: broken($0)) }
        for rule in [Recall.Cause.Rule.status, .date, .type, .parties] {
            let only = failing.filter { $0.rules == [rule] }
            if !only.isEmpty { return Recall.Cause(rule: rule, nearest: strongest(only.map(\.event))) }
        }
        return Recall.Cause(rule: near.isEmpty ? .nothing : .several, nearest: strongest(near))
    }

    private func broken(_ event: EventRecord) -> [Recall.Cause.Rule] {
        var rules: [Recall.Cause.Rule] = []
        if event.status != .happened { rules.append(.status) }
        if !likeness.hasDate(event) { rules.append(.date) }
        if !likeness.hasType(event) { rules.append(.type) }
        if !likeness.hasParties(event) { rules.append(.parties) }
        return rules
    }

    private func strongest(_ events: [EventRecord]) -> [EventRecord] {
        Array(events.sorted { (-$0.articles, $0.id) < (-$1.articles, $1.id) }.prefix(3))
    }

    /// Events of any of its parties, each once.
    private func events(from: String, to: String, _ statuses: Set<EventStatus>) throws(LedgerError) -> [EventRecord] {
        var found: [String: EventRecord] = [:]
        for code in likeness.codes.sorted() {
            var filter = EventFilter(code: code)
            filter.from = from
            filter.to = to
            filter.statuses = statuses
            filter.limit = .max
            for event in try ledger.events(filter) { found[event.id] = event }
        }
        return found.values.sorted { ($0.start ?? "", $0.id) < ($1.start ?? "", $1.id) }
    }

    /// The events one of whose mentions holds the keywords in sentence and headline, and whether one does in its sentence alone.
    private func worded(_ events: [EventRecord]) throws(LedgerError) -> [(event: EventRecord, isNamed: Bool)] {
        if keywords.isEmpty { return events.map { ($0, true) } }
        var worded: [(event: EventRecord, isNamed: Bool)] = []
        for event in events {
            let evidence = try ledger.evidence(of: event.id).map { (ledger.folded($0.headline), ledger.folded($0.sentence)) }
            guard Likeness.hasWords(evidence.map { $0 + "\n" + $1 }, keywords) else { continue }
            worded.append((event, Likeness.hasWords(evidence.map(\.1), keywords)))
        }
        return worded
    }
}
