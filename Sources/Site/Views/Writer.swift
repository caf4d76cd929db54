import Foundation
import Ledger
import World

/// Puts the record's values into a reader's language: one for each request.
struct Writer: Sendable {
    let language: Language
    let words: Words
    let types: TypeLabels
    let modes: ModeLabels
    let names: Names
    let outletNames: [String: String]
    let people: People

    var calendar: CalendarWords { CalendarWords(language: language) }

    func text(_ key: String) -> String { words.text(key, language) }
    func count(_ key: String, _ number: Int) -> String { words.count(key, number, language) }
    func name(_ code: String) -> String { names.name(code, language) }
    func type(_ type: EventType) -> String { types.name(type, language) }
    func mode(_ mode: String, of type: EventType) -> String { modes.name(mode, of: type, language) }
    /// Whether an act is denied, planned, imagined or long gone; a mark without a word of the site's is shown as it is.
    func aux(_ aux: String) -> String { words.all(language)["aux-\(aux)"] ?? aux }
    func quad(_ quad: QuadClass) -> String { text("quad-\(quad.slug)") }

    /// An outlet in the reader's language; as the record has it where it has no name there.
    func outlet(_ name: String) -> String { language == .en ? outletNames[name] ?? name : name }

    /// A person in the reader's language; as the record has them where the knowledge has no other spelling.
    func person(_ name: String, of code: String?) -> String {
        language == .en ? people.person(name, of: code)?.foreign ?? name : name
    }

    func person(_ key: PersonKey) -> String { person(key.name, of: key.code) }

    /// A group of outlets left out: `kind: agency`, `country: CHN`.
    func group(_ name: String) -> String {
        let parts = name.split(separator: ": ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return name }
        if parts[0] == "country" { return words.filled("group-country", language, ["name": self.name(parts[1])]) }
        return words.all(language)["group-\(parts[1].replacing(" ", with: "-"))"] ?? parts[1]
    }

    /// Names in a row: 中国、美国 / China, the United States and Japan.
    func list(_ items: [String]) -> String {
        guard language == .en else { return items.joined(separator: "、") }
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    func pair(_ pair: Pair) -> String { "\(name(pair.a)) – \(name(pair.b))" }

    /// Words in brackets, in the language's own brackets.
    func bracketed(_ text: String) -> String { language == .zh ? "（\(text)）" : " (\(text))" }

    /// When an event was, as precisely as the record has it.
    func when(_ event: EventRecord) -> String {
        guard let start = event.start else { return text("undated") }
        switch event.precision {
        case "day": return calendar.date(start)
        case "month": return calendar.date(String(start.prefix(7)))
        case "year": return calendar.date(String(start.prefix(4)))
        case "published": return text("reportedOn").replacing("{date}", with: calendar.date(start))
        default: return calendar.span(start, event.end ?? start)
        }
    }

    /// The same in a narrow column.
    func briefWhen(_ event: EventRecord) -> String {
        guard let start = event.start, ["day", "published"].contains(event.precision) else { return when(event) }
        let date = calendar.brief(start)
        return event.precision == "day" ? date : text("reportedOn").replacing("{date}", with: date)
    }

    /// The same under a heading that names the month.
    func shortWhen(_ event: EventRecord) -> String {
        guard let start = event.start else { return text("undated") }
        return event.precision == "day" || event.precision == "published" ? calendar.shortDate(start) : when(event)
    }
}

extension Site {
    func writer(_ visit: Visit) -> Writer {
        Writer(
            language: visit.language, words: words, types: types, modes: modes, names: names, outletNames: options.outletNames,
            people: people)
    }
}

/// `zh-Hans` or `zh-Hant`: the language tag of words in a script.
func languageTag(_ script: String) -> String { script == "Hant" ? "zh-Hant" : "zh-Hans" }

extension QuadClass {
    /// The class under which style sheet and charts colour it.
    var tone: String { isCooperation ? "cooperation" : "conflict" }
}
