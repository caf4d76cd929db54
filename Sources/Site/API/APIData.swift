import Coding
import Ledger
import Measure
import World

/// One step of a series.
struct StepData: Encodable, Sendable {
    let start: String
    let end: String
    let events: Int
    let quads: [String: Int]
    @OrNull var score: Double?
    let temperature: Double
    @OrNull var stock: Double?
    let published: Int
    let mentioning: Int
    let movers: [Mover]

    /// An event and what the temperature at the step's end owes to it.
    struct Mover: Encodable, Sendable {
        let event: String
        let change: Double
    }

    init(_ point: SeriesPoint) {
        start = point.start.iso
        end = point.end.iso
        events = point.events
        quads = Dictionary(QuadClass.allCases.map { ($0.rawValue, point.quads[$0] ?? 0) }) { first, _ in first }
        score = point.scoreMean
        temperature = point.temperature
        stock = point.stock
        published = point.published
        mentioning = point.mentioning
        movers = point.movers.map { Mover(event: $0.id, change: $0.change) }
    }
}

/// An event with all that it rests on.
struct EventDetailData: Encodable, Sendable {
    let event: EventData
    let mentions: [Mention]
    /// Articles' ids, those that copy one another together.
    let voices: [[String]]
    /// The latest first.
    let corrections: [CorrectionData]

    struct Mention: Encodable, Sendable {
        let article: ArticleReferenceData
        let sentence: String
        let start: Int
        let end: Int
        let coding: MentionData
    }

    init(_ detail: EventDetail, _ reviews: [Review]) {
        event = EventData(detail.event)
        mentions = detail.mentions.map {
            Mention(
                article: ArticleReferenceData($0.article), sentence: $0.sentence, start: $0.sentenceRange.lowerBound,
                end: $0.sentenceRange.upperBound, coding: MentionData($0.mention, event: $0.event))
        }
        voices = detail.voices.map { $0.map(\.id) }
        corrections = reviews.map(CorrectionData.init)
    }
}

/// A statement with the article that reports it.
struct ReportedStatementData: Encodable, Sendable {
    @OrNull var speaker: PartyData?
    @OrNull var verb: String?
    let text: String
    let start: Int
    let end: Int
    let direct: Bool
    let article: ArticleReferenceData

    init(_ record: StatementRecord) {
        speaker = record.statement.speaker.map(PartyData.init)
        verb = record.statement.verb
        text = record.statement.span.text
        start = record.statement.span.start
        end = record.statement.span.end
        direct = record.statement.direct
        article = ArticleReferenceData(record.article)
    }
}

/// An article that has the words asked for.
struct HitData: Encodable, Sendable {
    let article: ArticleReferenceData
    let snippet: String
    /// First and last code point of each of the words in the snippet.
    let highlights: [[Int]]

    init(_ hit: SearchHit) {
        article = ArticleReferenceData(hit.article)
        snippet = hit.snippet
        highlights = hit.highlights.map { [$0.lowerBound, $0.upperBound] }
    }
}

/// A code and what it is called.
struct PartyNameData: Encodable, Sendable {
    let code: String
    @OrNull var zh: String?
    @OrNull var hant: String?
    @OrNull var en: String?
}

/// One of PLOVER's types.
struct TypeData: Encodable, Sendable {
    let type: EventType
    let zh: String
    let en: String
    let meaningZh: String
    let meaningEn: String
    @OrNull var quad: QuadClass?
    @OrNull var score: Double?
    @OrNull var cameo: String?

    init(_ type: EventType, _ site: Site) {
        let row = site.options.plover?.types[type]
        self.type = type
        zh = site.types.name(type, .zh)
        en = site.types.name(type, .en)
        meaningZh = site.types.meaning(type, .zh)
        meaningEn = site.types.meaning(type, .en)
        quad = row?.quad
        score = row?.score
        cameo = row?.cameo
    }
}
