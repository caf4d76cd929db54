/// Likelihoods added up by what they are of, so that each can be set beside those of other places (sentences, acts) without going through all.
struct Tally {
    private struct Sum {
        var all: Float = 0
        /// The highest, and the highest in any other place than that one's.
        var first: (place: Int, value: Float) = (-1, 0)
        var second: Float = 0
        var byPlace: [Int: Float] = [:]
    }

    private var sums: [String: Sum] = [:]

    mutating func add(_ value: Float, of kind: String, in place: Int) {
        var sum = sums[kind] ?? Sum()
        sum.all += value
        sum.byPlace[place, default: 0] += value
        if sum.first.place == place {
            sum.first.value = max(sum.first.value, value)
        } else if value > sum.first.value {
            (sum.second, sum.first) = (sum.first.value, (place, value))
        } else {
            sum.second = max(sum.second, value)
        }
        sums[kind] = sum
    }

    /// The highest and the sum of other places than this one.
    func others(of kind: String, than place: Int) -> (highest: Float, sum: Float) {
        guard let sum = sums[kind] else { return (0, 0) }
        return (sum.first.place == place ? sum.second : sum.first.value, max(0, sum.all - (sum.byPlace[place] ?? 0)))
    }
}
