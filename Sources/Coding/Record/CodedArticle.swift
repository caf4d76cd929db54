import Press
import World

/// An article with everything Coding found in it: one line of `rapport code --format jsonl` (schema `rapport/1`).
public struct CodedArticle: Sendable {
    public static let schema = "rapport/1"

    public let article: Article
    public let script: String
    /// Spans of the sentences in the article's text, in order.
    public let sentences: [Range<Int>]
    public let events: [EventMention]
    public let statements: [Statement]

    public init(article: Article, script: String, sentences: [Range<Int>], events: [EventMention], statements: [Statement]) {
        self.article = article
        self.script = script
        self.sentences = sentences
        self.events = events
        self.statements = statements
    }
}

/// Words of an article's text and where they stand: `[start, end)` in code points.
public struct Span: Sendable, Hashable {
    public let text: String
    public let start: Int
    public let end: Int

    public init(text: String, start: Int, end: Int) {
        self.text = text
        self.start = start
        self.end = end
    }
}

/// One sentence's report of an event.
public struct EventMention: Sendable, Hashable {
    /// Stable within the article's coding: article id, a dash, a running number.
    public let id: String
    /// Index into the article's sentences.
    public let sentence: Int
    public let trigger: Span
    public let type: EventType
    public let mode: String?
    public let contexts: [String]
    public let quad: QuadClass
    public let score: Double
    public let cameo: String
    public let actors: [Party]
    public let recipients: [Party]
    /// `future`, `hypothetical`, `negation`, `historical`, or nil.
    public let aux: String?
    public let date: DateSpan?
    public let place: String?
    public let source: String?
    /// 0…1.
    public let confidence: Double

    public init(
        id: String, sentence: Int, trigger: Span, type: EventType, mode: String?, contexts: [String], quad: QuadClass, score: Double,
        cameo: String, actors: [Party], recipients: [Party], aux: String?, date: DateSpan?, place: String?, source: String?,
        confidence: Double
    ) {
        self.id = id
        self.sentence = sentence
        self.trigger = trigger
        self.type = type
        self.mode = mode
        self.contexts = contexts
        self.quad = quad
        self.score = score
        self.cameo = cameo
        self.actors = actors
        self.recipients = recipients
        self.aux = aux
        self.date = date
        self.place = place
        self.source = source
        self.confidence = confidence
    }
}

/// A side of an event or the speaker of a statement: whose code, and the words that say so.
public struct Party: Sendable, Hashable {
    /// ISO 3166 alpha-3, `EUR`, `UNO`, `IGO:NAME`; nil where nobody is meant that has a code.
    public let code: String?
    /// The fullest name known for who is meant.
    public let name: String
    /// `state`, `organisation`, `person`.
    public let kind: String
    /// PLOVER sector (GOV, MIL, LEG …), nil where unknown.
    public let sector: String?
    public let office: String?
    /// The words in the sentence; nil where the party is carried over from an earlier one.
    public let span: Span?
    /// How words that name nobody (双方, 外长) were settled; nil where they say it themselves.
    public let reference: Reference?

    public init(
        code: String?, name: String, kind: String, sector: String?, office: String?, span: Span?, reference: Reference? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.sector = sector
        self.office = office
        self.span = span
        self.reference = reference
    }
}

/// When an event happened: first and last day, and the words that say so.
public struct DateSpan: Sendable, Hashable {
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as the words are.
    public let start: String
    public let end: String
    /// `day`, `week`, `month`, `quarter`, `year`.
    public let precision: String
    public let text: String?

    public init(start: String, end: String, precision: String, text: String?) {
        self.start = start
        self.end = end
        self.precision = precision
        self.text = text
    }
}

/// Who said what.
public struct Statement: Sendable, Hashable {
    public let speaker: Party?
    public let verb: String?
    /// The words said, and where they stand.
    public let span: Span
    public let direct: Bool
    /// Indices of the sentences that it spans.
    public let sentences: [Int]
    /// To whom it was said, where that is stated.
    public let addressee: Party?
    /// On what, where that is stated (就台湾问题).
    public let topic: Span?
    /// The outlet or agency through which the article has it (据路透社报道, 新华社援引); nil where it quotes first-hand.
    public let via: Span?

    public init(
        speaker: Party?, verb: String?, span: Span, direct: Bool, sentences: [Int], addressee: Party? = nil, topic: Span? = nil,
        via: Span? = nil
    ) {
        self.speaker = speaker
        self.verb = verb
        self.span = span
        self.direct = direct
        self.sentences = sentences
        self.addressee = addressee
        self.topic = topic
        self.via = via
    }
}
