import World

/// Puts an explanation's terms, which are the coder's own, into a reader's language. A term without a word stays as it is.
struct ExplainedTerms: Sendable {
    let writer: Writer

    /// `USA, state` or `CHN+JPN, pronoun, from context`.
    func party(_ meaning: String) -> String {
        meaning.split(separator: ", ").map { codes(String($0)) ?? term(String($0)) }.joined(separator: writer.language == .zh ? "，" : ", ")
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

    private func term(_ text: String) -> String {
        writer.words.all(writer.language)["term-\(text.replacing(" ", with: "-"))"] ?? text
    }

    /// Codes joined by `+`, each with the name of what it stands for; nil where these are no codes.
    private func codes(_ text: String) -> String? {
        let codes = text.split(separator: "+").map(String.init)
        let named = codes.filter { writer.name($0) != $0 }
        guard !codes.isEmpty, named.count == codes.count else { return nil }
        return writer.list(codes.map { "\(writer.name($0))\(writer.bracketed($0))" })
    }
}
