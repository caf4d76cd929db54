import Prose
import World

/// Chooses what dates an event: a time of its sentence, one of those around it, or none.
///
/// A conditional logit over the choices (`date` in weights.txt) and what the net says of them are added: a headline has the day of what the body dates, a
/// speaker who goes on talking does so on the same day, 《2020年国际宗教自由报告》 dates nothing.
struct DateChooser {
    let scene: Scene
    let models: Models
    private let times: ArticleTimes

    init(scene: Scene, models: Models) {
        self.scene = scene
        self.models = models
        times = ArticleTimes(scene.sentences, dispatched: scene.document.dispatched)
    }

    /// How much likelier than none a date need be: less than as likely, since the models call too many events undated. On 224 articles not learned from 0.732 of matched
    /// events' dates are right so, with 0.3 0.717; of those that are dated 0.826 and 0.839.
    static let least: Float = 0.5

    /// The likeliest date; nil where none is clearly likelier. Times that mean the same days speak for it together.
    /// - Parameters:
    ///   - decided: the dates of the acts before, in the order of the text.
    ///   - reading: the act's sentence as the net has read it; nil where there is no net.
    func date(of act: DatedAct, after decided: [DecidedDate], _ reading: NetSentence?) -> TimeChoice? {
        let choices = times.choices(for: act).filter { isPossible($0.time, act) }
        guard !choices.isEmpty else { return nil }
        let features = DateFeatures(scene, times, act, after: decided)
        let all =
            [(time: nil, features: features.none())]
            + choices.map { (time: $0.place(in: act.sentence), features: features.features($0)) }
        let shares = models.odds(act, all, reading)
        var sums: [ClosedRange<Day>: Float] = [:]
        for (choice, share) in zip(choices, shares.dropFirst()) { sums[days(choice), default: 0] += share }
        guard let best = sums.values.max(), best > shares[0] * Self.least else { return nil }
        return choices.first { sums[days($0)] == best }
    }

    /// 承诺2060年实现碳中和 was promised before 2060, and nobody fixes a meeting more than a year ahead: such a time is a goal's. An act that words
    /// do not plan lies ahead only where it is a deed of a near day (27日受审).
    private func isPossible(_ time: TimeMention, _ act: DatedAct) -> Bool {
        guard let today = scene.document.today, time.first > today else { return true }
        return act.aux == "future" ? time.first - today <= 400 : time.precision == .day && act.type.isDeed && time.first - today < 120
    }

    private func days(_ choice: TimeChoice) -> ClosedRange<Day> { choice.time.first...max(choice.time.first, choice.time.last) }
}
