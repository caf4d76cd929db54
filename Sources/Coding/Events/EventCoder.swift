import Prose
import World

/// Codes the events of one article, sentence by sentence.
struct EventCoder {
    let scene: Scene
    let models: Models
    let dates: DateChooser

    init(scene: Scene, models: Models) {
        self.scene = scene
        self.models = models
        dates = DateChooser(scene: scene, models: models)
    }

    /// What is less likely than this, type and parties together, is not reported; tuned by cross-validation for the best event F1.
    static let threshold: Float = 0.25

    func events() -> [EventMention] {
        var mentions: [EventMention] = []
        var decided: [DecidedDate] = []
        for index in scene.sentences.indices {
            let reading = NetSentence(models.net, scene, index)
            for event in best(decisions(in: index, reading)) {
                mentions.append(write(event, id: "\(scene.document.article.id)-\(mentions.count)", after: &decided, reading))
            }
        }
        return mentions
    }

    // MARK: - Private

    /// An event as decided, before it is written down.
    struct Decision {
        let candidate: Candidate
        let type: EventType
        let probability: Float
        let roles: Roles
        let features: Features
    }

    /// - Parameter reading: the sentence as the net has read it; nil where there is no net.
    private func decisions(in sentence: Int, _ reading: NetSentence?) -> [Decision] {
        // An event needs two parties; where nobody could be a second, its type need not be weighed.
        let candidates = scene.candidates(in: sentence).filter { RoleFeatures.parties(scene, $0, most: 2).count > 1 }
        if candidates.isEmpty { return [] }
        let whole = TriggerFeatures.whole(scene, sentence)
        let sums = models.event.sums(whole)
        return candidates.flatMap { decide($0, whole, sums, reading) }
    }

    /// Whether a candidate reports an event, were it alone in its sentence.
    func reports(_ candidate: Candidate) -> Bool {
        decisions(in: candidate.sentence, NetSentence(models.net, scene, candidate.sentence)).contains {
            $0.candidate.start == candidate.start && $0.candidate.headEnd == candidate.headEnd
        }
    }

    /// The event that a candidate reports, or the events, where it tells of one act with each of several; none where it reports none.
    /// - Parameters:
    ///   - whole: the features that the sentence's candidates share.
    ///   - sums: what these say of the type.
    ///   - reading: the sentence as the net has read it.
    private func decide(_ candidate: Candidate, _ whole: Features, _ sums: [Int32], _ reading: NetSentence?) -> [Decision] {
        var features = TriggerFeatures(scene, candidate).features(whole: false)
        let probabilities = models.odds(candidate, features, beside: sums, reading)
        let none = models.types.firstIndex(of: nil).map { probabilities[$0] } ?? 1
        guard none < 1 - Self.threshold else { return [] }
        let ranked = models.types.indices.filter { models.types[$0] != nil }.max { probabilities[$0] < probabilities[$1] }
        guard let ranked, let type = models.types[ranked] else { return [] }
        let judge = RoleJudge(scene: scene, models: models, reading: reading)
        let roles = judge.roles(candidate, type: type)
        guard let probability = roles.first.map({ (1 - none) * $0.confidence }), probability >= Self.threshold else { return [] }
        features.add(whole)
        return roles.map { Decision(candidate: candidate, type: type, probability: probability, roles: $0, features: features) }
    }

    /// One event for each type and set of parties in a sentence: the likeliest mention of each.
    private func best(_ decisions: [Decision]) -> [Decision] {
        var kept: [Decision] = []
        for decision in decisions.sorted(by: { ($1.probability, $0.candidate.start) < ($0.probability, $1.candidate.start) }) {
            let same = kept.contains { $0.type == decision.type && $0.roles.overlaps(decision.roles, directed: decision.type.isDirected) }
            if !same { kept.append(decision) }
        }
        return kept.sorted { $0.candidate.start < $1.candidate.start }
    }
}

/// Who does and who is done to.
struct Roles: Sendable {
    var actors: [String]
    var recipients: [String]
    /// How likely all of it is.
    var confidence: Float

    /// Whether two mentions of one type in a sentence tell of the same act: some pair of parties stands in both.
    func overlaps(_ other: Roles, directed: Bool) -> Bool {
        if directed, !recipients.isEmpty, !other.recipients.isEmpty {
            return !Set(actors).isDisjoint(with: other.actors) && !Set(recipients).isDisjoint(with: other.recipients)
        }
        return Set(actors + recipients).intersection(other.actors + other.recipients).count >= 2
    }
}
