import Foundation
import World

/// Looks at each proposal once more, now beside all others of its article (reranking, Collins 2000): the same pair proposed elsewhere speaks
/// for it, a likelier reading of the same words against it. Boosted trees weigh that into the chance that type and parties are right.
struct Verdict {
    let scene: Scene
    let trees: Trees
    let proposals: [Proposal]
    /// The likeliest proposal of the same words, by a proposal's index.
    private let best: [Int]
    /// The likeliest proposals of all words of a sentence, by its index.
    private let bests: [Int: [Int]]
    private let support: Support

    /// - Parameter proposals: an article's, those of one candidate side by side.
    init(scene: Scene, proposals: [Proposal], trees: Trees) {
        self.scene = scene
        self.trees = trees
        self.proposals = proposals
        var best: [Int] = []
        for index in proposals.indices {
            let isFirst = index == 0 || !proposals[index].candidate.isSame(as: proposals[index - 1].candidate)
            if isFirst {
                let same = proposals[index...].prefix { $0.candidate.isSame(as: proposals[index].candidate) }
                best.append(same.indices.max { proposals[$0].likelihood < proposals[$1].likelihood } ?? index)
            } else {
                best.append(best[index - 1])
            }
        }
        self.best = best
        let distinct = unique(best)
        bests = Dictionary(grouping: distinct) { proposals[$0].candidate.sentence }
        support = Support(distinct.map { proposals[$0] })
    }

    /// The chance that a proposal is right.
    func chance(_ index: Int) -> Float { trees.probability(values(index)) }

    /// What the trees look at, in the order of ``names``.
    func values(_ index: Int) -> [Float] {
        let proposal = proposals[index]
        return model(proposal) + parties(proposal) + rivals(index) + place(proposal)
            + EventType.allCases.map { $0 == proposal.type ? 1 : 0 }
    }

    /// The columns' names, as the trees' file gives them.
    static let names =
        [
            "event", "typed", "typed-of-event", "way", "share", "rank", "likelihood",
            "actors", "recipients", "joined", "torn", "named", "unnamed", "in-title", "title-codes", "rarest", "commonest", "acting",
            "inferred", "codes", "left-out", "organisation",
            "support", "support-typed", "rival", "rival-same-parties", "rival-same-act", "rival-in-clause", "rival-before",
            "event-before-in-clause", "rivals",
            "sentence", "sentences", "title", "caption", "quoted", "trigger",
        ] + EventType.allCases.map { "type=" + $0.rawValue }

    // MARK: - Private

    private func model(_ proposal: Proposal) -> [Float] {
        [
            logOdds(proposal.event), logOdds(proposal.typed), logOdds(proposal.typed / max(proposal.event, 1e-6)),
            log(proposal.way.likelihood + 1e-6), logOdds(proposal.share), Float(proposal.rank), proposal.likelihood,
        ]
    }

    private func parties(_ proposal: Proposal) -> [Float] {
        let sentence = scene.sentences[proposal.candidate.sentence]
        let codes = proposal.way.codes
        let mentions = codes.map { code in sentence.mentions.filter { $0.codes.contains(code) } }
        let groups = mentions.map { Set($0.map(\.group)) }
        let joined = groups.indices.filter { at in
            groups.indices.contains { $0 != at && !groups[$0].isDisjoint(with: groups[at]) }
        }
        let taken = groups.reduce(into: Set<Int>()) { $0.formUnion($1) }
        // 日本和印度 with only 日本 taken tears asunder what the sentence joins.
        let torn = Set(sentence.mentions.filter { taken.contains($0.group) }.flatMap(\.codes)).subtracting(codes)
        let named = mentions.filter { !$0.isEmpty }
        let all = Set(sentence.mentions.flatMap(\.codes))
        let ranks = codes.map { Float(scene.frequentCodes.firstIndex(of: $0) ?? 9) }
        return [
            Float(proposal.way.actors.count), Float(proposal.way.recipients.count), Float(joined.count), Float(torn.count),
            Float(named.count), Float(codes.count - named.count), Float(codes.filter(scene.titleCodes.contains).count),
            Float(Set(scene.titleCodes).count), ranks.max() ?? 9, ranks.min() ?? 9,
            Float(mentions.filter { $0.contains(where: \.acts) }.count), Float(mentions.filter { $0.contains(where: \.inferred) }.count),
            Float(all.count), Float(all.subtracting(codes).count), codes.contains(where: isOrganisation) ? 1 : 0,
        ]
    }

    private func rivals(_ index: Int) -> [Float] {
        let proposal = proposals[index]
        let codes = Set(proposal.way.codes)
        let sentence = scene.sentences[proposal.candidate.sentence]
        let clause = sentence.clause(at: proposal.candidate.start)
        let rivals = bests[proposal.candidate.sentence, default: []].filter { $0 != best[index] }.map { proposals[$0] }
        let same = rivals.filter { Set($0.way.codes) == codes }
        let before = rivals.filter { $0.candidate.start < proposal.candidate.start }
        let near = { (rival: Proposal) in sentence.clause(at: rival.candidate.start) == clause }
        return support.beside(proposal, without: proposals[best[index]]) + [
            highest(rivals), highest(same), highest(same.filter { $0.type == proposal.type }), highest(rivals.filter(near)),
            highest(before), before.filter(near).map(\.event).max() ?? 0, Float(rivals.count),
        ]
    }

    private func highest(_ proposals: [Proposal]) -> Float { proposals.map(\.likelihood).max() ?? 0 }

    private func place(_ proposal: Proposal) -> [Float] {
        let candidate = proposal.candidate
        let kind = scene.sentences[candidate.sentence].kind
        return [
            Float(candidate.sentence), Float(scene.sentences.count), kind == .title ? 1 : 0, kind == .caption ? 1 : 0,
            scene.quote(at: candidate.start) == nil ? 0 : 1, Float(candidate.headEnd - candidate.start),
        ]
    }

    private func logOdds(_ chance: Float) -> Float { log(max(chance, 1e-4) / max(1 - chance, 1e-4)) }

    private func isOrganisation(_ code: String) -> Bool { code.count > 3 || code == "EUR" || code == "UNO" }
}
