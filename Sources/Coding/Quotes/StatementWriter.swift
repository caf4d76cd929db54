import World

/// Writes an article's quotations as statements of the record.
struct StatementWriter {
    let scene: Scene
    /// The fullest form of each person's name that the article itself gives.
    private let fullest: [String: String]

    init(scene: Scene) {
        self.scene = scene
        var fullest: [String: String] = [:]
        for mention in scene.sentences.lazy.flatMap(\.mentions) where mention.isPerson && mention.kind == .person {
            let form = scene.document.string(mention.nameStart..<mention.end)
            if form.count > fullest[mention.name]?.count ?? 0 { fullest[mention.name] = form }
        }
        self.fullest = fullest
    }

    func statements() -> [Statement] {
        scene.quotes.map { quote in
            Statement(
                speaker: quote.speaker.map { party($0, named: quote.speakerName) }, verb: quote.verb,
                span: Span(text: scene.document.string(quote.range), start: quote.range.lowerBound, end: quote.range.upperBound),
                direct: true,
                sentences: Array(quote.sentences))
        }
    }

    // MARK: - Private

    private func party(_ mention: Mention, named: Range<Int>?) -> Party {
        let words = scene.document.string(named ?? mention.start..<mention.end)
        return Party(
            code: mention.codes.first, name: mention.isPerson ? fullest[mention.name] ?? words : words,
            kind: mention.isPerson ? "person" : (mention.kind == .organisation ? "organisation" : "state"),
            sector: mention.sector, office: mention.office,
            span: Span(text: scene.document.string(mention.start..<mention.end), start: mention.start, end: mention.end),
            reference: mention.reference)
    }
}
