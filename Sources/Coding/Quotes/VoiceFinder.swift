import Prose
import World

/// Finds, sentence by sentence, who may be speaking and the verbs by which they do.
struct VoiceFinder {
    let sentences: [ReadSentence]
    let text: CodePoints
    let world: World
    private let words: SayingWords
    private let names: NameFinder

    init(sentences: [ReadSentence], text: CodePoints, world: World) {
        self.sentences = sentences
        self.text = text
        self.world = world
        words = world.sayingWords
        names = NameFinder(sentences, text, world.sayingWords)
    }

    /// The verbs of a sentence, in order.
    func verbs(in index: Int) -> [SpeechVerb] {
        let sentence = sentences[index]
        let said = sentence.chunks.filter { $0.entry.kind == .speech && !isWithinWord($0, sentence) && !keepsName($0, sentence) }.map {
            chunk in
            let force = chunk.entry.sector.flatMap { SpeechVerb.Force(rawValue: $0) } ?? .plain
            let takesClause = (force == .plain || force == .written) && words.ends(chunk.start..<chunk.end, in: .clauseVerb, of: text)
            return SpeechVerb(start: chunk.start, end: chunk.end, force: force, takesClause: takesClause)
        }
        let done = sentence.triggers.filter { world.frames[$0.frame].type.isSaid }
            .map { SpeechVerb(start: $0.start, end: $0.headEnd, force: nil, takesClause: false) }
        var kept: [SpeechVerb] = []
        for verb in (said + done).sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
        where kept.last.map({ $0.end <= verb.start }) ?? true {
            kept.append(verb)
        }
        return kept
    }

    /// 问 in 台湾问题 asks nothing, 说 in 对英国来说 and 指 in 指令 say nothing; nor does a verb that 的 or 之前 makes a noun (所称的, 这个表示之前).
    private func isWithinWord(_ chunk: Chunk, _ sentence: ReadSentence) -> Bool {
        let range = sentence.range
        if words.has(.behindVerb, at: chunk.end, of: text, within: range) { return true }
        guard chunk.length == 1 else { return false }
        return words[.notVerb].contains { word in
            word.firstIndex(of: text[chunk.start]).map { text.has(word, at: chunk.start - $0, within: range) } ?? false
        }
    }

    /// 透露 in 一位不愿透露姓名的官员 tells nothing.
    private func keepsName(_ chunk: Chunk, _ sentence: ReadSentence) -> Bool {
        words.has(.keptBack, at: chunk.end, of: text, within: sentence.range)
    }

    /// The voices of a sentence, in order.
    func voices(in index: Int, verbs: [SpeechVerb]) -> [Voice] {
        let sentence = sentences[index]
        var voices = joined(sentence, index)
        voices += publications(sentence).filter { !overlaps($0, voices) }.map {
            Voice(
                mention: stranger($0, $0, isPerson: false), kind: .publication, sentence: index, name: $0, refers: false,
                key: text.string($0))
        }
        voices.sort { $0.start < $1.start }
        let words = verbs.compactMap { subjectWords($0, sentence) }.filter { !overlaps($0, voices) }.map {
            let document = self.words.document($0, of: text)
            return Voice(
                mention: stranger($0, $0, isPerson: true), kind: .words, sentence: index, name: $0,
                refers: document != nil || isReference($0), document: document, key: text.string($0))
        }
        var seen: Set<Int> = []
        return (voices + words.filter { seen.insert($0.start).inserted }).sorted { $0.start < $1.start }
    }

    // MARK: - Private

    /// Mentions and names, a name joined to the title before it.
    private func joined(_ sentence: ReadSentence, _ index: Int) -> [Voice] {
        let names = self.names.names(in: sentence.range)
        var kept = sentence.mentions.filter { mention in
            !isCommittee(mention, sentence)
                && !names.contains { name in
                    name.start < mention.end && mention.start < name.end
                        && !(mention.isPerson && mention.kind == .person && mention.end >= name.end && !mention.codes.isEmpty)
                }
        }
        var voices: [Voice] = []
        for name in names where !kept.contains(where: { $0.start < name.end && name.start < $0.end }) {
            var mention = stranger(name.start..<name.end, name.full, isPerson: true)
            if let title = kept.firstIndex(where: { isTitle($0, before: name.start) }) {
                let title = kept.remove(at: title)
                mention.start = title.start
                mention.codes = title.codes
                mention.acts = title.acts && title.office != nil
                mention.office = title.office
                mention.sector = title.sector
            }
            voices.append(
                Voice(mention: mention, kind: .name, sentence: index, name: name.full, refers: false, key: text.string(name.full)))
        }
        let read = kept.map { mention in
            let name = (mention.isPerson ? max(mention.start, mention.nameStart) : mention.start)..<mention.end
            return Voice(
                mention: mention, kind: .mention, sentence: index, name: name, refers: refers(mention),
                key: mention.isPerson ? mention.name : text.string(name))
        }
        return (voices + read).sorted { $0.start < $1.start }
    }

