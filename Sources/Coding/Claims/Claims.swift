import Prose
import World

/// Says whose word a sentence gives: the official, outlet or analyst who is said to have said it.
struct Claims: Sendable {
    let sayers: Sayers
    private var attribution: Attribution { sayers.attribution }
    private var words: SayingWords { attribution.words }

    /// Whose word it is, and where the words stand that name them.
    struct Source: Sendable {
        let name: Range<Int>
        /// Nil where a fixed phrase names the source (据路透社).
        let voice: Voice?
    }

    /// Whose word the text is at a point outside of quotations: whoever is the first to say a clause before it (what he says that others say is
    /// his word), else who ends the sentence (…，王毅说。), else the report that it tells of; nil where the outlet tells it on its own account.
    func source(at point: Int, in index: Int) -> Source? {
        let verbs = attribution.verbs[index]
        let range = attribution.sentences[index].range
        var said = verbs.filter { $0.takesClause && $0.end <= point && !attribution.isQuoted($0.start) }[...]
        // 王毅说…，布林肯则表示…: the second speaks for himself.
        if let turn = said.lastIndex(where: { $0.start > 0 && attribution.text[$0.start - 1] == 0x5219 }) { said = said[turn...] }
        if let found = said.lazy.compactMap({ source(of: $0, in: index) }).first { return found }
        if let last = verbs.last, last.takesClause, last.start > point, range.upperBound - last.end <= 2,
            let voice = attribution.subject(of: last, in: index), voice.start > point
        {
            return source(of: last, in: index)
        }
        return outlet(before: point, in: index)
    }

    /// The outlet or agency through which a sentence has what it tells up to a point: 据路透社报道, 新华社援引王毅的话说; nil where it is first-hand.
    func outlet(before point: Int, in index: Int) -> Source? {
        for verb in attribution.verbs[index].reversed() where verb.end <= point {
            let found: Source? =
                switch verb.force {
                case .hearsay: source(of: verb, in: index)
                case .quote: attribution.subject(of: verb, in: index).flatMap(said)
                default: nil
                }
            if let found, verb.force == .quote || isOutlet(found) { return isOutlet(found) ? found : nil }
        }
        return nil
    }

    // MARK: - Private

    /// A paper, an agency or a station: known as such, or by its name's end.
    private func isOutlet(_ source: Source) -> Bool {
        source.voice?.mention.sector == "MED" || source.voice?.kind == .publication
            || words.ends(source.name, in: .outlet, of: attribution.text)
    }

    private func source(of verb: SpeechVerb, in index: Int) -> Source? {
        switch verb.force {
        case .hearsay: return named(in: verb) ?? adjoining(verb, in: index)
        case .quote:
            // 援引王毅的话说: the word of who stands behind the verb.
            return attribution.voices[index].first { $0.start >= verb.end && $0.start - verb.end <= 2 }.flatMap(said)
        default: return sayers.sayer(of: verb, in: index).map { Source(name: $0.name, voice: $0) }
        }
    }

    private func said(by voice: Voice) -> Source? {
        isPhrase(voice) || voice.refers || voice.kind == .words ? nil : Source(name: voice.name, voice: voice)
    }

    /// 据路透社 says by whose word, and is no subject.
    private func isPhrase(_ voice: Voice) -> Bool { voice.start > 0 && attribution.text[voice.start - 1] == 0x636E }

    /// 据路透社, 新华社报道: the name within the phrase.
    private func named(in verb: SpeechVerb) -> Source? {
        let text = attribution.text
        var (low, high) = (verb.start, verb.end)
        if text[low] == 0x636E || text[low] == 0x6709 { low += 1 }  // 据 有
        var isCut = true
        while isCut {
            isCut = false
            for tail in words[.report] where high - low > tail.count && text.has(tail, endingAt: high, within: low..<high) {
                high -= tail.count
                isCut = true
            }
        }
        guard high - low >= 2, !words[.report].contains(CodePoints(text[low..<high])),
            !words[.nobody].contains(CodePoints(text[low..<high]))
        else {
            return nil
        }
        return Source(name: low..<high, voice: nil)
    }

    /// 《华尔街日报》报道称: the voice directly before the verb.
    private func adjoining(_ verb: SpeechVerb, in index: Int) -> Source? {
        guard let voice = attribution.voices[index].last(where: { $0.end <= verb.start }), verb.start - voice.end <= 6,
            !attribution.text[voice.end..<verb.start].contains(where: isClauseStop)
        else { return nil }
        return isPhrase(voice) ? Source(name: voice.name, voice: voice.refers ? nil : voice) : said(by: voice)
    }
}
