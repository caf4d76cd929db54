import World

/// Writes an article's quotations and its clear indirect speech as statements of the record, in order.
struct StatementWriter {
    let scene: Scene
    private let setting: SpeechSetting
    private let claims: Claims
    /// The fullest form of each person's and organisation's name that the article itself gives.
    private let fullest: [String: Range<Int>]

    init(scene: Scene) {
        self.scene = scene
        setting = SpeechSetting(attribution: scene.attribution)
        claims = scene.claims
        var fullest = Self.abbreviated(scene)
        for sentence in scene.sentences {
            for mention in sentence.mentions where Self.hasForms(mention) {
                let form = mention.isPerson ? mention.nameStart..<mention.end : mention.start..<mention.end
                if form.count > fullest[mention.name]?.count ?? 0 { fullest[mention.name] = form }
            }
        }
        self.fullest = fullest
    }

    /// What stands before its own letters in brackets: 美国联邦航空管理局 for FAA in 美国联邦航空管理局（FAA）.
    private static func abbreviated(_ scene: Scene) -> [String: Range<Int>] {
        let text = scene.text
        var found: [String: Range<Int>] = [:]
        for sentence in scene.sentences {
            for mention in sentence.mentions where !mention.isPerson && mention.end < sentence.range.upperBound {
                guard ForeignName.opens(text[mention.end]) else { continue }
                let letters = text[(mention.end + 1)..<sentence.range.upperBound].prefix { (0x41...0x5A).contains($0) }
                guard (2...8).contains(letters.count), letters.endIndex < text.count, ForeignName.closes(text[letters.endIndex]) else {
                    continue
                }
                found[scene.document.string(letters.indices)] = mention.start..<mention.end
            }
        }
        return found
    }

    /// Whether an article may name it now in full and now in short: 世界卫生组织 and 世卫.
    private static func hasForms(_ mention: Mention) -> Bool {
        mention.isPerson ? mention.kind == .person : mention.kind == .organisation && !mention.inferred
    }

    func statements() -> [Statement] {
        (scene.quotes.map(direct) + IndirectSpeech(sayers: scene.sayers).all().map(indirect)).sorted {
            $0.span.start < $1.span.start
        }
    }

    // MARK: - Private

    private func direct(_ quote: Quote) -> Statement {
        let verb = quote.verbSpan
        let near = [quote.speakerSentence, quote.sentences.lowerBound].compactMap { $0 }
        let sentence = near.first { index in verb.map { scene.sentences[index].range.contains($0.start) } ?? false } ?? near[0]
        return Statement(
            speaker: quote.speaker.map { party($0, named: quote.speakerName) }, verb: quote.verb, span: span(quote.range), direct: true,
            sentences: Array(quote.sentences),
            addressee: verb.flatMap { verb in quote.voice.flatMap { setting.addressee(of: verb, by: $0, in: sentence) } }
                .map { party($0.mention, named: $0.name) },
            topic: verb.flatMap { setting.topic(of: $0, in: sentence) }.map(span),
            via: claims.outlet(before: quote.range.lowerBound, in: quote.sentences.lowerBound).flatMap { through($0, quote.speakerName) })
    }

    private func indirect(_ found: IndirectSpeech.Found) -> Statement {
        Statement(
            speaker: party(found.speaker.mention, named: found.speaker.name),
            verb: scene.document.string(found.verb.start..<found.verb.end), span: span(found.range), direct: false,
            sentences: [found.sentence],
            addressee: setting.addressee(of: found.verb, by: found.speaker, in: found.sentence).map { party($0.mention, named: $0.name) },
            topic: setting.topic(of: found.verb, in: found.sentence).map(span),
            via: claims.outlet(before: found.verb.start, in: found.sentence).flatMap { through($0, found.speaker.name) })
    }

    /// Nobody quotes through himself.
    private func through(_ source: Claims.Source, _ speaker: Range<Int>?) -> Span? {
        speaker.map { $0.overlaps(source.name) } ?? false ? nil : span(source.name)
    }

    private func span(_ range: Range<Int>) -> Span {
        Span(text: scene.document.string(range), start: range.lowerBound, end: range.upperBound)
    }

    private func party(_ mention: Mention, named: Range<Int>?) -> Party {
        let named = named ?? mention.start..<mention.end
        let form = Self.hasForms(mention) || mention.isPerson ? fullest[mention.name] : fullest[scene.document.string(named)]
        let words = scene.document.string(form ?? named)
        return Party(
            code: mention.codes.first, name: words,
            kind: mention.isPerson ? "person" : (mention.kind == .organisation ? "organisation" : "state"), sector: mention.sector,
            office: mention.office, span: span(mention.start..<mention.end), reference: mention.reference)
    }
}
