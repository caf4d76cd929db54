import World

/// An event that a sentence may report, as the models make of it that see the sentence alone.
struct Prospect: Sendable {
    let candidate: Candidate
    let type: EventType
    let roles: Roles
    let features: Features
    let odds: Odds
    /// How likely all of it is, type and parties together: by the sentence, and then by the article (``SecondLook``).
    var probability: Float

    init(candidate: Candidate, type: EventType, roles: Roles, features: Features, odds: Odds) {
        (self.candidate, self.type, self.roles, self.features, self.odds) = (candidate, type, roles, features, odds)
        probability = odds.both.event * roles.confidence
    }

    /// How likely it is that a candidate reports an event, and that such an event is of this type.
    struct Share: Sendable {
        let event: Float
        let type: Float

        init(_ odds: [Float], none: Int, type: Int) {
            event = 1 - odds[none]
            self.type = odds[type] / max(event, 1e-6)
        }
    }

    /// The shares by features and net together, by the features alone, and by the net where it was asked.
    struct Odds: Sendable {
        let both: Share
        let features: Share
        let net: Share?
    }
}

extension [Prospect] {
    /// One event for each type and set of parties in a sentence: the likeliest mention of each, in the text's order.
    func withoutRepeats() -> [Prospect] {
        var kept: [Prospect] = []
        for prospect in sorted(by: { ($1.probability, $0.candidate.start) < ($0.probability, $1.candidate.start) }) {
            let same = kept.contains { $0.type == prospect.type && $0.roles.overlaps(prospect.roles, directed: prospect.type.isDirected) }
            if !same { kept.append(prospect) }
        }
        return kept.sorted { $0.candidate.start < $1.candidate.start }
    }
}
