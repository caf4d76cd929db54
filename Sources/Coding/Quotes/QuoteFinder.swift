import Prose
import World

/// The learned models that tell speech from scare quotes and find its speaker, as kept in the knowledge file `voices.txt`.
package struct VoiceModels: Sendable {
    let speech: LinearModel
    let speaker: LinearModel

    package init(_ weights: Weights) {
        speech = weights.models["speech"] ?? LinearModel(classes: ["no", "yes"], features: [])
        speaker = weights.models["speaker"] ?? LinearModel(classes: ["score"], features: [])
    }
}

/// Finds an article's quotations and who speaks each.
struct QuoteFinder {
    let attribution: Attribution
    let models: VoiceModels

    /// Spans less likely to be speech than this are scare quotes; tuned by cross-validation.
    static let threshold: Float = 0.6

    func quotes() -> [Quote] {
        var found: [Quote] = []
        var previous: (span: QuotedSpan, speaker: Speaker?)?
        for span in attribution.spans {
            let features = QuoteFeatures(attribution, span, previous: previous)
            guard yes(models.speech, features.speech()) >= Self.threshold else { continue }
            let speaker = best(span, features, previous?.speaker)
            found.append(quote(span, speaker))
            previous = (span, speaker ?? previous?.speaker)
        }
        return found
    }

    // MARK: - Private

    private func best(_ span: QuotedSpan, _ features: QuoteFeatures, _ previous: Speaker?) -> Speaker? {
        let scored = attribution.speakers(of: span, after: previous).map { ($0, models.speaker.scores(features.speaker($0))[0]) }
        return scored.max { $0.1 < $1.1 }?.0
    }

    private func yes(_ model: LinearModel, _ features: Features) -> Float {
        let probabilities = model.probabilities(features)
        return model.classes.firstIndex(of: "yes").map { probabilities[$0] } ?? 0
    }

    private func quote(_ span: QuotedSpan, _ speaker: Speaker?) -> Quote {
        var quote = Quote(range: span.range, sentences: span.sentences)
        guard let speaker else { return quote }
        let meant = speaker.meant
        quote.speaker = meant.mention
        quote.speakerName = meant.name
        quote.speakerSentence = speaker.voice.sentence
        quote.verb = verb(span, speaker)
        return quote
    }

    /// The verb between speaker and quotation, or behind the speaker who stands after it.
    private func verb(_ span: QuotedSpan, _ speaker: Speaker) -> String? {
        let voice = speaker.voice
        let open = span.range.lowerBound - 1
        let isBefore = voice.end <= open
        let found =
            isBefore
            ? attribution.verb(in: span.sentences.lowerBound, before: open)
                ?? attribution.verb(in: voice.sentence, from: voice.end, to: open)
            : attribution.verb(in: voice.sentence, from: voice.end, to: attribution.sentences[voice.sentence].range.upperBound)
        if let found, !speaker.isSame, found.isPlain || found.end <= open { return attribution.text.string(found.start..<found.end) }
        let isColon = open > 0 && (attribution.text[open - 1] == 0xFF1A || attribution.text[open - 1] == 0x3A)
        return isColon ? "：" : nil
    }
}
