/// Makes events of one story's mentions: the closest kin first, parts join where they cohere and do not contradict.
/// The outcome is a function of the set of mentions alone.
struct Events {
    private let members: [Candidate]
    private let merging: Merging
    private let rulings: Rulings
    /// Each member's links, by the other's place.
    private let kin: [[Int: Double]]
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
        var kin = [[Int: Double]](repeating: [:], count: members.count)
        for link in links {
            kin[link.one][link.other] = max(link.score, kin[link.one][link.other] ?? 0)
            kin[link.other][link.one] = max(link.score, kin[link.other][link.one] ?? 0)
        }
        self.kin = kin
        part = Array(members.indices)
        parts = Dictionary(uniqueKeysWithValues: members.indices.map { ($0, Part(members[$0], $0)) })
    }

    private mutating func join(_ link: Stories.Link) {
        let (x, y) = (min(part[link.one], part[link.other]), max(part[link.one], part[link.other]))
        guard x != y, let one = parts[x], let other = parts[y] else { return }
        guard link.score == Stories.ruled || coheres(one, other) && !one.contradicts(other, merging) else { return }
        if rulings.keepApart(one.places.map { members[$0].mention }, other.places.map { members[$0].mention }) { return }
        for place in other.places { part[place] = x }
        parts[x] = one.joined(with: other)
        parts[y] = nil
    }

    /// Whether the mentions of both parts are kin on the whole, not only where they touch: else a story would run from day to day into one event.
    private func coheres(_ one: Part, _ other: Part) -> Bool {
        let (few, many) = one.places.count <= other.places.count ? (one, other) : (other, one)
        let inMany = Set(many.places)
        var sum = 0.0
        for place in few.places { for (other, score) in kin[place] where inMany.contains(other) { sum += min(score, 1) } }
        return sum >= merging.cohesion * Double(few.places.count * many.places.count)
    }
}

/// Some mentions of one event, and what they say of it together.
private struct Part {
    private(set) var places: [Int]
    /// The days that exactly dated members name.
    private var named: DayRange?
    /// The longest that one of them names.
    private var longestNamed: Int
    /// The days of all members that are dated to a week or by their publication.
    private var told: DayRange?
    private let manner: Family.Manner
    /// Of meetings all persons, of sayings those who speak.
    private var persons: [String: Set<String>]

    init(_ member: Candidate, _ place: Int) {
        places = [place]
        // A week that holds the day does not stretch the happening.
        named = member.tier == 0 && member.precision == "day" ? member.dated : nil
        longestNamed = named?.length ?? 1
        told = member.tier == 1 ? member.days : named
        manner = member.group.family.manner
        switch manner {
        case .met: persons = member.persons
        case .said: persons = member.persons.filter { member.coding.actors.contains($0.key) }
        case .done: persons = [:]
        }
    }

    func contradicts(_ other: Part, _ merging: Merging) -> Bool {
        if let named, let its = other.named, named.union(its).length > max(merging.longest, longestNamed, other.longestNamed) {
            return true
        }
        if let told, let its = other.told, told.union(its).length > max(merging.live, longestNamed, other.longestNamed) { return true }
        if manner == .met { return Kinship.isApart(persons, other.persons) }
        return persons.contains { code, names in Kinship.isApart(names, other.persons[code]) }
    }

    func joined(with other: Part) -> Part {
        var both = self
        both.places = (places + other.places).sorted()
        both.longestNamed = max(longestNamed, other.longestNamed)
        both.named = other.named.map { named?.union($0) ?? $0 } ?? named
        both.told = other.told.map { told?.union($0) ?? $0 } ?? told
        both.persons.merge(other.persons) { $0.union($1) }
        return both
    }
}
