import Press
import Prose
import World

/// Finds what somebody is said to have said without quotation marks: 毛宁表示，中方愿意同各方保持沟通。
struct IndirectSpeech {
    let sayers: Sayers
    private var attribution: Attribution { sayers.attribution }

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
        let verbs = attribution.verbs[index].filter { $0.takesClause && !attribution.isQuoted($0.start) }
        return verbs.enumerated().compactMap { number, verb in
            let next = number + 1 < verbs.count ? verbs[number + 1].start : nil
            guard !isDenied(verb), let range = clause(behind: verb, sentence, next: next), let speaker = sayers.sayer(of: verb, in: index)
            else {
                return nil
            }
            return Found(sentence: index, speaker: speaker, verb: verb, range: range)
        }
    }

    /// 并未宣布, 拒绝透露: nothing was said.
    private func isDenied(_ verb: SpeechVerb) -> Bool {
        attribution.words.ends(max(0, verb.start - 3)..<verb.start, in: .denial, of: attribution.text)
    }

    /// From behind the verb to the end of the sentence, or to the clause in which the next verb stands.
    private func clause(behind verb: SpeechVerb, _ sentence: ReadSentence, next: Int?) -> Range<Int>? {
        let text = attribution.text
        var start = verb.end
        while start < sentence.range.upperBound, isClauseStop(text[start]) || text[start] == 0x20 { start += 1 }
        guard start < sentence.range.upperBound, !Self.marks.contains(text[start]), !attribution.isQuoted(start) else { return nil }
        var end = sentence.range.upperBound
        if let next {
            let clause = sentence.clauseRange(at: next)
            if clause.lowerBound > start { end = clause.lowerBound }
        }
        while end > start, isClauseStop(text[end - 1]) || text[end - 1] == 0x20 { end -= 1 }
        // 对此表示欢迎，… names a feeling, not what was said.
        let first = sentence.clauseRange(at: start).upperBound
        let isNominal = start == verb.end && first - start <= 6 && first < end
        return end - start >= Self.shortest && !isNominal ? start..<end : nil
    }

    private static let marks = PointSet("“「『\"了过")
}
