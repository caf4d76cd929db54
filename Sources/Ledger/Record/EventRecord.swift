import Foundation
import World

/// Whether an event took place, as its mentions have it.
public enum EventStatus: String, Sendable, Hashable, CaseIterable {
    /// At least one mention reports it as done.
    case happened
    /// Only announced or expected.
    case planned
    /// Only as a condition or a possibility.
    case hypothetical
    /// Only said not to have happened.
    case denied
}

/// What happened, once, however many sentences report it.
public struct EventRecord: Sendable, Hashable, Identifiable {
    /// Sixteen hexadecimal digits over type, parties and date; the same in every build of the same articles.
    public let id: String
    public let type: EventType
    public let mode: String?
    public let quad: QuadClass
    /// PLOVER's conflict–cooperation score, −10…10.
    public let score: Double
    public let cameo: String
    /// Codes in alphabetical order. For undirected types every party is an actor, except the host of a visit.
    public let actors: [String]
    public let recipients: [String]
    public let status: EventStatus
    /// First and last day, `YYYY-MM-DD`; nil where no mention tells and none can be assumed.
    public let start: String?
    public let end: String?
    /// `day`, `week`, `month`, `quarter`, `year`; `published` where the day is that of the first report.
    public let precision: String
    public let place: String?
    /// The sentence that tells it best, and where the trigger stands in it (code points).
    public let sentence: String
    public let trigger: Range<Int>
    /// The article of the best sentence.
    public let best: ArticleReference
    /// The article that reported it first.
    public let first: ArticleReference
    public let mentions: Int
    public let articles: Int
    /// Names in alphabetical order; an article without an outlet adds none.
    public let outlets: [String]
    /// Reports that do not copy one another: reprints, one outlet's several reports and copies of one agency count once.
    public let voices: Int
    /// 0…1: the best mention's.
    public let confidence: Double

    /// Every code once, in alphabetical order.
    public var parties: [String] { Set(actors + recipients).sorted() }
}

/// What names an article wherever something from it is shown.
public struct ArticleReference: Sendable, Hashable, Identifiable {
    public let id: String
    public let title: String
    public let url: String?
    public let outlet: String?
    public let published: Date?
    /// The outlet's calendar day, `YYYY-MM-DD`.
    public let localDate: String?
    /// `Hans` or `Hant`.
    public let script: String
}
