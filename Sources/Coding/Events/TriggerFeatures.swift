import Prose
import World

/// What the event model looks at: the words of a trigger and its surroundings.
struct TriggerFeatures {
    let scene: Scene
    let sentence: ReadSentence
    let candidate: Candidate

    private let named: Bool

    /// - Parameter named: whether to keep the features' names, for learning and explaining.
    init(_ scene: Scene, _ candidate: Candidate, named: Bool = false) {
        self.named = named
        self.scene = scene
        self.candidate = candidate
        sentence = scene.sentences[candidate.sentence]
    }

    func features() -> Features {
        var features = Features(named: named)
        let word = scene.text.string(candidate.start..<candidate.headEnd)
        let readings = unique(candidate.frames.map { scene.world.frames[$0].type.rawValue }).sorted().joined(separator: "/")
        let shape = scene.world.frames[candidate.frames[0]].shape.rawValue
        let contexts = [Features.Context("w=" + word), Features.Context("f=" + readings)]
        features.add("bias")
        features.add("w=" + word)
        features.add("f=" + readings)
        // 强烈谴责 and 再次谴责 share what 谴责 taught.
        features.add("e2=" + word.suffix(2))
        features.add("b2=" + word.prefix(2))
        features.add("shape=" + shape, with: [contexts[1]])
        for mode in unique(candidate.frames.compactMap { scene.world.frames[$0].mode }) { features.add("mode=" + mode) }
        if candidate.end > candidate.headEnd { features.add("gapped", with: contexts) }
        neighbours(&features, contexts)
        markers(&features, contexts)
        parties(&features, contexts)
        surroundings(&features, contexts)
        window(&features)
        article(&features, contexts)
        whole(&features)
        voices(&features, contexts)
        return features
    }

    // MARK: - Private

    private func neighbours(_ features: inout Features, _ contexts: [Features.Context]) {
        let (text, range) = (scene.blanked, sentence.range)
        let before = text.string(max(range.lowerBound, candidate.start - 2)..<candidate.start)
        let after = text.string(candidate.headEnd..<min(range.upperBound, candidate.headEnd + 2))
        features.add("p2=" + before)
        features.add("p1=" + before.suffix(1), with: contexts)
        features.add("n2=" + after)
        features.add("n1=" + after.prefix(1), with: contexts)
        if let chunk = sentence.chunks.last(where: { $0.end == candidate.start }) {
            features.add("pc=" + label(chunk), with: [contexts[1]])
        }
        if let chunk = sentence.chunks.first(where: { $0.start == candidate.headEnd }) {
            features.add("nc=" + label(chunk), with: [contexts[1]])
        }
    }

    private func label(_ chunk: Chunk) -> String {
        switch chunk.entry.kind {
        case .marker: chunk.entry.name
        case .speech: "speech"
        default: chunk.entry.kind.rawValue + (chunk.entry.acts ? "" : "-")
        }
    }

    private func markers(_ features: inout Features, _ contexts: [Features.Context]) {
        let clause = sentence.clauses[sentence.clause(at: candidate.start)]
        var kinds: Set<String> = []
        for chunk in sentence.chunks where chunk.entry.kind == .marker && chunk.start >= clause.lowerBound && chunk.end <= candidate.start {
            let distance = candidate.start - chunk.end
            kinds.insert("m=" + (chunk.entry.sector ?? "") + (distance <= 1 ? "!" : ""))
            if distance <= 3 { kinds.insert("mw=" + chunk.entry.name) }
        }
        for chunk in sentence.chunks where chunk.entry.kind == .marker && chunk.start >= candidate.headEnd && chunk.end <= clause.upperBound
        {
            kinds.insert("ma=" + (chunk.entry.sector ?? ""))
        }
        for kind in kinds.sorted() { features.add(kind, with: contexts) }
        if let time = sentence.times.last(where: { $0.end <= candidate.start }) ?? sentence.times.first, let today = scene.document.today {
            let when = time.first > today ? "ahead" : (today - time.first > 366 ? "old" : "past")
            features.add("time=" + when, with: [contexts[1]])
        }
    }

    private func parties(_ features: inout Features, _ contexts: [Features.Context]) {
        let clause = sentence.clauses[sentence.clause(at: candidate.start)]
        let inClause = sentence.mentions.filter { $0.start >= clause.lowerBound && $0.end <= clause.upperBound }
        let before = unique(inClause.filter { $0.end <= candidate.start }.flatMap(\.codes)).count
        let after = unique(inClause.filter { $0.start >= candidate.headEnd }.flatMap(\.codes)).count
        features.add("ba=\(min(before, 2))/\(min(after, 2))", with: contexts)
        let all = unique(sentence.mentions.flatMap(\.codes)).count
        features.add("codes=\(min(all, 3))", with: [contexts[1]])
        let acting = unique(sentence.mentions.filter(\.acts).flatMap(\.codes)).count
        features.add("acting=\(min(acting, 3))", with: [contexts[1]])
        let subject = scene.subject(of: candidate)
        let kind = subject.map { ($0.acts ? "" : "no-") + $0.kind.rawValue + ($0.codes.isEmpty ? "?" : "") } ?? "none"
        features.add("subject=" + kind, with: contexts)
        if let sector = subject?.sector { features.add("sector=" + sector, with: [contexts[1]]) }
    }

