import Coding
import Foundation
import Ledger
import World

/// An event as JSON: the record's own values, codes not names, missing values null.
struct EventData: Encodable, Sendable {
    let id: String
    let type: EventType
    @OrNull var mode: String?
    let quad: QuadClass
    let score: Double
    let cameo: String
    let actors: [String]
    let recipients: [String]
    let status: String
    @OrNull var date: DateData?
    @OrNull var place: String?
    let sentence: String
    let trigger: [Int]
    let article: ArticleReferenceData
    let mentions: Int
    let articles: Int
    let outlets: [String]
    let voices: Int
    let confidence: Double

    struct DateData: Encodable, Sendable {
        let start: String
        let end: String
        let precision: String
    }

    init(_ event: EventRecord) {
        id = event.id
        type = event.type
        mode = event.mode
        quad = event.quad
        score = event.score
        cameo = event.cameo
        actors = event.actors
        recipients = event.recipients
        status = event.status.rawValue
        date = event.start.map { DateData(start: $0, end: event.end ?? $0, precision: event.precision) }
        place = event.place
        sentence = event.sentence
        trigger = [event.trigger.lowerBound, event.trigger.upperBound]
        article = ArticleReferenceData(event.best)
        mentions = event.mentions
        articles = event.articles
        outlets = event.outlets
        voices = event.voices
        confidence = event.confidence
    }
}

struct ArticleReferenceData: Encodable, Sendable {
    let id: String
    let title: String
    @OrNull var url: String?
    @OrNull var outlet: String?
    @OrNull var published: String?

    init(_ article: ArticleReference) {
        id = article.id
        title = article.title
        url = article.url
        outlet = article.outlet
        published = article.published.map { $0.ISO8601Format() }
    }
}

/// One sentence's report of an event.
struct MentionData: Encodable, Sendable {
    let id: String
    @OrNull var event: String?
    let sentence: Int
    let trigger: SpanData
    let type: EventType
    @OrNull var mode: String?
    let quad: QuadClass
    let score: Double
    let cameo: String
    let actors: [PartyData]
    let recipients: [PartyData]
    @OrNull var aux: String?
    @OrNull var date: DateSpanData?
    @OrNull var place: String?
    @OrNull var source: String?
    let confidence: Double

    init(_ mention: EventMention, event: String?) {
        id = mention.id
        self.event = event
        sentence = mention.sentence
        trigger = SpanData(mention.trigger)
        type = mention.type
        mode = mention.mode
        quad = mention.quad
        score = mention.score
        cameo = mention.cameo
        actors = mention.actors.map(PartyData.init)
        recipients = mention.recipients.map(PartyData.init)
        aux = mention.aux
        date = mention.date.map(DateSpanData.init)
        place = mention.place
        source = mention.source
        confidence = mention.confidence
    }
}

struct SpanData: Encodable, Sendable {
    let text: String
    let start: Int
    let end: Int

    init(_ span: Span) {
        text = span.text
        start = span.start
        end = span.end
    }
}

struct PartyData: Encodable, Sendable {
    @OrNull var code: String?
    let name: String
    let kind: String
    @OrNull var sector: String?
    @OrNull var office: String?
    @OrNull var text: String?
    @OrNull var start: Int?
    @OrNull var end: Int?

    init(_ party: Party) {
        code = party.code
        name = party.name
        kind = party.kind
        sector = party.sector
        office = party.office
        text = party.span?.text
        start = party.span?.start
        end = party.span?.end
    }
}

struct DateSpanData: Encodable, Sendable {
    let start: String
    let end: String
    let precision: String
    @OrNull var text: String?

    init(_ date: DateSpan) {
        start = date.start
        end = date.end
        precision = date.precision
        text = date.text
    }
}
