import Press

// What a second look is learned from.

extension Coder {
    /// An event that a sentence of an article may report, with the ``Clue``s by which a second look weighs it.
    package struct WeighedEvent: Sendable {
        package let sentence: Int
        package let type: String
        package let actors: [String]
        package let recipients: [String]
        package let likelihood: Float
        package let clues: [Double]
    }

    /// The names of the clues, in their order.
    package static var clueNames: [String] { Clue.allCases.map(\.name) }

    /// What an article's sentences may report, as ``code(_:)`` lists it where no second look is taken.
    package func weighedEvents(_ article: Article) -> [WeighedEvent] {
        let scene = scene(of: article)
        let prospects = EventCoder(scene: scene, models: models).prospects(NetReadings(models.net, scene))
        let clues = Clues(scene, prospects)
        return prospects.indices.map { index in
            let prospect = prospects[index]
            return WeighedEvent(
                sentence: prospect.candidate.sentence, type: prospect.type.rawValue, actors: prospect.roles.actors,
                recipients: prospect.roles.recipients, likelihood: prospect.probability, clues: clues.values(index))
        }
    }
}
