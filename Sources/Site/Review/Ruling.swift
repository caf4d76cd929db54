/// What a reviewer says of a mention or of a whole event.
public struct Ruling: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        case mention(String)
        case event(String)
    }

    public enum Decision: Sendable, Hashable {
        case accept, reject
        /// The coding as it should be.
        case change(Change)
    }

    /// New values; nil leaves the old one.
    public struct Change: Sendable, Hashable {
        public var type: String?
        public var mode: String?
        /// Codes.
        public var actors: [String]?
        public var recipients: [String]?
        /// `YYYY-MM-DD`.
        public var date: String?

        public init() {}

        public var isEmpty: Bool { self == Change() }
    }

    /// Stands for a reason where none was given: the record asks for one.
    public static let noReason = "–"

    public let subject: Subject
    public let decision: Decision
    /// The reviewer's name, as given.
    public let who: String
    public let why: String?

    public init(_ subject: Subject, _ decision: Decision, who: String, why: String?) {
        self.subject = subject
        self.decision = decision
        self.who = who
        self.why = why
    }
}

/// What keeps rulings: the ledger, seen from the site, which knows only that it can be told.
public protocol ReviewDesk: Sendable {
    /// Keeps a ruling and brings the events up to date with it.
    /// - Throws: ``RulingProblem`` where it makes no sense, and what the record's file complains about.
    func keep(_ ruling: Ruling) throws

    /// Takes a ruling back, as if it had never been made; the history shows both.
    /// - Throws: ``RulingProblem`` where there is none of that number.
    func takeBack(_ number: Int, who: String, why: String?) throws
}

/// Why a ruling cannot be kept, for the reviewer.
public struct RulingProblem: Error, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// What a site needs to let reviewers write.
public struct Reviewing: Sendable {
    let token: String
    let desk: any ReviewDesk

    /// Letters of a token below which it could be guessed.
    public static let shortest = 16

    /// - Parameter token: what a reviewer must know; nil where it is shorter than ``shortest``.
    public init?(token: String, desk: any ReviewDesk) {
        guard token.utf8.count >= Self.shortest else { return nil }
        self.token = token
        self.desk = desk
    }

    /// A token that nobody can guess.
    public static func newToken() -> String { Secret.random() }
}
