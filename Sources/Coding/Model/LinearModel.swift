import Foundation

/// A log-linear model: the probability of each class given the features that hold.
struct LinearModel: Sendable {
    let classes: [String]
    /// Index of a feature's first weight; its weights stand one a class.
    private let rows: [UInt64: Int]
    private let weights: [Float]

    init(classes: [String], features: [(hash: UInt64, weights: [Float])]) {
        self.classes = classes
        var rows: [UInt64: Int] = [:]
        rows.reserveCapacity(features.count)
        var weights: [Float] = []
        for feature in features {
            rows[feature.hash] = weights.count
            weights += feature.weights
        }
        self.rows = rows
        self.weights = weights
    }

    /// The classes' scores before normalisation.
    func scores(_ features: Features) -> [Float] {
        var scores = [Float](repeating: 0, count: classes.count)
        scores.withUnsafeMutableBufferPointer { scores in
            weights.withUnsafeBufferPointer { weights in
                for hash in features.hashes {
                    guard let row = rows[hash] else { continue }
                    for index in scores.indices { scores[index] += weights[row + index] }
                }
            }
        }
        return scores
    }

    /// The classes' probabilities; they sum to one.
    func probabilities(_ features: Features) -> [Float] {
        let scores = scores(features)
        let highest = scores.max() ?? 0
        let powers = scores.map { exp($0 - highest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// The features that speak most for a class, strongest first, with their weights; none
    /// where the features were gathered without names.
    func reasons(_ features: Features, for classIndex: Int, limit: Int) -> [(name: String, weight: Float)] {
        let found = zip(features.names ?? [], features.hashes).compactMap { name, hash in
            rows[hash].map { (name: name, weight: weights[$0 + classIndex]) }
        }
        return Array(found.sorted { abs($0.weight) > abs($1.weight) }.prefix(limit))
    }
}
