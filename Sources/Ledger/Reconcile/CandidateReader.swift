import Coding
import Foundation
import GRDB
import Prose
import World

/// Reads what reconciling needs of mentions.
struct CandidateReader {
    let db: Database
    let fold: @Sendable (String) -> String
    let merging: Merging

    /// The mentions of these numbers, in the order of ``Candidate/order``.
    func candidates(_ numbers: [Int64]) throws -> [Candidate] {
        let list = Column.json(numbers.map(Int.init))
        let parties = try parties(list)
        let stories = try stories(list)
        var candidates: [Candidate] = []
        candidates.reserveCapacity(numbers.count)
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.mentions), arguments: [list])
        while let row = try rows.next() {
            guard let story = stories[row[1]] else { continue }
            if let candidate = candidate(row, parties[row[0]] ?? [], story) { candidates.append(candidate) }
        }
        return candidates.sorted { $0.order < $1.order }
    }

    /// With the 80 letters before and behind where the trigger begins, for its meaning.
    private static let mentions = """
        SELECT m.number, m.article, m.id, m.sentence, m.type, m.mode, m.quad, m.score, m.cameo, m.aux, m.dateStart, m.dateEnd, m.datePrecision,
          m.place, m.source, m.confidence, m.triggerText, s.text, s.start, a.id, substr(a.text, max(m.triggerStart - 79, 1), min(m.triggerStart, 80) + 80), a.published, a.localDate, o.name, m.dateText IS NOT NULL, m.triggerStart, m.triggerEnd
        FROM json_each(?) j CROSS JOIN mention m ON m.number = j.value JOIN article a ON a.number = m.article
          JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence LEFT JOIN outlet o ON o.number = a.outlet
        """

    private struct Story {
        let title: Wording
        let beginning: Wording
    }

    /// Of each article headline and beginning (the record's text starts with the headline).
    private func stories(_ list: String) throws -> [Int64: Story] {
        let sql = """
            SELECT number, title, substr(text, 1, 500) FROM article
            WHERE number IN (SELECT m.article FROM json_each(?) j CROSS JOIN mention m ON m.number = j.value)
            """
        var stories: [Int64: Story] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [list])
        while let row = try rows.next() {
            stories[row[0]] = Story(
                title: Wording(folded: fold(row[1]), common: merging.common),
                beginning: Wording(folded: fold(row[2]), common: merging.common))
        }
        return stories
    }

    private struct Side {
        let isActor: Bool
        let code: String?
        let name: String
        let isPerson: Bool
        /// Where it stands in the article; nil where it is carried over.
        let span: Range<Int>?
    }

    private func parties(_ list: String) throws -> [Int64: [Side]] {
        let sql = """
            SELECT p.mention, p.role, p.code, p.name, p.kind, p.start, p.end
            FROM json_each(?) j CROSS JOIN party p ON p.mention = j.value
            """
        var sides: [Int64: [Side]] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [list])
        while let row = try rows.next() {
            let role: String = row[1]
            let kind: String = row[4]
            let start: Int? = row[5]
            let span = start.map { $0..<max($0, row[6] ?? $0) }
            sides[row[0], default: []].append(
                Side(isActor: role == "actor", code: row[2], name: row[3], isPerson: kind == "person", span: span))
        }
        return sides
    }

    private func candidate(_ row: Row, _ sides: [Side], _ story: Story) -> Candidate? {
        guard let type = EventType(rawValue: row[4]), let quad = QuadClass(rawValue: row[6]) else { return nil }
        let actors = Set(sides.filter(\.isActor).compactMap(\.code))
        let recipients = Set(sides.filter { !$0.isActor }.compactMap(\.code)).subtracting(actors)
        guard let group = ActGroup(type, aux: row[9], actors: actors, recipients: recipients) else { return nil }
        var persons: [String: Set<String>] = [:]
        for side in sides where side.isPerson { persons[side.code ?? "", default: []].insert(fold(side.name)) }
        let localDate: String? = row[22]
        let start: Int = row[18]
        let names = sides.compactMap { $0.span.map { $0.lowerBound - start..<$0.upperBound - start } }
        let trigger: Range<Int> = (row[25] as Int) - start..<(row[26] as Int) - start
        let sentence = fold(row[17])
        return Candidate(
            mention: row[0], id: row[2], article: row[1], articleID: row[19], outlet: row[23], published: row[21],
            publishedDay: localDate.flatMap { Day(iso: $0) }, sentence: row[3], trigger: Set(fold(row[16]).unicodeScalars).sorted(),
            group: group, groupKey: group.key,
            parties: Sides(group),
            coding: CodingChoice(
                type: type, mode: row[5], quad: quad, score: row[7], cameo: row[8], actors: actors.sorted(),
                recipients: recipients.sorted()),
            aux: row[9], dated: DayRange(start: row[10], end: row[11]), namesDays: row[24], precision: row[12], place: row[13],
            source: row[14],
            confidence: row[15], persons: persons, explicitParties: Set(sides.filter { $0.span != nil }.map(\.code)).count,
            clause: Wording(clauseOf: sentence, around: trigger, without: names, common: merging.common),
            words: Wording(folded: sentence, without: names, common: merging.common), titleWords: story.title,
            story: story.beginning, meaning: Meaning(Wording(folded: fold(row[20])), merging.meanings))
    }
}

extension Candidate {
    struct Order: Comparable {
        let tier: Int
        let day: Int
        let published: Int64
        let article: String
        let sentence: Int
        let id: String

        static func < (x: Order, y: Order) -> Bool {
            (x.tier, x.day, x.published, x.article, x.sentence, x.id) < (y.tier, y.day, y.published, y.article, y.sentence, y.id)
        }
    }

    /// The most exactly dated first, then by day and place in the news: settles every tie.
    var order: Order {
        Order(tier: tier, day: days?.first.number ?? .max, published: published ?? .max, article: articleID, sentence: sentence, id: id)
    }
}
