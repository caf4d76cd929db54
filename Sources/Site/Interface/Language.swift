/// The languages that the site speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case zh, en

    /// The value of `lang` attributes: BCP 47.
    var tag: String { self == .zh ? "zh-Hans" : "en" }

    /// The language's own name for itself.
    var ownName: String { self == .zh ? "中文" : "English" }

    /// The best of an `Accept-Language` header (RFC 9110, 12.5.4), Chinese where it names neither.
    ///
    /// Reads at most twenty ranges: a header is a stranger's text.
    static func preferred(by header: String?) -> Language {
        var best: (language: Language, weight: Double)?
        for range in (header ?? "").split(separator: ",").prefix(20) {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = parts.first, let primary = tag.split(separator: "-").first, let language = Language(rawValue: String(primary))
            else {
                continue
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language ?? .zh
    }
}
