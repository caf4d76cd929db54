import World

/// Decides which parties take part in an event, and on which side.
struct RoleJudge {
    let scene: Scene
    let model: LinearModel

    /// A further party beside the two that an event needs must be this likely where it is joined to one of them by 、 or 和, …
    static let joinedParty: Float = 0.3
    /// … and this likely where it is not.
    static let furtherParty: Float = 0.8
    /// Less than this and the event has no second party.
    static let leastParty: Float = 0.15

    /// The sides of an event; nil where two parties cannot be found.
    func roles(_ candidate: Candidate, type: EventType) -> Roles? {
        let scored = scored(candidate, type: type)
        let sentence = scene.sentences[candidate.sentence]
        return type.isDirected ? directed(scored, sentence) : together(scored, sentence)
    }

    /// How likely each party in reach acts and is acted upon, likeliest first.
    func odds(of candidate: Candidate, type: EventType) -> [(code: String, actor: Float, recipient: Float)] {
        scored(candidate, type: type).map { ($0.code, $0.odds.actor, $0.odds.recipient) }.sorted {
            $0.actor + $0.recipient > $1.actor + $1.recipient
        }
    }

    // MARK: - Private

    private typealias Odds = (none: Float, actor: Float, recipient: Float)

    private func scored(_ candidate: Candidate, type: EventType) -> [(code: String, odds: Odds)] {
        let features = RoleFeatures(scene, candidate, type: type)
        return features.parties().map { code in (code: code, odds: odds(features.features(code))) }
    }

    private func odds(_ features: Features) -> Odds {
        let probabilities = model.probabilities(features)
        guard probabilities.count == 3 else { return (1, 0, 0) }
        return (probabilities[0], probabilities[1], probabilities[2])
    }

    private func directed(_ scored: [(code: String, odds: Odds)], _ sentence: ReadSentence) -> Roles? {
        let byActor = scored.max { $0.odds.actor < $1.odds.actor }
        let byRecipient = scored.max { $0.odds.recipient < $1.odds.recipient }
        guard var actor = byActor, var recipient = byRecipient else { return nil }
        if actor.code == recipient.code {
            // One party cannot stand on both sides: the assignment that is likelier as a whole wins.
            let others = scored.filter { $0.code != actor.code }
            guard let otherActor = others.max(by: { $0.odds.actor < $1.odds.actor }),
                let otherRecipient = others.max(by: { $0.odds.recipient < $1.odds.recipient })
            else { return nil }
            if actor.odds.actor * otherRecipient.odds.recipient >= otherActor.odds.actor * actor.odds.recipient {
                recipient = otherRecipient
            } else {
                actor = otherActor
            }
        }
        guard actor.odds.actor >= Self.leastParty, recipient.odds.recipient >= Self.leastParty else { return nil }
        let rest = scored.filter { $0.code != actor.code && $0.code != recipient.code }
        let actors = [actor.code] + rest.filter { $0.odds.actor >= bound($0.code, beside: [actor.code], sentence) }.map(\.code)
        let recipients =
            [recipient.code] + rest.filter { $0.odds.recipient >= bound($0.code, beside: [recipient.code], sentence) }.map(\.code)
        return Roles(actors: actors.sorted(), recipients: recipients.sorted(), confidence: actor.odds.actor * recipient.odds.recipient)
    }

    private func together(_ scored: [(code: String, odds: Odds)], _ sentence: ReadSentence) -> Roles? {
        let ranked = scored.sorted { ($0.odds.none, $0.code) < ($1.odds.none, $1.code) }
        guard ranked.count >= 2, 1 - ranked[1].odds.none >= Self.leastParty else { return nil }
        let taken =
            ranked.prefix(2)
            + ranked.dropFirst(2).filter {
                1 - $0.odds.none >= bound($0.code, beside: [ranked[0].code, ranked[1].code], sentence)
            }
        var actors = taken.filter { $0.odds.actor >= $0.odds.recipient }.map(\.code)
        var recipients = taken.filter { $0.odds.actor < $0.odds.recipient }.map(\.code)
        if actors.isEmpty { (actors, recipients) = (recipients, []) }
        return Roles(
            actors: actors.sorted(), recipients: recipients.sorted(), confidence: (1 - ranked[0].odds.none) * (1 - ranked[1].odds.none))
    }

    /// How likely a further party must be: less so where the sentence joins it to one that is already in.
    private func bound(_ code: String, beside taken: [String], _ sentence: ReadSentence) -> Float {
        let groups = Set(sentence.mentions.filter { $0.codes.contains(code) }.map(\.group))
        let joined = sentence.mentions.contains { groups.contains($0.group) && !Set($0.codes).isDisjoint(with: taken) }
        return joined ? Self.joinedParty : Self.furtherParty
    }
}
