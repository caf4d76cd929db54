import Prose
import World

extension RoleFeatures {
    /// What tells whether one does it to the other or both do it to each other.
    func sides() -> Features {
        var features = Features(named: named)
        features.add("bias", with: worded)
        let before = sentence.mentions.filter { $0.end <= candidate.start && !$0.codes.isEmpty }
        features.add("joined=", Set(before.map(\.group)).count < Set(before.flatMap(\.codes)).count, with: worded)
        let clause = sentence.clauses[self.clause]
        let isMutual = scene.text[clause.lowerBound..<candidate.headEnd].contains(Self.mutual)
        features.add("each-other=", isMutual, with: worded)
        features.add("behind=", zones.contains(.after), with: worded)
        return features
    }

    private static let mutual: UInt32 = 0x4E92  // 互
}
