import Prose
import World

/// Reads to whom and on what somebody speaks.
struct SpeechSetting {
    let attribution: Attribution

    /// 对普京说, 告诉路透社: the voice that 对, 向 or the verb itself governs.
    func addressee(of verb: SpeechVerb, by speaker: Voice, in index: Int) -> Voice? {
        let text = attribution.text
        guard verb.isPlain else { return nil }
        let near = attribution.voices[index].last { $0.end <= verb.start && $0.start > speaker.start && verb.start - $0.end <= 2 }
        if let near, near.start > 0, text[near.start - 1] == 0x5BF9 || text[near.start - 1] == 0x5411 { return near }  // 对 向
        guard text.has(Self.tell, endingAt: verb.end, within: verb.start..<verb.end) else { return nil }
        return attribution.voices[index].first { $0.start == verb.end }
    }

    private static let tell = CodePoints(points: "告诉")

    /// 就台湾问题表示, 谈到乌克兰时说, 针对美国对台军售，…: what stands behind 就 or 谈到, in the verb's clause or in one that opens before it.
    func topic(of verb: SpeechVerb, in index: Int) -> Range<Int>? {
        let (text, sentence) = (attribution.text, attribution.sentences[index])
        guard sentence.range.contains(verb.start) else { return nil }
        let own = sentence.clause(at: max(sentence.range.lowerBound, verb.start - 1))
        for clause in stride(from: own, through: max(0, own - 1), by: -1) {
            let range = sentence.clauses[clause].lowerBound..<min(sentence.clauses[clause].upperBound, verb.start)
            guard let opener = opener(in: range, index, isOwn: clause == own) else { continue }
            let found = topic(from: opener, range)
            // 就…宣布 and 针对…宣布，… do not end where the topic does.
            return found.flatMap {
                text.has(Self.announce, at: $0.upperBound, within: sentence.range)
                    || text.has(Self.announce, endingAt: $0.upperBound, within: $0) ? nil : $0
            }
        }
        return nil
    }

    /// Where a topic begins: behind an opener that opens a clause or follows a name, a day or 在 and 被. 就 is also a mere adverb.
    private func opener(in range: Range<Int>, _ index: Int, isOwn: Bool) -> Int? {
        let sentence = attribution.sentences[index]
        let text = attribution.text
        for at in range where !attribution.isQuoted(at) {
            guard let opener = attribution.words.first(.topic, at: at, of: text, within: range) else { continue }
            let isLed = at > 1 && Self.leads.contains(text[at - 1]) && text[at - 2] != 0x6B63  // 正在
            let opens = at == range.lowerBound || isLed && at - range.lowerBound <= 2
            let follows =
                isOwn && opener != Self.about
                && (isLed || sentence.mentions.contains { $0.end == at } || sentence.times.contains { $0.end == at })
            let start = at + opener.count
            guard opens || follows, start < range.upperBound, text[at] != 0x5C31 || !Self.adverbial.contains(text[start]),
                !sentence.triggers.contains(where: { $0.start == start }),
                attribution.verb(in: index, from: start, to: range.upperBound)?.start != start
            else { continue }
            return start
        }
        return nil
    }

    private func topic(from start: Int, _ range: Range<Int>) -> Range<Int>? {
        let text = attribution.text
        var end = start
        while end < range.upperBound, !isClauseStop(text[end]), text[end] != 0x20,
            !attribution.words.has(.topicEnd, at: end, of: text, within: range)
        {
            end += 1
        }
        for tail in attribution.words[.topicTail] where text.has(tail, endingAt: end, within: start..<end) { end -= tail.count }
        // 在关于军事发展的报告中 says where.
        guard end > start, text[end - 1] != 0x4E2D, text[end - 1] != 0x4E0A else { return nil }
        return (2...30).contains(end - start) && text[start..<end].contains(where: isHan) ? start..<end : nil
    }

    private static let announce = CodePoints(points: "宣布")
    private static let about = CodePoints(points: "关于")
    /// What may stand before an opener: 在谈到…时, 当被问及…, 并就…, 有关….
    private static let leads = PointSet("在当被则也日")
    /// 就是, 就此在…, 就任, 就经常: no topic.
    private static let adverbial = PointSet("是会有像在算要不能连已此任等可读近职业算经拿")
}
