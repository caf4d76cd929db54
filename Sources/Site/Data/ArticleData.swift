import Coding
import Ledger
import Press

/// An article as JSON, in the record's form `rapport/1`, with the event that each mention belongs to.
struct ArticleData: Encodable, Sendable {
    let schema: String
    let article: TextData
    let sentences: [[Int]]
    /// The sentences that something is coded in, with where they stand in the text.
    let evidence: [SpanData]
    let events: [MentionData]
    let statements: [StatementData]

    struct TextData: Encodable, Sendable {
        let id: String
        let path: String
        @OrNull var url: String?
        let title: String
        @OrNull var outlet: String?
        @OrNull var published: String?
        let script: String
        /// null on a public site.
        @OrNull var text: String?
        let passages: [Passage]
        /// Where they lie; none on a public site.
        let pictures: [Picture]
    }

    struct StatementData: Encodable, Sendable {
        @OrNull var speaker: PartyData?
        @OrNull var verb: String?
        let text: String
        let start: Int
        let end: Int
        let direct: Bool
        let sentences: [Int]

        init(_ statement: Statement) {
            speaker = statement.speaker.map(PartyData.init)
            verb = statement.verb
            text = statement.span.text
            start = statement.span.start
            end = statement.span.end
            direct = statement.direct
            sentences = statement.sentences
        }
    }

    /// - Parameter isPublic: whether the text itself is left out: it is its outlet's.
    init(_ record: ArticleRecord, isPublic: Bool) {
        let article = record.article
        schema = CodedArticle.schema
        self.article = TextData(
            id: article.id, path: article.path, url: article.url, title: article.title, outlet: article.outlet,
            published: article.published.map { $0.ISO8601Format() }, script: record.coded.script, text: isPublic ? nil : article.text,
            passages: article.passages, pictures: isPublic ? [] : article.pictures)
        sentences = record.coded.sentences.map { [$0.lowerBound, $0.upperBound] }
        evidence = record.evidence.map { SpanData(Span(text: $0.words, start: $0.range.lowerBound, end: $0.range.upperBound)) }
        events = record.coded.events.map { MentionData($0, event: record.events[$0.id]) }
        statements = record.coded.statements.map(StatementData.init)
    }
}
