import Foundation

/// A log-linear model that chooses among candidates (conditional logit): the features of each, and which are right.
///
/// Trained by AdaGrad with an L2 pull towards nought on the likelihood that one of the right ones is chosen; the weights are the mean of
/// those after each of the later epochs (Polyak and Juditsky 1992), which changes less with the order of the examples.
struct Ranking {
    var epochs = 15
    var rate: Float = 0.02
    var pull: Float = 5e-3
    /// A feature that fewer choices have is left out.
    var fewest = 3
    /// Weights below this are left out at the end: they are two thirds of all.
    var least: Float = 0.07
    /// From which epoch on the weights are averaged.
    var averaged = 0

    typealias Group = [(features: [String], isRight: Bool)]

    func train(_ groups: [Group]) -> [(name: String, weights: [Float])] {
        let index = FeatureIndex(groups.lazy.map { $0.flatMap(\.features) }, fewest: fewest)
        let names = index.names
        let cases = groups.map { group in group.map { (ids: index.ids($0.features), isRight: $0.isRight) } }
        var descent = Descent(features: names.count, width: 1, rate: rate, pull: pull)
        var order = Array(cases.indices)
        var random = SplitMix(state: 7)
        var sums = [Float](repeating: 0, count: names.count)
        for epoch in 0..<epochs {
            order.shuffle(using: &random)
            for index in order {
                let group = cases[index]
                var all = group.map { $0.ids.reduce(Float(0)) { $0 + descent.weights[$1] } }
                var right = zip(all, group).map { $1.isRight ? $0 : -.infinity }
                softmax(&all)
                softmax(&right)
                for (number, candidate) in group.enumerated() {
                    let error = all[number] - right[number]
                    if abs(error) >= 1e-4 { descent.step(candidate.ids, [error]) }
                }
            }
            if epoch >= averaged { for id in sums.indices { sums[id] += descent.weights[id] } }
        }
        return zip(names, sums.map { $0 / Float(epochs - averaged) }).map { ($0, [abs($1) < least ? 0 : $1]) }
    }
}
