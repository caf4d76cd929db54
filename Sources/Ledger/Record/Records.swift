import Coding
import Foundation
import Press
import Prose
import World

/// A pair as a list of relations shows it. Events that happened, on known days, are counted; not mentions.
public struct RelationRecord: Sendable, Hashable, Identifiable {
    public let pair: Pair
    public let events: Int
    /// Of them by quad class.
    public let quads: [QuadClass: Int]
    /// Articles that mention an event of the pair.
    public let articles: Int
    public let firstDay: String
    public let lastDay: String
    public let last: EventRecord?
    /// Mean PLOVER score over the events, −10…10.
    public let score: Double
    /// −10…10, on the day the record ends: see ``TemperatureScale``.
    public let temperature: Double

    public var id: String { pair.id }
    public var cooperation: Int { (quads[.verbalCooperation] ?? 0) + (quads[.materialCooperation] ?? 0) }
    public var conflict: Int { (quads[.verbalConflict] ?? 0) + (quads[.materialConflict] ?? 0) }
    /// Share of events that are cooperation, 0…1.
    public var cooperationShare: Double { events == 0 ? 0 : Double(cooperation) / Double(events) }
}

/// An event as series need it: one that happened, on a known day.
public struct EventPoint: Sendable, Hashable, Identifiable {
    /// What its id spells: series go over tens of thousands of events, and copying so many strings took a sixth of their time.
    public let number: UInt64
    /// The first day.
    public let day: Day
    public let type: EventType
    public let quad: QuadClass
    public let score: Double
    public let voices: Int

    /// Sixteen hexadecimal digits.
    public var id: String { hexadecimal(Int64(bitPattern: number)) }

    public init(number: UInt64, day: Day, type: EventType, quad: QuadClass, score: Double, voices: Int) {
        self.number = number
        self.day = day
        self.type = type
        self.quad = quad
        self.score = score
        self.voices = voices
    }
}

/// One day's articles: all, and those that report an event of a pair.
public struct CoverageDay: Sendable, Hashable {
    public let day: Day
    public let published: Int
    public let mentioning: Int

    public init(day: Day, published: Int, mentioning: Int) {
        self.day = day
        self.published = published
        self.mentioning = mentioning
    }
}

/// One sentence's report of an event, where it stands.
public struct MentionRecord: Sendable, Hashable, Identifiable {
    public let mention: EventMention
    public let article: ArticleReference
    /// The sentence's words, and where it stands in the article's text.
    public let sentence: String
    public let sentenceRange: Range<Int>
    /// The event it belongs to; nil before it is reconciled or where it names no two parties.
    public let event: String?

    public var id: String { mention.id }
}

/// An event with all that it rests on.
public struct EventDetail: Sendable {
    public let event: EventRecord
    /// In order of publication, then of the text.
    public let mentions: [MentionRecord]
    /// The articles, grouped by voice: those that copy one another stand together, the first report first.
    public let voices: [[ArticleReference]]
}

/// An article as the record keeps it.
public struct ArticleRecord: Sendable {
    public let coded: CodedArticle
    /// From a mention's id to its event's.
    public let events: [String: String]

    public init(coded: CodedArticle, events: [String: String]) {
        self.coded = coded
        self.events = events
    }

    public var article: Article { coded.article }
    /// What names it.
    public var reference: ArticleReference {
        ArticleReference(
            id: article.id, title: article.title, url: article.url, outlet: article.outlet, published: article.published,
            localDate: article.localDate, script: coded.script)
    }
}

/// Who said what, and where it was reported.
public struct StatementRecord: Sendable, Hashable {
    public let statement: Statement
    public let article: ArticleReference
}

/// An outlet and what the record has from it.
public struct OutletRecord: Sendable, Hashable, Identifiable {
    public let name: String
    public let site: String?
    public let articles: Int
    public let mentions: Int
    public let events: Int
    /// Of publication, `YYYY-MM-DD`.
    public let firstDay: String?
    public let lastDay: String?

    public var id: String { name }
}

/// What a ledger holds.
public struct LedgerSummary: Sendable, Hashable {
    public let articles: Int
    public let sentences: Int
    public let mentions: Int
    public let statements: Int
    public let events: Int
    public let relations: Int
    public let outlets: Int
    /// First and last day of publication, `YYYY-MM-DD`.
    public let firstDay: String?
    public let lastDay: String?
}

/// An article that has the words asked for.
public struct SearchHit: Sendable, Hashable {
    public let article: ArticleReference
    /// Some words around the first place, on one line.
    public let snippet: String
    /// Where the words asked for stand in the snippet (code points).
    public let highlights: [Range<Int>]
}

/// How many articles have the words asked for, and the first of them.
public struct SearchResult: Sendable, Hashable {
    public let total: Int
    public let hits: [SearchHit]
}

/// What one ``Ledger/ingest(_:)`` did.
public struct IngestOutcome: Sendable, Hashable {
    public var added = 0
    public var replaced = 0
    public var unchanged = 0
    /// Articles that another file has too (the same link): the one published later is kept.
    public var duplicates = 0
    /// Articles that were refused: what is wrong with each, and the mend.
    public var problems: [String] = []

    public init() {}
}

/// What one ``Ledger/reconcile()`` did.
public struct ReconcileOutcome: Sendable, Hashable {
    /// Stories, groups of mentions that are kin, that had changed.
    public var groups = 0
    public var mentions = 0
    public var events = 0

    public init() {}
}
