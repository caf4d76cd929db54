import Press
import Prose
import World

/// What the models look at that tell speech from scare quotes, and whose it is.
struct QuoteFeatures {
    let scene: Attribution
    let span: QuotedSpan
    /// The quotation before, if it was speech, and whose.
    let previous: (span: QuotedSpan, speaker: Speaker?)?
    private let named: Bool
    /// What stands before and behind the marks.
    private let context: String
    private let shape: Features.Context
    /// Whom the verb before the marks belongs to, and whom the verb behind them.
    private let before: Voice?
    private let behind: Voice?
    private let rules: Features.Context

    init(_ scene: Attribution, _ span: QuotedSpan, previous: (span: QuotedSpan, speaker: Speaker?)?, named: Bool = false) {
        self.scene = scene
        self.span = span
        self.previous = previous
        self.named = named
        let sentence = scene.sentences[span.sentences.lowerBound]
        let opens = span.range.lowerBound - sentence.range.lowerBound <= 2
        let point = Self.letter(scene.text, span.range.lowerBound - 2, sentence.range)
        let after = Self.after(scene, span)
        context = (opens ? "^" : isClauseStop(point) ? (point == 0xFF1A || point == 0x3A ? ":" : ",") : "-") + (after == nil ? "$" : "+")
        shape = Features.Context(context, named: named)
        let index = span.sentences.lowerBound
        before = scene.verb(in: index, before: span.range.lowerBound - 1).flatMap { scene.subject(of: $0, in: index) }
        var behind: Voice?
        if let after {
            let index =
                scene.sentences[span.sentences.upperBound].range.contains(after) ? span.sentences.upperBound : span.sentences.upperBound + 1
            behind = scene.verb(in: index, from: after, to: after + 60).flatMap { scene.subject(of: $0, in: index, from: after) }
        }
        self.behind = behind
        rules = Features.Context("rules=", before == nil ? "false/" : "true/", behind != nil, named: named)
    }

    // MARK: - Speech or not

    func speech() -> Features {
        var features = Features(named: named)
        let (text, range) = (scene.text, span.range)
        let sentence = scene.sentences[span.sentences.lowerBound]
        features.add("bias", with: [shape])
        features.add("in=", sentence.kind.rawValue, with: [shape])
        features.add("length=", Self.length(range.count), with: [shape])
        let closing = Self.letter(text, range.upperBound - 1, range)
        features.add("ends=", isClauseStop(closing) ? closing : Self.nothing, with: [shape])
        let stops = text[range].reduce(0) { $0 + (isClauseStop($1) ? 1 : 0) }
        features.add("stops=", min(stops, 4), with: [shape])
        let own = text[range.prefix(60)].contains { Self.persons.contains($0) }
        features.add("own=", own, with: [shape])
        features.add("spans=", min(span.sentences.count, 3))
        let low = max(sentence.range.lowerBound, range.lowerBound - 3)
        features.add("p2=", words(low..<max(low, range.lowerBound - 1)))
        features.add("p1=", words(max(low, range.lowerBound - 2)..<max(low, range.lowerBound - 1)), with: [shape])
        if let start = Self.after(scene, span) {
            let end = min(start + 2, text.count)
            features.add("n2=", words(start..<end))
            features.add("n1=", words(start..<min(start + 1, end)), with: [shape])
        }
        verbs(&features, sentence)
        features.add("b2=", words(range.prefix(2)))
        features.add("e2=", words(range.suffix(2)))
        for at in range.prefix(12).dropLast() where isHan(text[at]) && isHan(text[at + 1]) { features.add("q", text[at], text[at + 1]) }
        if let previous {
            let gap = sentence.passage - scene.sentences[previous.span.sentences.upperBound].passage
            features.add("was=", min(gap, 2), with: [shape])
            if range.lowerBound - previous.span.range.upperBound <= 4 { features.add("joined", with: [shape]) }
        }
        return features
    }

