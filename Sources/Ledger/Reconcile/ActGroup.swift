import Coding
import World

/// The kind of act and its parties: what reports of one event mostly share.
struct ActGroup: Hashable, Sendable {
    let family: Family
    /// For undirected types all parties, else those who act; in alphabetical order.
    let actors: [String]
    let recipients: [String]

    /// nil where a mention names fewer than two parties that have codes.
    init?(_ mention: EventMention) {
        let actors = Set(mention.actors.compactMap(\.code))
        self.init(mention.type, actors: actors, recipients: Set(mention.recipients.compactMap(\.code)).subtracting(actors))
    }

    init?(_ type: EventType, actors: Set<String>, recipients: Set<String>) {
        guard actors.union(recipients).count > 1 else { return nil }
        family = Family(type)
        if type.isDirected {
            self.actors = actors.sorted()
            self.recipients = recipients.sorted()
        } else {
            self.actors = actors.union(recipients).sorted()
            self.recipients = []
        }
    }

    /// `ACCUSE|USA>CHN`, `CONSULT|CHN,USA>`.
    var key: String { "\(family.type.rawValue)|\(actors.joined(separator: ","))>\(recipients.joined(separator: ","))" }
}

/// Types that are told as either: an agreement signed and the working together that it starts.
struct Family: Hashable, Sendable {
    /// The type that stands for all of the family.
    let type: EventType

    init(_ type: EventType) { self.type = type == .cooperate ? .agree : type }

    /// Words fly daily between two capitals, so that reports of one saying are known by its words; deeds and meetings are rare enough for the day to tell.
    enum Manner { case said, done, met }

    var manner: Manner {
        switch type {
        case .consult: .met
        case .request, .accuse, .reject, .threaten, .support, .agree, .cooperate, .concede: .said
        default: .done
        }
    }

    /// Whether the same words may have been read as either: a visit that is planned, a treaty signed, a warning, a licence taken away.
    func isNear(_ other: Family) -> Bool {
        self == other || Self.near.contains { $0.contains(type) && $0.contains(other.type) }
    }

    /// One bit for each family.
    var bit: UInt32 { 1 << UInt32(EventType.allCases.firstIndex(of: type) ?? 31) }

    /// The bits of all families that are near.
    var nearBits: UInt32 {
        Self.near.filter { $0.contains(type) }.joined().reduce(bit) { $0 | Family($1).bit }
    }

    private static let near: [Set<EventType>] = [
        [.agree, .support], [.agree, .consult], [.threaten, .accuse], [.threaten, .request], [.sanction, .reject], [.sanction, .coerce],
        [.sanction, .threaten], [.assault, .mobilize], [.assault, .coerce], [.retreat, .concede], [.aid, .agree], [.aid, .support],
    ]
}
