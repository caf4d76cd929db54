import Coding
import GRDB
import Prose
import World

/// Brings the events of stories whose mentions changed up to date, and then the relations of the pairs whose events did.
///
/// A story is what kinship between mentions holds together; an event lies within one story. A mention that came, went or changed can therefore only touch the
/// stories of the mentions that it is kin to, and what is done some thousand mentions at a time is what would be done all at once.
struct Reconcile {
    let db: Database
    let fold: @Sendable (String) -> String
    let merging: Merging

    /// Mentions that are looked at in one transaction: few enough that a reader's or a killed writer's view is never far behind, and that memory stays small.
    static let mentionsAtOnce = 100_000

    /// The mentions that belong to no story yet, in lots: exactly dated ones first, in order of day, then the others group by group, so that those that may be kin
    /// come together. One that tells no day is held against all of its group, so that a lot of such has few groups: all in one took 1.5 GB of 660,000 mentions.
    func unsettled(atOnce most: Int) throws -> [[Int64]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT m.number, iif(coalesce(length(m.dateStart) < 10, m.aux IS 'historical'), m.actGroup, NULL) AS vague
                FROM mention m JOIN article a ON a.number = m.article LEFT JOIN eventMention x ON x.mention = m.number
                WHERE m.actGroup IS NOT NULL AND x.story IS NULL
                ORDER BY vague, coalesce(m.dateStart, a.localDate), m.number
                """)
        if rows.count <= most { return rows.isEmpty ? [] : [rows.map { $0[0] }] }
        let sizes = try Row.fetchAll(db, sql: "SELECT actGroup, count(*) FROM mention WHERE actGroup IS NOT NULL GROUP BY actGroup")
        return Self.lots(rows.map { ($0[0], $0[1]) }, Dictionary(uniqueKeysWithValues: sizes.map { ($0[0], $0[1]) }), most)
    }

    /// Mentions of one group stay together, however many it has: each lot looks at all of it.
    /// - Parameter sizes: of each group.
    private static func lots(_ mentions: [(number: Int64, vague: String?)], _ sizes: [String: Int], _ most: Int) -> [[Int64]] {
        var lots: [[Int64]] = []
        var (looked, group) = (Int.max, String?.none)
        for mention in mentions {
            let more = mention.vague.map { $0 == group ? 0 : sizes[$0] ?? 1 } ?? 1
            if more > 0, looked > most - more {
                lots.append([])
                looked = 0
            }
            lots[lots.count - 1].append(mention.number)
            (looked, group) = (looked + more, mention.vague)
        }
        return lots
    }

    /// Settles some mentions, and those of the stories that they touch.
    func settle(_ numbers: [Int64], _ rulings: Rulings) throws -> ReconcileOutcome {
        var outcome = ReconcileOutcome()
        let reader = CandidateReader(db: db, fold: fold, merging: merging)
        let new = try reader.candidates(numbers)
        let touched = try touchedStories(new, reader, rulings)
        let isNew = Set(numbers)
        let old = try reader.candidates(mentions(ofStories: touched).filter { !isNew.contains($0) })
        try removeEvents(ofStories: touched, numbers)
        for candidate in new + old where rulings.rejected.contains(candidate.mention) { try setAside(candidate) }
        let members = (new + old).filter { !rulings.rejected.contains($0.mention) }.inOrder
        let parts = Stories(members, merging: merging, rulings: rulings).parts
        let merging = merging
        let happenings = AllCores.map(parts.indices, by: 64) { stretch in
            stretch.map { place in
                Events.events(of: parts[place].members, parts[place].links, merging: merging, rulings: rulings)
                    .compactMap { Happening($0, partyShare: merging.partyShare) }
            }
        }
        for (part, happenings) in zip(parts, happenings) {
            let story = part.members.map(\.mention).min() ?? 0
            outcome.groups += 1
            outcome.mentions += part.members.count
            outcome.events += happenings.count
            for happening in happenings { try add(happening, story) }
        }
        return outcome
    }

    // MARK: - What is touched

    /// The stories of settled mentions that one of the new ones is kin to.
    private func touchedStories(_ new: [Candidate], _ reader: CandidateReader, _ rulings: Rulings) throws -> Set<Int64> {
        var stories: Set<Int64> = try settledNow(new.map(\.mention))
        let near = try neighbours(of: new, rulings)
        let candidates = try reader.candidates(near.keys.sorted())
        guard !candidates.isEmpty else { return stories }
        let isNew = Set(new.map(\.mention))
        let all = (new + candidates).inOrder
        for link in Stories(all, merging: merging, rulings: rulings, between: isNew).links where link.isKin {
            for place in [link.one, link.other] { if let story = near[all[place].mention] { stories.insert(story) } }
        }
        return stories
    }

    private func settledNow(_ numbers: [Int64]) throws -> Set<Int64> {
        let sql = "SELECT DISTINCT x.story FROM json_each(?) j JOIN eventMention x ON x.mention = j.value WHERE x.story IS NOT NULL"
        return Set(try Int64.fetchAll(db, sql: sql, arguments: [Column.json(numbers.map(Int.init))]))
    }

    /// Settled mentions of the days around, and of the same groups where one of both has no day; with their stories.
    private func neighbours(of new: [Candidate], _ rulings: Rulings) throws -> [Int64: Int64] {
        var near: [Int64: Int64] = [:]
        let add = { (sql: String, arguments: StatementArguments) in
            for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments) { near[row[0]] = row[1] }
        }
        let isNew = Set(new.map(\.mention))
        let days = new.filter { $0.tier < 2 }.compactMap(\.days)
        let window = Set(days.flatMap { ($0.first.number - Gap.belated - Candidate.longestExact)...($0.last.number + Gap.belated) })
        for day in window.sorted() { try add("SELECT mention, story FROM eventMention WHERE day = ? AND story IS NOT NULL", [day]) }
        for group in Set(new.filter { $0.tier < 2 }.map(\.groupKey)).sorted() {
            try add(
                """
                SELECT x.mention, x.story FROM mention m JOIN eventMention x ON x.mention = m.number
                WHERE m.actGroup = ? AND x.day IS NULL AND x.story IS NOT NULL
                """, [group])
        }
        for group in Set(new.filter { $0.tier == 2 }.map(\.groupKey)).sorted() {
            try add(
                "SELECT x.mention, x.story FROM mention m JOIN eventMention x ON x.mention = m.number WHERE m.actGroup = ? AND x.story IS NOT NULL",
                [group])
        }
        for partner in rulings.partners(of: isNew).sorted() {
            try add("SELECT mention, story FROM eventMention WHERE mention = ? AND story IS NOT NULL", [partner])
        }
        return near.filter { !isNew.contains($0.key) }
    }

    private func mentions(ofStories stories: Set<Int64>) throws -> [Int64] {
        let list = Column.json(stories.sorted().map(Int.init))
        return try Int64.fetchAll(
            db, sql: "SELECT x.mention FROM json_each(?) j JOIN eventMention x ON x.story = j.value ORDER BY 1", arguments: [list])
    }

    // MARK: - What is written

    private func removeEvents(ofStories stories: Set<Int64>, _ numbers: [Int64]) throws {
        let list = Column.json((try mentions(ofStories: stories) + numbers).map(Int.init))
        try db.run(
            """
            INSERT OR IGNORE INTO dirtyPair SELECT DISTINCT p.a, p.b
            FROM json_each(?) j JOIN eventMention x ON x.mention = j.value JOIN eventPair p ON p.event = x.event
            """, [list])
        try db.run("DELETE FROM event WHERE id IN (SELECT x.event FROM json_each(?) j JOIN eventMention x ON x.mention = j.value)", [list])
        try db.run("DELETE FROM eventMention WHERE mention IN (SELECT value FROM json_each(?))", [list])
    }

    private func add(_ happening: Happening, _ story: Int64) throws {
        let coding = happening.coding
        let id = happening.id
        try db.run(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                id, happening.group, coding.type.rawValue, coding.mode, coding.quad.rawValue, coding.score, coding.cameo,
                Column.json(coding.actors), Column.json(coding.recipients), happening.status.rawValue, happening.days?.first.iso,
                happening.days?.last.iso, happening.precision, happening.day?.iso, happening.place, happening.best.mention,
                happening.first.article, happening.members.count, happening.articles, Column.json(happening.outlets), happening.voices,
                happening.best.confidence,
            ])
        for member in happening.members {
            let day = member.tier < 2 ? member.days?.first.number : nil
            try db.run("INSERT INTO eventMention (mention, event, story, day) VALUES (?, ?, ?, ?)", [member.mention, id, story, day])
        }
        for article in Set(happening.members.map(\.article)).sorted() {
            try db.run("INSERT INTO eventArticle VALUES (?, ?)", [article, id])
        }
        let (day, status) = (happening.day?.iso, happening.status.rawValue)
        for code in happening.parties {
            try db.run("INSERT INTO eventParty VALUES (?, ?, ?, ?, ?)", [id, code, day, status, happening.voices])
        }
        for pair in happening.pairs {
            try db.run("INSERT INTO eventPair VALUES (?, ?, ?, ?, ?, ?)", [id, pair.a, pair.b, day, status, happening.voices])
            try db.run("INSERT OR IGNORE INTO dirtyPair VALUES (?, ?)", [pair.a, pair.b])
        }
    }

    /// A rejected mention is of no event, and a story of its own.
    private func setAside(_ candidate: Candidate) throws {
        try db.run("INSERT INTO eventMention (mention, story) VALUES (?, ?)", [candidate.mention, candidate.mention])
    }
}
