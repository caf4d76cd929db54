import GRDB
import Prose
import World

/// Makes of what the record says of a mention what reconciling looks at.
struct CandidateMaker: Sendable {
    let fold: @Sendable (String) -> String
    let merging: Merging

    /// An article's headline and beginning.
    struct Story: Sendable {
        let title: Wording
        let beginning: Wording
    }

    /// A party of the mention.
    struct Side: Sendable {
        let isActor: Bool
        let code: String?
        let name: String
        let isPerson: Bool
        let office: String?
        /// Where it stands in the article; nil where it is carried over.
        let span: Range<Int>?
    }

    func story(title: String, beginning: String) -> Story {
        Story(title: words(title), beginning: words(beginning))
    }

    private func words(_ text: String) -> Wording { Wording(folded: fold(text), common: merging.common) }

    func candidate(_ row: MentionRow, _ sides: [Side], _ story: Story) -> Candidate? {
        guard let type = EventType(rawValue: row.type), let quad = QuadClass(rawValue: row.quad) else { return nil }
        let actors = Set(sides.filter(\.isActor).compactMap(\.code))
        let recipients = Set(sides.filter { !$0.isActor }.compactMap(\.code)).subtracting(actors)
        guard let group = ActGroup(type, aux: row.aux, actors: actors, recipients: recipients) else { return nil }
        var persons: [String: Set<String>] = [:]
        for side in sides where side.isPerson { persons[side.code ?? "", default: []].insert(fold(side.name)) }
        var offices: [String: Set<String>] = [:]
        for side in sides { if let code = side.code, let office = side.office { offices[code, default: []].insert(fold(office)) } }
        let acting = sides.filter { $0.isActor && $0.isPerson && $0.code != nil }.map(\.name)
        let start = row.sentenceStart
        let names = sides.compactMap { $0.span.map { $0.lowerBound - start..<$0.upperBound - start } }
        let trigger: Range<Int> = row.triggerStart - start..<row.triggerEnd - start
        let sentence = fold(row.sentenceText)
        return Candidate(
            mention: row.number, id: row.id, article: row.article, articleID: row.articleID, outlet: row.outlet, published: row.published,
            publishedDay: row.localDate.flatMap { Day(iso: $0) }, sentence: row.sentence,
            trigger: Set(fold(row.triggerText).unicodeScalars).sorted(), group: group, groupKey: group.key, parties: Sides(group),
            coding: CodingChoice(
                type: type, mode: row.mode, quad: quad, score: row.score, cameo: row.cameo, actors: actors.sorted(),
                recipients: recipients.sorted()),
            aux: row.aux, dated: DayRange(start: row.dateStart, end: row.dateEnd), namesDays: row.namesDays, precision: row.datePrecision,
            place: row.place, source: row.source, confidence: row.confidence, persons: persons,
            renown: actors.union(recipients).map { merging.renown[$0] ?? 0 }.min() ?? 0,
            voices: Set((acting + [row.source].compactMap(\.self)).map(fold)), offices: offices,
            explicitParties: Set(sides.filter { $0.span != nil }.map(\.code)).count,
            clause: Wording(clauseOf: sentence, around: trigger, without: names, common: merging.common),
            words: Wording(folded: sentence, without: names, common: merging.common), titleWords: story.title,
            story: story.beginning, meaning: Meaning(Wording(folded: fold(row.around)), merging.meanings))
    }
}

/// A mention as the question for candidates gives it.
struct MentionRow: Sendable {
    let number: Int64
    let article: Int64
    let id: String
    let sentence: Int
    let type: String
    let mode: String?
    let quad: String
    let score: Double
    let cameo: String
    let aux: String?
    let dateStart: String?
    let dateEnd: String?
    let datePrecision: String?
    let place: String?
    let source: String?
    let confidence: Double
    let triggerText: String
    let sentenceText: String
    let sentenceStart: Int
    let articleID: String
    /// The letters around the trigger.
    let around: String
    let published: Int64?
    let localDate: String?
    let outlet: String?
    let namesDays: Bool
    let triggerStart: Int
    let triggerEnd: Int

    init(_ row: Row) {
        (number, article, id, sentence) = (row[0], row[1], row[2], row[3])
        (type, mode, quad, score, cameo, aux) = (row[4], row[5], row[6], row[7], row[8], row[9])
        (dateStart, dateEnd, datePrecision) = (row[10], row[11], row[12])
        (place, source, confidence, triggerText) = (row[13], row[14], row[15], row[16])
        (sentenceText, sentenceStart, articleID, around) = (row[17], row[18], row[19], row[20])
        (published, localDate, outlet) = (row[21], row[22], row[23])
        (namesDays, triggerStart, triggerEnd) = (row[24], row[25], row[26])
    }
}