    /// 委员 in 委员会 is nobody.
    private func isCommittee(_ mention: Mention, _ sentence: ReadSentence) -> Bool {
        mention.kind == .office && mention.end < sentence.range.upperBound && text[mention.end] == 0x4F1A
    }

    private func isTitle(_ mention: Mention, before start: Int) -> Bool {
        guard !mention.isPerson, mention.kind != .pronoun, mention.end <= start, start - mention.end <= 1 else { return false }
        return mention.end == start || text[mention.end] == 0x20
    }

    private func refers(_ mention: Mention) -> Bool {
        if mention.kind == .pronoun { return Self.pronouns.contains(text[mention.start]) }
        return mention.kind == .office && !mention.isPerson && isKnownHolder(mention)
    }

    /// 该官员 and 外长 are somebody named before; 美国国务院官员, 一名官员 and 专家 are whoever they are.
    private func isKnownHolder(_ mention: Mention) -> Bool {
        let before = text[max(0, mention.start - 3)..<mention.start]
        if before.contains(where: Voice.pointers.contains) { return true }
        // 一名发言人 behind 英国外交部 speaks for it.
        if text.has(Self.spokesman, endingAt: mention.end, within: mention.start..<mention.end) {
            return mention.codes.isEmpty || mention.inferred
        }
        return (mention.codes.isEmpty || mention.inferred) && !Self.generic.contains(text[mention.end - 1])
            && !before.suffix(1).contains(where: Self.indefinite.contains)
    }

    private static let spokesman = CodePoints(points: "发言人")
    /// The last characters of what many are: 官员, 专家, 学者, 消息人士, 分析师, 代表.
    private static let generic = PointSet("员官家者士师表授民方")
    private static let indefinite = PointSet("名位些个有多几")

    /// 他 她 它 其 该 后者 前者 前述: who these are was said before. 我们 and 双方 speak for nobody.
    private static let pronouns = PointSet("他她它其该后前")

    /// 声明说, 作者写道: whose words these are was said before.
    private func isReference(_ range: Range<Int>) -> Bool {
        Voice.pointers.contains(text[range.lowerBound]) || words.ends(range, in: .author, of: text)
    }

    /// 《環球時報》.
    private func publications(_ sentence: ReadSentence) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for at in sentence.range {
            if text[at] == 0x300A {
                open = at + 1
            } else if text[at] == 0x300B, let start = open {
                if (2...12).contains(at - start) { found.append(start..<at) }
                open = nil
            }
        }
        return found
    }

    /// The words of a clause before a verb (有网友, 该报告), up to a preposition; nil where they are too many or hold an act.
    private func subjectWords(_ verb: SpeechVerb, _ sentence: ReadSentence) -> Range<Int>? {
        let clause = sentence.clauseRange(at: max(sentence.range.lowerBound, verb.start - 1))
        guard clause.upperBound >= verb.start else { return nil }
        var (low, high) = (clause.lowerBound, verb.start)
        while low < high, !isHan(text[low]) && !isLatin(text[low]) && !isDigit(text[low]) { low += 1 }
        if low < high, text[low] == 0x636E { low += 1 }  // 据
        if let time = sentence.times.first(where: { $0.start == low }) { low = min(time.end, high) }
        if let cut = (low..<high).dropFirst(1).first(where: { Self.cuts.contains(text[$0]) }) { high = cut }
        if let time = sentence.times.first(where: { $0.start > low && $0.start < high }) { high = time.start }
        while high > low, !isHan(text[high - 1]) && !isLatin(text[high - 1]) { high -= 1 }
        guard (2...16).contains(high - low), !words.has(.noSubject, at: low, of: text, within: low..<high),
            !sentence.triggers.contains(where: { $0.start >= low && $0.headEnd <= high })
        else {
            return nil
        }
        return low..<high
    }

    private static let cuts = PointSet("在对向就于并则也还又都已曾今周将却仍更最接以，")

    private func stranger(_ range: Range<Int>, _ name: Range<Int>, isPerson: Bool) -> Mention {
        Mention(
            start: range.lowerBound, end: range.upperBound, nameStart: range.lowerBound, kind: .person, codes: [], acts: false,
            name: text.string(name), isPerson: isPerson)
    }

    private func overlaps(_ range: Range<Int>, _ voices: [Voice]) -> Bool {
        voices.contains { $0.start < range.upperBound && range.lowerBound < $0.end }
    }
}
