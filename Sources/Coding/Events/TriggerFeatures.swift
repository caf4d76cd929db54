import Prose
import World

/// What the event model looks at: the words of a trigger and its surroundings.
struct TriggerFeatures {
    let scene: Scene
    let sentence: ReadSentence
    let candidate: Candidate

    private let named: Bool
    /// The candidate's clause, and which of the sentence's it is.
    let clause: Range<Int>
    private let clauseIndex: Int
    private let subject: Mention?
    /// What features are joined with: the words' readings, and these beside the words themselves.
    private let reading: [Features.Context]
    private let contexts: [Features.Context]

    /// - Parameter named: whether to keep the features' names, for learning and explaining.
    init(_ scene: Scene, _ candidate: Candidate, named: Bool = false) {
        self.named = named
        self.scene = scene
        self.candidate = candidate
        sentence = scene.sentences[candidate.sentence]
        clauseIndex = sentence.clause(at: candidate.start)
        clause = sentence.clauses[clauseIndex]
        subject = scene.subject(of: candidate)
        reading = [Features.Context("f=", Self.readings(candidate, scene.world), named: named)]
        contexts = [Features.Context("w=", scene.text[candidate.start..<candidate.headEnd], named: named)] + reading
    }

    private static func readings(_ candidate: Candidate, _ world: World) -> String {
        let first = world.frames[candidate.frames[0]].type.rawValue
        if world.frames[candidate.frames[0]].isHint { return "~" + first }
        return candidate.frames.count == 1
            ? first : unique(candidate.frames.map { world.frames[$0].type.rawValue }).sorted().joined(separator: "/")
    }

    /// - Parameter whole: whether with those that all triggers of the sentence share.
    func features(whole: Bool = true) -> Features {
        var features = Features(named: named)
        let word = scene.text[candidate.start..<candidate.headEnd]
        features.add("bias")
        features.add("w=", word)
        features.add("f=", Self.readings(candidate, scene.world))
        // 强烈谴责 and 再次谴责 share what 谴责 taught.
        features.add("e2=", word.suffix(2))
        features.add("b2=", word.prefix(2))
        features.add("shape=", scene.world.frames[candidate.frames[0]].shape.rawValue, with: reading)
        for mode in unique(candidate.frames.compactMap { scene.world.frames[$0].mode }) { features.add("mode=", mode) }
        if candidate.end > candidate.headEnd { features.add("gapped", with: contexts) }
        neighbours(&features)
        markers(&features)
        parties(&features)
        surroundings(&features)
        window(&features)
        article(&features)
        if whole { features.add(Self.whole(scene, candidate.sentence, named: named)) }
        voices(&features)
        return features
    }

    // MARK: - Private

    private func neighbours(_ features: inout Features) {
        let (text, range) = (scene.blanked, sentence.range)
        let before = text[max(range.lowerBound, candidate.start - 2)..<candidate.start]
        let after = text[candidate.headEnd..<min(range.upperBound, candidate.headEnd + 2)]
        features.add("p2=", before)
        features.add("p1=", before.suffix(1), with: contexts)
        features.add("n2=", after)
        features.add("n1=", after.prefix(1), with: contexts)
        if let chunk = sentence.chunks.last(where: { $0.end == candidate.start }) {
            features.add("pc=", label(chunk), chunk.entry.acts || !isParty(chunk) ? "" : "-", with: reading)
        }
        if let chunk = sentence.chunks.first(where: { $0.start == candidate.headEnd }) {
            features.add("nc=", label(chunk), chunk.entry.acts || !isParty(chunk) ? "" : "-", with: reading)
        }
    }

    private func isParty(_ chunk: Chunk) -> Bool { chunk.entry.kind != .marker && chunk.entry.kind != .speech }

    private func label(_ chunk: Chunk) -> String { chunk.entry.kind == .marker ? chunk.entry.name : chunk.entry.kind.rawValue }

    private func markers(_ features: inout Features) {
        var seen: [UInt64] = []
        for chunk in sentence.chunks where chunk.entry.kind == .marker {
            if chunk.start >= clause.lowerBound && chunk.end <= candidate.start {
                let distance = scene.letters(in: chunk.end..<candidate.start)
                addOnce(context("m=", chunk.entry.sector ?? "", distance <= 1 ? "!" : ""), contexts, &seen, &features)
                if distance <= 3 { addOnce(context("mw=", chunk.entry.name), contexts, &seen, &features) }
            } else if chunk.start >= candidate.headEnd && chunk.end <= clause.upperBound {
                addOnce(context("ma=", chunk.entry.sector ?? ""), contexts, &seen, &features)
            }
        }
        if let time = sentence.times.last(where: { $0.end <= candidate.start }) ?? sentence.times.first, let today = scene.document.today {
            features.add("time=", time.first > today ? "ahead" : (today - time.first > 366 ? "old" : "past"), with: reading)
        }
    }

