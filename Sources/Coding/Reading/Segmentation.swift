import World

/// A word that the lexicon knows, standing in a sentence after overlaps were settled.
struct Chunk: Sendable {
    let start: Int
    let end: Int
    let entry: Entry

    var length: Int { end - start }

    /// An office, a body, a person or an organisation.
    var isHolder: Bool {
        switch entry.kind {
        case .office, .body, .person, .organisation: true
        default: false
        }
    }
}

/// A trigger that stands in a sentence, with one of its readings.
struct TriggerMatch: Sendable {
    /// The span of the head; with a gap, up to the end of the last tail.
    let start: Int
    let end: Int
    /// End of the head alone.
    let headEnd: Int
    let frame: Int

    var head: Range<Int> { start..<headEnd }
}

/// A sentence cut into the words that the lexicon knows.
struct Segmentation: Sendable {
    /// Names, titles, markers and verbs of saying, without overlaps, in order.
    let chunks: [Chunk]
    let triggers: [TriggerMatch]
    /// Words that may tell of an act, where no trigger stands.
    let hints: [TriggerMatch]
}
