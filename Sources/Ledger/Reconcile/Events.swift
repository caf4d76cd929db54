import Prose

/// Makes events of one story's mentions: the closest kin first, parts join where they cohere and do not contradict.
/// The outcome is a function of the set of mentions alone.
struct Events {
    private let members: [Candidate]
    private let merging: Merging
    private let rulings: Rulings
    /// Each member's links: the other's place and the score.
    private let kin: [[(place: Int, score: Double)]]
    /// By two parts that are linked: the sum of what links their members.
    private var bonds: [Int: [Int: Double]]
    private var part: [Int]
    private var parts: [Int: Part]

    /// The mentions of each event.
    static func events(of members: [Candidate], _ links: [Stories.Link], merging: Merging, rulings: Rulings) -> [[Candidate]] {
        if members.count == 1 { return [members] }
        var events = Events(members, links, merging, rulings)
        let sorted = links.sorted {
            (-$0.score, min($0.one, $0.other), max($0.one, $0.other)) < (-$1.score, min($1.one, $1.other), max($1.one, $1.other))
        }
        for link in sorted where link.isKin { events.join(link) }
        return events.parts.values.map(\.places).sorted { ($0.first ?? 0) < ($1.first ?? 0) }.map { $0.map { members[$0] } }
    }

    private init(_ members: [Candidate], _ links: [Stories.Link], _ merging: Merging, _ rulings: Rulings) {
        self.members = members
        self.merging = merging
        self.rulings = rulings
        var kin = [[(place: Int, score: Double)]](repeating: [], count: members.count)
        var bonds: [Int: [Int: Double]] = [:]
        // Only what a review says is one may be linked a second time.
        var ruled: Set<Int> = []
        for link in links.filter({ $0.score == Stories.ruled }) + links.filter({ $0.score != Stories.ruled }) {
            let (one, other) = (min(link.one, link.other), max(link.one, link.other))
            let key = one * members.count + other
            if ruled.contains(key) { continue }
            if link.score == Stories.ruled { ruled.insert(key) }
            let score = min(link.score, 1)
            kin[one].append((other, score))
            kin[other].append((one, score))
            bonds[one, default: [:]][other] = score
            bonds[other, default: [:]][one] = score
        }
        self.bonds = bonds
        self.kin = kin
        part = Array(members.indices)
        parts = Dictionary(uniqueKeysWithValues: members.indices.map { ($0, Part(members[$0], $0)) })
    }

    private mutating func join(_ link: Stories.Link) {
        let (x, y) = (min(part[link.one], part[link.other]), max(part[link.one], part[link.other]))
        guard x != y, let one = parts[x], let other = parts[y] else { return }
        guard link.score == Stories.ruled || coheres(x, y, one, other) && !one.contradicts(other, merging) else { return }
        if rulings.keepApart(one.places.map { members[$0].mention }, other.places.map { members[$0].mention }) { return }
        for place in other.places { part[place] = x }
        parts[x] = one.joined(with: other)
        parts[y] = nil
        for (third, sum) in bonds.removeValue(forKey: y) ?? [:] {
            bonds[third]?[y] = nil
            if third == x { continue }
            let whole = (bonds[x]?[third] ?? 0) + sum
            bonds[x, default: [:]][third] = whole
            bonds[third, default: [:]][x] = whole
        }
    }

    /// Whether the mentions of both parts are kin on the whole, not only where they touch: else a story would run from day to day into one event.
    private func coheres(_ x: Int, _ y: Int, _ one: Part, _ other: Part) -> Bool {
        let mean = (bonds[x]?[y] ?? 0) / Double(comparable(one, other))
        if mean >= merging.cohesion(one.family) { return true }
        // A saying is known by its words alone.
        if one.family.manner == .said { return false }
        let (few, many) = one.places.count <= other.places.count ? (one, other) : (other, one)
        return few.places.count <= Self.aside && mean >= merging.adopted && closest(few, many) >= merging.closest
    }

