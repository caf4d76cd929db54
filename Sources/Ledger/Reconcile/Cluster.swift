import Prose
import World

/// The mentions found so far of one event.
struct Cluster {
    private(set) var members: [Candidate]
    /// Days named by a member whose words are exact; else the days of publication.
    private var days: DayRange?
    private var isDated: Bool
    private var persons: [String: Set<String>]
    private var modes: Set<String>
    private var places: Set<String>

    /// More members than this add nothing to how an event is worded, and make large groups slow.
    private static let wordedBy = 12

    init(_ first: Candidate) {
        members = [first]
        days = first.days
        isDated = first.dated != nil
        persons = first.persons
        modes = Set([first.coding.mode].compactMap { $0 })
        places = Set([first.place].compactMap { $0 })
    }

    mutating func add(_ candidate: Candidate) {
        members.append(candidate)
        if candidate.tier == 0, let named = candidate.dated {
            days = isDated ? days?.union(named) ?? named : named
            isDated = true
        } else if !isDated, let day = candidate.days {
            // The first report's day stands: a rolling window would join a daily quarrel into one event.
            days = days ?? day
        }
        persons.merge(candidate.persons) { $0.union($1) }
        if let mode = candidate.coding.mode { modes.insert(mode) }
        if let place = candidate.place { places.insert(place) }
    }

    /// How well a mention fits the event; nil where they are two.
    func fit(_ candidate: Candidate, weight: [UInt32: Double]) -> Double? {
        guard candidate.claim == members[0].claim, let gap = gap(candidate) else { return nil }
        let likeness = likeness(candidate, weight: weight)
        let kinship = max(likeness, kinship(candidate))
        guard kinship >= Kinship.least(gap, candidate.coding.type, sameArticle: contains(article: candidate.article)) else { return nil }
        // Words that are all but the same outweigh what was read into them.
        if likeness < Kinship.same, contradicts(candidate, likeness) { return nil }
        return kinship + (gap.days == 0 ? 0.2 : -0.02 * Double(abs(gap.days)))
    }

    private func contains(article: Int64) -> Bool { members.contains { $0.article == article } }

    // MARK: - Days

    private func gap(_ candidate: Candidate) -> Gap? {
        guard let own = candidate.days, let days else { return candidate.days == nil || days == nil ? Gap(kind: .unknown, days: 0) : nil }
        let between = own.gap(to: days)
        if candidate.tier == 2 || !isExact { return between == 0 ? Gap(kind: .coarse, days: 0) : nil }
        let kind: Gap.Kind = candidate.dated == nil ? (isDated ? .assumed : .published) : (isDated ? .dated : .assumed)
        let gap = Gap(kind: kind, days: between)
        guard gap.isPossible(for: candidate.coding.type) else { return nil }
        // Days named one after the other add up to one happening only as far as a summit lasts.
        if kind == .dated, own.union(days).length > max(Gap.longestHappening, own.length, days.length) { return nil }
        return gap
    }

    private var isExact: Bool { days.map { $0.length <= Reconciling.longestExact } ?? false }

    // MARK: - Words

    /// How alike the sentences are worded.
    private func likeness(_ candidate: Candidate, weight: [UInt32: Double]) -> Double {
        var most = 0.0
        for member in members.prefix(Self.wordedBy) {
            if member.words.key == candidate.words.key { return 1 }
            most = max(most, member.words.likeness(to: candidate.words, weight: weight))
        }
        return most
    }

    /// What else speaks for one happening: the same people, or headlines alike, as those of one story are in all outlets that took it over.
    private func kinship(_ candidate: Candidate) -> Double {
        var most = sharesPerson(candidate) ? Kinship.samePerson : 0
        for member in members.prefix(Self.wordedBy) where member.article != candidate.article {
            most = max(most, Kinship.sameHeadline * member.titleWords.headlineLikeness(to: candidate.titleWords))
        }
        return most
    }

    private func sharesPerson(_ candidate: Candidate) -> Bool {
        candidate.persons.contains { code, names in persons[code].map { !isApart($0, names) } ?? false }
    }

    private func contradicts(_ candidate: Candidate, _ likeness: Double) -> Bool {
        // A call and a visit on one day are two, and so are two pairs of ministers.
        if let mode = candidate.coding.mode, !modes.isEmpty, !modes.contains(mode), likeness < Kinship.strong { return true }
        if let place = candidate.place, !places.isEmpty, isApart(places, [place]), likeness < Kinship.strong { return true }
        return candidate.persons.contains { code, names in persons[code].map { isApart($0, names) } ?? false }
    }

    /// Whether no name of one side is, or is part of, a name of the other (普京, 弗拉基米尔·普京).
    private func isApart(_ some: Set<String>, _ others: Set<String>) -> Bool {
        !some.contains { one in others.contains { $0 == one || $0.contains(one) || one.contains($0) } }
    }
}

/// How far in time a mention stands from an event, and how well both are known.
struct Gap {
    enum Kind {
        /// Both name their days.
        case dated
        /// One names its days, the other has only its day of publication.
        case assumed
        /// Neither names a day.
        case published
        /// One names a month or a year around the other.
        case coarse
        /// One may be at any time.
        case unknown
    }

    let kind: Kind
    /// Mention less event; 0 where they touch one day.
    let days: Int

    /// A summit of three days and the day that time zones add.
    static let longestHappening = 4

    func isPossible(for type: EventType) -> Bool {
        switch kind {
        case .dated: abs(days) <= 1
        case .assumed, .published: abs(days) <= 3
        case .coarse, .unknown: true
        }
    }
}

/// How alike a mention must be worded to an event (Dice over weighed pairs of characters) to be of it.
enum Kinship {
    /// What two mentions have in common that name the same person on the same side.
    static let samePerson = 0.3
    /// What the same headline tells: less than the sentence itself.
    static let sameHeadline = 0.6
    static let strong = 0.45
    static let same = 0.7

    static func least(_ gap: Gap, _ type: EventType, sameArticle: Bool) -> Double {
        // Words fly daily between two capitals: two charges on a day are one only where they are worded alike. Deeds and meetings are rare enough for the day to tell.
        let words = isSaid(type) && !sameArticle
        switch (gap.kind, abs(gap.days)) {
        case (.dated, 0), (.assumed, 0), (.published, 0): return words ? 0.2 : 0
        case (.dated, _): return 0.25
        // The day after a meeting the papers still tell of it; sanctions follow one another more closely.
        case (.assumed, 1) where type == .consult && gap.days > 0: return 0
        case (.assumed, 1), (.published, 1): return words ? 0.3 : 0.12
        case (.assumed, _), (.published, _): return words ? 0.4 : 0.3
        case (.coarse, _): return 0.35
        case (.unknown, _): return 0.45
        }
    }

    private static func isSaid(_ type: EventType) -> Bool {
        switch type {
        case .request, .accuse, .reject, .threaten, .support: true
        default: false
        }
    }
}
