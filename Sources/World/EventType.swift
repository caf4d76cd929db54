/// PLOVER's sixteen event types (Open Event Data Alliance, PLOVER manual, 2018 onward).
///
/// Scores, quad classes, modes and the CAMEO crosswalk stand in the knowledge file `plover.txt`; see ``Plover``.
public enum EventType: String, Sendable, Hashable, Codable, CaseIterable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case concede = "CONCEDE"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case retreat = "RETREAT"
    case request = "REQUEST"
    case accuse = "ACCUSE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case protest = "PROTEST"
    case sanction = "SANCTION"
    case mobilize = "MOBILIZE"
    case coerce = "COERCE"
    case assault = "ASSAULT"

    /// Whether who acts and who is acted upon are told apart: not for acts that both sides do together.
    public var isDirected: Bool {
        switch self {
        case .consult, .agree, .cooperate, .support: false
        default: true
        }
    }

    /// Whether the parties act together: always where kinds have no sides, else where nobody is acted upon (two armies clash).
    public func isJoint(recipients: some Collection<String>) -> Bool { !isDirected || recipients.isEmpty }

    /// Whether it is done by saying so: a speaker's charge, promise, demand. Talks are held, not said.
    public var isSaid: Bool {
        switch self {
        case .agree, .support, .concede, .request, .accuse, .reject, .threaten: true
        default: false
        }
    }

    /// Whether it is neither said nor talks.
    public var isDeed: Bool { !isSaid && self != .consult }
}

/// PLOVER's four quad classes, as the record writes them.
public enum QuadClass: String, Sendable, Hashable, Codable, CaseIterable {
    case verbalCooperation = "verbal cooperation"
    case materialCooperation = "material cooperation"
    case verbalConflict = "verbal conflict"
    case materialConflict = "material conflict"
}
