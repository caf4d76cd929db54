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

    func events() -> [EventMention] {
        let readings = NetReadings(models.net, scene)
        return events(of: weighed(prospects(readings)), readings)
    }

    /// Those that are likely enough, dated and written down.
    func events(of weighed: [Prospect], _ readings: NetReadings) -> [EventMention] {
        let events = chosen(weighed)
        let acts = events.map(act)
        let dated = dates.dates(of: acts, readings)
        return events.indices.map { write(events[$0], id: "\(scene.document.article.id)-\($0)", acts[$0], dated[$0]) }
    }

    /// What the article's sentences may report, each seen alone, in the text's order.
    func prospects(_ readings: NetReadings) -> [Prospect] {
        scene.sentences.indices.flatMap { prospects(in: $0, readings[$0]).withoutRepeats() }
    }

    /// Each with its likelihood beside the others; as they are where no second look is taken.
    func weighed(_ prospects: [Prospect]) -> [Prospect] { models.secondLook?.weighed(prospects, scene) ?? prospects }

    /// Those that are likely enough; all where no second look is taken.
    func chosen(_ weighed: [Prospect]) -> [Prospect] {
        models.secondLook == nil ? weighed : weighed.filter { $0.probability >= SecondLook.threshold }
    }

    /// Whether a candidate may report an event, were it alone in its sentence.
    func mayReport(_ candidate: Candidate) -> Bool {
        prospects(in: candidate.sentence, NetSentence(models.net, scene, candidate.sentence)).contains {
            $0.candidate.start == candidate.start && $0.candidate.headEnd == candidate.headEnd
        }
    }

    // MARK: - Private

    private func prospects(in sentence: Int, _ reading: NetSentence?) -> [Prospect] {
        // An event needs two parties; where nobody could be a second, its type need not be weighed.
        let candidates = scene.candidates(in: sentence).filter { RoleFeatures.parties(scene, $0, most: 2).count > 1 }
        if candidates.isEmpty { return [] }
        let whole = TriggerFeatures.whole(scene, sentence)
        let sums = models.event.sums(whole)
        return candidates.flatMap { prospects(of: $0, whole, sums, reading) }
    }

    /// The event that a candidate may report, or the events, where it tells of one act with each of several; none where that is hardly likely.
    /// - Parameters:
    ///   - whole: the features that the sentence's candidates share.
    ///   - sums: what these say of the type.
    ///   - reading: the sentence as the net has read it.
    private func prospects(of candidate: Candidate, _ whole: Features, _ sums: [Int32], _ reading: NetSentence?) -> [Prospect] {
        var features = TriggerFeatures(scene, candidate).features(whole: false)
        let odds = models.weigh(candidate, features, beside: sums, reading)
        guard let none = models.types.firstIndex(of: nil), odds.both[none] < 1 - SecondLook.floor else { return [] }
        let ranked = models.types.indices.filter { models.types[$0] != nil }.max { odds.both[$0] < odds.both[$1] }
        guard let ranked, let type = models.types[ranked] else { return [] }
        let shares = odds.shares(none: none, type: ranked)
        let all = RoleJudge(scene: scene, models: models, reading: reading).roles(candidate, type: type)
        guard let first = all.first, shares.both.event * first.confidence >= SecondLook.floor else { return [] }
        features.add(whole)
        return all.map { Prospect(candidate: candidate, type: type, roles: $0, features: features, odds: shares) }
    }
}

/// Who does and who is done to.
struct Roles: Sendable {
    var actors: [String]
    var recipients: [String]
    /// How likely all of it is.
    var confidence: Float

    /// What each of two that act together does to the other; nil where they are not two.
    var exchange: [Roles]? {
        guard actors.count == 2, recipients.isEmpty else { return nil }
        return [actors, actors.reversed()].map { Roles(actors: [$0[0]], recipients: [$0[1]], confidence: confidence) }
    }

    /// Whether two mentions of one type in a sentence tell of the same act: some pair of parties stands in both.
    func overlaps(_ other: Roles, directed: Bool) -> Bool {
        if directed, !recipients.isEmpty, !other.recipients.isEmpty {
            return !Set(actors).isDisjoint(with: other.actors) && !Set(recipients).isDisjoint(with: other.recipients)
        }
        return Set(actors + recipients).intersection(other.actors + other.recipients).count >= 2
    }
}
