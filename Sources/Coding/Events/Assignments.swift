import World

/// The ways in which the parties in reach may stand to an event, likeliest first.
///
/// Each party acts, is acted upon or stands aside with the role model's odds, taken for independent of the others': a way is as likely as
/// their product. A beam over the parties finds the likeliest ways that an event can have: two parties, and for a directed type one on
/// each side.
struct Assignments {
    /// One way: on which side each party that takes part stands.
    struct Way: Sendable {
        var actors: [String] = []
        var recipients: [String] = []
        var likelihood: Float = 1

        var codes: [String] { actors + recipients }
    }

    /// The odds of a party in reach.
    struct Odds: Sendable {
        let code: String
        let none: Float
        let actor: Float
        let recipient: Float
    }

    /// How many ways are kept after each party.
    static let beam = 24
    /// No party is so sure to take part that it may not stand aside: the product of many would else hide every smaller way.
    static let leastAside: Float = 0.01

    let isDirected: Bool

    func ways(_ odds: [Odds], limit: Int) -> [Way] {
        var beam = [Way()]
        for party in odds {
            var next: [Way] = []
            for way in beam { extend(way, party, into: &next) }
            next.sort { $0.likelihood > $1.likelihood }
            beam = Array(next.prefix(Self.beam))
        }
        return beam.lazy.filter(isWhole).prefix(limit).map(sided)
    }

    // MARK: - Private

    private func extend(_ way: Way, _ party: Odds, into next: inout [Way]) {
        var aside = way
        aside.likelihood *= max(party.none, Self.leastAside)
        next.append(aside)
        if isDirected || party.actor >= party.recipient {
            var acting = way
            acting.actors.append(party.code)
            acting.likelihood *= isDirected ? party.actor : party.actor + party.recipient
            next.append(acting)
        }
        if isDirected || party.actor < party.recipient {
            var acted = way
            acted.recipients.append(party.code)
            acted.likelihood *= isDirected ? party.recipient : party.actor + party.recipient
            next.append(acted)
        }
    }

    private func isWhole(_ way: Way) -> Bool {
        isDirected ? !way.actors.isEmpty && !way.recipients.isEmpty : way.codes.count >= 2
    }

    /// Codes in order, and never an event without an actor.
    private func sided(_ way: Way) -> Way {
        let isEmpty = way.actors.isEmpty
        return Way(
            actors: (isEmpty ? way.recipients : way.actors).sorted(), recipients: isEmpty ? [] : way.recipients.sorted(),
            likelihood: way.likelihood)
    }
}
