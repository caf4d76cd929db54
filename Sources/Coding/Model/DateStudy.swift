import Prose
import World

/// The date cases that an article's coded events make, in the order of the text: each knows what those before it were dated.
package struct DateStudy {
    private let study: Study
    private let times: ArticleTimes
    private var decided: [DecidedDate] = []

    package init(_ study: Study) {
        self.study = study
        times = ArticleTimes(study.scene.sentences)
    }

    /// The choices for a coded event (``DateChooser``), each with whether it is what was coded; none where no time of the article is.
    package mutating func cases(
        _ candidate: Int, type: String, aux: String?, actors: [String], recipients: [String], date: String?
    ) -> [(features: [String], isRight: Bool)] {
        guard let type = EventType(rawValue: type) else { return [] }
        let place = study.candidate(candidate)
        let act = DatedAct(
            sentence: place.sentence, trigger: place.start..<place.headEnd, type: type, aux: aux == "historical" ? nil : aux,
            actors: actors, recipients: recipients)
        let features = DateFeatures(study.scene, times, act, after: decided, named: true)
        let wanted = date.map { String($0.prefix { $0 != "/" }) }
        decided.append(DecidedDate(act: act, start: wanted))
        var cases = [(features: features.none().names ?? [], isRight: wanted == nil)]
        for choice in times.choices(for: act) {
            let isRight = wanted.map { choice.time.isoBounds.start == $0 } ?? false
            cases.append((features.features(choice).names ?? [], isRight))
        }
        return cases.contains { $0.isRight } ? cases : []
    }
}
