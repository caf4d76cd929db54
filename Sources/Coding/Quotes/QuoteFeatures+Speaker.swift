import Prose
import World

/// What tells whose a quotation is.
extension QuoteFeatures {
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
        if scene.isGoverned(voice) { features.add("governed", with: contexts) }
        if scene.isObject(voice) { features.add("object", with: contexts) }
        let bound = isBefore ? min(sentence.range.upperBound, span.range.lowerBound) : sentence.range.upperBound
        let tail = scene.behind(voice)
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
            // 赵春山说…加上吴钊燮近日表示…，“…”: how many verbs are nested, and which comes last.
            let nested = scene.verbs[voice.sentence].count { $0.start >= verb.start && $0.end <= bound }
            features.add("nested=", min(nested, 4), with: contexts)
            if last.start != verb.start {
                features.add("then=", text[last.start..<last.end], with: placed)
                features.add("from=", text[verb.start..<verb.end], with: [shape])
            }
        }
        // 援引中国观察家的话说: what stands before a source and behind it.
        let low = max(sentence.range.lowerBound, voice.start - 2)
        features.add("p2=", words(low..<voice.start), with: placed)
        features.add("n2=", words(tail..<min(tail + 2, sentence.range.upperBound)), with: placed)
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
        let noun = scene.text[max(voice.start, voice.end - 2)..<voice.end]
        features.add(
            "noun=", voice.mention.kind != .pronoun && scene.text[referent.start..<referent.end].suffix(2).elementsEqual(noun),
            with: contexts)
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
        if let document = voice.document, document.count > 1 {
            let place = scene.place(of: document, in: referent.sentence).map { $0 - referent.end } ?? -1
            features.add("makes=", place < 0 ? "none" : Self.gap(place), "/", referent.mention.isPerson, with: contexts)
        }
        features.add("meant-count=", min(scene.count(referent.id), 4), with: contexts)
        if scene.isGoverned(referent) { features.add("governed", with: contexts) }
        if let sayer {
            features.add("sayer=", sayer.id == referent.id, "/", far, with: contexts)
            features.add("sayer=", sayer.id == referent.id, with: contexts)
        }
        if referent.mention.name == voice.mention.name { features.add("read-so", with: contexts) }
    }

    private static let meant = Features.Context("R", named: true)
    private static let clauseStart = point("^")
}
