import Foundation
import Ledger

/// A correction as JSON: who said what of which coding, when and why; and what it was and is, where that changed.
struct CorrectionData: Encodable, Sendable {
    let id: Int
    let at: String
    let who: String
    let why: String
    let kind: String
    let mentions: [Anchor]
    @OrNull var before: Review.Reading?
    @OrNull var after: Review.Reading?
    @OrNull var withdraws: Int?
    let withdrawn: Bool

    /// The words that the mention rests on.
    struct Anchor: Encodable, Sendable {
        let article: String
        let trigger: String
    }

    init(_ review: Review) {
        id = review.id
        at = review.at.ISO8601Format()
        who = review.who
        why = review.why
        kind = review.kind.rawValue
        mentions = review.anchors.map { Anchor(article: $0.article, trigger: $0.trigger) }
        before = review.before
        after = review.after
        withdraws = review.withdraws
        withdrawn = review.isWithdrawn
    }
}
