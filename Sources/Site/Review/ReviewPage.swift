import Coding
import Ledger
import World

/// `/review`: where a reviewer signs in and finds what to look at; `/review/events/ID`: an event to accept, reject or change.
enum ReviewPage {
    struct Body: View {
        let needsToken: Bool
        let isWrong: Bool
        let name: String
        let formToken: String
        let events: [EventView]
        let event: EventView?
        let mentions: [Mention]
        let corrections: [CorrectionView]
        let hasCorrections: Bool
        let saved: Bool
    }

    struct Mention: View {
        let id: String
        let sentence: [Segment]
        let article: String
        let title: String
        let lang: String
        let actors: String
        let recipients: String
        let mode: String
        let date: String
        let types: [Option]
        let formToken: String
    }

    struct Option: View {
        let value: String
        let name: String
        let isChosen: Bool
    }

    private struct Nothing: Encodable, Sendable {}

    /// How many events the queue shows.
    private static let queue = 50

    static func signIn(_ site: Site, _ visit: Visit, isWrong: Bool) -> PageAnswer {
        page(site, visit, status: isWrong ? 403 : 200, body(needsToken: true, isWrong: isWrong))
    }

    /// The newest events of which one report alone tells, the least certain codings first: there a look is worth most.
    static func queue(_ site: Site, _ visit: Visit, _ session: ReviewSessions.Session) throws -> PageAnswer {
        var filter = EventFilter()
        filter.limit = 400
        filter.to = try site.ledger.summary().lastDay
        let events = try site.ledger.events(filter).sorted { ($0.confidence, $0.id) < ($1.confidence, $1.id) }.prefix(queue)
        let writer = site.writer(visit)
        let corrections = try site.ledger.reviews().prefix(queue).map { CorrectionView($0, writer) }
        return page(
            site, visit,
            body(session, events: events.map { EventView($0, writer) }, corrections: corrections, saved: visit.query["saved"] != nil))
    }

    static func event(_ id: String, _ site: Site, _ visit: Visit, _ session: ReviewSessions.Session) throws -> PageAnswer {
        guard let detail = try site.ledger.event(id: id) else { throw Refusal(.notFound) }
        let writer = site.writer(visit)
        let mentions = detail.mentions.map { mention($0, writer, session.formToken) }
        let corrections = try site.ledger.reviews(ofEvent: id).map { CorrectionView($0, writer) }
        return page(
            site, visit,
            body(
                session, event: EventView(detail.event, writer), mentions: mentions, corrections: corrections,
                saved: visit.query["saved"] != nil))
    }

    private static func mention(_ record: MentionRecord, _ writer: Writer, _ formToken: String) -> Mention {
        let mention = record.mention
        let coding = CodingView(mention, event: nil, writer)
        let marked = marks([(mention, coding)], linked: false).map { $0.moved(by: -record.sentenceRange.lowerBound) }
        return Mention(
            id: mention.id, sentence: segments(record.sentence, marks: marked), article: record.article.id, title: record.article.title,
            lang: languageTag(record.article.script), actors: mention.actors.compactMap(\.code).joined(separator: " "),
            recipients: mention.recipients.compactMap(\.code).joined(separator: " "), mode: mention.mode ?? "",
            date: mention.date?.start ?? "",
            types: EventType.allCases.map { Option(value: $0.rawValue, name: writer.type($0), isChosen: $0 == mention.type) },
            formToken: formToken)
    }

    private static func body(
        _ session: ReviewSessions.Session? = nil, needsToken: Bool = false, isWrong: Bool = false, events: [EventView] = [],
        event: EventView? = nil, mentions: [Mention] = [],
        corrections: [CorrectionView] = [], saved: Bool = false
    ) -> Body {
        Body(
            needsToken: needsToken, isWrong: isWrong, name: session?.name ?? "", formToken: session?.formToken ?? "", events: events,
            event: event, mentions: mentions, corrections: corrections, hasCorrections: !corrections.isEmpty, saved: saved)
    }

    private static func page(_ site: Site, _ visit: Visit, status: Int = 200, _ body: Body) -> PageAnswer {
        let title = site.words.text("review", visit.language)
        return PageAnswer(template: "review", title: title, description: title, body: body, data: Nothing(), status: .init(code: status))
    }
}
