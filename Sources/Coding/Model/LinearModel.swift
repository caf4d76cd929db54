import Foundation

/// A log-linear model: the probability of each class given the features that hold.
struct LinearModel: Sendable {
    let classes: [String]
    /// Index of a feature's first weight; its weights stand one a class.
    private let rows: [String: Int]
    private let weights: [Float]

    init(classes: [String], features: [(name: String, weights: [Float])]) {
        self.classes = classes
        var rows: [String: Int] = [:]
        rows.reserveCapacity(features.count)
        var weights: [Float] = []
        for feature in features {
            rows[feature.name] = weights.count
            weights += feature.weights
        }
        self.rows = rows
        self.weights = weights
    }

    /// The classes' scores before normalisation.
    func scores(_ features: Features) -> [Float] {
        var scores = [Float](repeating: 0, count: classes.count)
        for name in features.names {
            guard let row = rows[name] else { continue }
            for index in scores.indices { scores[index] += weights[row + index] }
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

    /// The features that speak most for a class, strongest first, with their weights.
    func reasons(_ features: Features, for classIndex: Int, limit: Int) -> [(name: String, weight: Float)] {
        let found = features.names.compactMap { name in rows[name].map { (name: name, weight: weights[$0 + classIndex]) } }
        return Array(found.sorted { abs($0.weight) > abs($1.weight) }.prefix(limit))
    }
}
