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
        /// Introductions, those that name the body counted three times.
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
        public internal(set) var foreign: String
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

    /// Everybody, those with most evidence first.
    public var entries: [Entry] { byKey.values.sorted { ($1.count, $0.foreign) < ($0.count, $1.foreign) } }

    public mutating func add(_ one: Introduction) {
        let key = Self.key(one.foreign)
        var entry = byKey[key] ?? Entry(foreign: one.foreign)
        // Of spellings that differ in case or marks the first in order stands, whichever came first.
        entry.foreign = min(entry.foreign, one.foreign)
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

    private static func key(_ foreign: String) -> String { foreign.lowercased().filter { $0 != "." && $0 != "-" && $0 != " " } }
}

extension Roster.Post {
    mutating func add(_ one: Introduction) {
        offices[one.office, default: 0] += 1
        count += 1
        weight += one.isSure ? 3 : 1
        if let day = one.day {
            first = min(first ?? day, day)
            last = max(last ?? day, day)
        }
        evidence = Array(Set(evidence + ["\(one.day ?? "-") \(one.article) \(one.sentence)"]).sorted().prefix(Roster.kept))
    }
}

extension Roster.Entry {
    public var count: Int { posts.values.reduce(0) { $0 + $1.count } }

    /// The name given most often.
    public var name: String { names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? foreign }

    /// Descriptions, those with most evidence first.
    public var ranked: [Roster.Post] { posts.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }.map(\.value) }

    public var first: String? { posts.values.compactMap(\.first).min() }
    public var last: String? { posts.values.compactMap(\.last).max() }

    /// The state or organisation that most introductions name; nil where none names any.
    public var code: String? { best { $0.code } }

    /// The sector that most evidence speaks for.
    public var sector: String { best { $0.sector } ?? "ELI" }

    /// The description that most evidence near a day speaks for, of a known state where there is one.
    public func post(on day: String?) -> Roster.Post? {
        let near = day.map { day in ranked.filter { ($0.first ?? day) <= day && day <= ($0.last ?? day) } } ?? []
        let (code, sector) = (code, sector)
        let fitting = { (post: Roster.Post) in post.code == code && (post.sector == sector) }
        return near.first { $0.code != nil && $0.count > 1 } ?? ranked.first(where: fitting) ?? ranked.first { $0.code == code }
            ?? ranked.first
    }

    private func best(_ value: (Roster.Post) -> String?) -> String? {
        var weights: [String: Int] = [:]
        for post in posts.values { if let name = value(post) { weights[name, default: 0] += post.weight } }
        return weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
