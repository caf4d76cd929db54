/// The model of who takes part in an event and on which side: what each party in reach is, learned together with which two the event is between.
///
/// Beside the error of each party by itself (multinomial logistic regression) counts that of the pair that would be chosen, among all pairs of parties: two that are
/// likely each for itself are often not so together. Cross-validated, the sides of a hand-coded event are then whole in 0.822 and not 0.812.
struct Pairing {
    /// In the order in which the coder reads the model's classes.
    enum Role: Int, CaseIterable {
        case none, actor, recipient
    }

    /// A coded event's parties in reach: the features of each, and what it was.
    struct Case: Sendable {
        let parties: [(features: [String], role: Role)]
        let isDirected: Bool
    }

    var epochs = 8

    func train(_ cases: [Case]) -> [(name: String, weights: [Float])] {
        let index = FeatureIndex(cases.lazy.flatMap { $0.parties.map(\.features) }, fewest: 1)
        let ids = cases.map { $0.parties.map { index.ids($0.features) } }
        var descent = Descent(features: index.names.count, width: Role.allCases.count)
        descent.learn(cases.count, epochs: epochs) { number, descent in
            let errors = errors(cases[number], ids[number], descent)
            for (party, error) in zip(ids[number], errors) where error.contains(where: { abs($0) > 1e-4 }) { descent.step(party, error) }
        }
        return descent.weights(index.names)
    }

    // MARK: - Private

    /// For each party what the model says too much of each role.
    private func errors(_ event: Case, _ ids: [[Int]], _ descent: Descent) -> [[Float]] {
        let sums = ids.map { party in
            var sums = [Float](repeating: 0, count: descent.width)
            descent.sums(party, &sums)
            return sums
        }
        var errors = zip(sums, event.parties).map { sums, party in
            var shares = sums
            softmax(&shares)
            shares[party.role.rawValue] -= 1
            return shares
        }
        for (seats, excess) in excesses(event, sums) {
            for seat in seats {
                errors[seat.party][seat.role.rawValue] += excess
                errors[seat.party][Role.none.rawValue] -= excess
            }
        }
        return errors
    }

    private typealias Seat = (party: Int, role: Role)

    /// How much likelier than it is the model finds each pair of parties; none where no pair is right, as where two armies clash.
    private func excesses(_ event: Case, _ sums: [[Float]]) -> [(seats: [Seat], excess: Float)] {
        let pairs = pairs(event, sums)
        var all = pairs.map { $0.reduce(Float(0)) { $0 + sums[$1.party][$1.role.rawValue] - sums[$1.party][Role.none.rawValue] } }
        var right = zip(pairs, all).map { seats, sum in seats.allSatisfy { isRight($0, event) } ? sum : -.infinity }
        guard right.contains(where: \.isFinite) else { return [] }
        softmax(&all)
        softmax(&right)
        return pairs.indices.map { (pairs[$0], all[$0] - right[$0]) }
    }

    private func isRight(_ seat: Seat, _ event: Case) -> Bool {
        let role = event.parties[seat.party].role
        return event.isDirected ? role == seat.role : role != .none
    }

    /// All that may be chosen: actor and recipient, or any two, each on the side that is likelier.
    private func pairs(_ event: Case, _ sums: [[Float]]) -> [[Seat]] {
        let all = event.parties.indices
        if event.isDirected {
            return all.flatMap { actor in all.filter { $0 != actor }.map { [(actor, .actor), ($0, .recipient)] } }
        }
        let seat = { (party: Int) in
            (party: party, role: sums[party][Role.actor.rawValue] >= sums[party][Role.recipient.rawValue] ? Role.actor : .recipient)
        }
        return all.flatMap { one in all.filter { $0 > one }.map { [seat(one), seat($0)] } }
    }
}
