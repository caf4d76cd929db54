import Ledger
import Prose

extension EventRecord {
    /// Who did it to whom in codes: `CHN,USA`, `USA > CHN`.
    var sides: String { rapport.sides(actors, recipients) }

    /// Its days as nearly as they are known: `2021-03-18`, `2021-03-15/21`, `2021-02-26/03-02`, of whole months and years `2021-09`, `2021-09/11`, `2010`;
    /// `-` where they are unknown.
    var days: String {
        guard let start else { return "-" }
        let end = end ?? start
        let length = wholeParts(start, end)
        let (first, last) = (start.prefix(length), end.prefix(length))
        if first == last { return String(first) }
        // Year and month are not said twice.
        let said = first.prefix(7) == last.prefix(7) ? 8 : first.prefix(4) == last.prefix(4) ? 5 : 0
        return "\(first)/\(last.dropFirst(said))"
    }

    /// How many characters of the first and last day tell them: 4 of whole years, 7 of whole months, else 10.
    private func wholeParts(_ start: String, _ end: String) -> Int {
        guard start.hasSuffix("-01"), let after = Day(iso: end).map({ ($0 + 1).iso }), after.hasSuffix("-01") else { return 10 }
        return start.hasSuffix("-01-01") && after.hasSuffix("-01-01") ? 4 : 7
    }
}

func sides(_ actors: [String], _ recipients: [String]) -> String {
    actors.joined(separator: ",") + (recipients.isEmpty ? "" : " > " + recipients.joined(separator: ","))
}

/// Words as they are, whatever Markdown would make of them.
func markdown(_ text: String) -> String { String(text.flatMap { "\\`*_[]<>".contains($0) ? ["\\", $0] : [$0] }) }

/// Words as HTML and XML want them, between tags and in quoted attributes.
func markup(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
}
