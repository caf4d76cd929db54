import World

/// Weighs which parties take part in an event, and on which side.
struct RoleJudge {
    let scene: Scene
    let model: LinearModel

    /// The likeliest ways in which the parties in reach stand to an event of this type.
    func ways(_ candidate: Candidate, type: EventType, limit: Int) -> [Assignments.Way] {
        Assignments(isDirected: type.isDirected).ways(odds(candidate, type: type), limit: limit)
    }

    /// How likely each party in reach acts and is acted upon, likeliest first.
    func odds(of candidate: Candidate, type: EventType) -> [(code: String, actor: Float, recipient: Float)] {
        odds(candidate, type: type).sorted { $0.none < $1.none }.map { ($0.code, $0.actor, $0.recipient) }
    }

    private func odds(_ candidate: Candidate, type: EventType) -> [Assignments.Odds] {
        let features = RoleFeatures(scene, candidate, type: type)
        return features.parties().map { code in
            let odds = model.probabilities(features.features(code))
            guard odds.count == 3 else { return Assignments.Odds(code: code, none: 1, actor: 0, recipient: 0) }
            return Assignments.Odds(code: code, none: odds[0], actor: odds[1], recipient: odds[2])
        }
    }
}
