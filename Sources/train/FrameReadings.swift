import Coding
import Press
import World

/// The sentences with which the frames' tables explain themselves, as examples: what a trigger tells in plain words, also where no reader met it.
struct FrameReadings: Sendable {
    let events: [Instance]
    let modes: [Instance]

    init(_ world: World, reading: ReadingModels) {
        let readings = world.frames.flatMap { frame in
            [(frame.example, frame.type.rawValue), (frame.counter, "none")].compactMap { sentence, label in
                sentence.flatMap { Self.reading($0, frame, label, world, reading) }
            }
        }
        (events, modes) = (readings.map(\.event), readings.compactMap(\.mode))
    }

    // MARK: - Private

    private static func reading(_ sentence: String, _ frame: Frame, _ label: String, _ world: World, _ reading: ReadingModels)
        -> (event: Instance, mode: Instance?)?
    {
        let article = Article(
            id: "", path: frame.origin, url: nil, title: "", outlet: nil, site: nil, published: nil, localDate: nil, clock: nil,
            text: sentence,
            passages: [Passage(kind: .body, start: 0, end: sentence.unicodeScalars.count)])
        let study = Study(article, world: world, reading: reading)
        let head = String(frame.trigger.prefix { $0 != "…" })
        for index in 0..<study.sentenceCount {
            guard let place = study.place(of: head, in: index) else { continue }
            for case (let candidate, .event) in study.align([(place, frame.type.rawValue)], in: index) {
                let features = Example.marked(study.eventFeatures(candidate), "frames")
                let mode = Instance(
                    features: study.modeFeatures(candidate, label), label: label + "/" + (frame.mode ?? "-"), article: -1)
                return (Instance(features: features, label: label, article: -1), label == "none" ? nil : mode)
            }
        }
        return nil
    }
}
