import Prose
import World

/// The date cases that an article's coded events make, in the order of the text: each knows what those before it were dated.
///
/// Every fourth of these is taken to be dated wrongly, since the coder's own decisions are as often wrong: who has only seen right ones believes them too readily
/// (scheduled sampling, Bengio et al. 2015).
package struct DateStudy {
    private let study: Study
    private let times: ArticleTimes
    private var decided: [DecidedDate] = []

    /// A choice of a date, and whether it is what was coded.
    package struct Case: Sendable {
        package let features: [String]
        package let isRight: Bool
        /// Where the time stands, if in the act's own sentence.
        let place: Range<Int>?
    }

    package init(_ study: Study) {
        self.study = study
        times = ArticleTimes(study.scene.sentences, dispatched: study.scene.document.dispatched)
    }

    /// The choices for a coded event (``DateChooser``), leaving it undated first; none where no time of the article is what was coded.
    package mutating func cases(
        _ candidate: Int, type: String, aux: String?, actors: [String], recipients: [String], date: String?
    ) -> [Case] {
        guard let type = EventType(rawValue: type) else { return [] }
        let place = study.candidate(candidate)
        let act = DatedAct(
            sentence: place.sentence, trigger: place.trigger, type: type, aux: aux == "historical" ? nil : aux,
            actors: actors, recipients: recipients)
        let features = DateFeatures(study.scene, times, act, after: decided, named: true)
        let wanted = date.map { String($0.prefix { $0 != "/" }) }
        var cases = [Case(features: features.none().names ?? [], isRight: wanted == nil, place: nil)]
        let choices = times.choices(for: act)
        decided.append(DecidedDate(act: act, start: slip(candidate, choices) ?? wanted))
        for choice in choices {
            let isRight = wanted.map { choice.time.isoBounds.start == $0 } ?? false
            cases.append(
                Case(features: features.features(choice).names ?? [], isRight: isRight, place: choice.place(in: act.sentence)))
        }
        return cases.contains { $0.isRight } ? cases : []
    }

    /// Another date for every fourth act: any that it may have, or none; nil for the rest. The same for the same article.
    private func slip(_ candidate: Int, _ choices: [TimeChoice]) -> String?? {
        let chance = FNV1a.of("\(study.scene.document.article.id)/\(candidate)".utf8)
        guard chance % 4 == 0 else { return nil }
        let place = Int(chance / 4 % UInt64(choices.count + 1))
        return .some(place < choices.count ? choices[place].time.isoBounds.start : nil)
    }
}
