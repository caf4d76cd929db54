import World

/// Adds up what the log-linear models say of features and what the net says of letters.
enum Blend {
    /// How much features and net count.
    struct Shares {
        let features: Float
        let net: Float

        /// On 224 articles that neither had learned from, event F1 0.633 and dyad F1 0.687 so; with 0.35 and 0.9, 0.6 and 0.8 they were 0.629 and 0.680, with 0.2 for the
        /// features of events 0.626 and 0.680.
        static let event = Shares(features: 0.5, net: 0.9)
        static let role = Shares(features: 0.5, net: 0.7)
        /// Of matched events' dates on the same articles 0.734 were right so when it was chosen, by the features alone 0.700; of those that are dated 0.829 and 0.835.
        static let date = Shares(features: 0.5, net: 0.6)
    }

    /// - Parameters:
    ///   - sums: a model's, for each class, in thousandths.
    ///   - answers: the net's.
    ///   - order: for each class the place of its answer.
    static func sums(_ sums: [Int32], _ answers: [Float], _ order: [Int], _ shares: Shares) -> [Int32] {
        sums.indices.map { Int32((Float(sums[$0]) * shares.features + answers[order[$0]] * 1000 * shares.net).clamped(to: -1e9...1e9)) }
    }

    /// How much more the net makes of one answer than of another.
    static func lead(_ answers: [Float], of one: Int, over other: Int) -> Float { (answers[one] - answers[other]) * Shares.event.net }
}

/// How likely a candidate reports each of the event model's classes: by features and net together, and by each alone.
struct EventOdds {
    let both: [Float]
    let features: [Float]
    /// Nil where the net is not asked.
    let net: [Float]?
    /// The net's answers.
    let told: [Float]?

    func shares(none: Int, type: Int) -> Prospect.Odds {
        Prospect.Odds(
            both: .init(both, none: none, type: type), features: .init(features, none: none, type: type),
            net: net.map { .init($0, none: none, type: type) })
    }
}

extension Models {
    /// Where the features alone are surer than this that nothing is reported, the net is not asked: event F1 on the same articles 0.625, with 0.9 it was
    /// 0.624 and dyad F1 0.677 in place of 0.681.
    private static let hopeless: Float = 0.8

    /// How likely a candidate reports each of the event model's classes.
    /// - Parameters:
    ///   - sums: what features say that are not among these, in thousandths.
    ///   - reading: its sentence as the net has read it; nil where there is no net.
    func weigh(_ candidate: Candidate, _ features: Features, beside sums: [Int32]? = nil, _ reading: NetSentence?) -> EventOdds {
        let sums = event.sums(features, beside: sums)
        let odds = shares(sums)
        guard let reading, let nothing = types.firstIndex(of: nil), odds[nothing] < Self.hopeless else {
            return EventOdds(both: odds, features: odds, net: nil, told: nil)
        }
        let told = reading.event(candidate, features)
        let net = shares(answers.map { Int32(told[$0] * 1000) })
        return EventOdds(both: shares(Blend.sums(sums, told, answers, .event)), features: odds, net: net, told: told)
    }

    /// How likely each party takes no part, acts and is acted upon.
    func odds(_ candidate: Candidate, type: EventType, _ parties: [(code: String, features: Features)], _ reading: NetSentence?)
        -> [[Float]]
    {
        let answers = reading?.roles(candidate, type: type, parties)
        return parties.enumerated().map { index, party in
            let sums = role.sums(party.features)
            return shares(answers.map { Blend.sums(sums, $0[index], [0, 1, 2], .role) } ?? sums)
        }
    }

    /// How likely each choice dates an act, of all that may.
    /// - Parameter choices: where a time of the act's sentence stands, nil for what stands elsewhere, with the features that hold of it.
    func odds(_ act: DatedAct, _ choices: [(time: Range<Int>?, features: Features)], _ reading: NetSentence?) -> [DateOdds] {
        let sums = choices.map { date.sum($0.features) }
        let features = shares(sums)
        guard let told = reading?.dates(act.trigger, type: act.type, choices) else {
            return features.map { DateOdds(both: $0, features: $0, net: nil) }
        }
        let both = shares(Blend.sums(sums, told, Array(sums.indices), .date))
        let net = shares(told.map { Int32($0 * 1000) })
        return sums.indices.map { DateOdds(both: both[$0], features: features[$0], net: net[$0]) }
    }
}

extension Float {
    fileprivate func clamped(to range: ClosedRange<Float>) -> Float { min(max(self, range.lowerBound), range.upperBound) }
}
