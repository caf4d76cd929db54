import Coding
import Foundation
import GRDB

extension Ledger {
    // MARK: - Handing in

    /// Says that a mention is right as it is.
    /// - Throws: ``ReviewProblem``, ``LedgerError``
    public func accept(mention id: String, _ review: NewReview) throws { try keep(.accept, mentions: [id], review) }

    /// Takes a mention out of the events.
    /// - Throws: ``ReviewProblem``, ``LedgerError``
    public func reject(mention id: String, _ review: NewReview) throws { try keep(.reject, mentions: [id], review) }

    /// Reads a mention otherwise.
    /// - Parameter change: changes the reading; type, quad class, score and CAMEO code must fit one another.
    /// - Throws: ``ReviewProblem``, ``LedgerError``
    public func change(mention id: String, _ review: NewReview, _ change: (inout Review.Reading) throws -> Void) throws {
        guard let mention = try mention(id: id) else { throw ReviewProblem.noMention(id) }
        var after = Review.Reading(mention)
        try change(&after)
        guard after != Review.Reading(mention) else { throw ReviewProblem.nothingChanged }
        try keep(.change, mentions: [id], review, before: Review.Reading(mention), after: after)
    }

    /// Makes one event of several.
    /// - Throws: ``ReviewProblem``, ``LedgerError``
    public func merge(events ids: [String], _ review: NewReview) throws {
        guard Set(ids).count > 1 else { throw ReviewProblem.fewerThanTwo }
        try keep(.merge, mentions: try ids.flatMap { try mentions(ofEvent: $0) }, review)
    }

    /// Takes some mentions out of an event, to be an event of their own.
    /// - Throws: ``ReviewProblem``, ``LedgerError``
    public func split(event id: String, mentions going: [String], _ review: NewReview) throws {
        let all = try mentions(ofEvent: id)
        for mention in going where !all.contains(mention) { throw ReviewProblem.notOfEvent(mention, event: id) }
        guard Set(going).count < all.count else { throw ReviewProblem.allOfEvent }
        try keep(.split, mentions: all, going: Set(going), review)
    }

    /// Takes a review back: the record is as if it had never been handed in; the history shows both.
    /// - Throws: ``ReviewProblem``, ``LedgerError``
    public func withdraw(review number: Int, _ review: NewReview) throws {
        guard let old = try reviews().first(where: { $0.id == number && !$0.isWithdrawn && $0.kind != .withdraw }) else {
            throw ReviewProblem.noReview(number)
        }
        try keep(.withdraw, anchors: old.anchors, review, before: old.after, after: old.before, withdraws: number)
    }

    // MARK: - History

    /// All reviews, the latest first.
    /// - Throws: ``LedgerError``
    public func reviews() throws(LedgerError) -> [Review] { try read { db in try Reviews(db: db).all().reversed() } }

    /// The reviews of an event's mentions, the latest first: the event's history.
    /// - Throws: ``LedgerError``
    public func reviews(ofEvent id: String) throws(LedgerError) -> [Review] {
        guard let event = number(hexadecimal: id) else { return [] }
        return try read { db in
            let reviews = Reviews(db: db)
            let places = Set(try reviews.places("x.event = ?", event).map(\.place))
            return try reviews.all().reversed().filter { $0.anchors.contains { places.contains(Reviews.Place($0)) } }
        }
    }

    /// The reviews of an article's mentions, the latest first.
    /// - Throws: ``LedgerError``
    public func reviews(ofArticle id: String) throws(LedgerError) -> [Review] {
        try reviews().filter { $0.anchors.contains { $0.article == id } }
    }

    /// The mentions that a review is of, as they are numbered today.
    /// - Throws: ``LedgerError``
    public func mentions(of review: Review) throws(LedgerError) -> [String] {
        try read { db in
            let numbers = try Reviews(db: db).mentions(of: review.anchors).values.joined()
            let sql = "SELECT id FROM mention WHERE number IN (SELECT value FROM json_each(?)) ORDER BY id"
            return try String.fetchAll(db, sql: sql, arguments: [Column.json(numbers.map(Int.init))])
        }
    }

    /// The events that some mentions belong to, each once.
    /// - Throws: ``LedgerError``
    public func events(ofMentions ids: [String]) throws(LedgerError) -> [String] {
        let sql = """
            SELECT x.event FROM json_each(?) j JOIN mention m ON m.id = j.value JOIN eventMention x ON x.mention = m.number
            WHERE x.event IS NOT NULL GROUP BY x.event ORDER BY min(j.key)
            """
        return try read { db in try Int64.fetchAll(db, sql: sql, arguments: [Column.json(ids)]).map(hexadecimal) }
    }

    // MARK: - Private

    private func mention(id: String) throws -> EventMention? {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM mention WHERE id = ?", arguments: [id])
            return try EventMention.mentions(rows, in: db).first
        }
    }

    private func mentions(ofEvent id: String) throws -> [String] {
        guard let event = number(hexadecimal: id) else { throw ReviewProblem.noEvent(id) }
        let sql = "SELECT m.id FROM eventMention x JOIN mention m ON m.number = x.mention WHERE x.event = ? ORDER BY m.id"
        let ids = try read { db in try String.fetchAll(db, sql: sql, arguments: [event]) }
        if ids.isEmpty { throw ReviewProblem.noEvent(id) }
        return ids
    }

    private func keep(
        _ kind: Review.Kind, mentions: [String], going: Set<String> = [], _ review: NewReview, before: Review.Reading? = nil,
        after: Review.Reading? = nil
    ) throws {
        let anchors = try read { db in try mentions.map { try Reviews(db: db).anchor(mention: $0, goes: going.contains($0)) } }
        for (id, anchor) in zip(mentions, anchors) where anchor == nil { throw ReviewProblem.noMention(id) }
        try keep(kind, anchors: anchors.compactMap(\.self), review, before: before, after: after, withdraws: nil)
    }

    private func keep(
        _ kind: Review.Kind, anchors: [Review.Anchor], _ review: NewReview, before: Review.Reading?, after: Review.Reading?, withdraws: Int?
    ) throws {
        guard !review.who.isEmpty, !review.why.isEmpty else { throw ReviewProblem.noReason }
        try write { db in
            let reviews = Reviews(db: db)
            try reviews.add(kind, anchors, review, before: before, after: after, withdraws: withdraws)
            if let after { for anchor in anchors { try reviews.apply(after, at: anchor) } }
            try reviews.unsettle(anchors)
        }
        try reconcile()
    }
}
