import Prose
import World

/// Finds an article's quotations and who speaks each.
struct QuoteFinder {
    let sentences: [ReadSentence]
    let text: CodePoints
    let world: World

    func quotes() -> [Quote] {
        var found: [Quote] = []
        for (range, indices) in passages() {
            for span in QuoteScanner.spans(text, range) {
                guard let first = indices.first(where: { sentences[$0].range.upperBound > span.lowerBound }),
                    let last = indices.last(where: { sentences[$0].range.lowerBound < span.upperBound }), first <= last
                else { continue }
                var quote = Quote(range: span, sentences: first...last)
                attribute(&quote, after: found.last)
                if quote.speaker != nil || quote.verb != nil { found.append(quote) }
            }
        }
        return found
    }

    // MARK: - Private

    private func passages() -> [(Range<Int>, ClosedRange<Int>)] {
        var result: [(Range<Int>, ClosedRange<Int>)] = []
        var first = 0
        for index in sentences.indices where index + 1 == sentences.count || sentences[index + 1].passage != sentences[index].passage {
            result.append((sentences[first].range.lowerBound..<sentences[index].range.upperBound, first...index))
            first = index + 1
        }
        return result
    }

    private func attribute(_ quote: inout Quote, after previous: Quote?) {
        if let found = before(quote) ?? after(quote) {
            (quote.speaker, quote.verb) = (found.speaker, found.verb)
            quote.speakerSentence = found.sentence
        } else if let previous, continues(quote, previous) {
            (quote.speaker, quote.verb) = (previous.speaker, previous.verb)
            quote.speakerSentence = previous.speakerSentence
        }
    }

    private typealias Attribution = (speaker: Mention?, verb: String, sentence: Int)

    /// 王毅说：“…”, 声明指出，“…”: the last verb of saying ahead of the marks, and its subject.
    private func before(_ quote: Quote) -> Attribution? {
        let index = quote.sentences.lowerBound
        let sentence = sentences[index]
        let open = quote.range.lowerBound
        guard let verb = verbs(sentence, in: sentence.range.lowerBound..<open).last else {
            // 外交部：“…” in headlines and interviews.
            guard open - 2 >= sentence.range.lowerBound, text[open - 2] == 0xFF1A || text[open - 2] == 0x3A,
                let speaker = sentence.mentions.last(where: { $0.end <= open - 2 })
            else { return nil }
            return (speaker, "：", index)
        }
        if let speaker = subject(sentence, of: verb.start) { return (speaker, verb.text, index) }
        guard index > 0, sentences[index - 1].passage == sentence.passage || verb.start - sentence.range.lowerBound < 12 else { return nil }
        let previous = sentences[index - 1]
        return (subject(previous, of: previous.range.upperBound), verb.text, index - 1)
    }

    /// “…，”王毅说。 and “…。”他说。
    private func after(_ quote: Quote) -> Attribution? {
        var index = quote.sentences.upperBound
        var close = quote.range.upperBound + 1
        if close >= sentences[index].range.upperBound {
            index += 1
            guard index < sentences.count, sentences[index].passage == sentences[index - 1].passage else { return nil }
            close = sentences[index].range.lowerBound
        }
        let sentence = sentences[index]
        while close < sentence.range.upperBound, isClauseStop(text[close]) || text[close] == 0x20 { close += 1 }
        let window = close..<min(sentence.range.upperBound, close + 40)
        guard let verb = verbs(sentence, in: window).first else { return nil }
        if let speaker = sentence.mentions.last(where: { $0.start >= close && $0.end <= verb.start && $0.isPerson })
            ?? sentence.mentions.first(where: { $0.start >= close && $0.end <= verb.start })
        {
            return verb.start - speaker.end <= 16 && speaker.start - close <= 24 ? (speaker, verb.text, index) : nil
        }
        return verb.start - close <= 8 ? unnamed(sentence, close..<verb.start).map { ($0, verb.text, index) } : nil
    }

