import Ledger

extension EventRecord {
    /// Who did it to whom in codes: `CHN,USA`, `USA > CHN`.
    var sides: String { rapport.sides(actors, recipients) }

    /// Its days: `2021-03-18`, `2021-03-15/21`, `2021-02-26/03-02`; `-` where they are unknown.
    var days: String {
        guard let start else { return "-" }
        guard let end, end != start else { return start }
        return "\(start)/\(start.prefix(7) == end.prefix(7) ? end.suffix(2) : end.suffix(5))"
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
