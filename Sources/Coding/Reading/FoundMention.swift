import Press
import World

/// Words of an article that stand for a party, or for somebody who is none.
public struct FoundMention: Sendable, Hashable {
    /// Index into the article's sentences.
    public let sentence: Int
    public let span: Span
    /// `state`, `seat`, `body`, `office`, `person`, `organisation` or `pronoun`.
    public let kind: String
    /// Whom they stand for; none where nobody with a code is meant.
    public let codes: [String]
    public let name: String
    public let sector: String?
    public let office: String?
    /// Whether such a one acts for its state.
    public let acts: Bool
    /// Whether the code was taken from the context.
    public let inferred: Bool
    /// How far back and how sure, where it was.
    public let reference: Reference?
}

/// A time that an article names.
public struct FoundTime: Sendable, Hashable {
    public let sentence: Int
    public let span: Span
    /// As the record writes dates.
    public let start: String
    public let end: String
    public let precision: String
}

/// What reading alone finds in an article, before events are looked for.
public struct ReadArticle: Sendable {
    public let sentences: [Range<Int>]
    public let mentions: [FoundMention]
    public let times: [FoundTime]
}

extension Coder {
    /// Reads an article's sentences: who is named, who is meant, and when.
    public func read(_ article: Article) -> ReadArticle {
        let document = Document(article, folding: world.folding)
        let sentences = ArticleReader(world: world, referent: reading.referent, learned: learned).read(document)
        let span = { (start: Int, end: Int) in Span(text: document.string(start..<end), start: start, end: end) }
        return ReadArticle(
            sentences: sentences.map(\.range),
            mentions: sentences.enumerated().flatMap { index, sentence in
                sentence.mentions.map {
                    FoundMention(
                        sentence: index, span: span($0.start, $0.end), kind: $0.kind.rawValue, codes: $0.codes, name: $0.name,
                        sector: $0.sector, office: $0.office, acts: $0.acts, inferred: $0.inferred, reference: $0.reference)
                }
            },
            times: sentences.enumerated().flatMap { index, sentence in
                sentence.times.map {
                    let bounds = $0.isoBounds
                    return FoundTime(
                        sentence: index, span: span($0.start, $0.end), start: bounds.start, end: bounds.end,
                        precision: $0.precision.rawValue)
                }
            })
    }
}
