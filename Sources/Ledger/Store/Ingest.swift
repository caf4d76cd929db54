import Coding
import Foundation
import GRDB
import Press

/// Writes articles with all that was coded in them.
struct Ingest {
    let db: Database
    let fold: @Sendable (String) -> String
    private let hasReviews: Bool

    init(db: Database, fold: @escaping @Sendable (String) -> String) throws {
        self.db = db
        self.fold = fold
        hasReviews = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM review)") ?? false
    }

    func run(_ batch: [CodedArticle]) throws -> IngestOutcome {
        var outcome = IngestOutcome()
        for coded in batch {
            if let problem = coded.problem {
                outcome.problems.append(problem)
            } else {
                try keep(coded, &outcome)
            }
        }
        return outcome
    }

    private func keep(_ coded: CodedArticle, _ outcome: inout IngestOutcome) throws {
        let fingerprint = coded.fingerprint
        guard
            let kept = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT number, fingerprint, path, published FROM article WHERE id = ?"),
                arguments: [coded.article.id])
        else {
            try add(coded, fingerprint)
            outcome.added += 1
            return
        }
        if kept["fingerprint"] == fingerprint {
            outcome.unchanged += 1
        } else if coded.stands(overPath: kept["path"], published: kept["published"]) {
            try remove(kept["number"])
            try add(coded, fingerprint)
            if kept["path"] == coded.article.path { outcome.replaced += 1 } else { outcome.duplicates += 1 }
        } else {
            outcome.duplicates += 1
        }
    }

    /// The stories that the article's mentions were in go to be reconciled again; its entry in the search index stays behind, under a number that no article has.
    private func remove(_ number: Int64) throws {
        try db.run(
            "INSERT OR IGNORE INTO dirtyPair SELECT DISTINCT p.a, p.b FROM mention m JOIN eventMention x ON x.mention = m.number JOIN eventMention y ON y.story = x.story JOIN eventPair p ON p.event = y.event WHERE m.article = ?",
            [number])
        try db.run(
            """
            DELETE FROM event WHERE id IN (SELECT y.event FROM mention m JOIN eventMention x ON x.mention = m.number
              JOIN eventMention y ON y.story = x.story WHERE m.article = ?)
            """, [number])
        try db.run("DELETE FROM article WHERE number = ?", [number])
    }

    private func add(_ coded: CodedArticle, _ fingerprint: Int64) throws {
        let article = coded.article
        try db.run(
            """
            INSERT INTO article (id, path, url, title, outlet, site, published, localDate, clock, script, text, passages, sentences, sentenceCount, flags, fingerprint, pictures)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                article.id, article.path, article.url, article.title, try outlet(article.outlet), article.site,
                Column.milliseconds(article.published),
                article.localDate, article.clock, coded.script, article.text, Column.json(article.passages), Column.json(coded.sentences),
                coded.sentences.count, Column.json(article.flags), fingerprint, Column.json(article.pictures),
            ])
        let number = db.lastInsertedRowID
        try index(number, article.text)
        for sentence in Set(coded.events.map(\.sentence)).sorted() {
            let range = coded.sentences[sentence]
            try db.run(
                "INSERT INTO sentence VALUES (?, ?, ?, ?, ?)",
                [number, sentence, range.lowerBound, range.upperBound, article.text.slice(range)])
        }
        for (ordinal, mention) in coded.events.enumerated() { try add(mention, ordinal, number) }
        for (ordinal, statement) in coded.statements.enumerated() { try add(statement, ordinal, number, article) }
        let codes = Set(coded.events.flatMap { $0.actors + $0.recipients }.compactMap(\.code))
        for code in codes.sorted() { try db.run("INSERT INTO articleParty VALUES (?, ?)", [code, number]) }
        if hasReviews { try Reviews(db: db).apply(toArticle: article.id) }
    }

    func index(_ number: Int64, _ text: String) throws {
        try db.run("INSERT INTO articleText (rowid, text) VALUES (?, ?)", [number, SearchTokens.tokens(of: fold(text))])
    }

    private func outlet(_ name: String?) throws -> Int64? {
        guard let name else { return nil }
        let known = try Int64.fetchOne(db.cachedStatement(sql: "SELECT number FROM outlet WHERE name = ?"), arguments: [name])
        if let known { return known }
        try db.run("INSERT INTO outlet (name) VALUES (?)", [name])
        return db.lastInsertedRowID
    }

    private func add(_ mention: EventMention, _ ordinal: Int, _ article: Int64) throws {
        let group = ActGroup(mention)?.key
        try db.run(
            "INSERT INTO mention VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                mention.id, article, mention.sentence, ordinal, mention.trigger.text, mention.trigger.start, mention.trigger.end,
                mention.type.rawValue,
                mention.mode, Column.json(mention.contexts), mention.quad.rawValue, mention.score, mention.cameo, mention.aux,
                mention.date?.start,
                mention.date?.end, mention.date?.precision, mention.date?.text, mention.place, mention.source, mention.confidence, group,
            ])
        let number = db.lastInsertedRowID
        for (role, parties) in [("actor", mention.actors), ("recipient", mention.recipients)] {
            for (ordinal, party) in parties.enumerated() {
                try db.run(
                    "INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [number, role, ordinal] + Self.columns(party))
            }
        }
    }

    private func add(_ statement: Coding.Statement, _ ordinal: Int, _ number: Int64, _ article: Article) throws {
        let said: [(any DatabaseValueConvertible)?] = [
            statement.verb, statement.span.text, statement.span.start, statement.span.end, statement.direct ? 1 : 0,
            Column.json(statement.sentences),
        ]
        let about = [statement.topic, statement.via].flatMap { Self.columns($0) }
        try db.run(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [number, ordinal] + Self.columns(statement.speaker) + said + Self.columns(statement.addressee) + about
                + [article.localDate, Column.milliseconds(article.published)])
    }

    private static func columns(_ party: Party?) -> [(any DatabaseValueConvertible)?] {
        [party?.code, party?.name, party?.kind, party?.sector, party?.office] + columns(party?.span)
    }

    private static func columns(_ span: Span?) -> [(any DatabaseValueConvertible)?] { [span?.text, span?.start, span?.end] }
}

extension CodedArticle {
    /// What makes the article unfit for the ledger, with the mend; nil where it is sound.
    fileprivate var problem: String? {
        let mentions = events.map(\.id)
        if Set(mentions).count < mentions.count { return "\(article.path): two event mentions have one id; code the article again" }
        if let lost = events.first(where: { !sentences.indices.contains($0.sentence) }) {
            return "\(article.path): the event mention \(lost.id) names a sentence that is not there; code the article again"
        }
        return nil
    }

    /// Whether this coding is kept rather than the one that the ledger has of the same article. A file's new coding replaces its old one. Of two
    /// files with one link the later published stands, then the one whose path sorts last, so that the order of reading changes nothing.
    fileprivate func stands(overPath path: String, published: Int64?) -> Bool {
        if article.path == path { return true }
        return (Column.milliseconds(article.published) ?? .min, article.path) > (published ?? .min, path)
    }
}
