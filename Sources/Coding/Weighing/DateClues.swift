import Prose
import World

/// What speaks for and against each of the days that an article's acts may have been on. Cost: grows with the days, but that those of one act are set beside
/// the first ``most`` of them.
struct DateClues {
    private let scene: Scene
    private let prospects: [DateProspects]
    /// For each act the one before by the same actors.
    private let own: [Int?]
    /// The acts of the article's first three sentences.
    private let lead: [Int]
    private var tally = Tally()
    /// How many acts there are of each type and parties.
    private var counts: [String: Int] = [:]

    private static let most = 64

    init(_ scene: Scene, _ prospects: [DateProspects]) {
        (self.scene, self.prospects) = (scene, prospects)
        var last: [[String]: Int] = [:]
        own = prospects.indices.map { number in
            defer { last[prospects[number].act.actors] = number }
            return last[prospects[number].act.actors]
        }
        lead = prospects.indices.filter { prospects[$0].act.sentence < 3 }
        for (number, prospect) in prospects.enumerated() {
            counts[Self.kind(prospect.act), default: 0] += 1
            for days in prospect.days {
                for kind in ["", Self.kind(prospect.act), Self.parties(prospect.act)] {
                    tally.add(days.odds.both, of: kind + Self.key(days), in: number)
                }
            }
        }
    }

    /// A number for each ``DateClue``.
    /// - Parameters:
    ///   - number: the act's among the prospects.
    ///   - place: the days' among the act's.
    func values(_ number: Int, _ place: Int) -> [Double] {
        var values = [Double](repeating: 0, count: DateClue.allCases.count)
        let set = { (clue: DateClue, value: Double) in values[clue.rawValue] = value }
        let (prospect, days) = (prospects[number], prospects[number].days[place])
        alone(prospect, days, set)
        stands(prospect.act, days, set)
        elsewhere(number, days, set)
        return values
    }

    // MARK: - Private

    private typealias Setter = (DateClue, Double) -> Void

    private func alone(_ prospect: DateProspects, _ days: DatedDays, _ set: Setter) {
        set(.likelihood, Double(days.odds.both))
        set(.byFeatures, Double(days.odds.features))
        set(.byNet, Double(days.odds.net ?? -1))
        set(.undated, Double(prospect.undated.both))
        set(.undatedByFeatures, Double(prospect.undated.features))
        set(.undatedByNet, Double(prospect.undated.net ?? -1))
        let others = prospect.days.prefix(Self.most).filter { $0.days != days.days }
        let highest = { (days: [DatedDays]) in Double(days.map(\.odds.both).max() ?? 0) }
        set(.rival, highest(others))
        set(.isLikeliest, Double(days.odds.both) >= highest(others) ? 1 : 0)
        set(.finer, highest(others.filter { days.days.holds($0.days) }))
        set(.coarser, highest(others.filter { $0.days.holds(days.days) }))
    }

    private func stands(_ act: DatedAct, _ days: DatedDays, _ set: Setter) {
        let sentence = scene.sentences[act.sentence]
        set(.kind, Double(EventType.allCases.firstIndex(of: act.type) ?? 0))
        set(.lag, scene.document.today.map { Double($0 - days.days.lowerBound) } ?? DateClue.unknown)
        let letters = { (time: TimeMention) in
            time.end <= act.trigger.lowerBound ? act.trigger.lowerBound - time.end : act.trigger.upperBound - time.start - 1
        }
        let here = days.choices.filter { $0.sentence == act.sentence }.map(\.time).min { abs(letters($0)) < abs(letters($1)) }
        set(.letters, here.map { Double(letters($0)) } ?? DateClue.unknown)
        set(.clauses, here.map { Double(sentence.clause(at: act.trigger.lowerBound) - sentence.clause(at: $0.start)) } ?? DateClue.unknown)
        let gaps = days.choices.compactMap(\.sentence).filter { $0 != act.sentence }.map { act.sentence - $0 }
        set(.sentences, gaps.min { abs($0) < abs($1) }.map(Double.init) ?? DateClue.unknown)
    }

    private func elsewhere(_ number: Int, _ days: DatedDays, _ set: Setter) {
        let (act, key) = (prospects[number].act, Self.key(days))
        let likelihood = { (other: Int) in Double(prospects[other].days.first { $0.days == days.days }?.odds.both ?? 0) }
        set(.before, number > 0 ? likelihood(number - 1) : -1)
        set(.behind, number + 1 < prospects.count ? likelihood(number + 1) : -1)
        set(.leadActs, lead.filter { $0 != number }.map(likelihood).max() ?? -1)
        set(.acts, Double(tally.others(of: key, than: number).sum) / Double(max(1, prospects.count - 1)))
        set(.again, Double(tally.others(of: Self.kind(act) + key, than: number).highest))
        set(.agains, Double((counts[Self.kind(act)] ?? 1) - 1))
        set(.sameParties, Double(tally.others(of: Self.parties(act) + key, than: number).highest))
        set(.actorsBefore, own[number].map(likelihood) ?? -1)
        set(.actorsUndated, own[number].map { Double(prospects[$0].undated.both) } ?? -1)
    }

    private static func parties(_ act: DatedAct) -> String { Set(act.actors + act.recipients).sorted().joined(separator: "+") }

    /// Who answers an act in kind does so on a day of its own: 加拿大驱逐印度外交官, 印度驱逐加拿大外交官.
    private static func kind(_ act: DatedAct) -> String {
        guard act.type.isDirected else { return act.type.rawValue + " " + parties(act) }
        return [act.actors, act.recipients].reduce(act.type.rawValue) { $0 + " " + $1.sorted().joined(separator: "+") }
    }

    private static func key(_ days: DatedDays) -> String { "@\(days.days.lowerBound.number)-\(days.days.upperBound.number)" }
}

extension ClosedRange<Day> {
    /// Whether the other's days are all of these.
    fileprivate func holds(_ other: ClosedRange<Day>) -> Bool { contains(other.lowerBound) && contains(other.upperBound) }
}
