import Coding
import Foundation
import Ledger
import World

/// What a reviewer said of a coding, as a line of a history.
struct CorrectionView: View {
    let number: Int
    let date: String
    let who: String
    let whoLang: String?
    /// What was done, but for the words it was done to.
    let what: String
    let trigger: String
    let changes: [Change]
    let why: String?
    let whyLang: String?
    let isWithdrawn: Bool

    /// One value that is otherwise now.
    struct Change: View {
        let name: String
        let before: String
        let after: String
        let beforeLang: String?
        let afterLang: String?
    }

    init(_ review: Review, _ writer: Writer) {
        number = review.id
        date = writer.calendar.date(String(review.at.ISO8601Format().prefix(10)))
        who = review.who
        whoLang = writer.foreign(review.who)
        what = writer.words.filled("correction-\(review.kind.rawValue)", writer.language, ["n": "\(review.withdraws ?? 0)"])
        trigger = writer.list(review.anchors.prefix(3).map(\.trigger))
        changes = review.kind == .change ? Self.changes(review, writer) : []
        why = review.why == Ruling.noReason ? nil : review.why
        whyLang = writer.foreign(review.why)
        isWithdrawn = review.isWithdrawn
    }

    private static func changes(_ review: Review, _ writer: Writer) -> [Change] {
        guard let before = review.before, let after = review.after else { return [] }
        let none = writer.text("correctionNone")
        func change(_ key: String, _ value: (Review.Reading) -> String?) -> Change? {
            let (old, new) = (value(before) ?? none, value(after) ?? none)
            return old == new
                ? nil
                : Change(
                    name: writer.text(key), before: old, after: new, beforeLang: writer.foreign(old), afterLang: writer.foreign(new))
        }
        func names(_ codes: [String]) -> String? { codes.isEmpty ? nil : writer.list(codes.map(writer.name)) }
        return [
            change("codeType") { reading in EventType(rawValue: reading.type).map(writer.type) ?? reading.type },
            change("mode") { reading in
                reading.mode.map { mode in EventType(rawValue: reading.type).map { writer.mode(mode, of: $0) } ?? mode }
            },
            change("codeActors") { names($0.actors) }, change("codeRecipients") { names($0.recipients) },
            change("factWhen") { $0.dateStart.map(writer.calendar.date) }, change("codeStatus") { $0.aux.map(writer.aux) },
        ].compactMap(\.self)
    }
}
