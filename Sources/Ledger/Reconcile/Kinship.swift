import Foundation
import World

/// How likely two mentions report one happening. A function of the two alone, whichever comes first: that is why the record does not depend on
/// the order in which articles are read.
struct Kinship {
    let merging: Merging

    /// From here on it is enough by itself; below, it only bears out what others say.
    static let kin = 0.5

    /// 0…1; nil where they are two. The two may be kin at a glance (``Glance/mayBeKin(to:)``).
    func likelihood(_ x: Candidate, _ y: Candidate) -> Double? {
        guard let parties = x.parties.fit(y.parties), let gap = Gap(x, y) else { return nil }
        if x.article == y.article, x.sentence == y.sentence, x.group == y.group { return sameSentence(x, y) }
        if x.words.key == y.words.key, x.words.letters >= Wording.shortestTelling, x.group == y.group { return 1 }
        var signs = Signs(x, y, gap, parties)
        // The dear signs are looked at only while they may still tip the scales.
        let weights = merging.weights
        guard weights.sum(signs) + weights.mostOfClauses(signs) + weights.mostOfWords(signs) > merging.support else { return nil }
        signs.addClause()
        guard weights.sum(signs) + weights.mostOfWords(signs) > merging.support else { return nil }
        let words = x.words.kinship(to: y.words)
        if gap.kind == .unknown, words < merging.unknownWords { return nil }
        signs.addWords(words)
        guard weights.sum(signs) + weights.mostOfArticles(signs) > merging.support else { return nil }
        signs.addHeadlines()
        guard weights.sum(signs) + weights.mostOfStory(signs) > merging.support else { return nil }
        signs.addStory()
        let odds = weights.sum(signs)
        guard odds > merging.support, words >= merging.same || !contradict(x, y, words) else { return nil }
        return 1 / (1 + exp(-odds))
    }

    /// Two triggers of one sentence that say the same of the same parties report one happening.
    private func sameSentence(_ x: Candidate, _ y: Candidate) -> Double? {
        guard x.coding.mode == y.coding.mode || x.coding.mode == nil || y.coding.mode == nil else { return nil }
        return x.dated == y.dated ? 1 : nil
    }

    // MARK: - Contradictions

    private func contradict(_ x: Candidate, _ y: Candidate, _ words: Double) -> Bool {
        switch x.group.family.manner {
        case .said:
            // Two persons speak twice.
            return x.coding.actors.contains { code in Self.isApart(x.persons[code], y.persons[code]) }
        case .done:
            return false
        case .met:
            if words < merging.strong {
                // A call and a visit on one day are two, and so are talks in two places.
                if let mode = x.coding.mode, let other = y.coding.mode, mode != other { return true }
                if let place = x.place, let other = y.place, Self.isApart([place], [other]) { return true }
            }
            return Self.isApart(x.persons, y.persons)
        }
    }

    /// Whether two meetings are of other people: some side has none in common, and no side has one. A guest who sees minister and premier is on one visit.
    static func isApart(_ some: [String: Set<String>], _ others: [String: Set<String>]) -> Bool {
        let sides = some.keys.filter { others[$0] != nil }
        return !sides.isEmpty && sides.allSatisfy { isApart(some[$0], others[$0]) }
    }

    /// Whether no name of one side is, or is part of, a name of the other (普京, 弗拉基米尔·普京).
    static func isApart(_ some: Set<String>?, _ others: Set<String>?) -> Bool {
        guard let some, let others else { return false }
        return !some.contains { one in others.contains { $0 == one || $0.contains(one) || one.contains($0) } }
    }
}
