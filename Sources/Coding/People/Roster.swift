import Foundation

/// Who's who as an archive teaches it: every introduction of a person with counts, evidence and dates.
///
/// Adding is order-free: the same introductions in any order make the same roster.
public struct Roster: Sendable, Hashable {
    /// A person as one kind of description has them.
    public struct Post: Sendable, Hashable {
        public let code: String?
        public let sector: String
        /// Whether such a one acts for the state.
        public let acts: Bool
        /// The words that introduced them, with how often.
        public internal(set) var offices: [String: Int] = [:]
        public internal(set) var count = 0
        /// Introductions, those that name the body counted four times.
        public internal(set) var weight = 0
        public internal(set) var first: String?
        public internal(set) var last: String?
        /// The earliest introductions: `day article sentence`, at most ``Roster/kept``.
        public internal(set) var evidence: [String] = []

        /// The words used most often; of equals the longest.
        public var office: String {
            offices.max { ($0.value, $0.key.count, $1.key) < ($1.value, $1.key.count, $0.key) }?.key ?? ""
        }
    }

    /// A person, known by the foreign spelling.
    public struct Entry: Sendable, Hashable {
        /// Foreign spellings with how often each was given.
        public internal(set) var spellings: [String: Int] = [:]
        /// Chinese names with how often each was given.
        public internal(set) var names: [String: Int] = [:]
        var posts: [PostKey: Post] = [:]
    }

    struct PostKey: Sendable, Hashable, Comparable {
        let code: String
        let sector: String
        let acts: Bool

        static func < (a: PostKey, b: PostKey) -> Bool { (a.code, a.sector, a.acts ? 0 : 1) < (b.code, b.sector, b.acts ? 0 : 1) }
    }

    static let kept = 3

    private var byKey: [String: Entry] = [:]

    public init() {}

    /// Everybody in these introductions. Spellings of one foreign name that differ by a letter are one person where the Chinese name is the
    /// same (Heiko Maas, Heiko Mass).
    public init(_ introductions: some Sequence<Introduction>) {
        let all = Array(introductions)
        let spellings = Spellings(all.map { (name: $0.name, key: Self.key($0.foreign)) })
        for one in all { add(one, spellings.usual(Self.key(one.foreign))) }
    }

    /// Everybody, those with most evidence first: introductions that name the state and body that most name, then introductions.
    public var entries: [Entry] {
        byKey.values.map { (entry: $0, evidence: $0.evidence, count: $0.count) }.sorted {
            ($1.evidence, $1.count, $0.entry.foreign) < ($0.evidence, $0.count, $1.entry.foreign)
        }.map(\.entry)
    }

    public mutating func add(_ one: Introduction) { add(one, Self.key(one.foreign)) }

    private mutating func add(_ one: Introduction, _ key: String) {
        var entry = byKey[key] ?? Entry()
        entry.spellings[one.foreign, default: 0] += 1
        entry.names[one.name, default: 0] += 1
        let postKey = PostKey(code: one.code ?? "", sector: one.sector, acts: one.acts)
        entry.posts[postKey, default: Post(code: one.code, sector: one.sector, acts: one.acts)].add(one)
        byKey[key] = entry
    }

    /// The person of a foreign spelling, upper and lower case alike.
    public func entry(foreign: String) -> Entry? { byKey[Self.key(foreign)] }

    /// Everybody who goes by a name, in whole or after the last dot, those with most evidence first.
    public func entries(named name: String) -> [Entry] {
        entries.filter { entry in
            Self.key(entry.foreign) == Self.key(name)
                || entry.foreign.split(separator: " ").last.map { $0.lowercased() == name.lowercased() } == true
                || entry.names.keys.contains { $0 == name || Self.familyName($0) == name }
        }
    }

    /// What follows the last dot of a name; nil where it has none.
    static func familyName(_ name: String) -> String? {
        guard let dot = name.lastIndex(where: { "·‧・•-".contains($0) }) else { return nil }
        return String(name[name.index(after: dot)...])
    }

