import Prose
import World

/// Finds, sentence by sentence, who may be speaking and the verbs by which they do.
struct VoiceFinder {
    let sentences: [ReadSentence]
    let text: CodePoints
    let world: World
    private let names: NameFinder

    init(sentences: [ReadSentence], text: CodePoints, world: World) {
        self.sentences = sentences
        self.text = text
        self.world = world
        names = NameFinder(sentences, text)
    }

    /// The verbs of a sentence, in order.
    func verbs(in index: Int) -> [SpeechVerb] {
        let sentence = sentences[index]
        let said = sentence.chunks.filter { $0.entry.kind == .speech && !isWithinWord($0, sentence) && !keepsName($0, sentence) }.map {
            SpeechVerb(start: $0.start, end: $0.end, force: $0.entry.sector.flatMap { SpeechVerb.Force(rawValue: $0) } ?? .plain)
        }
        let done = sentence.triggers.filter { world.frames[$0.frame].type.isSaid }
            .map { SpeechVerb(start: $0.start, end: $0.headEnd, force: nil) }
        var kept: [SpeechVerb] = []
        for verb in (said + done).sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
        where kept.last.map({ $0.end <= verb.start }) ?? true {
            kept.append(verb)
        }
        return kept
    }

    /// 问 in 台湾问题 asks nothing.
    private func isWithinWord(_ chunk: Chunk, _ sentence: ReadSentence) -> Bool {
        chunk.length == 1 && text[chunk.start] == 0x95EE && chunk.end < sentence.range.upperBound && text[chunk.end] == 0x9898
    }

    /// 透露 in 一位不愿透露姓名的官员 tells nothing.
    private func keepsName(_ chunk: Chunk, _ sentence: ReadSentence) -> Bool {
        ["姓名", "身份", "名字"].contains { text.has(CodePoints(points: $0), at: chunk.end, within: sentence.range) }
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
            Voice(
                mention: stranger($0, $0, isPerson: true), kind: .words, sentence: index, name: $0,
                refers: isReference($0) || isDocument($0), isDocument: isDocument($0), key: text.string($0))
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
        mention.kind == .pronoun ? Self.pronouns.contains(text[mention.start]) : mention.kind == .office && !mention.isPerson
    }

    /// 他 她 它 其 该 后者 前者 前述: who these are was said before. 我们 and 双方 speak for nobody.
    private static let pronouns = PointSet("他她它其该后前")

    /// 声明说, 作者写道: whose words these are was said before.
    private func isReference(_ words: Range<Int>) -> Bool {
        Self.pointing.contains(text[words.lowerBound]) || ends(words, Self.roles)
    }

    private func isDocument(_ words: Range<Int>) -> Bool { ends(words, Self.documents) }

    private func ends(_ words: Range<Int>, _ all: [CodePoints]) -> Bool {
        all.contains { text.has($0, endingAt: words.upperBound, within: words) }
    }

    private static let pointing = PointSet("该这此")
    private static let roles = ["作者", "发言人", "官员", "两人", "消息"].map { CodePoints(points: $0) }
    private static let documents = [
        "报告", "报告中", "声明", "声明中", "文章", "信中", "信", "社论", "社评", "公报", "文件", "邮件", "文中", "帖文", "贴文", "评论", "报道", "文",
    ].map { CodePoints(points: $0) }

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
        let clause = sentence.clauses[sentence.clause(at: max(sentence.range.lowerBound, verb.start - 1))]
        guard clause.upperBound >= verb.start else { return nil }
        var (low, high) = (clause.lowerBound, verb.start)
        while low < high, !isHan(text[low]) && !isLatin(text[low]) && !isDigit(text[low]) { low += 1 }
        if low < high, text[low] == 0x636E { low += 1 }  // 据
        if let time = sentence.times.first(where: { $0.start == low }) { low = min(time.end, high) }
        if let cut = (low..<high).dropFirst(1).first(where: { Self.cuts.contains(text[$0]) }) { high = cut }
        if let time = sentence.times.first(where: { $0.start > low && $0.start < high }) { high = time.start }
        while high > low, !isHan(text[high - 1]) && !isLatin(text[high - 1]) { high -= 1 }
        guard (2...16).contains(high - low), !sentence.triggers.contains(where: { $0.start >= low && $0.headEnd <= high }) else {
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
