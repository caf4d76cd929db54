import Prose
import World

/// Words that may name whoever speaks: a party, a person whom no table knows, a paper, a pronoun.
final class Voice: Sendable {
    enum Kind: String, Sendable {
        /// Whom reading found; a name that only the article gives; 《…》; words before a verb of saying.
        case mention, name, publication, words
    }

    let mention: Mention
    let kind: Kind
    let sentence: Int
    /// Where the fullest name stands that the article gives.
    let name: Range<Int>
    /// Whether it stands for somebody named elsewhere: 他, 该发言人, 声明.
    let refers: Bool
    /// Whether it is a text, whose words are somebody's: 声明, 该报告.
    var isDocument: Bool { document != nil }
    /// What kind of text: 声明 for 这份声明中.
    let document: CodePoints?
    /// What tells one from another: a person's usual name, anybody else's words.
    let key: String
    /// The key's hash: comparing strings that are not ASCII takes long.
    let id: UInt64

    init(mention: Mention, kind: Kind, sentence: Int, name: Range<Int>, refers: Bool, document: CodePoints? = nil, key: String) {
        self.mention = mention
        self.kind = kind
        self.sentence = sentence
        self.name = name
        self.refers = refers
        self.document = document
        self.key = key
        id = FNV1a.of(key.utf8)
    }

    /// 该 这 此: what follows was named before.
    static let pointers = PointSet("该这此")

    var start: Int { mention.start }
    var end: Int { mention.end }

    /// A name that stands for itself and may be what a later 他 or 声明 refers to.
    var isReferent: Bool { mention.kind != .pronoun && !refers }

    /// Somebody of whom a voice is only a part: 德商银行 in 德商银行亚洲经济学家周浩.
    func within(_ phrase: Range<Int>, named words: String) -> Voice {
        var mention = mention
        (mention.start, mention.end, mention.name) = (phrase.lowerBound, phrase.upperBound, words)
        (mention.acts, mention.isPerson, mention.kind, mention.office) = (false, true, .person, nil)
        mention.nameStart = phrase.lowerBound
        return Voice(mention: mention, kind: .words, sentence: sentence, name: phrase, refers: false, key: words)
    }

    /// The same voice, meaning somebody named before.
    func meaning(_ referent: Voice) -> Voice {
        var mention = mention
        mention.codes = referent.mention.codes
        mention.acts = referent.mention.acts
        mention.name = referent.mention.name
        // What 他 was read as before counts no more; 该发言人 says its own office.
        if mention.kind == .pronoun || mention.office == nil {
            (mention.office, mention.sector) = (referent.mention.office, referent.mention.sector)
        }
        mention.isPerson = referent.mention.isPerson
        if !referent.mention.isPerson { mention.kind = referent.mention.kind }
        mention.inferred = true
        return Voice(
            mention: mention, kind: kind, sentence: sentence, name: referent.name, refers: true, document: document, key: referent.key)
    }
}

/// A verb by which somebody speaks, or an act that is done by words (敦促, 批评).
struct SpeechVerb: Sendable {
    /// How the lexicon says that it speaks: 说; 写道; 据报道; 援引.
    enum Force: String, Sendable {
        case plain, written, hearsay, quote
    }

    let start: Int
    let end: Int
    /// Nil for an act.
    let force: Force?
    /// Whether a clause behind it may be what was said: 表示, but not 批评.
    let takesClause: Bool

    var isPlain: Bool { force != nil }
}
