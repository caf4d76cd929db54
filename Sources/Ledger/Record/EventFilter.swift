import World

/// Which events are asked for; an empty filter asks for all that happened or are planned, newest first.
public struct EventFilter: Sendable, Hashable {
    public enum Order: String, Sendable, Hashable, CaseIterable {
        case newest, oldest
        /// By independent voices, then newest.
        case mostReported
    }

    public var pair: Pair?
    /// A party on either side.
    public var code: String?
    /// Empty: any.
    public var types: Set<EventType> = []
    /// Empty: any.
    public var quads: Set<QuadClass> = []
    /// Empty: any.
    public var statuses: Set<EventStatus> = [.happened, .planned]
    /// First day, `YYYY-MM-DD`, of the events' start.
    public var from: String?
    /// Last day of the events' start, itself included.
    public var to: String?
    /// A person who acts or is acted upon in some report of the event.
    public var person: PersonKey?
    /// PLOVER's sectors through which both sides act in one report of the event, `none` standing for a party that is named as a whole; nil: any. For a pair,
    /// its two parties; else everybody whom the sentence that tells it best names.
    public var sectors: Set<String>?
    /// An outlet's name: events that it reported.
    public var outlet: String?
    /// Words that stand in an article that reports the event, in either script; see ``Ledger/search(_:limit:offset:)``.
    public var text: String?
    public var order: Order = .newest
    public var limit: Int = 100
    public var offset: Int = 0

    public init() {}

    /// The events of one pair.
    public init(pair: Pair) { self.pair = pair }

    /// The events of one party.
    public init(code: String) { self.code = code }
}

/// Which statements are asked for, newest first.
public struct StatementFilter: Sendable, Hashable {
    /// The speaker's code.
    public var code: String?
    /// The speaker's name, as in the record.
    public var speaker: String?
    public var article: String?
    public var outlet: String?
    /// Of publication, `YYYY-MM-DD`.
    public var from: String?
    public var to: String?
    /// Words of which one at least stands in the statement, as they are written; empty: any statement.
    public var mentioning: [String] = []
    /// The sectors of those who speak; a party that is named as a whole speaks for nobody in particular and is left out. nil: anybody.
    public var sectors: Set<String>?
    /// Shortest length in characters: leaves out terms and titles in quotation marks.
    public var atLeast = 0
    /// Words that stand in the statement, in either script.
    public var text: String?
    public var limit: Int = 100
    public var offset: Int = 0

    public init() {}
}

/// Which articles are asked for, newest first.
public struct ArticleFilter: Sendable, Hashable {
    public var outlet: String?
    /// Articles that report an event of the pair, or of a party.
    public var pair: Pair?
    public var code: String?
    /// Of publication, `YYYY-MM-DD`.
    public var from: String?
    public var to: String?
    public var limit: Int = 100
    public var offset: Int = 0

    public init() {}
}

/// Which articles are searched for.
public struct SearchFilter: Sendable, Hashable {
    public enum Order: String, Sendable, Hashable, CaseIterable {
        case newest
        /// By bm25; a question that more than some thousand articles answer comes newest first all the same.
        case relevance
    }

    /// Words and "phrases" in either script, with `AND`, `OR`, `NOT` and parentheses; what is out of place (``Ledger/fault(in:)``) is passed over.
    public var text: String
    public var outlet: String?
    /// Of publication, `YYYY-MM-DD`.
    public var from: String?
    public var to: String?
    /// A code: articles that report an event of this party.
    public var party: String?
    public var order: Order = .newest
    public var limit: Int
    public var offset: Int
    /// A question that more articles answer is put to the newest first, one by one; nothing but its time shows it.
    package var everywhere = 15_000
    /// So many are asked.
    package var asked = 200

    public init(text: String, limit: Int = 20, offset: Int = 0) {
        self.text = text
        self.limit = limit
        self.offset = offset
    }
}
