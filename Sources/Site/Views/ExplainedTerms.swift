import World

/// Puts an explanation's terms, which are the coder's own, into a reader's language. A term without a word stays as it is.
struct ExplainedTerms: Sendable {
    let writer: Writer

    /// `USA, state` or `CHN+JPN, pronoun, from context`.
    func party(_ meaning: String) -> String {
        meaning.split(separator: ", ").map { codes(String($0)) ?? office(String($0)) }.joined(
            separator: writer.language == .zh ? "，" : ", ")
    }

    private func office(_ text: String) -> String {
        let name = writer.office(text)
        return name == text ? term(text) : name
    }

    /// `state USA`, `speech demand`, `person`: a kind, then perhaps a sector and a code.
    func word(_ kind: String) -> String {
        kind.split(separator: " ").map { codes(String($0)) ?? term(String($0)) }.joined(separator: " ")
    }

    func runs(_ text: String) -> [Run] { Run.runs(text, writer.language) }

    /// `2023-11-15` or `2023-11-01 to 2023-11-30`.
    func time(_ meaning: String) -> String {
        let days = meaning.split(separator: " to ").map(String.init)
        return writer.calendar.span(days.first ?? meaning, days.last ?? meaning)
    }

    /// A type, or the reading that no event is reported.
    func type(_ name: String) -> String { EventType(rawValue: name).map(writer.type) ?? term(name) }

    func because(_ name: String) -> String { writer.words.filled("explainBecause", writer.language, ["type": type(name)]) }

    func side(_ role: (code: String, actor: Double, recipient: Double)) -> String {
        writer.words.filled(
            "explainSide", writer.language,
            ["party": codes(role.code) ?? role.code, "actor": percent(role.actor), "recipient": percent(role.recipient)])
    }

    /// How far back the words are that others stand for, and how sure that is, among the coder's own terms.
    private func term(_ text: String) -> String {
        if text == "from the same sentence" { return writer.text("term-same-sentence") }
        if text.hasPrefix("from "), let back = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) {
            return writer.count("termBack", back)
        }
        if text.hasSuffix(" sure"), let sure = Double(text.dropLast(5)) {
            return writer.words.filled("termSure", writer.language, ["share": percent(sure)])
        }
        return writer.words.all(writer.language)["term-\(text.replacing(" ", with: "-"))"] ?? text
    }

    /// Codes joined by `+`, each with the name of what it stands for; nil where these are no codes.
    private func codes(_ text: String) -> String? {
        let codes = text.split(separator: "+").map(String.init)
        let named = codes.filter { writer.name($0) != $0 }
        guard !codes.isEmpty, named.count == codes.count else { return nil }
        return writer.list(codes.map { "\(writer.name($0))\(writer.bracketed($0))" })
    }
}
