import Press
import Prose
import World

/// An article's voices, verbs of saying and spans between quotation marks: what quotations are attributed by.
final class Attribution: Sendable {
    let sentences: [ReadSentence]
    let text: CodePoints
    let voices: [[Voice]]
    let verbs: [[SpeechVerb]]
    let spans: [QuotedSpan]
    let words: SayingWords
    /// How often each name stands in the article.
    private let counts: [UInt64: Int]

    init(sentences: [ReadSentence], text: CodePoints, world: World) {
        self.sentences = sentences
        self.text = text
        words = world.sayingWords
        let spans = QuotedSpan.all(sentences, text)
        self.spans = spans
        let finder = VoiceFinder(sentences: sentences, text: text, world: world)
        let verbs = sentences.indices.map(finder.verbs)
        let voices = sentences.indices.map { index in
            finder.voices(in: index, verbs: verbs[index]).filter { !Self.isWithin(spans, $0.start) }
        }
        (self.verbs, self.voices) = (verbs, voices)
        var counts: [UInt64: Int] = [:]
        for voice in voices.joined() where voice.isReferent { counts[voice.id, default: 0] += 1 }
        self.counts = counts
    }

    func count(_ id: UInt64) -> Int { counts[id] ?? 0 }

    /// Whether a code point stands within quotation marks.
    func isQuoted(_ point: Int) -> Bool { Self.isWithin(spans, point) }

    private static func isWithin(_ spans: [QuotedSpan], _ point: Int) -> Bool {
        let place = spans.firstSorted { $0.range.upperBound > point }
        return place < spans.count && spans[place].range.contains(point)
    }

    /// The first verb of a sentence at or after a point, up to a bound.
    func verb(in sentence: Int, from point: Int, to bound: Int) -> SpeechVerb? {
        let all = verbs[sentence]
        let place = all.firstSorted { $0.start >= point }
        return place < all.count && all[place].end <= bound ? all[place] : nil
    }

    /// Whose verb it is: the first voice of its clause that no preposition governs, else of the clauses before; whom that one only describes
    /// (欧盟竞争事务执委维斯塔格) where it does.
    func subject(of verb: SpeechVerb, in index: Int, from low: Int? = nil) -> Voice? {
        let sentence = sentences[index]
        let low = low ?? sentence.range.lowerBound
        let before = voices[index].filter { $0.start >= low && $0.end <= verb.start }.suffix(24)
        for clause in stride(from: sentence.clause(at: max(sentence.range.lowerBound, verb.start - 1)), through: 0, by: -1) {
            let range = sentence.clauses[clause]
            if range.upperBound <= low { return nil }
            if let first = before.first(where: { $0.start >= range.lowerBound && $0.start < range.upperBound && !isGoverned($0) }) {
                return before.reduce(first) { describes($0, $1) ? $1 : $0 }
            }
            if range.upperBound <= before.first?.start ?? 0 { return nil }
        }
        return nil
    }

    /// Whether one voice only says whose the next is: 日本央行支付系统部门的负责人神山一成, 佩洛希的发言人.
    private func describes(_ voice: Voice, _ next: Voice) -> Bool {
        let gap = voice.end..<max(voice.end, next.start)
        // 前贸易谈判代表、研究所副所长温迪·卡特勒 has two titles.
        let isTitle = voice.mention.kind == .office && !voice.mention.isPerson
        guard next.start >= voice.end, gap.count <= (isTitle ? 40 : 16),
            next.mention.isPerson && next.kind != .words || next.mention.kind == .office
        else {
            return false
        }
        // 默克尔总理 is one person, 佩洛希的发言人 another.
        if voice.mention.isPerson, !text[gap].contains(0x7684) { return false }
        return !text[gap].contains { isClauseStop($0) || Self.partings.contains($0) && !(isTitle && $0 == 0x3001) }
            && !sentences[voice.sentence].triggers.contains { $0.start >= gap.lowerBound && $0.headEnd <= gap.upperBound }
            && !verbs[voice.sentence].contains { $0.start >= gap.lowerBound && $0.end <= gap.upperBound }
    }

