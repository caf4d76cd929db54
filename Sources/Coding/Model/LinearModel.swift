import Foundation

/// A log-linear model: the probability of each class given the features that hold.
struct LinearModel: Sendable {
    let classes: [String]
    private let weights: FeatureTable

    init(classes: [String], features: FeatureList) {
        self.classes = classes
        weights = FeatureTable(features)
    }

    /// What some features say for each class, in thousandths.
    func sums(_ features: Features, beside others: [Int32]? = nil) -> [Int32] {
        var sums = others ?? [Int32](repeating: 0, count: classes.count)
        sums.withUnsafeMutableBufferPointer { weights.add(features.hashes, to: $0) }
        return sums
    }

    /// The only class's sum, added to that of other features.
    func sum(_ features: Features, beside other: Int32 = 0) -> Int32 {
        var sum = other
        withUnsafeMutablePointer(to: &sum) { weights.add(features.hashes, to: UnsafeMutableBufferPointer(start: $0, count: 1)) }
        return sum
    }

    /// The classes' probabilities; they sum to one.
    /// - Parameter others: the sums of further features that hold.
    func probabilities(_ features: Features, beside others: [Int32]? = nil) -> [Float] {
        shares(sums(features, beside: others))
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

/// Sums in thousandths as shares of one.
func shares(_ sums: [Int32]) -> [Float] {
    let highest = sums.max() ?? 0
    var powers = sums.map { exp(Float($0 - highest) / 1000) }
    let sum = powers.reduce(0, +)
    for index in powers.indices { powers[index] /= sum }
    return powers
}
