import Prose
import World

/// Codes the events of one article, sentence by sentence.
struct EventCoder {
    let scene: Scene
    let models: Models

    /// Events less likely to be right than this are not reported; tuned by cross-validation for the best event F1.
    static let threshold: Float = 0.12

    func events() -> [EventMention] {
        var mentions: [EventMention] = []
        for decision in decisions() { mentions.append(write(decision, id: "\(scene.document.article.id)-\(mentions.count)")) }
        return DateSharing.shared(mentions)
    }

    /// An event as decided, before it is written down.
    struct Decision {
        let proposal: Proposal
        let chance: Float
    }

    // MARK: - Private

    /// Of each candidate the likeliest proposal, and of each act in a sentence the likeliest candidate; in order of their places.
    private func decisions() -> [Decision] {
        let proposals = Proposals(scene: scene, models: models).all()
        let verdict = Verdict(scene: scene, proposals: proposals, trees: models.verdict)
        var kept: [Int: [Decision]] = [:]
        let judged = proposals.indices.map { Decision(proposal: proposals[$0], chance: verdict.chance($0)) }
        for decision in judged.filter({ $0.chance >= Self.threshold }).sorted(by: isBefore) {
            let others = kept[decision.proposal.candidate.sentence, default: []]
            let isTold = others.contains {
                $0.proposal.candidate.isSame(as: decision.proposal.candidate) || $0.proposal.overlaps(decision.proposal)
            }
            if !isTold { kept[decision.proposal.candidate.sentence, default: []].append(decision) }
        }
        return kept.keys.sorted().flatMap { sentence in
            kept[sentence, default: []].sorted { $0.proposal.candidate.start < $1.proposal.candidate.start }
        }
    }

    /// Likelier first; of equals the one that stands first, then the one proposed first.
    private func isBefore(_ one: Decision, _ other: Decision) -> Bool {
        if one.chance != other.chance { return one.chance > other.chance }
        if one.proposal.candidate.start != other.proposal.candidate.start {
            return one.proposal.candidate.start < other.proposal.candidate.start
        }
        return one.proposal.rank < other.proposal.rank
    }
}
