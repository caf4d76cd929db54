import Prose
import World

/// Says whose word a sentence gives: the official, outlet or analyst who is said to have said it.
struct Claims: Sendable {
    let attribution: Attribution

    /// Whose word it is, and where the words stand that name them.
    struct Source: Sendable {
        let name: Range<Int>
        /// Nil where a fixed phrase names the source (据路透社).
        let voice: Voice?
    }

    /// Whose word the text is at a point outside of quotations: the subject of the last verb of saying before it, else of one that ends the
    /// sentence (…，王毅说。); nil where the outlet tells it on its own account.
    func source(at point: Int, in index: Int) -> Source? {
        let sentence = attribution.sentences[index]
        for verb in attribution.verbs[index].reversed() where verb.force != nil && verb.end <= point {
            if let found = source(of: verb, in: index) { return found }
        }
        guard let last = attribution.verbs[index].last, last.force != nil, last.start > point, sentence.range.upperBound - last.end <= 2,
            let voice = attribution.subject(of: last, in: index), voice.start > point
        else { return nil }
        return said(by: voice)
    }

    /// The outlet or agency through which a sentence has what it tells up to a point: 据路透社报道, 新华社援引王毅的话说; nil where it is first-hand.
    func outlet(before point: Int, in index: Int) -> Source? {
        for verb in attribution.verbs[index].reversed() where verb.end <= point {
            if verb.force == .hearsay, let found = source(of: verb, in: index) { return found }
            if verb.force == .quote { return attribution.subject(of: verb, in: index).flatMap(said) }
        }
        return nil
    }

    // MARK: - Private

    private func source(of verb: SpeechVerb, in index: Int) -> Source? {
        switch verb.force {
        case .hearsay: return named(in: verb) ?? adjoining(verb, in: index)
        case .quote:
            // 援引王毅的话说: the word of who stands behind the verb.
            return attribution.voices[index].first { $0.start >= verb.end && $0.start - verb.end <= 2 }.flatMap(said)
        default: return attribution.subject(of: verb, in: index).flatMap(said)
        }
    }

    private func said(by voice: Voice) -> Source? {
        if isPhrase(voice) { return nil }
        guard voice.refers else { return Source(name: voice.name, voice: voice) }
        guard let meant = attribution.lastSayer(before: voice.start, in: voice.sentence),
            meant.mention.isPerson || voice.mention.kind != .pronoun
        else { return nil }
        return Source(name: meant.name, voice: voice.meaning(meant))
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
            for tail in Self.tails where high - low > tail.count && text.has(tail, endingAt: high, within: low..<high) {
                high -= tail.count
                isCut = true
            }
        }
        guard high - low >= 2, !Self.tails.contains(CodePoints(text[low..<high])), !Self.empty.contains(CodePoints(text[low..<high])) else {
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

    private static let tails = ["报道", "报导", "消息", "称", "说", "指出", "指", "披露", "透露", "认为", "爆料", "介绍", "分析", "统计", "观察"]
        .map { CodePoints(points: $0) }
    /// What remains of 据了解 and 外传 names nobody.
    private static let empty = Set(
        ["了解", "悉", "闻", "知", "称", "传", "外传", "网传", "盛传", "风传", "疑似", "传出", "传闻", "谣传", "流传", "爆出", "惊传", "被", "一般", "普遍", "披露", "透露"].map {
            CodePoints(points: $0)
        })
}
