import Coding
import Foundation
import World

/// What a person says against, or for, the record: with who, when and why.
public struct Review: Sendable, Hashable, Identifiable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The mention is right as it is.
        case accept
        /// The mention reports no event: it is taken out of the events.
        case reject
        /// The mention was read wrongly, and is as ``after`` has it.
        case change
        /// The anchors are of one event.
        case merge
        /// The first anchor, and those of its event that are named, are of another event than the others.
        case split
        /// An earlier review no longer holds.
        case withdraw
    }

    public let id: Int
    public let at: Date
    public let who: String
    public let why: String
    public let kind: Kind
    public let anchors: [Anchor]
    /// For ``Kind/change``: what the mention was and what it is.
    public let before: Reading?
    public let after: Reading?
    /// The review that this one withdraws.
    public let withdraws: Int?
    /// Whether a later one withdraws it.
    public let isWithdrawn: Bool

    /// Where a mention stands, so that it is found again when the article has been coded anew: not by its number, but by article, sentence and trigger.
    public struct Anchor: Sendable, Hashable, Codable {
        public let article: String
        /// Over the sentence's words, sixteen hexadecimal digits.
        public let sentence: String
        /// The trigger, counted from the sentence's start in code points.
        public let start: Int
        public let end: Int
        /// The trigger's words.
        public let trigger: String
        /// How many mentions of this trigger come before; nil for none.
        public let before: Int?
        /// For ``Kind/split``: true for those that go.
        public let goes: Bool
    }

    /// What was read of a mention, as far as a review may change it.
    public struct Reading: Sendable, Hashable, Codable {
        public var type: String
        public var mode: String?
        public var quad: String
        public var score: Double
        public var cameo: String
        public var aux: String?
        /// Codes.
        public var actors: [String]
        public var recipients: [String]
        /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
        public var dateStart: String?
        public var dateEnd: String?
        public var datePrecision: String?

        public init(_ mention: EventMention) {
            type = mention.type.rawValue
            mode = mention.mode
            quad = mention.quad.rawValue
            score = mention.score
            cameo = mention.cameo
            aux = mention.aux
            actors = mention.actors.compactMap(\.code)
            recipients = mention.recipients.compactMap(\.code)
            dateStart = mention.date?.start
            dateEnd = mention.date?.end
            datePrecision = mention.date?.precision
        }
    }
}

/// A review as it is handed in.
public struct NewReview: Sendable {
    public let who: String
    public let why: String
    public let at: Date

    public init(who: String, why: String, at: Date = Date()) {
        self.who = who
        self.why = why
        self.at = at
    }
}

/// What is wrong with a review that was handed in.
public enum ReviewProblem: Error, Sendable, Equatable, CustomStringConvertible {
    case noMention(String)
    case noEvent(String)
    case noReview(Int)
    case fewerThanTwo
    case notOfEvent(String, event: String)
    case allOfEvent
    case noReason
    case nothingChanged

    public var description: String {
        switch self {
        case .noMention(let id): "\(id): no such mention; “rapport review --event ID” lists an event's mentions with their ids"
        case .noEvent(let id): "\(id): no such event; “rapport events --format jsonl” gives ids"
        case .noReview(let id): "\(id): no such review, or one that is withdrawn; “rapport review” lists them"
        case .fewerThanTwo: "name two events at least to merge"
        case .notOfEvent(let mention, let event): "\(mention): not a mention of the event \(event)"
        case .allOfEvent: "all mentions of the event are named; leave one at least to be split from"
        case .nothingChanged: "nothing is changed; say what should be otherwise"
        case .noReason: "say who you are and why (--who, --why): a correction without a reason cannot be judged later"
        }
    }
}
