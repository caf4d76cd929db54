import Coding
import Foundation
import Hummingbird
import Ledger
import Press
import Prose

/// `/articles/ID`: an article to read, in its own script or converted, with the words that were coded marked and their codings beside them.
enum ArticlePage {
    struct Body: View {
        let title: [Segment]
        let titleCodings: [CodingView]
        let hasTitleCodings: Bool
        let lang: String
        let outlet: [NameLink]
        let published: String?
        let iso: String?
        let url: String?
        let coded: String
        let blocks: [Block]
        let flags: [Run]
        /// Whether only the coded sentences are shown.
        let isExcerpt: Bool
        /// Its own script, and those it can be shown in.
        let scripts: [Choice]
        let hasScripts: Bool
        let isConverted: Bool
        let corrections: [CorrectionView]
        let hasCorrections: Bool
        let pictures: PicturesChoice?
        /// Shown above the text.
        let above: [PictureView]
        let hasAbove: Bool
    }

    /// What a reader can do about the article's pictures: nothing of them is loaded unasked.
    struct PicturesChoice: View {
        let name: String
        let address: String
        /// Whom the browser asks for them.
        let note: String
    }

    /// Passages in reading order; runs of boilerplate are folded into one.
    struct Block: View {
        var segments: [Segment] = []
        var codings: [CodingView] = []
        var hasCodings = false
        var isHeading = false
        var isBody = false
        var isCaption = false
        var isByline = false
        /// A row of a table.
        var isRow = false
        /// Not empty where the block is folded away.
        var folded: [Folded] = []
        var isFolded = false
        /// Those of a caption, where the reader asked for them.
        var pictures: [PictureView] = []

        init(_ passage: Passage, _ segments: [Segment], _ codings: [CodingView], _ pictures: [PictureView]) {
            self.segments = segments
            self.codings = codings
            hasCodings = !codings.isEmpty
            isHeading = passage.kind == .heading
            isRow = passage.role == .row
            isBody = passage.kind == .body && !isRow
            // Whose a picture is belongs under it, as its caption does.
            isCaption = passage.kind == .caption || passage.role == .credit
            isByline = passage.kind == .byline
            self.pictures = pictures
        }

        init(folded: [Folded]) {
            self.folded = folded
            isFolded = true
        }
    }

    /// A passage that is folded away, and what it is there for.
    struct Folded: View {
        let role: String?
        let text: String
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let whole = try site.ledger.article(id: visit.name) else { throw HTTPError(.notFound) }
        let record = site.options.isPublic ? whole.excerpt : whole
        let corrections = try site.ledger.reviews(ofArticle: whole.article.id)
        let writer = site.writer(visit)
        let article = record.article
        let own = languageTag(record.coded.script)
        let chosen = visit.query["script"].flatMap { ScriptConversion.Script(rawValue: $0) }.flatMap { $0.tag == own ? nil : $0 }
        let conversion = chosen.flatMap { site.scripts[$0] }
        let pictures = ArticlePictures(article, writer)
        let showsPictures = visit.query["pictures"] == "1"
        let reading = Reading(record, showsPictures ? pictures.beside : [:], conversion: conversion, writer)
        let offered = ScriptConversion.Script.allCases.filter { $0.tag == own || site.scripts[$0] != nil }
        let body = Body(
            title: reading.title, titleCodings: reading.titleCodings, hasTitleCodings: !reading.titleCodings.isEmpty,
            lang: conversion == nil ? own : chosen?.tag ?? own, outlet: article.outlet.map { writer.outletLinks([$0], limit: 1) } ?? [],
            published: article.localDate.map(writer.calendar.date), iso: article.localDate, url: article.url.flatMap(safeLink),
            coded: writer.count("codings", record.coded.events.count), blocks: reading.blocks, flags: article.flags.map(writer.flag),
            isExcerpt: site.options.isPublic,
            scripts: offered.map { script in
                let isOwn = script.tag == own
                return Choice(
                    name: writer.text(isOwn ? "script-\(script.rawValue)-own" : "script-\(script.rawValue)"),
                    address: visit.path + visit.query.with("lang", nil).with("script", isOwn ? nil : script.rawValue).text,
                    isChosen: isOwn == (conversion == nil))
            }, hasScripts: offered.count > 1, isConverted: conversion != nil,
            corrections: corrections.map { CorrectionView($0, writer) }, hasCorrections: !corrections.isEmpty,
            pictures: choice(pictures, isShown: showsPictures, visit, writer), above: showsPictures ? pictures.above : [],
            hasAbove: showsPictures && !pictures.above.isEmpty)
        return .page(
            PageAnswer(
                template: "article", title: article.title,
                description: [article.outlet, body.published].compactMap(\.self).joined(separator: " · "), body: body,
                data: ArticleData(whole, isPublic: site.options.isPublic),
                linked: LinkedData(article: record.reference, script: record.coded.script),
                pictures: showsPictures ? pictures.origins : []))
    }

