/// What of an archive has been read before under another guise.
public enum Repeat: Sendable, Hashable, CustomStringConvertible {
    /// The same link, spelled the same or not (scheme, `www.`, tracking parameters).
    case link(path: String)
    /// The same title on the same local day under another link.
    case title(path: String, outlet: String?)
    /// Most of its body word for word: one dispatch, which later counts as one voice.
    case reprint(path: String, outlet: String?, likeness: Double)

    public var description: String {
        switch self {
        case .link(let path): "the same link as \(path)"
        case .title(let path, let outlet): "the same title on the same day as \(path)" + named(outlet)
        case .reprint(let path, let outlet, let likeness):
            "\(Int((likeness * 100).rounded())) % the same words as \(path)" + named(outlet)
        }
    }

    private func named(_ outlet: String?) -> String { outlet.map { " (\($0))" } ?? "" }
}

/// Finds repeats while an archive is read, article by article. Some 3 kB an article.
public struct Repeats: Sendable {
    /// Two bodies this alike are one dispatch: what was written apart stays below 0.1.
    public static let alike = 0.5
    /// Shorter bodies are alike by chance, or by form.
    private static let fewest = 60

    private struct Seen: Sendable {
        let path: String
        let outlet: String?
        let signature: Reprint
    }

    private let fold: @Sendable (String) -> String
    private var links: [UInt64: String] = [:]
    private var titles: [UInt64: Int] = [:]
    private var keys: [UInt64: [Int]] = [:]
    private var seen: [Seen] = []

    /// - Parameter fold: makes scripts alike, so that a reprint in the other script is found.
    public init(fold: @escaping @Sendable (String) -> String = { $0 }) { self.fold = fold }

    /// What an article repeats of those before it: at most one of each kind, the likest reprint.
    public mutating func add(_ article: Article) -> [Repeat] {
        var repeats: [Repeat] = []
        let link = article.url.map { fnv(plainLink($0)) }
        if let link, let path = links[link] { return [.link(path: path)] }
        let signature = Reprint(article, fold: fold)
        let title = article.localDate.map { fnv(Array((fold(article.title).filter { !$0.isWhitespace } + $0).utf8)) }
        if let title, let index = titles[title], article.title.unicodeScalars.count > 4 {
            repeats.append(.title(path: seen[index].path, outlet: seen[index].outlet))
        }
        if let (index, likeness) = likest(signature) {
            repeats.append(.reprint(path: seen[index].path, outlet: seen[index].outlet, likeness: likeness))
        }
        keep(article, signature, link: link, title: title)
        return repeats
    }

    private func likest(_ signature: Reprint) -> (Int, Double)? {
        guard signature.shingles >= Repeats.fewest else { return nil }
        var candidates: Set<Int> = []
        for key in signature.keys { candidates.formUnion(keys[key] ?? []) }
        var best: (index: Int, likeness: Double)?
        for index in candidates.sorted() {
            let likeness = signature.likeness(to: seen[index].signature)
            if likeness >= Repeats.alike, likeness > best?.likeness ?? 0 { best = (index, likeness) }
        }
        return best.map { ($0.index, $0.likeness) }
    }

    private mutating func keep(_ article: Article, _ signature: Reprint, link: UInt64?, title: UInt64?) {
        let index = seen.count
        seen.append(Seen(path: article.path, outlet: article.outlet, signature: signature))
        if let link { links[link] = article.path }
        if let title, titles[title] == nil { titles[title] = index }
        guard signature.shingles >= Repeats.fewest else { return }
        for key in signature.keys { keys[key, default: []].append(index) }
    }
}

/// A link without what changes nothing: scheme, `www.`, doubled slashes, a last slash, place on the page, tracking parameters.
private func plainLink(_ url: String) -> [UInt8] {
    let bytes = Array(url.utf8.prefix { $0 != UInt8(ascii: "#") })
    var rest = bytes[...]
    if let colon = find("://", in: rest) { rest = rest[(colon + 3)...] }
    if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
    let address = rest.prefix { $0 != UInt8(ascii: "?") }
    var plain: [UInt8] = []
    for byte in address where byte != UInt8(ascii: "/") || plain.last != byte { plain.append(byte) }
    if plain.last == UInt8(ascii: "/") { plain.removeLast() }
    let parameters = rest[address.endIndex...].dropFirst().split(separator: UInt8(ascii: "&"))
    for parameter in parameters where !parameter.starts(with: "utm_".utf8) && !parameter.starts(with: "fbclid".utf8) {
        plain.append(UInt8(ascii: "&"))
        plain += parameter
    }
    return plain
}
