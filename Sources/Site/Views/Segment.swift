/// A run of a text, marked or plain, as templates write it.
struct Segment: View, Equatable {
    let text: String
    /// The class of its mark; nil for plain words.
    let mark: String?
    /// What a pointer resting on it reads.
    let hint: String?
    /// Where it leads, for words that are coded beside the text.
    let link: String?
}

/// Words of a text that are to be marked: code points `range`.
struct Mark: Sendable {
    let range: Range<Int>
    let cssClass: String
    var hint: String?
    var link: String?

    /// The same on a text that begins elsewhere; what lies before its beginning is cut off.
    func moved(by distance: Int) -> Mark {
        Mark(
            range: max(0, range.lowerBound + distance)..<max(0, range.upperBound + distance), cssClass: cssClass, hint: hint, link: link)
    }
}

/// Cuts the part `part` of a text into marked and plain runs.
///
/// Where marks overlap, the one that stands earlier in `marks` wins the words they share. Ranges beyond the text are cut to it, so that no
/// ledger can crash a page.
func segments(_ text: [UnicodeScalar], part: Range<Int>, marks: [Mark]) -> [Segment] {
    let part = part.clamped(to: 0..<text.count)
    guard !part.isEmpty else { return [] }
    var owners = [Int?](repeating: nil, count: part.count)
    for (index, mark) in marks.enumerated() {
        for place in mark.range.clamped(to: part) where owners[place - part.lowerBound] == nil { owners[place - part.lowerBound] = index }
    }
    var out: [Segment] = []
    var start = 0
    for end in 1...owners.count where end == owners.count || owners[end] != owners[start] {
        let words = string(text[(part.lowerBound + start)..<(part.lowerBound + end)])
        let mark = owners[start].map { marks[$0] }
        out.append(Segment(text: words, mark: mark?.cssClass, hint: mark?.hint, link: mark?.link))
        start = end
    }
    return out
}

/// A whole text cut into marked and plain runs.
func segments(_ text: String, marks: [Mark]) -> [Segment] {
    let scalars = Array(text.unicodeScalars)
    return segments(scalars, part: 0..<scalars.count, marks: marks)
}

/// The text that scalars spell.
func string(_ scalars: some Sequence<UnicodeScalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
}
