/// One example for a log-linear model: the features that hold and the class that is right.
struct Instance: Sendable {
    let features: [String]
    let label: String
    /// The article it comes from, so that cross-validation never splits one.
    let article: Int
    /// How many examples it counts as.
    var worth: Float = 1
}

/// Multinomial logistic regression.
///
/// Examples are visited in a fixed shuffled order, so that the same examples give the same weights to the last bit.
struct Regression {
    var epochs = 12
    /// A feature that fewer examples have is left out.
    var fewest = 1
    /// Weights below this are then left out, and the others learned for so many epochs more.
    var least: Float = 0.05
    var further = 2

    func train(_ instances: [Instance], classes: [String]) -> [(name: String, weights: [Float])] {
        let index = FeatureIndex(instances.lazy.map(\.features), fewest: fewest)
        let ids = instances.map { index.ids($0.features) }
        let labels = instances.map { instance in classes.firstIndex(of: instance.label) ?? 0 }
        var descent = Descent(features: index.names.count, width: classes.count)
        var shares = [Float](repeating: 0, count: classes.count)
        var order = Array(instances.indices)
        var random = SplitMix(state: 7)
        for epoch in 0..<epochs + further {
            if epoch == epochs { descent.leaveOut(below: least) }
            order.shuffle(using: &random)
            for number in order {
                descent.sums(ids[number], &shares)
                softmax(&shares)
                shares[labels[number]] -= 1
                descent.step(ids[number], shares, worth: instances[number].worth)
            }
        }
        return index.names.enumerated().map { id, name in (name, descent.weights(of: id)) }
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same order on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
