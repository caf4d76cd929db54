import Prose
import World

/// One answer to who speaks: a voice, and for 他 and 声明 whom it stands for.
struct Speaker: Sendable {
    let voice: Voice
    let referent: Voice?
    /// Taken over from the quotation before.
    let isSame: Bool

    /// Whom the words mean.
    var meant: Voice { referent.map(voice.meaning) ?? voice }
    /// Who it is.
    var named: Voice { referent ?? voice }
}

extension Attribution {
    /// How many sentences back somebody may be named who speaks now.
    private static let reach = 3

    /// Everybody who may speak a quotation, given whom the one before was attributed to.
    func speakers(of span: QuotedSpan, after previous: Speaker?) -> [Speaker] {
        let low = max(0, span.sentences.lowerBound - Self.reach)
        let high = min(sentences.count - 1, span.sentences.upperBound + 1)
        var before: [Voice] = []
        for index in stride(from: span.sentences.lowerBound, through: low, by: -1) where before.count < 16 {
            before += voices[index].reversed().lazy.filter { $0.end <= span.range.lowerBound }.prefix(16 - before.count)
        }
        var after: [Voice] = []
        for index in span.sentences.upperBound...high where after.count < 6 {
            after += voices[index].lazy.filter { $0.start > span.range.upperBound }.prefix(6 - after.count)
        }
        var found = (before + after).flatMap { voice in
            let meant = voice.refers ? referents(of: voice, previous).map { Speaker(voice: voice, referent: $0, isSame: false) } : []
            let isPointer =
                voice.mention.kind == .pronoun || (voice.isDocument || Voice.pointers.contains(text[voice.start])) && !meant.isEmpty
            return (isPointer ? [] : [Speaker(voice: voice, referent: nil, isSame: false)]) + meant
        }
        if let previous { found.append(Speaker(voice: previous.voice, referent: previous.referent, isSame: true)) }
        return found
    }

    /// Whom 他 or 声明 may stand for: those named shortly before, each once, and whoever spoke last.
    func referents(of voice: Voice, _ previous: Speaker?) -> [Voice] {
        var found: [Voice] = []
        if let last = previous?.named, last.start < voice.start, mayMean(voice, last) { found.append(last) }
        for index in stride(from: voice.sentence, through: max(0, voice.sentence - Self.reach - 1), by: -1) where found.count < 8 {
            for other in voices[index].reversed() where other.end <= voice.start && mayMean(voice, other) && found.count < 8 {
                if !found.contains(where: { $0.id == other.id }) { found.append(other) }
            }
        }
        guard voice.isDocument else { return found }
        for further in makers(of: voice) + [paper(before: voice)].compactMap({ $0 }) where !found.contains(where: { $0.id == further.id }) {
            found.append(further)
        }
        return found
    }

    /// Those named before 声明 where the article speaks of one first and last (中国外交部发表声明): whose it may be, however far above.
    private func makers(of voice: Voice) -> [Voice] {
        guard let document = voice.document, document.count > 1 else { return [] }
        let isTold = { (index: Int) in self.place(of: document, in: index) != nil }
        let before = stride(from: voice.sentence - 1, through: max(0, voice.sentence - Self.memory), by: -1)
        guard let last = before.first(where: isTold) else { return [] }
        let first = (0..<min(Self.beginning, last)).first(where: isTold)
        return [last, first].compactMap { $0 }.flatMap { index in
            let place = place(of: document, in: index) ?? 0
            return voices[index].lazy.filter { $0.end <= place && $0.isReferent && $0.kind != .words }.suffix(3).reversed()
        }
    }

    /// How many sentences back a text may have been spoken of, and how many of the article's first are looked at.
    private static let (memory, beginning) = (40, 12)

    /// Where a word stands first in a sentence's first part: all of most, no more of one without end.
    func place(of word: CodePoints, in index: Int) -> Int? {
        let range = sentences[index].range
        return range.prefix(200).first { text[$0] == word[0] && text.has(word, at: $0, within: range) }
    }

    /// 他 is a person; 文章 is a paper's or its author's, 声明 no state's whole.
    private func mayMean(_ voice: Voice, _ referent: Voice) -> Bool {
        guard referent.isReferent, referent.kind != .words || voice.kind != .words else { return false }
        if voice.mention.kind == .pronoun, text[voice.start] == 0x4ED6 || text[voice.start] == 0x5979 { return referent.mention.isPerson }
        guard voice.kind == .words else { return true }
        if text.has(Self.report, endingAt: voice.end, within: voice.start..<voice.end) { return isPaper(referent) }
        if Self.bodyEnds.contains(text[voice.end - 1]), !voice.isDocument { return !referent.mention.isPerson }
        return !voice.isDocument || referent.mention.kind != .state
    }

    private static let report = CodePoints(points: "报道")
    /// The last characters of what is a body: 该委员会, 这所学院, 这家公司.
    private static let bodyEnds = PointSet("会院司厂社局部校台构织业心站团")

    /// The paper named last, however far above: articles that retell a comment name it once.
    private func paper(before voice: Voice) -> Voice? {
        for index in stride(from: voice.sentence, through: 0, by: -1) {
            if let paper = voices[index].last(where: { $0.end <= voice.start && isPaper($0) }) {
                return paper
            }
        }
        return nil
    }

    private func isPaper(_ voice: Voice) -> Bool {
        voice.mention.sector == "MED"
            || voice.kind == .publication && words.ends(voice.start..<voice.end, in: .paper, of: text)
    }
}
