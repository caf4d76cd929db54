import Foundation
import GRDB
import Prose
import World

/// Reads what reconciling needs of a group's mentions.
struct CandidateReader {
    let db: Database
    let fold: @Sendable (String) -> String

    func candidates(of group: String) throws -> [Candidate] {
        var titles: [Int64: Wording] = [:]
        var candidates: [Candidate] = []
        let parties = try parties(of: group)
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.mentions), arguments: [group])
        while let row = try rows.next() {
            let article: Int64 = row["article"]
            let title = titles[article] ?? Wording(folded: fold(row["title"]))
            titles[article] = title
            guard let candidate = candidate(row, parties[row["number"]] ?? [], title) else { continue }
            candidates.append(candidate)
        }
        return candidates
    }

    private static let mentions = """
        SELECT m.*, s.text AS words, a.id AS articleID, a.title, a.published, a.localDate, o.name AS outlet
        FROM mention m JOIN article a ON a.number = m.article JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence
          LEFT JOIN outlet o ON o.number = a.outlet
        WHERE m.actGroup = ?
        """

    private struct Side {
        let isActor: Bool
        let code: String?
        let name: String
        let isPerson: Bool
        let isExplicit: Bool
    }

    private func parties(of group: String) throws -> [Int64: [Side]] {
        let sql =
            "SELECT p.mention, p.role, p.code, p.name, p.kind, p.text FROM mention m JOIN party p ON p.mention = m.number WHERE m.actGroup = ?"
        var sides: [Int64: [Side]] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [group])
        while let row = try rows.next() {
            let role: String = row[1]
            let kind: String = row[4]
            sides[row[0], default: []].append(
                Side(isActor: role == "actor", code: row[2], name: row[3], isPerson: kind == "person", isExplicit: row[5] != nil))
        }
        return sides
    }

    private func candidate(_ row: Row, _ sides: [Side], _ title: Wording) -> Candidate? {
        guard let type = EventType(rawValue: row["type"]), let quad = QuadClass(rawValue: row["quad"]) else { return nil }
        let actors = Set(sides.filter(\.isActor).compactMap(\.code))
        let recipients = Set(sides.filter { !$0.isActor }.compactMap(\.code)).subtracting(actors)
        var persons: [String: Set<String>] = [:]
        for side in sides where side.isPerson { persons[side.code ?? "", default: []].insert(fold(side.name)) }
        let localDate: String? = row["localDate"]
        return Candidate(
            mention: row["number"], id: row["id"], article: row["article"], articleID: row["articleID"], outlet: row["outlet"],
            published: row["published"],
            publishedDay: localDate.flatMap { Day(iso: $0) }, sentence: row["sentence"],
            coding: CodingChoice(
                type: type, mode: row["mode"], quad: quad, score: row["score"], cameo: row["cameo"], actors: actors.sorted(),
                recipients: recipients.sorted()),
            aux: row["aux"], dated: DayRange(start: row["dateStart"], end: row["dateEnd"]), precision: row["datePrecision"],
            place: row["place"],
            source: row["source"], confidence: row["confidence"], persons: persons,
            explicitParties: Set(sides.filter(\.isExplicit).map(\.code)).count, words: Wording(folded: fold(row["words"])),
            titleWords: title)
    }
}
