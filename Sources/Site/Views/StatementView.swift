import Coding
import Ledger

/// Words that somebody said, as a list shows them.
struct StatementView: View {
    let text: String
    let lang: String
    let speaker: [NameLink]
    let office: Run?
    /// Between a speaker and their office: nothing behind Chinese brackets.
    let space: String
    let isDirect: Bool
    let date: String
    let iso: String?
    let outlet: [NameLink]
    let article: String
    let title: String

    init(_ record: StatementRecord, _ writer: Writer) {
        let statement = record.statement
        text = statement.span.text.trimmingPrefixAndSuffix
        lang = languageTag(record.article.script)
        speaker = statement.speaker.map { writer.links([$0]) } ?? []
        office = statement.speaker?.office.map { Run(office: $0, writer) }
        space = writer.language == .zh && speaker.last?.close.isEmpty == false ? "" : " "
        isDirect = statement.direct
        date = record.article.localDate.map(writer.calendar.date) ?? writer.text("undated")
        iso = record.article.localDate
        outlet = record.article.outlet.map { writer.outletLinks([$0], limit: 1) } ?? []
        article = record.article.id
        title = record.article.title
    }
}

extension String {
    /// Without blanks and a comma left at either end, as quotations broken off by their speaker have them.
    fileprivate var trimmingPrefixAndSuffix: String {
        var text = Substring(self)
        let idle: (Character) -> Bool = { $0.isWhitespace || "，,、".contains($0) }
        while let first = text.first, idle(first) { text.removeFirst() }
        while let last = text.last, idle(last) { text.removeLast() }
        return String(text)
    }
}

/// The same as JSON.
struct StatementLineData: Encodable, Sendable {
    @OrNull var speaker: PartyData?
    @OrNull var verb: String?
    let text: String
    let direct: Bool
    let article: ArticleReferenceData

    init(_ record: StatementRecord) {
        speaker = record.statement.speaker.map(PartyData.init)
        verb = record.statement.verb
        text = record.statement.span.text
        direct = record.statement.direct
        article = ArticleReferenceData(record.article)
    }
}
