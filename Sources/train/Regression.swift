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

    func train(_ instances: [Instance], classes: [String]) -> [(name: String, weights: [Float])] {
        let index = FeatureIndex(instances.lazy.map(\.features), fewest: fewest)
        let ids = instances.map { index.ids($0.features) }
        let labels = instances.map { instance in classes.firstIndex(of: instance.label) ?? 0 }
        var descent = Descent(features: index.names.count, width: classes.count)
        var shares = [Float](repeating: 0, count: classes.count)
        descent.learn(instances.count, epochs: epochs) { number, descent in
            descent.sums(ids[number], &shares)
            softmax(&shares)
            shares[labels[number]] -= 1
            descent.step(ids[number], shares, worth: instances[number].worth)
        }
        return descent.weights(index.names)
    }
}
