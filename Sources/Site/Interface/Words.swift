import Tables

/// The site's own words in both languages, read from `Resources/words.txt`.
struct Words: Sendable {
    private let texts: [Language: [String: String]]
    private let singulars: [String: String]

    /// - Throws: `TableProblem` where a row lacks a language.
    init(_ table: Table) throws {
        var chinese: [String: String] = [:]
        var english: [String: String] = [:]
        var singulars: [String: String] = [:]
        for row in table.rows {
            let key = try row.require("key")
            guard chinese[key] == nil else { throw row.problem("“\(key)” stands twice") }
            chinese[key] = try row.require("zh")
            english[key] = try row.require("en")
            singulars[key] = row["one"]
        }
        texts = [.zh: chinese, .en: english]
        self.singulars = singulars
    }

    /// All texts of a language by key, as templates ask for them.
    func all(_ language: Language) -> [String: String] { texts[language] ?? [:] }

    /// One text; the key itself where there is none, so that a gap shows rather than hides.
    func text(_ key: String, _ language: Language) -> String { texts[language]?[key] ?? key }

    /// A text whose `{n}` is a count, with the English singular where the count is one.
    func count(_ key: String, _ number: Int, _ language: Language) -> String {
        let pattern = language == .en && number == 1 ? singulars[key] ?? text(key, language) : text(key, language)
        return pattern.replacing("{n}", with: grouped(number))
    }

    /// A text with its named gaps filled.
    func filled(_ key: String, _ language: Language, _ gaps: KeyValuePairs<String, String>) -> String {
        gaps.reduce(text(key, language)) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

/// A whole number with commas between thousands, as both languages print it.
func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var out = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
        out.append(digit)
    }
    return number < 0 ? "−" + out : out
}

/// A score with one decimal and its sign: `+4.0`, `−2.5`, `0.0`.
func signed(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return (tenths > 0 ? "+" : tenths < 0 ? "−" : "") + decimal(number.magnitude)
}

/// What is no less than nought, with one decimal: `4.0`.
func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}

/// A share as a percentage with one decimal, cut rather than rounded: 99.96 % is not all.
func tenths(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)%"
}

/// A share between 0 and 1 as a whole percentage; little is not nothing, and nearly all is not all.
func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    if whole == 0, share > 0 { return "<1%" }
    return whole == 100 && share < 1 ? ">99%" : "\(whole)%"
}
