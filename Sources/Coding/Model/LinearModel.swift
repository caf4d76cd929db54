import Foundation

/// A log-linear model: the probability of each class given the features that hold.
struct LinearModel: Sendable {
    let classes: [String]
    private let weights: FeatureTable

    init(classes: [String], features: [(hash: UInt64, weights: [Float])]) {
        self.classes = classes
        weights = FeatureTable(features)
    }

    /// The classes' scores before normalisation.
    func scores(_ features: Features) -> [Float] {
        var scores = [Float](repeating: 0, count: classes.count)
        weights.add(features.hashes, to: &scores)
        return scores
    }

    /// The classes' probabilities; they sum to one.
    func probabilities(_ features: Features) -> [Float] { softmax(scores(features)) }

    /// The features that speak most for a class, strongest first, with their weights; none
    /// where the features were gathered without names.
    func reasons(_ features: Features, for classIndex: Int, limit: Int) -> [(name: String, weight: Float)] {
        let found = zip(features.names ?? [], features.hashes).compactMap { name, hash in
            weights.weight(hash, classIndex).map { (name: name, weight: $0) }
        }
        return Array(found.sorted { abs($0.weight) > abs($1.weight) }.prefix(limit))
    }
}

/// Scores as shares of one.
func softmax(_ scores: [Float]) -> [Float] {
    var powers = scores
    let highest = powers.max() ?? 0
    var sum: Float = 0
    for index in powers.indices {
        powers[index] = exp(powers[index] - highest)
        sum += powers[index]
    }
    for index in powers.indices { powers[index] /= sum }
    return powers
}