    private func surroundings(_ features: inout Features, _ contexts: [Features.Context]) {
        features.add("in=" + sentence.kind.rawValue, with: [contexts[1]])
        if let quote = scene.quote(at: candidate.start) {
            let speaker = quote.speaker.map { $0.acts && !$0.codes.isEmpty ? "acting" : "other" } ?? "none"
            features.add("quoted=" + speaker, with: contexts)
        }
        let clause = sentence.clause(at: candidate.start)
        features.add("clause=\(min(clause, 3))")
        if let previous = sentence.triggers.last(where: { $0.headEnd <= candidate.start }) {
            let near = sentence.clause(at: previous.start) == clause ? "same" : "other"
            features.add("pt=\(scene.world.frames[previous.frame].type.rawValue)/\(near)", with: [contexts[1]])
            if candidate.start - previous.headEnd <= 1 { features.add("pt-touches", with: [contexts[1]]) }
        } else {
            features.add("pt=none", with: [contexts[1]])
        }
        if let next = sentence.triggers.first(where: { $0.start >= candidate.headEnd }) {
            let near = sentence.clause(at: next.start) == clause ? "same" : "other"
            features.add("nt=\(scene.world.frames[next.frame].type.rawValue)/\(near)", with: [contexts[1]])
            if next.start - candidate.headEnd <= 1 { features.add("nt-touches", with: [contexts[1]]) }
        }
        if let said = sentence.chunks.last(where: { $0.entry.kind == .speech && $0.end <= candidate.start }) {
            features.add("said/\(sentence.clause(at: said.start) == clause ? "same" : "other")", with: [contexts[1]])
        }
        if let last = sentence.range.last, scene.text[last] == 0xFF1F { features.add("question", with: [contexts[1]]) }
    }

    private static let before = Features.Context("c-")
    private static let after = Features.Context("c+")
    private static let anywhere = Features.Context("s")

    /// Pairs of characters near the trigger, told apart only by side.
    private func window(_ features: inout Features) {
        let clause = sentence.clauses[sentence.clause(at: candidate.start)]
        let text = scene.blanked
        let low = max(clause.lowerBound, candidate.start - 10)
        for at in low..<max(low, candidate.start - 1) where isHan(text[at]) && isHan(text[at + 1]) {
            features.add(Self.before, text[at], text[at + 1])
        }
        let high = min(clause.upperBound, candidate.headEnd + 12)
        for at in candidate.headEnd..<max(candidate.headEnd, high - 1) where isHan(text[at]) && isHan(text[at + 1]) {
            features.add(Self.after, text[at], text[at + 1])
        }
        let rest = clause.upperBound - candidate.headEnd
        features.add("rest=\(rest <= 1 ? "0" : rest <= 4 ? "few" : "more")")
    }

    /// What the whole article is about, and how much else the sentence tells.
    private func article(_ features: inout Features, _ contexts: [Features.Context]) {
        features.add("titled=\(min(scene.titleCodes.count, 3))", with: [contexts[1]])
        let named = Set(sentence.mentions.flatMap(\.codes))
        features.add("title-named=\(min(scene.titleCodes.filter(named.contains).count, 2))", with: [contexts[1]])
        features.add("triggers=\(min(sentence.triggers.count, 4))")
        if let subject = scene.subject(of: candidate), subject.end <= candidate.start {
            let gap = candidate.start - subject.end
            features.add("subject-gap=\(gap == 0 ? "0" : gap <= 3 ? "near" : gap <= 10 ? "mid" : "far")", with: [contexts[1]])
        }
    }

    /// Every pair of characters of the sentence: much that tells an act from its mere name stands far from the trigger.
    private func whole(_ features: inout Features) {
        let (text, range) = (scene.blanked, sentence.range)
        for at in range.lowerBound..<max(range.lowerBound, range.upperBound - 1) where isHan(text[at]) && isHan(text[at + 1]) {
            features.add(Self.anywhere, text[at], text[at + 1])
        }
    }

    /// Analysts, newspapers and former officials, and officials in office, of the sentence and of the one before: whose word is this?
    private func voices(_ features: inout Features, _ contexts: [Features.Context]) {
        var found: Set<String> = []
        for chunk in sentence.chunks { found.formUnion(voice(chunk, chunk.end <= candidate.start ? "-" : "+")) }
        if candidate.sentence > 0 { for chunk in scene.sentences[candidate.sentence - 1].chunks { found.formUnion(voice(chunk, "p")) } }
        for name in found.sorted() { features.add(name, with: [contexts[1]]) }
    }

    private func voice(_ chunk: Chunk, _ place: String) -> [String] {
        switch chunk.entry.kind {
        case .office, .body, .person, .organisation:
            // A body of one state bears that state's name in all but letters.
            [(chunk.entry.acts ? "of" : "np") + place]
                + (chunk.entry.code == nil ? [(chunk.entry.acts ? "of" : "np") + place + "=" + chunk.entry.name] : [])
        default: []
        }
    }
}