    private func verbs(_ features: inout Features, _ sentence: ReadSentence) {
        let open = span.range.lowerBound - 1
        if let verb = scene.verb(in: span.sentences.lowerBound, before: open) {
            let gap = Self.gap(open - verb.end)
            let isNear = sentence.clause(at: verb.start) == sentence.clause(at: max(sentence.range.lowerBound, open - 1))
            features.add("verb=", gap, verb.isPlain ? "/true/" : "/false/", isNear, with: [shape])
            if open - verb.end <= 12 { features.add("vw=", scene.text[verb.start..<verb.end], with: [shape]) }
        } else {
            features.add("verb=none", with: [shape])
        }
        if let start = Self.after(scene, span) {
            let index =
                scene.sentences[span.sentences.upperBound].range.contains(start) ? span.sentences.upperBound : span.sentences.upperBound + 1
            let verb = scene.verb(in: index, from: start, to: start + 40)
            features.add("then=", verb.map { Self.gap($0.start - start) } ?? "none", plain(verb), with: [shape])
        }
    }

    // MARK: - Whose

    /// Those that a voice gives whomever it means, then its own.
    func speaker(_ candidate: Speaker) -> Features {
        var features = shared(candidate)
        features.add(own(candidate, sayer: candidate.referent == nil ? nil : lastSayer(before: candidate.voice)))
        return features
    }

    /// What every speaker has whom a voice may mean.
    func shared(_ candidate: Speaker) -> Features {
        var features = Features(named: named)
        if !candidate.isSame { voice(&features, candidate.voice, refers: candidate.referent != nil) }
        return features
    }

    /// What only this one has.
    /// - Parameter sayer: who spoke last before the voice, where the voice may mean somebody.
    func own(_ candidate: Speaker, sayer: Voice?) -> Features {
        var features = Features(named: named)
        if candidate.isSame {
            same(&features)
            return features
        }
        let place = place(candidate.voice)
        let placed = [Features.Context(place, named: named)]
        features.add("count=", min(scene.count(candidate.named.id), 3), with: placed)
        if let said = previous?.speaker, said.named.id == candidate.named.id {
            features.add("said-before", with: [shape, placed[0], Features.Context(context, place, named: named)])
        }
        if let referent = candidate.referent { self.referent(&features, referent, of: candidate.voice, sayer) }
        return features
    }

    /// Who spoke last before a voice.
    func lastSayer(before voice: Voice) -> Voice? { scene.lastSayer(before: voice.start, in: voice.sentence) }

    private func same(_ features: inout Features) {
        guard let previous else { return }
        let here = scene.sentences[span.sentences.lowerBound]
        let there = scene.sentences[previous.span.sentences.upperBound]
        let sentences = span.sentences.lowerBound - previous.span.sentences.upperBound
        features.add("same", with: [shape, rules])
        features.add("same:passages=", min(here.passage - there.passage, 3), with: [shape, rules])
        features.add("same:sentences=", min(sentences, 4), with: [shape, rules])
        let verb = scene.verb(in: span.sentences.lowerBound, before: span.range.lowerBound - 1) != nil
        let others = scene.voices[span.sentences.lowerBound].contains { $0.end < span.range.lowerBound }
        features.add("same:verb=", verb ? "true/" : "false/", others, with: [shape])
        if span.range.lowerBound - previous.span.range.upperBound <= 4 { features.add("same:joined", with: [shape]) }
    }

    /// Where a voice stands to the quotation.
    private func place(_ voice: Voice) -> String {
        let passage = scene.sentences[voice.sentence].passage
        if voice.end <= span.range.lowerBound {
            if voice.sentence == span.sentences.lowerBound {
                let sentence = scene.sentences[voice.sentence]
                let clauses =
                    sentence.clause(at: max(sentence.range.lowerBound, span.range.lowerBound - 2)) - sentence.clause(at: voice.start)
                return "B" + String(min(clauses, 2))
            }
            let isSame = passage == scene.sentences[span.sentences.lowerBound].passage
            return "P" + String(min(span.sentences.lowerBound - voice.sentence, 3)) + (isSame ? "" : "p")
        }
        if voice.sentence == span.sentences.upperBound { return "A0" }
        return passage == scene.sentences[span.sentences.upperBound].passage ? "A1" : "A1p"
    }

