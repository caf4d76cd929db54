import Press
import Prose
import World

/// Finds what somebody is said to have said without quotation marks: 毛宁表示，中方愿意同各方保持沟通。
struct IndirectSpeech {
    let attribution: Attribution

    struct Found: Sendable {
        let sentence: Int
        let speaker: Voice
        let verb: SpeechVerb
        /// What was said.
        let range: Range<Int>
    }

    /// Shorter than this, it is 表示欢迎 and not a clause.
    static let shortest = 8

    func all() -> [Found] { attribution.sentences.indices.flatMap(found) }

    // MARK: - Private

    private func found(in index: Int) -> [Found] {
        let sentence = attribution.sentences[index]
        guard sentence.kind == .body || sentence.kind == .title || sentence.kind == .heading else { return [] }
        let verbs = attribution.verbs[index].filter { takesClause($0) && !attribution.isQuoted($0.start) }
        return verbs.enumerated().compactMap { number, verb in
            guard let speaker = speaker(of: verb, in: index) else { return nil }
            let next = number + 1 < verbs.count ? verbs[number + 1].start : nil
            guard let range = clause(behind: verb, sentence, next: next) else { return nil }
            return Found(sentence: index, speaker: speaker, verb: verb, range: range)
        }
    }

    private func takesClause(_ verb: SpeechVerb) -> Bool {
        guard verb.force == .plain || verb.force == .written else { return false }
        return Self.endings.contains { attribution.text.has($0, endingAt: verb.end, within: verb.start..<verb.end) }
    }

    private static let endings = [
        "表示", "指出", "强调", "称", "说", "认为", "重申", "透露", "坦言", "直言", "补充", "指", "道", "宣布", "承认", "解释", "表明", "写", "坚称", "警告",
    ].map { CodePoints(points: $0) }

    /// A party, a person or a paper close before the verb; words that no table knows are not clear enough.
    private func speaker(of verb: SpeechVerb, in index: Int) -> Voice? {
        guard let voice = attribution.subject(of: verb, in: index), voice.kind != .words, !attribution.isQuoted(voice.start) else {
            return nil
        }
        if voice.refers {
            guard
                let meant = attribution.lastSayer(before: voice.start, in: index)
                    ?? attribution.lastSayer(before: voice.start, in: index - 1)
            else { return nil }
            return meant.mention.isPerson || voice.mention.kind != .pronoun ? voice.meaning(meant) : nil
        }
        return voice.mention.kind == .pronoun ? nil : voice
    }

    /// From behind the verb to the end of the sentence, or to the clause in which the next verb stands.
    private func clause(behind verb: SpeechVerb, _ sentence: ReadSentence, next: Int?) -> Range<Int>? {
        let text = attribution.text
        var start = verb.end
        while start < sentence.range.upperBound, isClauseStop(text[start]) || text[start] == 0x20 { start += 1 }
        guard start < sentence.range.upperBound, !Self.marks.contains(text[start]), !attribution.isQuoted(start) else { return nil }
        var end = sentence.range.upperBound
        if let next {
            let clause = sentence.clauses[sentence.clause(at: next)]
            if clause.lowerBound > start { end = clause.lowerBound }
        }
        while end > start, isClauseStop(text[end - 1]) || text[end - 1] == 0x20 { end -= 1 }
        // 对此表示欢迎，… names a feeling, not what was said.
        let first = sentence.clauses[sentence.clause(at: start)].upperBound
        let isNominal = start == verb.end && first - start <= 6 && first < end
        return end - start >= Self.shortest && !isNominal ? start..<end : nil
    }

    private static let marks = PointSet("“「『\"")
}

/// Reads to whom and on what somebody speaks.
struct SpeechSetting {
    let attribution: Attribution

    /// 对普京说, 告诉路透社: the voice that 对, 向 or the verb itself governs.
    func addressee(of verb: SpeechVerb, by speaker: Voice, in index: Int) -> Voice? {
        let text = attribution.text
        let near = attribution.voices[index].last { $0.end <= verb.start && $0.start > speaker.start && verb.start - $0.end <= 2 }
        if let near, near.start > 0, text[near.start - 1] == 0x5BF9 || text[near.start - 1] == 0x5411 { return near }  // 对 向
        guard text.has(Self.tell, endingAt: verb.end, within: verb.start..<verb.end) else { return nil }
        return attribution.voices[index].first { $0.start == verb.end }
    }

    private static let tell = CodePoints(points: "告诉")

    /// 就台湾问题表示, 谈到乌克兰时说: what stands behind 就 or 谈到, up to the verb, 时 or a stop.
    func topic(of verb: SpeechVerb, in index: Int) -> Range<Int>? {
        let (text, range) = (attribution.text, attribution.sentences[index].range)
        let low = max(range.lowerBound, verb.start - 60)
        for opener in Self.openers {
            guard let at = (low..<verb.start).last(where: { text.has(opener, at: $0, within: low..<verb.start) && isOpening($0, range) })
            else { continue }
            let start = at + opener.count
            var end = start
            while end < verb.start, !isClauseStop(text[end]), text[end] != 0x65F6,
                !Self.closers.contains(where: { text.has($0, at: end, within: start..<verb.start) })
            {  // 时
                end += 1
            }
            for tail in Self.tails where text.has(tail, at: end, within: start..<verb.start) { end += tail.count }
            if (2...24).contains(end - start), text[start..<end].contains(where: isHan) { return start..<end }
        }
        return nil
    }

    /// 就 is also a mere adverb: it opens a topic behind a name, a stop or a day.
    private func isOpening(_ at: Int, _ range: Range<Int>) -> Bool {
        guard attribution.text[at] == 0x5C31 else { return true }
        return at + 3 < range.upperBound && !Self.adverbial.contains(attribution.text[at + 1])
    }

    private static let openers = ["谈到", "谈及", "关于", "针对", "被问及", "问到", "就"].map { CodePoints(points: $0) }
    private static let closers = ["表示", "答问", "发表", "回应", "回答", "的提问", "作出", "做出", "接受"].map { CodePoints(points: $0) }
    private static let tails = ["问题", "一事", "议题"].map { CodePoints(points: $0) }
    private static let adverbial = PointSet("是会有像在算要不能连已")
}
