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
        self.init(
            mention.type, aux: mention.aux, actors: actors, recipients: Set(mention.recipients.compactMap(\.code)).subtracting(actors))
    }

    init?(_ type: EventType, aux: String?, actors: Set<String>, recipients: Set<String>) {
        guard actors.union(recipients).count > 1 else { return nil }
        family = Family(type, isPlanned: aux == "future")
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

/// Types that are told as either: an agreement and the working together that it starts; a meeting that is planned, which is coded as agreed, and the meeting.
struct Family: Hashable, Sendable {
    /// The type that stands for all of the family.
    let type: EventType

    init(_ type: EventType, isPlanned: Bool = false) {
        switch type {
        case .agree where isPlanned: self.type = .consult
        case .cooperate: self.type = .agree
        default: self.type = type
        }
    }

    /// Words fly daily between two capitals, so that reports of one saying are known by its words; deeds and meetings are rare enough for the day to tell.
    enum Manner { case said, done, met }

    var manner: Manner {
        switch type {
        case .consult: .met
        case .request, .accuse, .reject, .threaten, .support, .agree, .cooperate, .concede: .said
        default: .done
        }
    }

    /// Charges and promises: hardly a day passes without.
    var isDaily: Bool { type == .accuse || type == .agree }

    /// The place of its type among PLOVER's.
    var number: Int { Self.numbers[type] ?? 0 }

    private static let numbers = Dictionary(uniqueKeysWithValues: EventType.allCases.enumerated().map { ($1, $0) })

    /// One bit for each family.
    var bit: UInt32 { 1 << UInt32(number) }

    /// The bits of itself and of the family of what was promised and is then done.
    var nearBits: UInt32 {
        switch type {
        case .concede: bit | Family(.retreat).bit
        case .retreat: bit | Family(.concede).bit
        default: bit
        }
    }
}
