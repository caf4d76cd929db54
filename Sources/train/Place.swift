import Coding

/// Where a hand-coded event stands in the text as it is read today.
struct Place {
    let event: GoldArticle.Event
    let sentence: Int
    let range: Range<Int>?

    init?(_ event: GoldArticle.Event, in study: Study) {
        let words = event.trigger
        guard let sentence = words == nil ? study.sentence(hash: event.sentence) : study.sentence(of: event.sentence) else { return nil }
        self.event = event
        self.sentence = sentence
        range =
            words.map { study.place(of: $0, in: sentence) }
            ?? study.place(start: event.start ?? -1, length: event.length ?? 0, in: sentence)
    }

    /// Whether the same words tell of both.
    func isOneAct(with other: Place) -> Bool { range != nil && range == other.range && event.type == other.event.type }
}

extension GoldArticle {
    /// The sentences that were read, each with the events coded in it.
    func readings(in study: Study) -> [(sentence: Int, events: [Place])] {
        let places = Dictionary(grouping: events.compactMap { Place($0, in: study) }, by: \.sentence)
        let read = sentences.map { Set($0.compactMap { study.sentence(hash: $0) }) }
        return (0..<study.sentenceCount).filter { read?.contains($0) ?? true }.map { ($0, places[$0, default: []]) }
    }
}
