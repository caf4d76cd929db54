import Foundation

/// A log-linear model: the probability of each class given the features that hold.
struct LinearModel: Sendable {
    let classes: [String]
    private let weights: FeatureTable

    init(classes: [String], features: FeatureList) {
        self.classes = classes
        weights = FeatureTable(features)
    }

    /// The classes' scores before normalisation.
    func scores(_ features: Features) -> [Float] {
        var scores = [Float](repeating: 0, count: classes.count)
        scores.withUnsafeMutableBufferPointer { weights.add(features.hashes, to: $0) }
        return scores
    }

    /// The only class's score, added to that of other features.
    func score(_ features: Features, after start: Float = 0) -> Float {
        var score = start
        withUnsafeMutablePointer(to: &score) { weights.add(features.hashes, to: UnsafeMutableBufferPointer(start: $0, count: 1)) }
        return score
    }

    /// The classes' probabilities; they sum to one.
    func probabilities(_ features: Features) -> [Float] {
        var powers = scores(features)
        let highest = powers.max() ?? 0
        var sum: Float = 0
        for index in powers.indices {
            powers[index] = exp(powers[index] - highest)
            sum += powers[index]
        }
        for index in powers.indices { powers[index] /= sum }
        return powers
    }

    /// The features that speak most for a class, strongest first, with their weights; none
    /// where the features were gathered without names.
    func reasons(_ features: Features, for classIndex: Int, limit: Int) -> [(name: String, weight: Float)] {
        let found = zip(features.names ?? [], features.hashes).compactMap { name, hash in
            weights.weight(hash, classIndex).map { (name: name, weight: $0) }
        }
        return Array(found.sorted { abs($0.weight) > abs($1.weight) }.prefix(limit))
    }
}
