import Press
import Prose
import World

/// A sentence with everything that the coder reads off it before it looks for events.
struct ReadSentence: Sendable {
    let range: Range<Int>
    let kind: Passage.Kind
    let passage: Int
    let chunks: [Chunk]
    let triggers: [TriggerMatch]
    /// Words that may tell of an act, where no trigger stands.
    let hints: [TriggerMatch]
    var mentions: [Mention]
    let times: [TimeMention]
    /// Spans between clause stops, in order; together they cover the sentence.
    let clauses: [Range<Int>]

    /// The clause that holds a code point.
    func clause(at point: Int) -> Int {
        clauses.dropLast().firstSorted { point < $0.upperBound }
    }

    /// Where the clause stands that holds a code point.
    func clauseRange(at point: Int) -> Range<Int> { clauses[clause(at: point)] }

    /// Cuts a range at clause stops outside of brackets; a stop belongs to the clause that it ends.
    static func clauses(of text: CodePoints, in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = range.lowerBound
        for at in range where isClauseStop(text[at]) && !isNumberPoint(text, at, range) {
            found.append(start..<at + 1)
            start = at + 1
        }
        if start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }

    /// 3,000 and 10:30.
    private static func isNumberPoint(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> Bool {
        (text[at] == 0x2C || text[at] == 0x3A) && at + 1 < range.upperBound && isDigit(text[at + 1])
    }
}