    /// What is told in passing is unlike most of what a great event's many reports say, and like some: the mean score of each mention's closest kin there.
    private func closest(_ few: Part, _ many: Part) -> Double {
        let inMany = Set(many.places)
        let means = few.places.map { place in
            kin[place].filter { inMany.contains($0.place) }.map(\.score).sorted(by: >).prefix(Self.nearest).reduce(0, +)
                / Double(Self.nearest)
        }
        return means.reduce(0, +) / Double(means.count)
    }

    private static let aside = 3
    private static let nearest = 5

    /// Pairs of mentions of both parts that could be kin by their parties: a step that some states take together is told of each of them too, and what is told of one
    /// says nothing against what is told of another. Of meetings all pairs: a tour, or a day of calls, is told of all hosts at once and would hold their talks together.
    private func comparable(_ one: Part, _ other: Part) -> Int {
        if one.family.manner == .met { return one.places.count * other.places.count }
        var count = 0
        for (mine, some) in one.groups { for (its, others) in other.groups where mine.fit(its) != nil { count += some * others } }
        return max(count, one.places.count * other.places.count / Self.leastComparable)
    }

    private static let leastComparable = 4
}

/// Some mentions of one event, and what they say of it together.
private struct Part {
    private(set) var places: [Int]
    /// How many name which parties.
    private(set) var groups: [Sides: Int]
    /// From the first end to the last beginning of what its members name as their days, weeks, months or years: forwards where they cannot all be one day.
    private var named: (firstEnd: Day, lastStart: Day)?
    /// The days of all members that are dated to the day or by their publication.
    private var told: DayRange?
    /// The longest that one of them names to the day.
    private var longestNamed: Int
    let family: Family
    /// Who says what is said, by the code that they stand for.
    private var speakers: [String: Set<String>]

    init(_ member: Candidate, _ place: Int) {
        places = [place]
        groups = [member.parties: 1]
        named = member.dated.map { ($0.last, $0.first) }
        // A week that holds the day does not stretch the happening.
        let exact = member.tier == 0 && member.precision == "day" ? member.dated : nil
        longestNamed = exact?.length ?? 1
        told = member.tier == 1 ? member.days : exact
        family = member.group.family
        speakers = family.manner == .said ? member.persons.filter { member.coding.actors.contains($0.key) } : [:]
    }

    func contradicts(_ other: Part, _ merging: Merging) -> Bool {
        let most = max(longestNamed, other.longestNamed)
        if let named = joined(named, other.named), named.lastStart - named.firstEnd >= max(merging.longest(family), most) { return true }
        if let told, let its = other.told, told.union(its).length > max(merging.live, most) { return true }
        if family.manner == .said, isOfOthers(other) { return true }
        return speakers.contains { code, names in Kinship.isApart(names, other.speakers[code]) }
    }

    /// Whether some of it is told of other parties: one charge against several states would hold together what is said to each.
    private func isOfOthers(_ other: Part) -> Bool {
        groups.keys.contains { mine in other.groups.keys.contains { mine.fit($0) == nil } }
    }

    func joined(with other: Part) -> Part {
        var both = self
        both.places = (places + other.places).sorted()
        both.groups.merge(other.groups, uniquingKeysWith: +)
        both.longestNamed = max(longestNamed, other.longestNamed)
        both.named = joined(named, other.named)
        both.told = other.told.map { told?.union($0) ?? $0 } ?? told
        both.speakers.merge(other.speakers) { $0.union($1) }
        return both
    }

    private func joined(_ some: (firstEnd: Day, lastStart: Day)?, _ others: (firstEnd: Day, lastStart: Day)?) -> (
        firstEnd: Day, lastStart: Day
    )? {
        guard let some, let others else { return some ?? others }
        return (min(some.firstEnd, others.firstEnd), max(some.lastStart, others.lastStart))
    }
}