    /// What stands before a name: Sen. Tom Cotton.
    private static let titles: Set<String> = [
        "sen", "rep", "gen", "general", "dr", "prof", "professor", "sir", "lord", "mr", "ms", "mrs", "mme", "king", "queen", "prince",
        "princess", "president",
        "ayatollah", "sheikh", "cardinal", "bishop", "pope", "admiral", "judge",
    ]

    /// The words of a foreign name without marks (é), points and what stands before it.
    static func plainWords(_ foreign: String) -> [String] {
        // Most names have no marks, and folding takes Foundation long.
        let isPlain = foreign.utf8.allSatisfy { $0 < 0x80 }
        let plain = isPlain ? foreign.lowercased() : foreign.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        let all = plain.split(separator: " ").map { $0.filter { $0 != "." && $0 != "-" } }
        return all.count > 1 && titles.contains(all[0]) ? Array(all.dropFirst()) : all
    }

    /// Case, marks, points and middle initials do not tell people apart.
    private static func key(_ foreign: String) -> String {
        let words = plainWords(foreign)
        let inner = words.dropFirst().dropLast().filter { $0.count > 1 }
        return ([words.first ?? ""] + inner + (words.count > 1 ? words.suffix(1) : [])).joined()
    }
}

extension Roster.Post {
    mutating func add(_ one: Introduction) {
        offices[one.office, default: 0] += 1
        count += 1
        weight += one.isSure ? 4 : 1
        if let day = one.day {
            first = min(first ?? day, day)
            last = max(last ?? day, day)
        }
        evidence = Array(Set(evidence + ["\(one.day ?? "-") \(one.article) \(one.sentence)"]).sorted().prefix(Roster.kept))
    }
}

extension Roster.Entry {
    public var count: Int { posts.values.reduce(0) { $0 + $1.count } }

    /// The spelling given most often; of equals the first.
    public var foreign: String { spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "" }

    /// How many introductions name the state and the sector that most evidence speaks for; 0 where none names a state.
    public var evidence: Int {
        let (code, sector) = (code, sector)
        return code == nil ? 0 : posts.values.reduce(0) { $0 + ($1.code == code && $1.sector == sector ? $1.count : 0) }
    }

    /// The name given most often.
    public var name: String { names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? foreign }

    /// Descriptions, those with most evidence first.
    public var ranked: [Roster.Post] { posts.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }.map(\.value) }

    public var first: String? { posts.values.compactMap(\.first).min() }
    public var last: String? { posts.values.compactMap(\.last).max() }

    /// The state or organisation that most introductions name; nil where none names any.
    public var code: String? { best { $0.code } }

    /// The sector that most evidence speaks for; a state that only some name tells no less of it.
    public var sector: String { best { $0.sector } ?? "ELI" }

    /// The description that most evidence near a day speaks for, of a known state where there is one.
    public func post(on day: String?) -> Roster.Post? {
        let near = day.map { day in ranked.filter { ($0.first ?? day) <= day && day <= ($0.last ?? day) } } ?? []
        let (code, sector) = (code, sector)
        let fitting = { (post: Roster.Post) in post.code == code && (post.sector == sector) }
        return near.first { $0.code != nil && $0.count > 1 } ?? ranked.first(where: fitting) ?? ranked.first { $0.code == code }
            ?? ranked.first
    }

    /// What most evidence speaks for; of equals the one that is no past, then the first in order.
    private func best(_ value: (Roster.Post) -> String?) -> String? {
        var weights: [String: Int] = [:]
        for post in posts.values { if let name = value(post) { weights[name, default: 0] += post.weight } }
        return weights.max { ($0.value, $0.key == "ELI" ? 0 : 1, $1.key) < ($1.value, $1.key == "ELI" ? 0 : 1, $0.key) }?.key
    }
}
