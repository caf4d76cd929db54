import Coding
import Ledger
import Press

/// An article as JSON, in the record's form `rapport/1`, with the event that each mention belongs to.
struct ArticleData: Encodable, Sendable {
    let schema: String
    let article: TextData
    let sentences: [[Int]]
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
        let text: String
        let passages: [Passage]
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

    init(_ record: ArticleRecord) {
        let article = record.article
        schema = CodedArticle.schema
        self.article = TextData(
            id: article.id, path: article.path, url: article.url, title: article.title, outlet: article.outlet,
            published: article.published.map { $0.ISO8601Format() }, script: record.coded.script, text: article.text,
            passages: article.passages)
        sentences = record.coded.sentences.map { [$0.lowerBound, $0.upperBound] }
        events = record.coded.events.map { MentionData($0, event: record.events[$0.id]) }
        statements = record.coded.statements.map(StatementData.init)
    }
}