    /// A quotation that opens a sentence without naming anybody goes on with the last speaker's words.
    private func continues(_ quote: Quote, _ previous: Quote) -> Bool {
        let sentence = sentences[quote.sentences.lowerBound]
        let near = sentence.passage - sentences[previous.sentences.upperBound].passage <= 1
        return near && quote.range.lowerBound - sentence.range.lowerBound <= 2
    }

    /// The verbs of saying in a range; where there is none, the triggers of acts that are done by words (敦促, 批评).
    private func verbs(_ sentence: ReadSentence, in range: Range<Int>) -> [(start: Int, text: String)] {
        let said = sentence.chunks.filter { $0.entry.kind == .speech && $0.start >= range.lowerBound && $0.end <= range.upperBound }
        guard said.isEmpty else { return said.map { (start: $0.start, text: $0.entry.name) } }
        return sentence.triggers.filter {
            $0.start >= range.lowerBound && $0.headEnd <= range.upperBound && speaks(world.frames[$0.frame].type)
        }
        .map { (start: $0.start, text: text.string($0.start..<$0.headEnd)) }
    }

    private func speaks(_ type: EventType) -> Bool {
        switch type {
        case .accuse, .request, .reject, .threaten, .agree, .support, .concede: true
        default: false
        }
    }

    /// Who says: the party of the verb's clause that no 对 or 与 governs, or somebody unknown who stands there; else the subject of the
    /// verb of saying before it; else the sentence's first.
    private func subject(_ sentence: ReadSentence, of verb: Int) -> Mention? {
        let clause = sentence.clauses[sentence.clause(at: max(sentence.range.lowerBound, verb - 1))]
        let here = free(sentence, in: clause.lowerBound..<min(verb, clause.upperBound))
        if let found = here.first(where: { $0.isPerson || $0.kind == .pronoun }) ?? here.first { return found }
        if verb <= clause.upperBound, let unknown = unnamed(sentence, clause.lowerBound..<verb) { return unknown }
        let earlier = sentence.chunks.last { $0.entry.kind == .speech && $0.end <= clause.lowerBound }
        if let earlier { return subject(sentence, of: earlier.start) }
        let all = free(sentence, in: sentence.range.lowerBound..<min(verb, sentence.range.upperBound))
        return all.first { $0.isPerson || $0.kind == .pronoun } ?? all.first
    }

    private func free(_ sentence: ReadSentence, in range: Range<Int>) -> [Mention] {
        sentence.mentions.filter { $0.start >= range.lowerBound && $0.end <= range.upperBound && !isGoverned($0, sentence) }
    }

    /// Somebody whom no table knows: the words of a range (沈逸, 有网友), if they are few and hold no act.
    private func unnamed(_ sentence: ReadSentence, _ range: Range<Int>) -> Mention? {
        var (low, high) = (range.lowerBound, range.upperBound)
        if let time = sentence.times.first(where: { $0.start == low }) { low = time.end }
        if let time = sentence.times.last(where: { $0.end <= high && $0.start > low && high - $0.end <= 2 }) { high = time.start }
        while high > low, !isHan(text[high - 1]) && !isLatin(text[high - 1]) || Self.adverbs.contains(text[high - 1]) { high -= 1 }
        guard (2...14).contains(high - low), !sentence.triggers.contains(where: { $0.start >= low && $0.headEnd <= high }) else {
            return nil
        }
        return Mention(
            start: low, end: high, nameStart: low, kind: .person, codes: [], acts: false, name: text.string(low..<high), isPerson: true)
    }

    /// 他也说, 她还指出, 校方则称: no part of the name.
    private static let adverbs = Set("也还则又并都就再曾已".unicodeScalars.map(\.value))

    private func isGoverned(_ mention: Mention, _ sentence: ReadSentence) -> Bool {
        guard mention.start > sentence.range.lowerBound else { return false }
        let before = text[mention.start - 1]
        return "对向与和同跟被遭在就给".unicodeScalars.contains { $0.value == before }
    }
}
