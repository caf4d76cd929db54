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

    /// Whether 互 tells that the act is done in return for the like, one to the other and the other to the one: 互相指责, 互撤领馆, 相互关闭对方的领馆. Not a fight,
    /// which is one act of both, nor what one asks of both (应互相尊重), nor what both have (损害两国互信 负全责).
    var isReturned: Bool {
        guard Self.exchanged.contains(type) else { return false }
        let (text, low) = (scene.text, sentence.clauses[clause].lowerBound)
        if text[candidate.start] == Self.mutual || candidate.start > low && text[candidate.start - 1] == Self.mutual { return true }
        let lead = text[max(low, candidate.start - Self.reach)..<candidate.headEnd]
        let word = lead.indices.last { at in Self.each.contains { text.has($0, at: at, within: lead.indices) } }
        guard let word else { return false }
        return text[word..<candidate.start].allSatisfy { isHan($0) && $0 != Self.of }
            && !sentence.mentions.contains { $0.start > word && $0.end <= candidate.start }
    }

    /// What one does to another and may get back: 互相殴打 is a fight of both.
    private static let exchanged: Set<EventType> = [.accuse, .reject, .threaten, .sanction, .coerce]
    private static let each = ["互相", "相互"].map { CodePoints(points: $0) }
    /// Letters from such a word's start to the trigger at most: 互相公开而强硬地.
    private static let reach = 8
    private static let mutual: UInt32 = 0x4E92  // 互
    private static let of: UInt32 = 0x7684  // 的
}
