/// The parties of a mention, as numbers that are quick to compare.
struct Sides: Sendable {
    private let actors: [Int64]
    private let recipients: [Int64]
    private let all: [Int64]
    private let isDirected: Bool
    let bits: PartyBits

    init(_ group: ActGroup) {
        actors = Self.numbers(group.actors)
        recipients = Self.numbers(group.recipients)
        all = Self.numbers(group.actors + group.recipients)
        isDirected = group.family.type.isDirected
        bits = PartyBits(all)
    }

    /// Where both acts have a direction, the same side each.
    func isSame(as other: Sides) -> Bool {
        isDirected && other.isDirected ? actors == other.actors && recipients == other.recipients : all == other.all
    }

    /// Whether one of the two names all that the other names, and they have two parties at least in common.
    func isNested(with other: Sides) -> Bool {
        if isDirected, other.isDirected {
            return isPart(actors, of: other.actors) && isPart(recipients, of: other.recipients)
                && actors.count + recipients.count > 1
                || isPart(other.actors, of: actors) && isPart(other.recipients, of: recipients)
                    && other.actors.count + other.recipients.count > 1
        }
        return isPart(all, of: other.all) || isPart(other.all, of: all)
    }

    private func isPart(_ few: [Int64], of many: [Int64]) -> Bool { few.allSatisfy { many.contains($0) } }

    private static func numbers(_ codes: [String]) -> [Int64] { codes.map { StableHash.of($0) }.sorted() }
}

/// A bit, of 64, for each party: tells in a step that two mentions cannot have two parties in common.
struct PartyBits: Sendable {
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
    let isNew: Bool

    init(_ candidate: Candidate, isNew: Bool) {
        first = candidate.days?.first.number ?? .max
        last = candidate.days?.last.number ?? .max
        parties = candidate.parties.bits
        claim = candidate.claim
        family = candidate.group.family.bit
        near = candidate.group.family.nearBits
        self.isNew = isNew
    }

    func mayBeKin(to other: Glance) -> Bool {
        (isNew || other.isNew) && near & other.family != 0 && claim == other.claim && parties.mayShareTwo(with: other.parties)
    }
}
