/// Cuts running text into sentences.
///
/// A sentence ends after 。！？ (and their ASCII forms after Han text), taking closing quotes and brackets with it; also inside a
/// quotation, since dispatches quote whole paragraphs. An ellipsis ends nothing: 他说……我们 goes on.
public enum SentenceSplitter {
    /// The spans of the sentences of `text[range]`, edges trimmed of white space, none empty.
    /// - Parameter text: folded or not; both are cut alike.
    public static func sentences(of text: CodePoints, in range: Range<Int>) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var start = range.lowerBound
        var at = range.lowerBound
        while at < range.upperBound {
            guard ends(text, at, range) else {
                at += 1
                continue
            }
            at += 1
            while at < range.upperBound, isTerminator(text[at]) || isCloser(text[at]) { at += 1 }
            if at < range.upperBound, closesStraightQuote(text, at, since: start) { at += 1 }
            append(start..<at, text, to: &spans)
            start = at
        }
        append(start..<range.upperBound, text, to: &spans)
        return spans
    }

    // MARK: - Private

    private static func isTerminator(_ point: UInt32) -> Bool {
        switch point {
        case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0xFF61: true  // 。！？!?｡
        default: false
        }
    }

    private static func isCloser(_ point: UInt32) -> Bool {
        switch point {
        case 0x201D, 0x2019, 0x300D, 0x300F, 0x300B, 0xFF09, 0x29, 0x3011: true  // ”’」』》）)】
        default: false
        }
    }

    /// `!` and `?` inside Latin words (Yahoo!) and a question mark that opens a bracket do not end a sentence.
    private static func ends(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> Bool {
        guard isTerminator(text[at]) else {
            // An ASCII full stop ends a sentence only between Han text and white space or the end.
            guard text[at] == 0x2E, at > range.lowerBound, isHan(text[at - 1]) else { return false }
            return at + 1 == range.upperBound || text[at + 1] == 0x20 || isCloser(text[at + 1])
        }
        guard text[at] == 0x21 || text[at] == 0x3F else { return true }
        return at + 1 == range.upperBound || !isLatin(text[at + 1])
    }

    /// A straight quote belongs to the sentence it closes: an odd number of them stands before it.
    private static func closesStraightQuote(_ text: CodePoints, _ at: Int, since start: Int) -> Bool {
        guard text[at] == 0x22 else { return false }
        return text[start..<at].lazy.filter { $0 == 0x22 }.count % 2 == 1
    }

    private static func trimmed(_ text: CodePoints, _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, isSpace(text[low]) { low += 1 }
        while high > low, isSpace(text[high - 1]) { high -= 1 }
        return low..<high
    }

    private static func isSpace(_ point: UInt32) -> Bool { point == 0x20 || point == 0x3000 || point == 0xA0 || (9...13).contains(point) }

    /// A line without stops is cut after commas, so that what comes later stays linear in its length; the longest real sentence of a
    /// year of news has under 500 characters.
    private static func append(_ span: Range<Int>, _ text: CodePoints, to spans: inout [Range<Int>]) {
        var start = span.lowerBound
        while span.upperBound - start > longest {
            let window = start..<start + longest
            let cut =
                text[window].lastIndex { $0 == 0xFF0C || $0 == 0x2C || $0 == 0xFF1B || $0 == 0x3B || $0 == 0x20 }.map { $0 + 1 }
                ?? window.upperBound
            let piece = trimmed(text, start..<cut)
            if !piece.isEmpty { spans.append(piece) }
            start = cut
        }
        let rest = trimmed(text, start..<span.upperBound)
        if !rest.isEmpty { spans.append(rest) }
    }

    private static let longest = 1000
}
