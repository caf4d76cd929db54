import World

/// Says who speaks by a verb outside of quotation marks.
struct Sayers: Sendable {
    let attribution: Attribution
    let quotes: [Quote]
    let finder: QuoteFinder

    /// The party, person or paper whose word the verb gives, 他 and 声明 resolved; nil where the words do not make it clear.
    func sayer(of verb: SpeechVerb, in index: Int) -> Voice? {
        guard let voice = quoted(by: attribution.subject(of: verb, in: index), before: verb, in: index), !attribution.isQuoted(voice.start)
        else { return nil }
        if voice.refers { return meant(voice, verb, index) }
        guard voice.mention.kind != .pronoun, voice.kind != .words else { return nil }
        let sentence = attribution.sentences[index]
        guard sentence.clause(at: voice.start) == sentence.clause(at: verb.start), let phrase = attribution.phrase(voice, before: verb)
        else {
            // 欧 of 在中欧访问 is only a part of a word.
            return voice.end - voice.start > 1 || verb.start - voice.end <= 6 ? voice : nil
        }
        let words = attribution.text.string(phrase)
        // 台湾国防部公布的报告 is the ministry's word.
        return attribution.words.document(phrase, of: attribution.text) != nil ? voice : voice.within(phrase, named: words)
    }

    // MARK: - Private

    /// 路透社引述一名官员表示: the word of who stands behind the verb of quoting.
    private func quoted(by voice: Voice?, before verb: SpeechVerb, in index: Int) -> Voice? {
        guard let voice,
            let passing = attribution.verbs[index].first(where: { $0.force == .quote && $0.start >= voice.end && $0.end <= verb.start })
        else { return voice }
        return attribution.voices[index].first { $0.start >= passing.end && $0.end <= verb.start && $0.kind != .words }
    }

    /// Whom a quotation by the same voice is attributed to, else whom the model of speakers chooses.
    private func meant(_ voice: Voice, _ verb: SpeechVerb, _ index: Int) -> Voice? {
        if let same = quotes.first(where: { $0.voice?.start == voice.start })?.named { return named(same, by: voice) }
        let end = attribution.sentences[index].range.upperBound
        let span = QuotedSpan(range: min(verb.end + 1, end)..<end, sentences: index...index)
        return finder.referent(of: voice, saying: span, after: previous(to: verb.start)).flatMap { named($0, by: voice) }
    }

    /// 他 is a person.
    private func named(_ referent: Voice, by voice: Voice) -> Voice? {
        referent.mention.isPerson || voice.mention.kind != .pronoun ? voice.meaning(referent) : nil
    }

    private func previous(to point: Int) -> (span: QuotedSpan, speaker: Speaker)? {
        let place = quotes.firstSorted { $0.range.lowerBound >= point }
        guard place > 0, let named = quotes[place - 1].named else { return nil }
        let quote = quotes[place - 1]
        return (QuotedSpan(range: quote.range, sentences: quote.sentences), Speaker(voice: named, referent: nil, isSame: false))
    }
}