    private static func choice(_ pictures: ArticlePictures, isShown: Bool, _ visit: Visit, _ writer: Writer) -> PicturesChoice? {
        guard pictures.count > 0 else { return nil }
        let hosts = pictures.origins.compactMap { $0.split(separator: "/").last.map(String.init) }
        return PicturesChoice(
            name: isShown ? writer.text("picturesHide") : writer.count("picturesShow", pictures.count),
            address: visit.path + visit.query.with("lang", nil).with("pictures", isShown ? nil : "1").text,
            note: writer.words.filled("picturesNote", writer.language, ["hosts": writer.list(hosts)]))
    }
}

/// An article's passages as they are shown.
private struct Reading {
    let title: [Segment]
    let titleCodings: [CodingView]
    let blocks: [ArticlePage.Block]

    /// - Parameter pictures: those to show, by the index of their passage.
    init(_ record: ArticleRecord, _ pictures: [Int: [PictureView]], conversion: ScriptConversion?, _ writer: Writer) {
        let article = record.article
        let scalars = Array(article.text.unicodeScalars)
        let mentions = record.coded.events.map { (mention: $0, view: CodingView($0, event: record.events[$0.id], writer)) }
        let shown = { (segments: [Segment]) in conversion?.convert(segments) ?? segments }
        let titlePassage = article.passages.first { $0.kind == .title }
        let inTitle = mentions.filter { item in titlePassage.map { Self.range($0).contains(item.mention.trigger.start) } ?? false }
        title = shown(
            titlePassage.map { segments(scalars, part: Self.range($0), marks: marks(inTitle, linked: true)) }
                ?? segments(article.title, marks: []))
        titleCodings = inTitle.map(\.view)
        var blocks: [ArticlePage.Block] = []
        for (index, passage) in article.passages.enumerated() where passage.kind != .title {
            let part = Self.range(passage)
            if passage.kind == .boilerplate, passage.role != .credit {
                let text = shown(segments(scalars, part: part, marks: [])).map(\.text).joined()
                let line = ArticlePage.Folded(role: passage.role.map { writer.text("role-\($0.rawValue)") }, text: text)
                if let last = blocks.last, last.isFolded {
                    blocks[blocks.count - 1] = ArticlePage.Block(folded: last.folded + [line])
                } else {
                    blocks.append(ArticlePage.Block(folded: [line]))
                }
                continue
            }
            let here = mentions.filter { part.contains($0.mention.trigger.start) }
            let text = shown(segments(scalars, part: part, marks: marks(here, linked: true)))
            blocks.append(ArticlePage.Block(passage, text, here.map(\.view), pictures[index] ?? []))
        }
        self.blocks = blocks.filter { $0.isFolded || !$0.segments.isEmpty }
    }

    private static func range(_ passage: Passage) -> Range<Int> { passage.start..<max(passage.start, passage.end) }
}

/// An address that may stand in a link: an outlet's page, never a script.
func safeLink(_ address: String) -> String? {
    guard let scheme = URLComponents(string: address)?.scheme?.lowercased(), scheme == "https" || scheme == "http" else { return nil }
    return address
}
