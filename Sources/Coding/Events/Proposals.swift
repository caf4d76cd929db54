import Prose
import World

/// What a candidate may report: a type and a way in which its parties stand, before it is weighed against the article's other proposals.
struct Proposal: Sendable {
    let candidate: Candidate
    let type: EventType
    /// How likely the words report any event, and one of this type.
    let event: Float
    let typed: Float
    let way: Assignments.Way
    /// The way's place among the type's ways, from nought, and its share of their likelihood.
    let rank: Int
    let share: Float

    /// How likely all of it is when its parts are taken for independent.
    var likelihood: Float { typed * share }

    /// Whether two proposals tell of the same act: one type, and some pair of parties stands in both.
    func overlaps(_ other: Proposal) -> Bool {
        guard type == other.type else { return false }
        if type.isDirected {
            return !Set(way.actors).isDisjoint(with: other.way.actors) && !Set(way.recipients).isDisjoint(with: other.way.recipients)
        }
        return Set(way.codes).intersection(other.way.codes).count >= 2
    }
}

/// Lists what an article's candidates may report.
struct Proposals {
    let scene: Scene
    let models: Models

    /// Below these a reading is not even proposed.
    static let leastEvent: Float = 0.06
    static let leastType: Float = 0.04
    static let types = 2
    static let ways = 4

    /// In order of their places, the likelier first at each.
    func all() -> [Proposal] {
        scene.sentences.indices.flatMap { scene.candidates(in: $0).flatMap(proposals) }
    }

    private func proposals(_ candidate: Candidate) -> [Proposal] {
        // An event needs two parties; where nobody could be a second, its type need not be weighed.
        guard RoleFeatures.parties(scene, candidate).count > 1 else { return [] }
        let classes = models.event.classes
        let probabilities = models.event.probabilities(TriggerFeatures(scene, candidate).features())
        let event = 1 - (classes.firstIndex(of: "none").map { probabilities[$0] } ?? 1)
        guard event >= Self.leastEvent else { return [] }
        let likeliest = classes.indices.filter { classes[$0] != "none" && probabilities[$0] >= Self.leastType }
            .sorted { probabilities[$0] > probabilities[$1] }.prefix(Self.types)
        return likeliest.flatMap { index -> [Proposal] in
            guard let type = EventType(rawValue: classes[index]) else { return [] }
            let ways = RoleJudge(scene: scene, model: models.role).ways(candidate, type: type, limit: Self.ways)
            let sum = ways.reduce(0) { $0 + $1.likelihood }
            guard sum > 0 else { return [] }
            return ways.enumerated().map { rank, way in
                Proposal(
                    candidate: candidate, type: type, event: event, typed: probabilities[index], way: way, rank: rank,
                    share: way.likelihood / sum)
            }
        }
    }
}
