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
    let english: EnglishWords
    /// Makes names in either script comparable.
    let fold: @Sendable (String) -> String

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

    /// An office in the reader's language; as the record has it where it has no name there.
    func office(_ name: String) -> String { language == .en ? english.office(name) ?? name : name }

    /// A place, a body or a source in the reader's language, with the language of what is shown; as the article has it where it has no name there.
    func word(_ word: String) -> Run {
        let name = language == .en ? english.name(of: fold(word)) ?? word : word
        return Run(run: name, runLang: foreign(name))
    }

    /// What was mended in an article, in the reader's language; as the record has it, which is in English, where there are no words for it.
    func flag(_ flag: String) -> Run {
        let number = flag.filter(\.isNumber)
        let key = number.isEmpty ? flag : flag.replacing(number, with: "{n}")
        guard let text = words.all(language)[key] else { return Run(run: flag, runLang: language == .en ? nil : "en") }
        return Run(run: text.replacing("{n}", with: number), runLang: nil)
    }

    /// Sentences one after the other: a blank between them where the language has blanks.
    func sentences(_ items: String...) -> String { items.filter { !$0.isEmpty }.joined(separator: language == .zh ? "" : " ") }

    /// A person in the reader's language; as the record has them where the knowledge has no other spelling.
    func person(_ name: String, of code: String?) -> String {
        language == .en ? people.person(fold(name), of: code)?.foreign ?? name : name
    }

    func person(_ key: PersonKey) -> String { person(key.name, of: key.code) }

    /// A group of outlets left out: `kind: agency`, `country: CHN`.
    func group(_ name: String) -> String {
        let parts = name.split(separator: ": ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return name }
        if parts[0] == "country" { return words.filled("group-country", language, ["name": self.name(parts[1])]) }
        return words.all(language)["group-\(parts[1].replacing(" ", with: "-"))"] ?? parts[1]
    }

    /// `至2021年6月30日`, `to 30 June 2021`.
    func until(_ iso: String) -> String { words.filled("until", language, ["date": calendar.date(iso)]) }

    /// Names in a row: 中国、美国 / China, the United States and Japan.
    func list(_ items: [String]) -> String {
        guard language == .en else { return items.joined(separator: "、") }
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    func pair(_ pair: Pair) -> String { "\(name(pair.a)) – \(name(pair.b))" }

    /// What stands between a name and what is said of it.
    var colon: String { language == .zh ? "：" : ": " }

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
            people: people, english: english, fold: { options.folding?.fold($0) ?? $0 })
    }
}

/// `zh-Hans` or `zh-Hant`: the language tag of words in a script.
func languageTag(_ script: String) -> String { script == "Hant" ? "zh-Hant" : "zh-Hans" }

extension QuadClass {
    /// The class under which style sheet and charts colour it.
    var tone: String { isCooperation ? "cooperation" : "conflict" }
}
