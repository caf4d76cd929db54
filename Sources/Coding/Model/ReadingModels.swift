import Foundation

/// The learned models that reading needs, before events are looked for.
package struct ReadingModels: Sendable {
    let voices: VoiceModels
    /// Weighs whom 他, 政府 or 其 means; nil where the rules decide alone.
    let referent: LinearModel?

    /// - Throws: ``TableProblem`` where the folder's `voices.txt` or `referents.txt` is missing or malformed.
    package init(in folder: URL) throws {
        self.init(voices: try Weights(in: folder, name: "voices.txt"), referents: try Weights(in: folder, name: "referents.txt"))
    }

    package init(voices: Weights, referents: Weights) {
        self.voices = VoiceModels(voices)
        referent = referents.models["referent"]
    }
}

/// What tells speech from scare quotes and finds its speaker.
struct VoiceModels: Sendable {
    let speech: LinearModel
    let speaker: LinearModel

    init(_ weights: Weights) {
        speech = weights.models["speech"] ?? LinearModel(classes: ["no", "yes"], features: FeatureList())
        speaker = weights.models["speaker"] ?? LinearModel(classes: ["score"], features: FeatureList())
    }
}
