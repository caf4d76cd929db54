import World

/// Writes an article's quotations as statements of the record.
struct StatementWriter {
    let scene: Scene

    func statements() -> [Statement] {
        scene.quotes.map { quote in
            Statement(
                speaker: quote.speaker.map { party($0) }, verb: quote.verb,
                span: Span(text: scene.document.string(quote.range), start: quote.range.lowerBound, end: quote.range.upperBound),
                direct: true,
                sentences: Array(quote.sentences))
        }
    }

    // MARK: - Private

    private func party(_ mention: Mention) -> Party {
        Party(
            code: mention.codes.first, name: fullest(mention),
            kind: mention.isPerson ? "person" : (mention.kind == .organisation ? "organisation" : "state"),
            sector: mention.sector, office: mention.office,
            span: Span(text: scene.document.string(mention.start..<mention.end), start: mention.start, end: mention.end))
    }

    /// The fullest form of a person's name that the article itself gives; a body's own words.
    private func fullest(_ mention: Mention) -> String {
        guard mention.isPerson else { return scene.document.string(mention.start..<mention.end) }
        let forms = scene.sentences.lazy.flatMap(\.mentions).filter { $0.isPerson && $0.kind == .person && $0.name == mention.name }
            .map { scene.document.string($0.nameStart..<$0.end) }
        return forms.max { $0.count < $1.count } ?? mention.name
    }
}
