import Prose
import World

/// Speech set off by quotation marks, with whom it is attributed to.
struct Quote: Sendable {
    /// The words between the marks, in code points of the text.
    let range: Range<Int>
    /// Indices of the sentences it touches.
    let sentences: ClosedRange<Int>
    var speaker: Mention?
    /// Where the speaker's fullest name stands.
    var speakerName: Range<Int>?
    /// The sentence in which the speaker stands.
    var speakerSentence: Int?
    var voice: Voice?
    /// Whom the voice stands for; itself where it names somebody.
    var named: Voice?
    var verb: String?
    /// Where the verb stands, if it is one of saying.
    var verbSpan: SpeechVerb?
}

/// Finds the runs of text between quotation marks: “ ” 「 」 『 』 and straight quotes in pairs.
struct QuoteScanner {
    /// Scare quotes, titles and terms are shorter than speech; eight characters is the guidelines' bound.
    static let shortest = 8

    /// The spans between marks within one passage, outermost only. A quotation that the passage leaves open ends with it.
    static func spans(_ text: CodePoints, _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let isTurned = isTurned(text, range)
        var at = range.lowerBound
        while at < range.upperBound {
            guard let close = closer(of: text[at], isTurned) else {
                at += 1
                continue
            }
            let end = end(text, at, close, range)
            let inner = trimmed(text, at + 1..<end)
            if inner.count >= shortest { found.append(inner) }
            at = end + 1
        }
        return found
    }

    /// Some outlets set marks the wrong way round: 表示，”……。“
    private static func isTurned(_ text: CodePoints, _ range: Range<Int>) -> Bool {
        text[range].first { $0 == 0x201C || $0 == 0x201D } == 0x201D
    }

    private static func closer(of point: UInt32, _ isTurned: Bool) -> UInt32? {
        switch point {
        case 0x201C: isTurned ? nil : 0x201D  // “ ”
        case 0x201D: isTurned ? 0x201C : nil
        case 0x300C: 0x300D  // 「 」
        case 0x300E: 0x300F  // 『 』
        case 0x22: 0x22
        default: nil
        }
    }

    private static func end(_ text: CodePoints, _ open: Int, _ close: UInt32, _ range: Range<Int>) -> Int {
        var depth = 1
        var at = open + 1
        while at < range.upperBound {
            if text[at] == close {
                depth -= 1
                if depth == 0 { return at }
            } else if text[at] == text[open] {
                depth += 1
            }
            at += 1
        }
        return range.upperBound
    }

    private static func trimmed(_ text: CodePoints, _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, text[low] == 0x20 { low += 1 }
        while high > low, text[high - 1] == 0x20 { high -= 1 }
        return low..<high
    }
}
