import Prose
import World

// The letters around a trigger and of its sentence.

extension TriggerFeatures {
    private static let before = Features.Context("c-", named: true)
    private static let after = Features.Context("c+", named: true)
    private static let anywhere = Features.Context("s", named: true)

    /// Pairs of characters near the trigger, told apart only by side.
    func window(_ features: inout Features) {
        var (low, high) = (candidate.start, candidate.headEnd)
        while low > clause.lowerBound, scene.letters(in: low - 1..<candidate.start) <= 10 { low -= 1 }
        Self.pairs(Self.before, of: scene.blanked, in: low..<candidate.start, &features)
        while high < clause.upperBound, scene.letters(in: candidate.headEnd..<high + 1) <= 12 { high += 1 }
        Self.pairs(Self.after, of: scene.blanked, in: candidate.headEnd..<high, &features)
        let rest = scene.letters(in: candidate.headEnd..<max(candidate.headEnd, clause.upperBound))
        features.add("rest=", rest <= 1 ? "0" : rest <= 4 ? "few" : "more")
    }

    private static func pairs(_ prefix: Features.Context, of text: CodePoints, in range: Range<Int>, _ features: inout Features) {
        for at in range.dropLast() where isHan(text[at]) && isHan(text[at + 1]) { features.add(prefix, text[at], text[at + 1]) }
    }

    /// Every pair of characters of the sentence: much that tells an act from its mere name stands far from the trigger.
    static func whole(_ scene: Scene, _ sentence: Int, named: Bool = false) -> Features {
        var features = Features(named: named)
        pairs(anywhere, of: scene.blanked, in: scene.sentences[sentence].range, &features)
        return features
    }
}
