import Coding
import World

/// The mentions that can report one event at all: of the same kind of act by the same parties upon the same parties. Groups are reconciled one by one,
/// each from all its mentions, so that the outcome is the same whenever and in whatever order they came.
struct ActGroup: Hashable {
    /// The type that stands for all that are compatible: an agreement signed and the working together that it starts are told as either.
    let family: EventType
    /// For undirected types all parties, else those who act; in alphabetical order.
    let actors: [String]
    let recipients: [String]

    /// nil where a mention names fewer than two parties that have codes.
    init?(_ mention: EventMention) {
        let actors = Set(mention.actors.compactMap(\.code))
        let recipients = Set(mention.recipients.compactMap(\.code)).subtracting(actors)
        guard actors.union(recipients).count > 1 else { return nil }
        family = mention.type == .cooperate ? .agree : mention.type
        if mention.type.isDirected {
            self.actors = actors.sorted()
            self.recipients = recipients.sorted()
        } else {
            self.actors = actors.union(recipients).sorted()
            self.recipients = []
        }
    }

    /// `ACCUSE|USA>CHN`, `CONSULT|CHN,USA>`.
    var key: String { "\(family.rawValue)|\(actors.joined(separator: ","))>\(recipients.joined(separator: ","))" }
}
