import Coding
import Foundation
import Hummingbird
import Prose

/// `/explain`: a text given by the reader and, step by step, how it is coded.
enum ExplainPage {
    /// The longest text that is read, in characters.
    static let longest = 2000
    /// The longest address: three escaped bytes, nine characters, for each Chinese character, and room for the rest.
    static let longestAddress = 20_480

    struct Body: View {
        let text: String
        let longest: Int
        let published: String
        /// What could not be taken as it was given.
        let notes: [String]
        let sentences: [ExplainedSentence]
        let statements: [Said]
        let hasStatements: Bool
    }

    /// Words that somebody said.
    struct Said: View {
        let speaker: [NameLink]
        let verb: String?
        let text: String
        let kind: String
    }

    struct Data: Encodable, Sendable {
        let text: String
        @OrNull var published: String?
        let sentences: [ExplainedSentenceData]
        let statements: [ArticleData.StatementData]
    }

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        guard let coder = site.options.coder else { throw HTTPError(.notFound) }
        let writer = site.writer(visit)
        // Browsers send a form's line breaks as CR LF.
        let given = (visit.query["text"] ?? "").replacing("\r\n", with: "\n")
        let text = String(given.prefix(longest))
        let day = visit.query["published"].flatMap { Day(iso: $0) }
        var notes: [String] = []
        if given.count > longest { notes.append(writer.words.filled("explainCut", writer.language, ["n": grouped(longest)])) }
        if let asked = visit.query["published"], day == nil {
            notes.append(writer.words.filled("explainNoDay", writer.language, ["day": asked]))
        }
        let explanation = coder.explain(text, published: day)
        let sentences = text.isEmpty ? [] : explanation.sentences
        let body = Body(
            text: text, longest: longest, published: day?.iso ?? "", notes: notes,
            sentences: ExplainedSentence.all(sentences, in: text, writer),
            statements: explanation.statements.map { said in
                Said(
                    speaker: said.speaker.map { writer.links([$0]) } ?? [], verb: said.verb, text: said.span.text,
                    kind: writer.text(said.direct ? "direct" : "indirect"))
            },
            hasStatements: !explanation.statements.isEmpty)
        return .page(
            PageAnswer(
                template: "explain", title: writer.text("explain"), description: writer.text("explainLead"), section: "explain", body: body,
                data: Data(
                    text: text, published: day?.iso, sentences: sentences.map(ExplainedSentenceData.init),
                    statements: explanation.statements.map(ArticleData.StatementData.init))))
    }
}
