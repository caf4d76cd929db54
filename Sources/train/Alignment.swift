import Coding
import Press
import World

/// The candidates of a hand-coded article beside what its readers coded.
struct Alignment: Sendable {
    /// What a candidate turned out to be.
    struct Target: Sendable {
        let candidate: Int
        /// What it reports; nil where nothing.
        let event: GoldArticle.Event?
        /// That event and others that the same words tell of.
        let same: [GoldArticle.Event]

        var label: String { event?.type ?? "none" }
        var isDirected: Bool { event.flatMap { EventType(rawValue: $0.type) }?.isDirected ?? true }

        /// What a party is to the event. Of calls with several each is an event, but all are parties of the one trigger.
        func role(of code: String) -> Pairing.Role {
            guard let event else { return .none }
            let told = isDirected ? [event] : same + [event]
            if told.contains(where: { $0.actors.contains(code) }) { return .actor }
            return told.contains { $0.recipients.contains(code) } ? .recipient : .none
        }
    }

    let study: Study
    /// Every candidate of a sentence that was read but those that only repeat what another reports.
    let targets: [Target]

    init(_ gold: GoldArticle, _ article: Article, world: World, reading: ReadingModels) {
        let study = Study(article, world: world, reading: reading)
        var targets: [Target] = []
        for (sentence, there) in gold.readings(in: study) {
            for (candidate, target) in study.align(there.map { ($0.range, $0.event.type) }, in: sentence) {
                switch target {
                case .event(let number):
                    let same = there.filter { $0.isOneAct(with: there[number]) }.map(\.event)
                    targets.append(Target(candidate: candidate, event: there[number].event, same: same))
                case .nothing: targets.append(Target(candidate: candidate, event: nil, same: []))
                case .sameAsAnother: break
                }
            }
        }
        (self.study, self.targets) = (study, targets)
    }
}

extension DateStudy {
    /// What may date the event that a candidate reports; none where it reports nothing.
    mutating func cases(_ target: Alignment.Target) -> [Case] {
        guard let event = target.event else { return [] }
        return cases(
            target.candidate, type: event.type, aux: event.aux, actors: event.actors, recipients: event.recipients, date: event.date)
    }
}
