import Coding
import Foundation
import Hummingbird
import Ledger
import Press
import Prose

/// `/articles/ID`: an article to read, with the words that were coded marked and their codings beside them.
enum ArticlePage {
    struct Body: Sendable {
        let title: [Segment]
        let titleCodings: [CodingView]
        let hasTitleCodings: Bool
        let lang: String
        let outlet: String
        let published: String?
        let iso: String?
        let url: String?
        let coded: String
        let blocks: [Block]
        let flags: [String]
        /// Whether only the coded sentences are shown.
        let isExcerpt: Bool
    }

    /// Passages in reading order; runs of boilerplate are folded into one.
    struct Block: Sendable {
        let segments: [Segment]
        let codings: [CodingView]
        let hasCodings: Bool
        let isHeading: Bool
        let isBody: Bool
        let isCaption: Bool
        let isByline: Bool
        /// Not empty where the block is folded away.
        let folded: [String]
        let isFolded: Bool
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let whole = try site.ledger.article(id: visit.name) else { throw HTTPError(.notFound) }
        let record = site.options.isPublic ? whole.excerpt : whole
        let writer = site.writer(visit)
        let article = record.article
        let scalars = Array(article.text.unicodeScalars)
        let mentions = record.coded.events.map { ($0, CodingView($0, event: record.events[$0.id], writer)) }
        let title = article.passages.first { $0.kind == .title }
        let titleMentions = mentions.filter { mention, _ in
            title.map { $0.start <= mention.trigger.start && mention.trigger.start < $0.end } ?? false
        }
        let body = Body(
            title: title.map { segments(scalars, part: range($0), marks: marks(titleMentions, linked: true)) }
                ?? segments(article.title, marks: []),
            titleCodings: titleMentions.map(\.1), hasTitleCodings: !titleMentions.isEmpty, lang: languageTag(record.coded.script),
            outlet: article.outlet ?? writer.text("outletUnknown"),
            published: article.localDate.map(writer.calendar.date), iso: article.localDate, url: article.url.flatMap(safeLink),
            coded: writer.count("codings", mentions.count), blocks: blocks(article, scalars, mentions), flags: article.flags,
            isExcerpt: site.options.isPublic)
        return .page(
            PageAnswer(
                template: "article", title: article.title, description: "\(body.outlet) · \(body.published ?? "")", body: body,
                data: ArticleData(whole, isPublic: site.options.isPublic),
                linked: LinkedData(article: record.reference, script: record.coded.script)))
    }

    private static func blocks(_ article: Article, _ scalars: [UnicodeScalar], _ mentions: [(EventMention, CodingView)]) -> [Block] {
        var blocks: [Block] = []
        var folded: [String] = []
        func fold() {
            guard !folded.isEmpty else { return }
            blocks.append(
                Block(
                    segments: [], codings: [], hasCodings: false, isHeading: false, isBody: false, isCaption: false, isByline: false,
                    folded: folded, isFolded: true))
            folded = []
        }
        for passage in article.passages where passage.kind != .title {
            let part = range(passage)
            if passage.kind == .boilerplate {
                folded.append(string(scalars[part.clamped(to: 0..<scalars.count)]))
                continue
            }
            fold()
            let here = mentions.filter { part.contains($0.0.trigger.start) }
            blocks.append(
                Block(
                    segments: segments(scalars, part: part, marks: marks(here, linked: true)), codings: here.map(\.1),
                    hasCodings: !here.isEmpty,
                    isHeading: passage.kind == .heading, isBody: passage.kind == .body, isCaption: passage.kind == .caption,
                    isByline: passage.kind == .byline, folded: [], isFolded: false))
        }
        fold()
        return blocks
    }

    private static func range(_ passage: Passage) -> Range<Int> { passage.start..<max(passage.start, passage.end) }
}

/// An address that may stand in a link: an outlet's page, never a script.
func safeLink(_ address: String) -> String? {
    guard let scheme = URLComponents(string: address)?.scheme?.lowercased(), scheme == "https" || scheme == "http" else { return nil }
    return address
}