    private func voice(_ features: inout Features, _ voice: Voice, refers: Bool) {
        let place = place(voice)
        let (text, sentence) = (scene.text, scene.sentences[voice.sentence])
        let placed = [Features.Context(place, named: named)]
        let contexts = [shape, placed[0], Features.Context(context, place, named: named)]
        features.add("bias", with: contexts + [rules])
        features.add(place, with: [rules])
        if before?.start == voice.start { features.add("before", with: [shape, rules]) }
        if behind?.start == voice.start { features.add("behind", with: [shape, rules]) }
        let kind = voice.kind == .mention ? voice.mention.kind.rawValue + (voice.mention.isPerson ? "!" : "") : voice.kind.rawValue
        features.add("kind=", kind, voice.refers ? "?" : "", refers ? ">" : "", with: contexts)
        features.add("acts=", voice.mention.acts ? "true/" : "false/", !voice.mention.codes.isEmpty, with: placed)
        let isBefore = voice.end <= span.range.lowerBound
        let bound = isBefore ? min(sentence.range.upperBound, span.range.lowerBound) : sentence.range.upperBound
        let tail = tail(of: voice, sentence)
        let verb = scene.verb(in: voice.sentence, from: tail, to: bound)
        let others = scene.voices[voice.sentence].count { $0.start >= voice.end && $0.end <= (verb?.start ?? bound) }
        features.add("verb=", verb.map { Self.gap($0.start - tail) } ?? "none", plain(verb), with: contexts)
        pattern(&features, voice, verb, others, kind)
        if tail >= sentence.range.upperBound - 1 { features.add("ends", with: contexts) }
        features.add("between=", min(others, 3), verb == nil ? "-" : "+", with: contexts)
        if let verb { features.add("vw=", text[verb.start..<verb.end], with: placed) }
        let earlier = scene.voices[voice.sentence].first { $0.start >= (isBefore ? sentence.range.lowerBound : span.range.upperBound) }
        features.add("first=", earlier?.start == voice.start, with: contexts)
        let opensClause = voice.start == sentence.range.lowerBound || isClauseStop(text[voice.start - 1])
        features.add("p1=", opensClause ? Self.clauseStart : letter(voice.start - 1), with: placed)
        features.add("n1=", words(tail..<min(tail + 1, sentence.range.upperBound)), with: placed)
        if isBefore, let last = scene.verb(in: voice.sentence, before: bound), let verb {
            features.add("last-verb=", last.start == verb.start, with: contexts)
        }
    }

    /// Behind a voice and the bracket with its foreign spelling.
    private func tail(of voice: Voice, _ sentence: ReadSentence) -> Int {
        let end = sentence.range.upperBound
        var at = voice.end
        while at < end, scene.text[at] == 0x20 { at += 1 }
        guard at < end, scene.text[at] == 0xFF08 || scene.text[at] == 0x28 else { return voice.end }
        let close = scene.text[at..<min(end, at + 60)].firstIndex { $0 == 0xFF09 || $0 == 0x29 }
        return close.map { min($0 + 1, end) } ?? voice.end
    }

    /// The ways in which speech is set: 王毅在会上说，“…”; “…，”王毅说.
    private func pattern(
        _ features: inout Features, _ voice: Voice, _ verb: SpeechVerb?, _ others: Int, _ kind: String
    ) {
        let open = span.range.lowerBound - 1
        let (reach, side): (Int, String) =
            voice.end <= open ? (open - (verb?.end ?? voice.end), "<") : (voice.start - span.range.upperBound, ">")
        let means = verb.map { $0.isPlain ? "said/" : "act/" } ?? "no/"
        features.add(
            side == "<" ? "pattern=<" : "pattern=>", means, min(others, 2), "/", Self.gap(reach),
            with: [shape, Features.Context(kind, named: named)])
        guard let verb else { return }
        let sentence = scene.sentences[voice.sentence]
        let isSame = sentence.clause(at: voice.start) == sentence.clause(at: verb.start)
        features.add("clause=", isSame, side, with: [shape])
        features.add("said=", side, words(verb.end..<min(verb.end + 1, sentence.range.upperBound)), with: [shape])
    }

