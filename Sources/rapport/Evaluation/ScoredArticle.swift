import Coding
import Prose
import World

/// An article's codings in the form in which two of them are compared: hand-coded, or what the coder found.
struct ScoredArticle: Sendable {
    let path: String
    let outlet: String?
    let events: [ScoredEvent]
    let quotes: [ScoredQuote]
}

/// An event mention as far as scoring looks at it; words without white space, in simplified script.
struct ScoredEvent: Sendable {
    let type: EventType
    let mode: String?
    let aux: String?
    /// `YYYY-MM-DD`, `A/B` for an interval, or nil.
    let date: String?
    let actors: [String]
    let recipients: [String]
    let sentence: Wording
    let trigger: Wording
    /// Two careful readers differed on it: finding or missing it costs nothing.
    var isOptional = false
    /// What the coder said of it; nil in hand-coded articles.
    var confidence: Double?

    /// Who takes part, for telling whether two mentions agree: sides do not matter where all act together.
    var parties: [Set<String>] { type.isDirected ? [Set(actors), Set(recipients)] : [Set(actors + recipients)] }

    /// The pairs that the event spreads over: actor and recipient, or any two where there is no recipient or no side.
    var pairs: [(String, String)] {
        guard !type.isJoint(recipients: recipients) else {
            let every = Set(actors + recipients).sorted()
            return every.indices.flatMap { index in every[(index + 1)...].map { (every[index], $0) } }
        }
        return actors.flatMap { actor in recipients.filter { $0 != actor }.map { (actor, $0) } }
    }

    func agrees(with other: ScoredEvent) -> Bool { type == other.type && parties == other.parties }
}

/// A quotation and whom it is attributed to.
struct ScoredQuote: Sendable {
    let text: CodePoints
    let speaker: CodePoints
    /// The words that stand for the speaker; hand-coded articles have none.
    var mention: CodePoints = []

    /// The same quotation by its first characters, and one speaker's name within the other's.
    func agrees(with found: ScoredQuote) -> Bool {
        let head = min(text.count, found.text.count, 8)
        guard head >= 4, text.prefix(head) == found.text.prefix(head) else { return false }
        return [found.speaker, found.mention].contains { !$0.isEmpty && (speaker.holds($0) || $0.holds(speaker)) }
    }
}

/// Words made comparable, with their five-character runs, so that a sentence that was cut elsewhere is known again.
struct Wording: Sendable {
    let points: CodePoints
    private let runs: Set<CodePoints>

    init(_ text: String, _ folding: Folding) {
        points = squeezed(text, folding)
        let points = self.points
        runs = Set((0..<max(1, points.count - 4)).map { CodePoints(points[$0..<min($0 + 5, points.count)]) })
    }

    /// One within the other, or half of the runs of the shorter shared.
    func isLike(_ other: Wording) -> Bool {
        if points.holds(other.points) || other.points.holds(points) { return min(points.count, other.points.count) >= 4 }
        return 2 * runs.intersection(other.runs).count >= min(runs.count, other.runs.count)
    }

    func touches(_ other: Wording) -> Bool { points.holds(other.points) || other.points.holds(points) }
}

/// A text without white space, in simplified script.
func squeezed(_ text: String, _ folding: Folding) -> CodePoints {
    let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace && !(0x1C...0x1F).contains($0.value) }
    return folding.fold(CodePoints(kept.map(\.value)))
}

extension CodePoints {
    /// Whether a word stands somewhere in the text; the empty word stands everywhere.
    func holds(_ word: CodePoints) -> Bool {
        guard let first = word.first else { return true }
        guard word.count <= count else { return false }
        return (0...(count - word.count)).contains { self[$0] == first && self[$0..<$0 + word.count].elementsEqual(word) }
    }
}
