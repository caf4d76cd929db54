import Foundation

/// The table that turns likelihoods into shares of what was right: isotonic regression by pooling adjacent violators (Ayer et al. 1955).
struct CalibrationFit {
    /// Mean likelihood said and share that was right, both rising.
    let points: [(said: Double, right: Double)]

    /// Fewer mentions than this make no point: cross-validated over 1,744 mentions the log-loss is 0.472 so, with 80 0.474, and the expected calibration error 0.006 and 0.018.
    private static let fewest = 160

    /// - Parameter mentions: what was said of each, and whether it was right.
    init(_ mentions: [(confidence: Double, isRight: Bool)]) {
        var pools: [(count: Int, said: Double, right: Double)] = []
        var filling: (count: Int, said: Double, right: Double) = (0, 0, 0)
        for mention in mentions.sorted(by: { $0.confidence < $1.confidence }) {
            filling = (filling.count + 1, filling.said + mention.confidence, filling.right + (mention.isRight ? 1 : 0))
            guard filling.count >= Self.fewest else { continue }
            pools.append(filling)
            filling = (0, 0, 0)
            while pools.count > 1, let last = pools.last, share(pools[pools.count - 2]) >= share(last) {
                pools.removeLast()
                let before = pools.removeLast()
                pools.append((before.count + last.count, before.said + last.said, before.right + last.right))
            }
        }
        points = pools.map { ($0.said / Double($0.count), $0.right / Double($0.count)) }

        func share(_ pool: (count: Int, said: Double, right: Double)) -> Double { pool.right / Double(pool.count) }
    }

    /// The knowledge file's text.
    var lines: [String] {
        [
            "# What a likelihood that the coder's models say is worth: the share that was right of mentions in articles not learned from.",
            "# Made by `rapport evaluate --calibration` (isotonic regression); between two lines the value lies between theirs.",
            "said | right",
        ] + points.map { point in rounded(point.said) + " | " + rounded(point.right) }
    }

    private func rounded(_ share: Double) -> String {
        share.formatted(.number.precision(.fractionLength(3)).locale(Locale(identifier: "en")))
    }
}
