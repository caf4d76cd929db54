import Foundation

extension Study {
    /// How unsure models are of each sentence: the greatest entropy, in bits, of the types of its candidates; nought without a candidate.
    package func doubts(_ weights: Weights) -> [Double] {
        guard let model = weights.models["event"] else { return [] }
        return (0..<sentenceCount).map { sentence in
            candidates(in: sentence).map { entropy(model.probabilities(Features(names: eventFeatures($0)))) }.max() ?? 0
        }
    }

    /// The codes of the parties that a sentence names.
    package func codes(in sentence: Int) -> Set<String> { Set(scene.sentences[sentence].mentions.flatMap(\.codes)) }

    /// The sentence's words as they stand in the article.
    package func words(of sentence: Int) -> String { scene.document.string(scene.sentences[sentence].range) }

    private func candidates(in sentence: Int) -> [Int] { scene.candidates(in: sentence).indices.map { $0 + sentence << 16 } }

    private func entropy(_ probabilities: [Float]) -> Double {
        probabilities.reduce(0) { $1 > 0 ? $0 - Double($1) * log2(Double($1)) : $0 }
    }
}
