/// Whether confidence means what it says: of the mentions said at 0.8, about eight in ten should be right.
struct Reliability {
    struct Bin {
        var count = 0
        var right = 0
        fileprivate var sum = 0.0

        /// The mean confidence said.
        var said: Double { count == 0 ? 0 : sum / Double(count) }
        /// The share that was right.
        var wasRight: Double { count == 0 ? 0 : Double(right) / Double(count) }
    }

    /// Ten equal bins of confidence, 0–0.1 first.
    private(set) var bins = [Bin](repeating: Bin(), count: 10)

    init(_ mentions: [(confidence: Double, isRight: Bool)]) {
        for mention in mentions {
            let index = min(9, max(0, Int(mention.confidence * 10)))
            bins[index].count += 1
            bins[index].right += mention.isRight ? 1 : 0
            bins[index].sum += mention.confidence
        }
    }

    var count: Int { bins.reduce(0) { $0 + $1.count } }

    /// The expected calibration error (Guo et al. 2017): the mean gap between said and right, bins weighted by what they hold; nil without mentions.
    var error: Double? {
        guard count > 0 else { return nil }
        return bins.reduce(0) { $0 + Double($1.count) * abs($1.said - $1.wasRight) } / Double(count)
    }
}
