import Prose
import World

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
            guard let speaker = best(span, features, previous?.speaker) else { continue }
            found.append(quote(span, speaker))
            previous = (span, speaker)
        }
        return found
    }

    /// Whom 他 or 声明 means that speaks in a span without quotation marks; nil where nobody was named.
    /// - Parameter previous: the quotation before, and whose it is.
    func referent(of voice: Voice, saying span: QuotedSpan, after previous: (span: QuotedSpan, speaker: Speaker)?) -> Voice? {
        let features = QuoteFeatures(attribution, span, previous: previous.map { ($0.span, $0.speaker) })
        let sayer = features.lastSayer(before: voice)
        var best: (referent: Voice, sum: Int32)?
        for referent in attribution.referents(of: voice, previous?.speaker) {
            let speaker = Speaker(voice: voice, referent: referent, isSame: false)
            let sum = models.speaker.sum(features.own(speaker, sayer: sayer))
            if sum > best?.sum ?? .min { best = (referent, sum) }
        }
        return best?.referent
    }

    // MARK: - Private

    private func best(_ span: QuotedSpan, _ features: QuoteFeatures, _ previous: Speaker?) -> Speaker? {
        var best: (speaker: Speaker, sum: Int32)?
        var shared: (voice: Voice, refers: Bool, sum: Int32, sayer: Voice?)?
        for speaker in attribution.speakers(of: span, after: previous) {
            let refers = speaker.referent != nil
            // Whom one voice may mean stand together.
            if speaker.isSame || shared?.voice !== speaker.voice || shared?.refers != refers {
                shared = (
                    speaker.voice, refers, models.speaker.sum(features.shared(speaker)),
                    refers ? features.lastSayer(before: speaker.voice) : nil
                )
            }
            let sum = models.speaker.sum(features.own(speaker, sayer: shared?.sayer), beside: shared?.sum ?? 0)
            if sum > best?.sum ?? .min { best = (speaker, sum) }
        }
        return best?.speaker
    }

    private func yes(_ model: LinearModel, _ features: Features) -> Float {
        let probabilities = model.probabilities(features)
        return model.classes.firstIndex(of: "yes").map { probabilities[$0] } ?? 0
    }

    private func quote(_ span: QuotedSpan, _ speaker: Speaker) -> Quote {
        var quote = Quote(range: span.range, sentences: span.sentences)
        let meant = speaker.meant
        quote.speaker = meant.mention
        quote.speakerName = meant.name
        quote.voice = speaker.voice
        quote.named = speaker.named
        quote.speakerSentence = speaker.voice.sentence
        guard !speaker.isSame else { return quote }
        quote.verbSpan = verb(span, speaker.voice)
        let open = span.range.lowerBound - 1
        let isColon = open > 0 && (attribution.text[open - 1] == 0xFF1A || attribution.text[open - 1] == 0x3A)
        quote.verb = quote.verbSpan.map { attribution.text.string($0.start..<$0.end) } ?? (isColon ? "：" : nil)
        return quote
    }

    /// The verb between speaker and quotation, or behind the speaker who stands after it.
    private func verb(_ span: QuotedSpan, _ voice: Voice) -> SpeechVerb? {
        let open = span.range.lowerBound - 1
        guard voice.end <= open else {
            let found = attribution.verb(in: voice.sentence, from: voice.end, to: attribution.sentences[voice.sentence].range.upperBound)
            return found.flatMap { $0.isPlain ? $0 : nil }
        }
        let last = attribution.verb(in: span.sentences.lowerBound, before: open)
        if let last, voice.sentence < span.sentences.lowerBound || last.start >= voice.end { return last }
        return attribution.verb(in: voice.sentence, from: voice.end, to: open)
    }
}
