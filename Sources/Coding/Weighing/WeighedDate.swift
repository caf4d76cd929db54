import Press

// What a second look at dates is learned from.

extension Coder {
    /// The days that may date an event of an article, with the ``DateClue``s by which a second look weighs them.
    package struct WeighedDates: Sendable {
        package let sentence: Int
        package let type: String
        package let actors: [String]
        package let recipients: [String]
        package let days: [Weighed]

        package struct Weighed: Sendable, Encodable {
            /// The first day as the record writes it.
            package let start: String
            /// Whether it is the date at first sight.
            package let isFirst: Bool
            package let clues: [Double]
        }
    }

    /// The names of the clues, in their order.
    package static var dateClueNames: [String] { DateClue.allCases.map(\.name) }

    /// What may date an article's events, as ``code(_:)`` lists them.
    package func weighedDates(_ article: Article) -> [WeighedDates] {
        let scene = scene(of: article)
        let coder = EventCoder(scene: scene, models: models)
        let readings = NetReadings(models.net, scene)
        let prospects = coder.dates.prospects(of: coder.chosen(coder.weighed(coder.prospects(readings))).map(coder.act), readings)
        let clues = DateClues(scene, prospects)
        return prospects.indices.map { number in
            let (act, days, first) = (prospects[number].act, prospects[number].days, prospects[number].first?.days)
            return WeighedDates(
                sentence: act.sentence, type: act.type.rawValue, actors: act.actors, recipients: act.recipients,
                days: days.indices.map { place in
                    .init(
                        start: days[place].choices[0].time.isoBounds.start, isFirst: days[place].days == first,
                        clues: clues.values(number, place))
                })
        }
    }
}
