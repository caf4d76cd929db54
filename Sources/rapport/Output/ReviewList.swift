import Foundation
import Ledger

/// Reviews, and what they may be made of, as lines.
enum ReviewList {
    static func line(_ review: Review) -> String {
        let day = review.at.formatted(.iso8601.year().month().day())
        let words = review.anchors.prefix(3).map { "\($0.article) “\($0.trigger)”" }.joined(separator: ", ")
        let more = review.anchors.count > 3 ? " and \(review.anchors.count - 3) more" : ""
        let what = review.withdraws.map { "withdraw \($0)" } ?? review.kind.rawValue
        return
            "\(review.id)  \(day)  \(review.who)  \(what)\(review.isWithdrawn ? " (withdrawn)" : "")  \(words)\(more)\(changes(review)): \(review.why)"
    }

    /// What was done, without who and why.
    static func summary(_ review: Review) -> String {
        (review.withdraws.map { "withdraw \($0)" } ?? review.kind.rawValue) + changes(review) + (review.isWithdrawn ? " (withdrawn)" : "")
    }

    private static func changes(_ review: Review) -> String {
        guard let before = review.before, let after = review.after else { return "" }
        return "  \(text(before)) → \(text(after))"
    }

    private static func text(_ reading: Review.Reading) -> String {
        let parties =
            reading.actors.joined(separator: "+") + (reading.recipients.isEmpty ? "" : ">" + reading.recipients.joined(separator: "+"))
        return ([reading.type, reading.mode, parties, reading.aux, reading.dateStart] as [String?]).compactMap { $0 }.joined(separator: " ")
    }

    /// An event's mentions with their ids.
    static func lines(_ detail: EventDetail) -> [String] {
        var table = TextTable(header: ["mention", "published", "outlet", "read as", "sentence"])
        table.rows = detail.mentions.map { one in
            [
                one.id, one.article.localDate ?? "-", one.article.outlet ?? "-", text(Review.Reading(one.mention)),
                shortened(one.sentence, to: 60),
            ]
        }
        return table.lines
    }
}
