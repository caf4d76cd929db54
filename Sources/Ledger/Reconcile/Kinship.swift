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
        guard let gap = Gap(x, y), let parties = x.parties.fit(y.parties) else { return nil }
        if x.article == y.article, x.sentence == y.sentence, x.group == y.group { return sameSentence(x, y) }
        if x.words.key == y.words.key, x.words.letters >= Wording.shortestTelling, x.group == y.group { return 1 }
        if x.group.family.manner == .met, Self.isOfOthers(x.persons, y.persons) { return nil }
        return merging.trees.sum(Signs(x, y, gap, parties).values, above: merging.support).map { 1 / (1 + exp(-$0)) }
    }

    /// Two triggers of one sentence that say the same of the same parties report one happening.
    private func sameSentence(_ x: Candidate, _ y: Candidate) -> Double? {
        guard x.coding.mode == y.coding.mode || x.coding.mode == nil || y.coding.mode == nil else { return nil }
        return x.dated == y.dated ? 1 : nil
    }

    /// Whether two meetings are of other people on every side. Where the people of one side only are known to be others, a guest may have seen minister and premier on one visit.
    private static func isOfOthers(_ some: [String: Set<String>], _ others: [String: Set<String>]) -> Bool {
        let sides = some.keys.filter { others[$0] != nil }
        return sides.count > 1 && sides.allSatisfy { isApart(some[$0], others[$0]) }
    }

    /// Whether no name of one side is, or is part of, a name of the other (普京, 弗拉基米尔·普京).
    static func isApart(_ some: Set<String>?, _ others: Set<String>?) -> Bool {
        guard let some, let others else { return false }
        return !some.contains { one in others.contains { $0 == one || $0.contains(one) || one.contains($0) } }
    }
}
