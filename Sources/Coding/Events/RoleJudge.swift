import World

/// Decides which parties take part in an event, and on which side.
struct RoleJudge {
    let scene: Scene
    let models: Models
    /// The candidate's sentence as the net has read it; nil where there is no net.
    let reading: NetSentence?

    /// A further party beside the two that an event needs must be this likely where it is joined to one of them by 、 or 和, …
    static let joinedParty: Float = 0.3
    /// … and this likely where it is not.
    static let furtherParty: Float = 0.9
    /// Less than this and the event has no second party.
    static let leastParty: Float = 0.15

    /// The sides of an event, or of each where there are several; none where two parties cannot be found.
    func roles(_ candidate: Candidate, type: EventType) -> [Roles] {
        let features = RoleFeatures(scene, candidate, type: type)
        let scored = scored(features)
        let sentence = scene.sentences[candidate.sentence]
        if features.isReturned, let exchange = together(scored, sentence, type)?.exchange { return exchange }
        let roles = type.isDirected && !isMutual(features) ? directed(scored, sentence) : together(scored, sentence, type)
        guard let roles else { return [] }
        guard let partners = Partners(features, type: type, roles: roles), isEachByItself(partners) else { return [roles] }
        return partners.each
    }

    /// How likely each party in reach acts and is acted upon, likeliest first.
    func odds(of candidate: Candidate, type: EventType) -> [(code: String, actor: Float, recipient: Float)] {
        scored(RoleFeatures(scene, candidate, type: type)).map { ($0.code, $0.odds.actor, $0.odds.recipient) }.sorted {
            $0.actor + $0.recipient > $1.actor + $1.recipient
        }
    }

    // MARK: - Private

    private typealias Odds = (none: Float, actor: Float, recipient: Float)

    private struct Scored {
        let code: String
        let odds: Odds
        /// How much likelier it is to act, or to be acted upon, than to be nobody.
        var acts: Float { odds.actor / max(odds.none, 1e-6) }
        var isActedUpon: Float { odds.recipient / max(odds.none, 1e-6) }
        var takesPart: Float { max(acts, isActedUpon) }
    }

    private func scored(_ features: RoleFeatures) -> [Scored] {
        let parties = features.parties().map { (code: $0, features: features.features($0)) }
        let odds = models.odds(features.candidate, type: features.type, parties, reading)
        return zip(parties, odds).map { Scored(code: $0.code, odds: self.odds($1)) }
    }

    /// Whether both do it to each other: 发生冲突, 互相指责.
    private func isMutual(_ features: RoleFeatures) -> Bool {
        likelihood(of: "mutual", models.sides, features.sides()) > 0.5
    }

    private func isEachByItself(_ partners: Partners) -> Bool { likelihood(of: "several", models.partners, partners.told()) > 0.5 }

    private func likelihood(of name: String, _ model: LinearModel, _ features: Features) -> Float {
        model.classes.firstIndex(of: name).map { model.probabilities(features)[$0] } ?? 0
    }

    private func odds(_ probabilities: [Float]) -> Odds {
        guard probabilities.count == 3 else { return (1, 0, 0) }
        return (probabilities[0], probabilities[1], probabilities[2])
    }

    /// The pair that is likeliest as a whole, and who is joined to either.
    private func directed(_ scored: [Scored], _ sentence: ReadSentence) -> Roles? {
        let pairs = scored.flatMap { actor in scored.compactMap { actor.code == $0.code ? nil : (actor: actor, recipient: $0) } }
        guard
            let (actor, recipient) = pairs.max(by: { $0.actor.acts * $0.recipient.isActedUpon < $1.actor.acts * $1.recipient.isActedUpon })
        else { return nil }
        guard actor.odds.actor >= Self.leastParty, recipient.odds.recipient >= Self.leastParty else { return nil }
        let rest = scored.filter { $0.code != actor.code && $0.code != recipient.code }
        let actors = [actor.code] + rest.filter { $0.odds.actor >= bound($0.code, beside: [actor.code], sentence) }.map(\.code)
        let recipients =
            [recipient.code] + rest.filter { $0.odds.recipient >= bound($0.code, beside: [recipient.code], sentence) }.map(\.code)
        return Roles(actors: actors.sorted(), recipients: recipients.sorted(), confidence: actor.odds.actor * recipient.odds.recipient)
    }

    private func together(_ scored: [Scored], _ sentence: ReadSentence, _ type: EventType) -> Roles? {
        let ranked = scored.sorted { ($1.takesPart, $0.code) < ($0.takesPart, $1.code) }
        guard ranked.count >= 2, 1 - ranked[1].odds.none >= Self.leastParty else { return nil }
        let taken =
            ranked.prefix(2)
            + ranked.dropFirst(2).filter {
                1 - $0.odds.none >= bound($0.code, beside: [ranked[0].code, ranked[1].code], sentence)
            }
        var actors = taken.filter { $0.odds.actor >= $0.odds.recipient }.map(\.code)
        var recipients = taken.filter { $0.odds.actor < $0.odds.recipient }.map(\.code)
        if actors.isEmpty || type.isDirected { (actors, recipients) = (actors + recipients, []) }
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
