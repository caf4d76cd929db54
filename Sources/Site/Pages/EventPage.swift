import Coding
import Hummingbird
import Ledger
import World

/// `/events/ID`: one event with every sentence that reports it, and why it is coded as it is.
enum EventPage {
    struct Body: Sendable {
        let event: EventView
        let pairs: [PairLink]
        let facts: [Fact]
        let codes: [Code]
        let scale: String
        let evidence: [Evidence]
        let isMany: Bool
    }

    struct PairLink: Sendable {
        let id: String
        let name: String
    }

    /// A line of the code table.
    struct Code: Sendable {
        let name: String
        let value: String
        let code: String?
    }

    /// One sentence that reports the event.
    struct Evidence: Sendable {
        let article: String
        let title: String
        let lang: String
        let outlet: String
        let published: String?
        let url: String?
        let sentence: [Segment]
        let coding: CodingView
        let confidence: String
    }

    struct Data: Encodable, Sendable {
        let event: EventData
        let mentions: [Mention]
        let voices: [[String]]

        struct Mention: Encodable, Sendable {
            let article: ArticleReferenceData
            let sentence: String
            let start: Int
            let end: Int
            let coding: MentionData
        }
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let detail = try site.ledger.event(id: visit.name) else { throw HTTPError(.notFound) }
        let writer = site.writer(visit)
        let view = EventView(detail.event, writer)
        let body = Body(
            event: view, pairs: pairs(detail.event, writer), facts: facts(detail, writer), codes: codes(detail.event, writer),
            scale: SmallCharts.scale(detail.event.score, title: "\(writer.text("scoreWord")) \(signed(detail.event.score))"),
            evidence: detail.mentions.map { evidence($0, writer) }, isMany: detail.mentions.count > 1)
        let mentions = detail.mentions.map {
            Data.Mention(
                article: ArticleReferenceData($0.article), sentence: $0.sentence, start: $0.sentenceRange.lowerBound,
                end: $0.sentenceRange.upperBound, coding: MentionData($0.mention, event: $0.event))
        }
        let parties = view.recipients.map { "\(view.actors) → \($0)" } ?? view.actors
        let linked = LinkedData(
            event: detail.event, name: "\(view.type): \(parties)", parties: detail.event.parties.map(writer.name))
        return .page(
            PageAnswer(
                template: "event", title: "\(view.type): \(parties), \(view.when)", description: detail.event.sentence, body: body,
                data: Data(event: EventData(detail.event), mentions: mentions, voices: detail.voices.map { $0.map(\.id) }), linked: linked))
    }

    private static func pairs(_ event: EventRecord, _ writer: Writer) -> [PairLink] {
        // Undirected acts relate all parties to each other; directed ones the two sides.
        let others = event.recipients.isEmpty ? event.actors : event.recipients
        let pairs = Set(event.actors.flatMap { actor in others.compactMap { Pair(actor, $0) } })
        return pairs.sorted().prefix(6).map { PairLink(id: $0.id, name: writer.pair($0)) }
    }

    private static func facts(_ detail: EventDetail, _ writer: Writer) -> [Fact] {
        let event = detail.event
        return [
            Fact(writer.text("factWhen"), writer.when(event), isWords: true),
            Fact(writer.text("factReports"), grouped(event.mentions)), Fact(writer.text("factArticles"), grouped(event.articles)),
            Fact(writer.text("factVoices"), grouped(event.voices)),
            Fact(writer.text("scoreWord"), signed(event.score), tone: toneOf(event.score), note: writer.text("ofTen")),
        ]
    }

    private static func codes(_ event: EventRecord, _ writer: Writer) -> [Code] {
        var codes = [Code(name: writer.text("codeType"), value: writer.type(event.type), code: event.type.rawValue)]
        if let mode = event.mode { codes.append(Code(name: writer.text("mode"), value: writer.mode(mode, of: event.type), code: mode)) }
        codes.append(Code(name: writer.text("codeQuad"), value: writer.quad(event.quad), code: nil))
        codes.append(Code(name: "CAMEO", value: "", code: event.cameo))
        codes.append(
            Code(
                name: writer.text("codeActors"), value: writer.list(event.actors.map(writer.name)),
                code: event.actors.joined(separator: " ")))
        if !event.recipients.isEmpty {
            codes.append(
                Code(
                    name: writer.text("codeRecipients"), value: writer.list(event.recipients.map(writer.name)),
                    code: event.recipients.joined(separator: " ")))
        }
        if let place = event.place { codes.append(Code(name: writer.text("codePlace"), value: place, code: nil)) }
        codes.append(Code(name: writer.text("codeConfidence"), value: percent(event.confidence), code: nil))
        return codes
    }

    private static func evidence(_ record: MentionRecord, _ writer: Writer) -> Evidence {
        let coding = CodingView(record.mention, event: nil, writer)
        let shift = record.sentenceRange.lowerBound
        let inSentence = marks([(record.mention, coding)], linked: false).map { $0.moved(by: -shift) }
        return Evidence(
            article: record.article.id, title: record.article.title, lang: languageTag(record.article.script),
            outlet: record.article.outlet ?? writer.text("outletUnknown"), published: record.article.localDate.map(writer.calendar.date),
            url: record.article.url.flatMap(safeLink), sentence: segments(record.sentence, marks: inSentence), coding: coding,
            confidence: percent(record.mention.confidence))
    }
}
