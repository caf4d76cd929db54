import Prose
import World

/// Chooses what dates each event of an article: a time of its sentence, one of those around it, or none.
///
/// A conditional logit over the choices (`date` in weights.txt) and what the net says of them are added: a headline has the day of what the body dates, a
/// speaker who goes on talking does so on the same day, 《2020年国际宗教自由报告》 dates nothing. What they make likely is weighed once more beside the article's
/// other events (``DateLook``).
struct DateChooser {
    let scene: Scene
    let models: Models
    private let times: ArticleTimes

    init(scene: Scene, models: Models) {
        self.scene = scene
        self.models = models
        times = ArticleTimes(scene.sentences, dispatched: scene.document.dispatched)
    }

    /// The date of each act; nil where none is likely enough.
    /// - Parameter acts: in the order of the text.
    func dates(of acts: [DatedAct], _ readings: NetReadings) -> [TimeChoice?] {
        let prospects = prospects(of: acts, readings)
        guard let look = models.dateLook else { return prospects.map { $0.first?.choices.first } }
        return look.dates(prospects, scene)
    }

    /// What may date each act, the acts taken one by one in the order of the text.
    func prospects(of acts: [DatedAct], _ readings: NetReadings) -> [DateProspects] {
        var decided: [DecidedDate] = []
        return acts.map { act in
            let prospects = prospects(of: act, after: decided, readings[act.sentence])
            decided.append(DecidedDate(act: act, start: prospects.first?.choices.first?.time.isoBounds.start))
            return prospects
        }
    }

    // MARK: - Private

    private func prospects(of act: DatedAct, after decided: [DecidedDate], _ reading: NetSentence?) -> DateProspects {
        let earlier = EarlierActs(scene: scene)
        let setting = earlier.setting(of: act)
        let charged = ChargedDays(scene: scene)
        let choices = times.choices(for: act).filter {
            isPossible($0.time, act) && !earlier.isOfTheNews($0, act, setting) && !charged.dates($0, whatIsChargedBy: act)
        }
        guard !choices.isEmpty else { return DateProspects(act: act, undated: DateOdds(both: 1, features: 1, net: nil), days: []) }
        let features = DateFeatures(scene, times, act, after: decided)
        let all =
            [(time: nil, features: features.none())]
            + choices.map { (time: $0.place(in: act.sentence), features: features.features($0)) }
        let odds = models.odds(act, all, reading)
        return DateProspects(act: act, undated: odds[0], days: DatedDays.grouped(choices, Array(odds.dropFirst())))
    }

    /// 承诺2060年实现碳中和 was promised before 2060, and nobody fixes a meeting more than a year ahead: such a time is a goal's. An act that words
    /// do not plan lies ahead only where it is a deed of a near day (27日受审).
    private func isPossible(_ time: TimeMention, _ act: DatedAct) -> Bool {
        guard let today = scene.document.today, time.first > today else { return true }
        return act.aux == "future" ? time.first - today <= 400 : time.precision == .day && act.type.isDeed && time.first - today < 120
    }
}