    /// Behind these stands no name that the words before describe.
    private static let partings = PointSet("、在对向与和跟及就于被将把给由从是有已也都还曾则而")

    /// The whole of what speaks where more than a party's name does (德商银行亚洲经济学家周浩, 中国冀中能源高层), up to the verb or what stands
    /// before it; nil where nothing but adverbs and days stands between.
    func phrase(_ voice: Voice, before verb: SpeechVerb) -> Range<Int>? {
        let sentence = sentences[voice.sentence]
        var at = behind(voice)
        // 菅义伟（表示愿意会谈）: the verb stands in the bracket behind the name.
        guard at <= verb.start else { return nil }
        if voice.mention.isPerson {
            guard words.has(.belonging, at: at, of: text, within: at..<verb.start) else { return nil }
        }
        while at < verb.start, text[at] == 0x20 { at += 1 }
        var end = at
        while end < verb.start, !isParting(end, sentence) { end += 1 }
        return end - at >= 2 ? voice.start..<end : nil
    }

    private func isParting(_ at: Int, _ sentence: ReadSentence) -> Bool {
        isClauseStop(text[at]) || Self.partings.contains(text[at]) || sentence.times.contains { $0.start == at }
            || sentence.triggers.contains { $0.start == at }
            || sentence.chunks.contains { $0.start == at && ($0.entry.kind == .marker || $0.entry.kind == .speech) }
            || words.has(.predicate, at: at, of: text, within: sentence.range)
    }

    /// Behind a voice and the bracket with its foreign spelling.
    func behind(_ voice: Voice) -> Int {
        let end = sentences[voice.sentence].range.upperBound
        var at = voice.end
        while at < end, text[at] == 0x20 { at += 1 }
        guard at < end, text[at] == 0xFF08 || text[at] == 0x28 else { return voice.end }
        let close = text[at..<min(end, at + 60)].firstIndex { $0 == 0xFF09 || $0 == 0x29 }
        return close.map { min($0 + 1, end) } ?? voice.end
    }

    func isGoverned(_ voice: Voice) -> Bool {
        voice.start > sentences[voice.sentence].range.lowerBound && Scene.governors.contains(text[voice.start - 1])
    }

    /// Whether something is done to a voice: 敦促美国, 批评加国.
    func isObject(_ voice: Voice) -> Bool {
        sentences[voice.sentence].triggers.contains { $0.headEnd == voice.start }
            || verb(in: voice.sentence, before: voice.start)?.end == voice.start
    }

    /// Who spoke last before a point: the subject of the nearest plain verb, up to three sentences back.
    func lastSayer(before point: Int, in index: Int) -> Voice? {
        for sentence in stride(from: index, through: max(0, index - 3), by: -1) {
            for verb in verbs[sentence].reversed().prefix(8) where verb.isPlain && verb.end <= point {
                if let subject = subject(of: verb, in: sentence), subject.isReferent { return subject }
            }
        }
        return nil
    }

    /// The last verb of a sentence that ends at or before a point.
    func verb(in sentence: Int, before point: Int) -> SpeechVerb? {
        let all = verbs[sentence]
        let place = all.firstSorted { $0.end > point }
        return place > 0 ? all[place - 1] : nil
    }
}

/// What stands between quotation marks, speech or not.
struct QuotedSpan: Sendable {
    /// The words between the marks, in code points of the text.
    let range: Range<Int>
    /// Indices of the sentences it touches.
    let sentences: ClosedRange<Int>

    static func all(_ sentences: [ReadSentence], _ text: CodePoints) -> [QuotedSpan] {
        var found: [QuotedSpan] = []
        var first = 0
        for index in sentences.indices where index + 1 == sentences.count || sentences[index + 1].passage != sentences[index].passage {
            let range = sentences[first].range.lowerBound..<sentences[index].range.upperBound
            var from = first
            for span in QuoteScanner.spans(text, range) {
                while from < index, sentences[from].range.upperBound <= span.lowerBound { from += 1 }
                var last = from
                while last < index, sentences[last + 1].range.lowerBound < span.upperBound { last += 1 }
                found.append(QuotedSpan(range: span, sentences: from...last))
            }
            first = index + 1
        }
        return found
    }
}