    private func parties(_ features: inout Features) {
        let mentions = sentence.mentions
        let inClause = { mentions[$0].start >= clause.lowerBound && mentions[$0].end <= clause.upperBound }
        let before = parties { inClause($0) && mentions[$0].end <= candidate.start }
        let after = parties { inClause($0) && mentions[$0].start >= candidate.headEnd }
        features.add("ba=", min(before, 2), "/", min(after, 2), with: contexts)
        features.add("codes=", min(parties { _ in true }, 3), with: reading)
        features.add("acting=", min(parties { mentions[$0].acts }, 3), with: reading)
        if let subject {
            features.add("subject=", subject.acts ? "" : "no-", subject.kind.rawValue, subject.codes.isEmpty ? "?" : "", with: contexts)
            if let sector = subject.sector { features.add("sector=", sector, with: reading) }
        } else {
            features.add("subject=none", with: contexts)
        }
    }

    /// How many parties the sentence's mentions of a kind name.
    private func parties(_ isMeant: (Int) -> Bool) -> Int {
        var found: [String] = []
        found.reserveCapacity(8)
        for index in sentence.mentions.indices where isMeant(index) {
            for code in sentence.mentions[index].codes where !found.contains(code) { found.append(code) }
        }
        return found.count
    }

    /// Whose word the clause is: an office's, an analyst's, a paper's, or nobody's but the outlet's.
    private var teller: String {
        guard let source = scene.source(of: candidate) else { return "none" }
        guard let mention = source.voice?.mention else { return "named" }
        return (mention.acts && !mention.codes.isEmpty ? "acting/" : "other/") + (mention.sector ?? "")
    }

    private func surroundings(_ features: inout Features) {
        features.add("in=", sentence.kind.rawValue, with: reading)
        if let quote = scene.quote(at: candidate.start) {
            let speaker = quote.speaker.map { $0.acts && !$0.codes.isEmpty ? "acting" : "other" } ?? "none"
            features.add("quoted=", speaker, with: contexts)
        } else {
            features.add("told=", teller, with: contexts)
        }
        features.add("clause=", min(clauseIndex, 3))
        if let previous = sentence.triggers.last(where: { $0.headEnd <= candidate.start }) {
            features.add("pt=", scene.world.frames[previous.frame].type.rawValue, "/", nearness(previous.start), with: reading)
            if candidate.start - previous.headEnd <= 1 { features.add("pt-touches", with: reading) }
        } else {
            features.add("pt=none", with: reading)
        }
        if let next = sentence.triggers.first(where: { $0.start >= candidate.headEnd }) {
            features.add("nt=", scene.world.frames[next.frame].type.rawValue, "/", nearness(next.start), with: reading)
            if next.start - candidate.headEnd <= 1 { features.add("nt-touches", with: reading) }
        }
        if let said = sentence.chunks.last(where: { $0.entry.kind == .speech && $0.end <= candidate.start }) {
            features.add("said/", nearness(said.start), with: reading)
        }
        if let last = sentence.range.last, scene.text[last] == 0xFF1F { features.add("question", with: reading) }
    }

    private func nearness(_ point: Int) -> String { sentence.clause(at: point) == clauseIndex ? "same" : "other" }

    /// What the whole article is about, and how much else the sentence tells.
    private func article(_ features: inout Features) {
        features.add("titled=", min(scene.titleCodes.count, 3), with: reading)
        let named = scene.titleCodes.filter { code in sentence.mentions.contains { $0.codes.contains(code) } }
        features.add("title-named=", min(named.count, 2), with: reading)
        if sentence.kind != .title {
            let news = scene.titleTrigger.map { scene.world.frames[$0].type.rawValue } ?? "none"
            features.add("title-act=", news, with: reading)
            features.add("title-act=", news, named.isEmpty ? "-" : "+", with: reading)
        }
        features.add("triggers=", min(sentence.triggers.count, 4))
        if let subject, subject.end <= candidate.start {
            let gap = scene.letters(in: subject.end..<candidate.start)
            features.add("subject-gap=", gap == 0 ? "0" : gap <= 3 ? "near" : gap <= 10 ? "mid" : "far", with: reading)
        }
    }

    /// Analysts, newspapers and former officials, and officials in office, of the sentence and of the one before: whose word is this?
    private func voices(_ features: inout Features) {
        var seen: [UInt64] = []
        for chunk in scene.holders[candidate.sentence] { add(chunk, chunk.end <= candidate.start ? "-" : "+", &seen, &features) }
        if candidate.sentence > 0 { for chunk in scene.holders[candidate.sentence - 1] { add(chunk, "p", &seen, &features) } }
    }

    private func add(_ chunk: Chunk, _ place: String, _ seen: inout [UInt64], _ features: inout Features) {
        let who = chunk.entry.acts ? "of" : "np"
        addOnce(context(who, place), reading, &seen, &features)
        // A body of one state bears that state's name in all but letters.
        if chunk.entry.code == nil { addOnce(context(who, place, "=", chunk.entry.name), reading, &seen, &features) }
    }

    private func context(_ a: String, _ b: String, _ c: String = "", _ d: String = "") -> Features.Context {
        Features.Context(a, b, c, d, named: named)
    }

    private func addOnce(_ name: Features.Context, _ contexts: [Features.Context], _ seen: inout [UInt64], _ features: inout Features) {
        if seen.contains(name.hash) { return }
        seen.append(name.hash)
        features.add(name, with: contexts)
    }
}
