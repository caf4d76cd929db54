/// What a word of the lexicon stands for. A class, so that the words of a text point to it: copying its five strings for each took long.
public final class Entry: Sendable {
    public enum Kind: String, Sendable, Hashable {
        /// A state's name; its capital; words that stand for its government; its one-character form.
        case state, capital, metonym, short
        /// An organisation's name; a body that speaks for it.
        case organisation, organ
        /// A ministry, an army, a company, a newspaper.
        case body
        /// 总统, 教授.
        case office
        case person
        /// A word that only looks like a name.
        case nonparty
        case frame
        /// A word that may tell of an act where no trigger stands.
        case hint
        case speech
        case marker
        /// 双方, 他, 该国.
        case pronoun

        /// Whether words of this kind name somebody.
        public var isName: Bool {
            switch self {
            case .state, .capital, .metonym, .short, .organisation, .organ, .body, .office, .person: true
            case .nonparty, .frame, .hint, .speech, .marker, .pronoun: false
            }
        }
    }

    public let kind: Kind
    /// The usual name (not the variant found).
    public let name: String
    /// ISO 3166 alpha-3 or an organisation's code; nil where context decides.
    public let code: String?
    /// The code in a list, which all mentions of the word share.
    public let codes: [String]
    /// PLOVER's sector, the marker's kind or the speech verb's force.
    public let sector: String?
    /// Whether such a one acts for its state: a minister does, a newspaper does not.
    public let acts: Bool
    /// Index into the world's people or frames, 0 for other kinds.
    public let index: Int

    public init(kind: Kind, name: String, code: String? = nil, sector: String? = nil, acts: Bool = true, index: Int = 0) {
        self.kind = kind
        self.name = name
        self.code = code
        codes = code.map { [$0] } ?? []
        self.sector = sector
        self.acts = acts
        self.index = index
    }
}
