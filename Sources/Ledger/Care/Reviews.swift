import Coding
import Foundation
import GRDB
import World

/// Reviews in the file, and what they come to.
struct Reviews {
    let db: Database

    /// Where a trigger stands, for looking up.
    struct Place: Hashable {
        let article: String
        let sentence: String
        let start: Int
        /// How many mentions of the same trigger come before: of calls with two states each is a mention.
        let before: Int

        init(_ anchor: Review.Anchor) {
            (article, sentence, start, before) = (anchor.article, anchor.sentence, anchor.start, anchor.before ?? 0)
        }

        init(article: String, words: String, start: Int, before: Int) {
            self.article = article
            sentence = hexadecimal(StableHash.of(words))
            (self.start, self.before) = (start, before)
        }
    }

    /// In the order in which they were handed in.
    func all() throws -> [Review] {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM review ORDER BY number")
        let withdrawn = Set(rows.compactMap { $0["withdraws"] as Int? })
        return try rows.map { row in
            let number: Int = row["number"]
            return Review(
                id: number, at: Column.date(milliseconds: row["at"]) ?? Date(timeIntervalSince1970: 0), who: row["who"], why: row["why"],
                kind: try Review.Kind(column: "review.kind", row["kind"]), anchors: try Column.decode([Review.Anchor].self, row["anchors"]),
                before: try (row["before"] as String?).map { try Column.decode(Review.Reading.self, $0) },
                after: try (row["after"] as String?).map { try Column.decode(Review.Reading.self, $0) }, withdraws: row["withdraws"],
                isWithdrawn: withdrawn.contains(number))
        }
    }

    func add(
        _ kind: Review.Kind, _ anchors: [Review.Anchor], _ review: NewReview, before: Review.Reading?, after: Review.Reading?,
        withdraws: Int?
    ) throws {
        try db.execute(
            sql: "INSERT INTO review (at, who, why, kind, anchors, before, after, withdraws) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                Column.milliseconds(review.at), review.who, review.why, kind.rawValue, try json(anchors), try before.map(json),
                try after.map(json),
                withdraws,
            ])
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    // MARK: - Anchors

    func anchor(mention id: String, goes: Bool) throws -> Review.Anchor? {
        guard let row = try Row.fetchOne(db, sql: "\(Self.mentions) WHERE m.id = ?", arguments: [id]) else { return nil }
        let place = Self.place(row)
        let end: Int = row["triggerEnd"]
        return Review.Anchor(
            article: place.article, sentence: place.sentence, start: place.start, end: end - (row["start"] as Int),
            trigger: row["triggerText"], before: place.before == 0 ? nil : place.before, goes: goes)
    }

    private static let mentions = """
        SELECT m.number, m.triggerStart, m.triggerEnd, m.triggerText, s.text, s.start, a.id AS articleID,
          (SELECT count(*) FROM mention o WHERE o.article = m.article AND o.triggerStart = m.triggerStart AND o.ordinal < m.ordinal) AS before
        FROM mention m JOIN article a ON a.number = m.article JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence
          LEFT JOIN eventMention x ON x.mention = m.number
        """

    private static func place(_ row: Row) -> Place {
        let start: Int = row["triggerStart"]
        return Place(article: row["articleID"], words: row["text"], start: start - (row["start"] as Int), before: row["before"])
    }

    /// The mentions that a condition gives, with their places.
    func places(_ condition: String, _ argument: any DatabaseValueConvertible) throws -> [(mention: Int64, place: Place)] {
        try Row.fetchAll(db, sql: "\(Self.mentions) WHERE \(condition)", arguments: [argument]).map { ($0["number"], Self.place($0)) }
    }

    /// The mentions that the anchors stand for today; an anchor whose sentence or trigger is gone stands for none.
    func mentions(of anchors: [Review.Anchor]) throws -> [Review.Anchor: [Int64]] {
        var known: [Place: [Int64]] = [:]
        for article in Set(anchors.map(\.article)) {
            for (mention, place) in try places("a.id = ?", article) { known[place, default: []].append(mention) }
        }
        return Dictionary(anchors.map { ($0, known[Place($0)] ?? []) }) { first, _ in first }
    }

    // MARK: - What they come to

    /// Reads mentions as a review has it.
    func apply(_ reading: Review.Reading, at anchor: Review.Anchor) throws {
        for mention in try mentions(of: [anchor])[anchor] ?? [] { try apply(reading, to: mention) }
    }

    /// Reads the mentions of an article, which has been coded anew, as its reviews have it.
    func apply(toArticle id: String) throws {
        let standing = try all().filter { $0.kind == .change && !$0.isWithdrawn && $0.anchors.contains { $0.article == id } }
        for review in standing { if let after = review.after { for anchor in review.anchors { try apply(after, at: anchor) } } }
    }

    private func apply(_ reading: Review.Reading, to mention: Int64) throws {
        let type = try EventType(column: "review.type", reading.type)
        let group = ActGroup(
            type, aux: reading.aux, actors: Set(reading.actors), recipients: Set(reading.recipients).subtracting(reading.actors))?.key
        try db.execute(
            sql: """
                UPDATE mention SET type = ?, mode = ?, quad = ?, score = ?, cameo = ?, aux = ?, dateStart = ?, dateEnd = ?, datePrecision = ?, actGroup = ?
                WHERE number = ?
                """,
            arguments: [
                reading.type, reading.mode, reading.quad, reading.score, reading.cameo, reading.aux, reading.dateStart, reading.dateEnd,
                reading.datePrecision, group, mention,
            ])
        for code in Set(reading.actors + reading.recipients).sorted() {
            try db.execute(
                sql: "INSERT OR IGNORE INTO articleParty SELECT ?, article FROM mention WHERE number = ?", arguments: [code, mention])
        }
        let known = try Row.fetchAll(db, sql: "SELECT * FROM party WHERE mention = ? ORDER BY role, ordinal", arguments: [mention])
        try db.execute(sql: "DELETE FROM party WHERE mention = ?", arguments: [mention])
        for (role, codes) in [("actor", reading.actors), ("recipient", reading.recipients)] {
            for (ordinal, code) in codes.enumerated() {
                let row = known.first { $0["code"] == code }
                try db.execute(
                    sql: "INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        mention, role, ordinal, code, row?["name"] ?? code, row?["kind"] ?? "state", row?["sector"], row?["office"],
                        row?["text"],
                        row?["start"], row?["end"],
                    ])
            }
        }
    }

    /// Lets the stories of the anchors' mentions be settled anew.
    func unsettle(_ anchors: [Review.Anchor]) throws {
        let list = Column.json(Set(try mentions(of: anchors).values.joined()).sorted().map(Int.init))
        try db.execute(
            sql: """
                UPDATE eventMention SET story = NULL WHERE story IN
                  (SELECT x.story FROM json_each(?) j JOIN eventMention x ON x.mention = j.value)
                """, arguments: [list])
    }

    /// What the reviews that stand say of mentions' belonging together.
    func rulings() throws -> Rulings {
        var rulings = Rulings()
        for review in try all() where !review.isWithdrawn && [.reject, .merge, .split].contains(review.kind) {
            let mentions = try mentions(of: review.anchors)
            let all = review.anchors.flatMap { anchor in (mentions[anchor] ?? []).map { ($0, anchor.goes) } }
            switch review.kind {
            case .reject: rulings.rejected.formUnion(all.map(\.0))
            case .merge: rulings.join(all.map(\.0))
            default: rulings.part(all.filter(\.1).map(\.0), all.filter { !$0.1 }.map(\.0))
            }
        }
        return rulings
    }
}