    /// Whom a voice stands for.
    private func referent(_ features: inout Features, _ referent: Voice, of voice: Voice, _ sayer: Voice?) {
        let word = voice.mention.kind == .pronoun ? words(voice.start..<voice.end) : words(max(voice.start, voice.end - 2)..<voice.end)
        let contexts = [Self.meant, Features.Context("R=", word, named: named)]
        let sentence = scene.sentences[referent.sentence]
        let far = min(voice.sentence - referent.sentence, 4)
        let isSame = sentence.passage == scene.sentences[voice.sentence].passage
        features.add("far=", far, isSame, with: contexts)
        features.add("far=", far, "/", referent.mention.isPerson, with: contexts)
        let verb = scene.verb(in: referent.sentence, from: referent.end, to: sentence.range.upperBound)
        if let verb {
            let between = scene.voices[referent.sentence].count { $0.start >= referent.end && $0.end <= verb.start }
            features.add("agent=", Self.gap(verb.start - referent.end), "/", min(between, 2), with: contexts)
        } else {
            features.add("agent=none", with: contexts)
        }
        let people = scene.voices[referent.sentence].first { $0.isReferent && $0.mention.isPerson == referent.mention.isPerson }
        features.add("lead=", people?.start == referent.start, "/", far, with: contexts)
        let kind =
            referent.kind == .mention ? (referent.mention.isPerson ? "person" : referent.mention.kind.rawValue) : referent.kind.rawValue
        features.add("meant=", kind, referent.mention.codes.isEmpty ? "/false/" : "/true/", referent.mention.acts, with: contexts)
        features.add("meant=", kind, with: contexts)
        if let said = previous?.speaker, said.named.id == referent.id { features.add("was-speaker/", far, with: contexts) }
        features.add("meant-count=", min(scene.count(referent.id), 4), with: contexts)
        if scene.isGoverned(referent) { features.add("governed", with: contexts) }
        if let sayer {
            features.add("sayer=", sayer.id == referent.id, "/", far, with: contexts)
            features.add("sayer=", sayer.id == referent.id, with: contexts)
        }
        if referent.mention.name == voice.mention.name { features.add("read-so", with: contexts) }
    }

    // MARK: - Small measures

    /// Where the text goes on behind the closing mark; nil where the passage ends.
    private static func after(_ scene: Attribution, _ span: QuotedSpan) -> Int? {
        let last = span.sentences.upperBound
        let start = span.range.upperBound + 1
        if start < scene.sentences[last].range.upperBound { return start }
        guard last + 1 < scene.sentences.count, scene.sentences[last + 1].passage == scene.sentences[last].passage else { return nil }
        return scene.sentences[last + 1].range.lowerBound
    }

    /// Words for a feature's name: a line's end or a tab would end the name in the weights file.
    private func words(_ range: Range<Int>) -> ArraySlice<UInt32> {
        let words = scene.text[range]
        return words.contains { $0 < 0x20 } ? CodePoints(words.map { $0 < 0x20 ? 0xB6 : $0 })[...] : words
    }

    private func letter(_ at: Int) -> UInt32 { scene.text[at] < 0x20 ? 0xB6 : scene.text[at] }

    private func plain(_ verb: SpeechVerb?) -> String { verb.map { $0.isPlain ? "true" : "false" } ?? "" }

    private static let meant = Features.Context("R", named: true)
    private static let clauseStart = point("^")
    private static let nothing = point("-")

    private static func letter(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> UInt32 { range.contains(at) ? text[at] : 0x3002 }

    private static func gap(_ count: Int) -> String {
        switch count {
        case ...0: "0"
        case 1...2: "2"
        case 3...6: "6"
        case 7...14: "14"
        case 15...30: "30"
        default: "far"
        }
    }

    private static func length(_ count: Int) -> String {
        switch count {
        case ..<10: "9"
        case ..<13: "12"
        case ..<17: "16"
        case ..<24: "23"
        case ..<40: "39"
        default: "long"
        }
    }

    /// 我 我们 你 您 咱: words of speech.
    private static let persons = PointSet("我你您咱")
}
