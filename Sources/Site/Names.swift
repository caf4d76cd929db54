/// What states and organisations are called in the site's languages.
///
/// The caller hands the names in, so that the site knows no knowledge files; a code without a name is shown as it is.
public struct Names: Sendable {
    /// One party's names: simplified Chinese, traditional Chinese, English; nil where unknown. Of several English names between commas, as the
    /// organisations' table has them (EU, European Union), the first is shown.
    public struct Entry: Sendable, Hashable {
        public let zh: String?
        public let hant: String?
        public let en: String?

        public init(zh: String?, hant: String? = nil, en: String?) {
            self.zh = zh
            self.hant = hant
            self.en = en.flatMap { $0.split(separator: ",").first.map(String.init) }
        }
    }

    private let entries: [String: Entry]
    /// Codes by every name and by the code itself, in small letters.
    private let codes: [String: [String]]
    private let longest: Int

    public init(_ entries: [String: Entry] = [:]) {
        self.entries = entries
        var codes: [String: [String]] = [:]
        for (code, entry) in entries {
            for name in Set([entry.zh, entry.hant, entry.en, code].compactMap { $0?.lowercased() }) {
                codes[name, default: []].append(code)
            }
        }
        self.codes = codes
        longest = codes.keys.map(\.count).max() ?? 0
    }

    /// The same with the English names of the site's own list, `names.txt`, in place of those given.
    /// - Parameter resources: the folder of the site's files; nil: the one built into the package.
    /// - Throws: ``SiteError`` or `TableProblem` where the list is missing or damaged.
    public func inEnglish(resources: String? = nil) throws -> Names {
        let rows = try Resources(preferring: resources).table("names.txt").rows.map { (try $0.require("code"), try $0.require("english")) }
        return writing(english: Dictionary(rows) { first, _ in first })
    }

    /// The same with some English names in place of those given.
    func writing(english: [String: String]) -> Names {
        var entries = entries
        for (code, name) in english { entries[code] = Entry(zh: entries[code]?.zh, hant: entries[code]?.hant, en: name) }
        return Names(entries)
    }

    /// The name of a code. `IGO:` is left off a code that has no name.
    public func name(_ code: String, _ language: Language) -> String {
        let entry = entries[code]
        let known = language == .zh ? entry?.zh ?? entry?.en : entry?.en ?? entry?.zh
        return known ?? (code.hasPrefix("IGO:") ? String(code.dropFirst(4)) : code)
    }

    /// Whether a code is one of a party's.
    func knows(_ code: String) -> Bool { entries[code] != nil }

    /// Every code with its names, in alphabetical order.
    var all: [PartyNameData] {
        entries.sorted { $0.key < $1.key }.map { PartyNameData(code: $0.key, zh: $0.value.zh, hant: $0.value.hant, en: $0.value.en) }
    }

    /// A code's Chinese names in both scripts; none where it has none.
    func forms(_ code: String) -> [String] {
        let entry = entries[code]
        return [entry?.zh, entry?.hant].compactMap(\.self).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The parties whose names stand in a text, in the order of the text; a name inside a longer one (刚果 in 刚果民主共和国) is not counted.
    ///
    /// Looks up every part of the text: meant for a search box, not for articles.
    func codes(in text: String) -> [String] {
        let text = Array(text.lowercased())
        var found: [(range: Range<Int>, code: String)] = []
        for start in text.indices {
            for end in (start + 1)...max(start + 1, min(start + longest, text.count)) {
                found += (codes[String(text[start..<end])] ?? []).map { (start..<end, $0) }
            }
        }
        let longest = found.filter { one in !found.contains { $0.range != one.range && $0.range.contains(one.range) } }
        return longest.sorted { ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code) }.map(\.code)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
