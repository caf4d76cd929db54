import Coding
import Hummingbird
import Ledger
import World

/// `/events/ID`: one event with every sentence that reports it, how they became one, and why it is coded as it is.
enum EventPage {
    struct Body: View {
        let event: EventView
        let pairs: [PairLink]
        let facts: [Fact]
        let codes: [Code]
        let scale: String
        let evidence: [Evidence]
        let isMany: Bool
        /// Further reports, folded away.
        let more: [Evidence]
        let hasMore: Bool
        let moreNote: String
        let hasDifferences: Bool
        let voicesNote: String
        let voices: [Voice]
        let history: [HistoryLine]
        let corrections: [CorrectionView]
        /// Where a reviewer can rule on it; nil where nobody can.
        let reviewAddress: String?
        let citation: Citation
    }

    struct PairLink: View {
        let address: String
        let name: String
    }

    /// A line of the code table.
    struct Code: View {
        let name: String
        let value: String
        let code: String?
        var links: [NameLink] = []
        /// A word of the article's, in the page's language where it has a name there.
        var words: Run?
    }

    /// One sentence that reports the event.
    struct Evidence: View {
        let article: ArticleView
        let url: String?
        let sentence: [Segment]
        let coding: CodingView
        let confidence: String
        /// Whether the event is told by this sentence in lists.
        let isBest: Bool
    }

    /// Reports that copy one another or come from one outlet.
    struct Voice: View {
        let reports: [ArticleView]
        let count: String?
    }

    struct HistoryLine: View {
        let date: String
        let text: String
        let article: ArticleView?
    }

    private static let evidenceShown = 10

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let detail = try site.ledger.event(id: visit.name) else { throw HTTPError(.notFound) }
        let reviews = try site.ledger.reviews(ofEvent: detail.event.id)
        let writer = site.writer(visit)
        let view = EventView(detail.event, writer)
        let all = detail.mentions.map { Self.evidence($0, detail, site, writer) }
        // The best sentence stands first, the others after it in order of publication.
        let evidence = all.filter(\.isBest) + all.filter { !$0.isBest }
        let more = Array(evidence.dropFirst(evidenceShown))
        let body = Body(
            event: view, pairs: pairs(detail.event, writer), facts: facts(detail, writer), codes: codes(detail.event, writer),
            scale: SmallCharts.scale(detail.event.score, title: "\(writer.text("scoreWord")) \(signed(detail.event.score))"),
            evidence: Array(evidence.prefix(evidenceShown)), isMany: evidence.count > 1, more: more, hasMore: !more.isEmpty,
            moreNote: writer.count("moreReports", more.count),
            hasDifferences: evidence.contains { $0.sentence.contains { $0.mark == "differs" } },
            voicesNote: voicesNote(detail.event, writer),
            voices: detail.voices.map { group in
                Voice(reports: group.map { ArticleView($0, writer) }, count: group.count > 1 ? writer.count("copies", group.count) : nil)
            },
            history: history(detail, writer), corrections: reviews.map { CorrectionView($0, writer) },
            reviewAddress: site.options.review == nil ? nil : "/review/events/\(detail.event.id)",
            citation: Citation(detail, title: view.headline, version: site.options.version))
        let linked = LinkedData(event: detail.event, name: view.headline, parties: detail.event.parties.map(writer.name))
        return .page(
            PageAnswer(
                template: "event", title: view.headline, description: detail.event.sentence, body: body,
                data: EventDetailData(detail, reviews), linked: linked))
    }

    private static func voicesNote(_ event: EventRecord, _ writer: Writer) -> String {
        guard event.mentions > 1 else { return writer.text("voicesOne") }
        let sum = writer.words.filled(
            "voicesNote", writer.language,
            [
                "mentions": writer.count("sentences", event.mentions), "articles": writer.count("articles", event.articles),
                "voices": writer.count("voices", event.voices),
            ])
        return writer.sentences(sum, writer.text("voicesRule"))
    }

    private static func pairs(_ event: EventRecord, _ writer: Writer) -> [PairLink] {
        // Undirected acts relate all parties to each other; directed ones the two sides.
        let others = event.recipients.isEmpty ? event.actors : event.recipients
        let pairs = Set(event.actors.flatMap { actor in others.compactMap { Pair(actor, $0) } })
        return pairs.sorted().prefix(6).map { PairLink(address: Address.relation($0), name: writer.pair($0)) }
    }

    private static func when(_ event: EventRecord, _ writer: Writer) -> Fact {
        let isReport = event.precision == "published"
        let date = isReport ? event.start.map(writer.calendar.date) ?? "" : writer.when(event)
        return Fact(
            writer.text("factWhen"), date, note: isReport ? writer.text("reportDay") : nil, isWords: true,
            address: EventView(event, writer).day)
    }

    private static func facts(_ detail: EventDetail, _ writer: Writer) -> [Fact] {
        let event = detail.event
        return [
            when(event, writer),
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
            Code(name: writer.text("codeActors"), value: "", code: event.actors.joined(separator: " "), links: writer.links(event.actors)))
        if !event.recipients.isEmpty {
            codes.append(
                Code(
                    name: writer.text("codeRecipients"), value: "", code: event.recipients.joined(separator: " "),
                    links: writer.links(event.recipients)))
        }
        if let place = event.place { codes.append(Code(name: writer.text("codePlace"), value: "", code: nil, words: writer.word(place))) }
        codes.append(Code(name: writer.text("codeStatus"), value: writer.text("status-\(event.status.rawValue)"), code: nil))
        codes.append(Code(name: writer.text("codeConfidence"), value: percent(event.confidence), code: nil))
        return codes
    }

    private static func evidence(_ record: MentionRecord, _ detail: EventDetail, _ site: Site, _ writer: Writer) -> Evidence {
        let coding = CodingView(record.mention, event: nil, writer)
        let shift = record.sentenceRange.lowerBound
        let isBest = record.sentence == detail.event.sentence
        let fold = { (text: String) in site.options.folding?.fold(text) ?? text }
        let differing = isBest ? [] : Differences.runs(of: record.sentence, against: detail.event.sentence, fold: fold)
        let inSentence =
            marks([(record.mention, coding)], linked: false).map { $0.moved(by: -shift) }
            + differing.map { Mark(range: $0, cssClass: "differs") }
        return Evidence(
            article: ArticleView(record.article, writer), url: record.article.url.flatMap(safeLink),
            sentence: segments(record.sentence, marks: inSentence), coding: coding, confidence: percent(record.mention.confidence),
            isBest: isBest)
    }

    private static func history(_ detail: EventDetail, _ writer: Writer) -> [HistoryLine] {
        let dated = detail.mentions.map(\.article).filter { $0.localDate != nil }
        guard let first = dated.first else { return [] }
        var lines = [
            HistoryLine(
                date: writer.calendar.date(first.localDate ?? ""), text: writer.text("historyFirst"), article: ArticleView(first, writer))
        ]
        if let last = dated.last, last.id != first.id {
            lines.append(
                HistoryLine(
                    date: writer.calendar.date(last.localDate ?? ""), text: writer.text("historyLast"), article: ArticleView(last, writer)))
        }
        return lines
    }
}
