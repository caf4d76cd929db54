/// The parties of a mention, as numbers that are quick to compare.
struct Sides: Hashable, Sendable {
    private let actors: [Int64]
    private let recipients: [Int64]
    private let all: [Int64]
    /// The same with Hong Kong and Macau under China, whose part they are told as (an extradition treaty ended with Hong Kong, a step against China).
    private let broadActors: [Int64]
    private let broadRecipients: [Int64]
    /// Where nobody is acted upon, two armies clash: that may be told as the one's attack as well.
    private let isDirected: Bool
    let bits: PartyBits

    init(_ group: ActGroup) {
        actors = Self.numbers(group.actors)
        recipients = Self.numbers(group.recipients)
        all = Self.numbers(group.actors + group.recipients)
        broadActors = Self.numbers(group.actors.map(Self.broad))
        broadRecipients = Self.numbers(group.recipients.map(Self.broad))
        isDirected = !group.family.type.isJoint(recipients: group.recipients)
        bits = PartyBits(Self.numbers(group.actors + group.recipients + (group.actors + group.recipients).map(Self.broad)))
    }

    private static func broad(_ code: String) -> String { code == "HKG" || code == "MAC" ? "CHN" : code }

    enum Fit: Int {
        case same
        /// One names all that the other names, and they have two parties at least in common.
        case nested
        /// Each names a party that the other does not; both sides of the act have one in common.
        case overlapping
    }

    /// How many parties there are.
    var count: Int { all.count }

    /// nil where the parties are others. Where both acts have a direction, it must be the same.
    func fit(_ other: Sides) -> Fit? {
        if isDirected, other.isDirected { return directedFit(other) }
        if all == other.all { return .same }
        let shared = Self.shared(all, other.all)
        if shared == all.count || shared == other.all.count { return shared > 1 ? .nested : nil }
        return shared > 1 ? .overlapping : nil
    }

    private func directedFit(_ other: Sides) -> Fit? {
        if actors == other.actors, recipients == other.recipients { return .same }
        let acting = Self.shared(broadActors, other.broadActors)
        let actedUpon = Self.shared(broadRecipients, other.broadRecipients)
        guard acting > 0, actedUpon > 0, acting + actedUpon > 1 else { return nil }
        let isPart = { (few: [Int64], many: [Int64], shared: Int) in shared == few.count || shared == many.count }
        return isPart(broadActors, other.broadActors, acting) && isPart(broadRecipients, other.broadRecipients, actedUpon)
            ? .nested : .overlapping
    }

    private static func shared(_ one: [Int64], _ other: [Int64]) -> Int { one.reduce(0) { $0 + (other.contains($1) ? 1 : 0) } }

    private static func numbers(_ codes: [String]) -> [Int64] { Set(codes.map { StableHash.of($0) }).sorted() }
}

/// A bit, of 64, for each party: tells in a step that two mentions cannot have two parties in common.
struct PartyBits: Hashable, Sendable {
    private let bits: UInt64
    /// Parties whose bit another has already.
    private let hidden: Int

    init(_ numbers: [Int64]) {
        bits = numbers.reduce(0) { $0 | 1 << (UInt64(bitPattern: $1) & 63) }
        hidden = numbers.count - bits.nonzeroBitCount
    }

    func mayShareTwo(with other: PartyBits) -> Bool { (bits & other.bits).nonzeroBitCount + max(hidden, other.hidden) > 1 }
}

/// What rules out most pairs of mentions before their words are looked at.
struct Glance {
    let first: Int
    let last: Int
    let parties: PartyBits
    let claim: Candidate.Claim
    private let family: UInt32
    private let near: UInt32
    private let mayBeBelated: Bool
    private let isDated: Bool
    /// Told with a month, a year or no day.
    let isVague: Bool
    let isNew: Bool

    init(_ candidate: Candidate, isNew: Bool) {
        first = candidate.days?.first.number ?? .max
        last = candidate.days?.last.number ?? .max
        parties = candidate.parties.bits
        claim = candidate.claim
        family = candidate.group.family.bit
        near = candidate.group.family.nearBits
        mayBeBelated = Gap.mayBeBelated(candidate)
        isDated = candidate.dated != nil
        isVague = candidate.tier == 2
        self.isNew = isNew
    }

    /// - Parameter later: one whose first day is the same or later.
    func isNear(_ later: Glance) -> Bool { later.first <= last + (mayBeBelated && !later.isDated ? Gap.belated : Gap.reach) }

    /// Whether the days of both have one in common, or those of one are not known.
    func mayTouch(_ other: Glance) -> Bool {
        first == .max || other.first == .max || first <= other.last && other.first <= last
    }

    func mayBeKin(to other: Glance) -> Bool {
        (isNew || other.isNew) && near & other.family != 0 && claim == other.claim && parties.mayShareTwo(with: other.parties)
    }
}
