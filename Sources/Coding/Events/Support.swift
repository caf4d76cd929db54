import Foundation

/// How much an article speaks of each pair of parties: the likelihoods of the proposals in which the pair stands, summed.
struct Support {
    private var pairs: [Pair: Float] = [:]
    private var acts: [Act: Float] = [:]

    private struct Pair: Hashable {
        let one: String
        let other: String
    }

    private struct Act: Hashable {
        let pair: Pair
        let type: String
    }

    init(_ proposals: [Proposal]) {
        for proposal in proposals {
            for pair in Self.pairs(of: proposal) {
                pairs[pair, default: 0] += proposal.likelihood
                acts[Act(pair: pair, type: proposal.type.rawValue), default: 0] += proposal.likelihood
            }
        }
    }

    /// The support, as logarithms, of a proposal's best supported pair: for any act, and for acts of its type; without what one proposal gives.
    func beside(_ proposal: Proposal, without own: Proposal) -> [Float] {
        let mine = Set(Self.pairs(of: own))
        let type = proposal.type.rawValue
        let (any, same) = Self.pairs(of: proposal).reduce((Float(0), Float(0))) { most, pair in
            let less = mine.contains(pair) ? own.likelihood : 0
            let lessOfType = own.type == proposal.type ? less : 0
            return (
                max(most.0, pairs[pair, default: 0] - less), max(most.1, acts[Act(pair: pair, type: type), default: 0] - lessOfType)
            )
        }
        return [log(0.01 + any), log(0.01 + same)]
    }

    private static func pairs(of proposal: Proposal) -> [Pair] {
        let codes = unique(proposal.way.codes).sorted()
        return codes.indices.flatMap { at in codes[(at + 1)...].map { Pair(one: codes[at], other: $0) } }
    }
}
