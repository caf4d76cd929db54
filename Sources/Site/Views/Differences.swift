import Prose

/// Which words of a sentence another one does not have.
enum Differences {
    /// Longer sentences are not compared: the work grows with the product of the lengths.
    private static let longest = 400
    /// Single characters that differ are noise: a particle, a comma.
    private static let shortest = 2

    /// A sentence that shares less with the other is told in words of its own: marking nearly all of it would say nothing.
    private static let leastShared = 0.4

    /// The runs of `sentence` (code points) that are not in `base`, by a longest common subsequence of their code points.
    /// - Parameter fold: makes the two scripts alike, one code point for one.
    static func runs(of sentence: String, against base: String, fold: (String) -> String) -> [Range<Int>] {
        let a = Array(fold(sentence).unicodeScalars)
        let b = Array(fold(base).unicodeScalars)
        guard a != b, a.count <= longest, b.count <= longest, a.count == sentence.unicodeScalars.count else { return [] }
        let shared = shared(a, b)
        guard Double(shared.count(where: \.self)) >= leastShared * Double(a.count) else { return [] }
        var runs: [Range<Int>] = []
        var start: Int?
        for index in 0...a.count {
            if index < a.count, !shared[index] {
                if start == nil { start = index }
            } else if let from = start {
                if index - from >= shortest { runs.append(from..<index) }
                start = nil
            }
        }
        return runs
    }

    private static func shared(_ a: [UnicodeScalar], _ b: [UnicodeScalar]) -> [Bool] {
        let width = b.count + 1
        var lengths = [UInt16](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    a[i] == b[j] ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var shared = [Bool](repeating: false, count: a.count)
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                shared[i] = true
                (i, j) = (i + 1, j + 1)
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return shared
    }
}
