import Prose

/// Mentions with the kinships between them, and the stories that these hold together: mentions of different stories never report one event.
struct Stories {
    /// In the order of ``Candidate/order``.
    let members: [Candidate]
    private(set) var links: [Link] = []
    private let glances: [Glance]

    /// Two members, by their place in the list, and how much speaks for their being one.
    struct Link {
        let one: Int
        let other: Int
        let score: Double
        /// Whether it holds a story together by itself.
        var isKin: Bool { score >= Kinship.kin }
    }

    /// - Parameter new: where given, only links that one of these mentions has are looked for.
    init(_ members: [Candidate], merging: Merging, rulings: Rulings = Rulings(), between new: Set<Int64>? = nil) {
        self.members = members
        glances = members.map { Glance($0, isNew: new?.contains($0.mention) ?? true) }
        let kinship = Kinship(merging: merging)
        linkByDay(kinship)
        linkByGroup(kinship)
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.mention, $0) })
        for (one, other) in rulings.joined {
            if let i = places[one], let j = places[other] { links.append(Link(one: i, other: j, score: Stories.ruled)) }
        }
    }

    /// The score of what a review says is one.
    static let ruled = 9.0

    /// Exactly dated mentions and those with a day of publication: each is held against those of the days around.
    private mutating func linkByDay(_ kinship: Kinship) {
        let dated = members.indices.filter { members[$0].tier < 2 && members[$0].days != nil }
            .sorted { (glances[$0].first, $0) < (glances[$1].first, $1) }
        let row = dated.map { glances[$0] }
        let all = members
        links += AllCores.map(row.indices, by: Self.stretch) { stretch in
            var links: [Link] = []
            for place in stretch {
                let one = row[place]
                for next in (place + 1)..<max(row.count, place + 1) {
                    let other = row[next]
                    if other.first > one.last + Gap.belated { break }
                    if one.isNear(other), one.mayBeKin(to: other),
                        let link = Self.link(dated[place], dated[next], all, kinship)
                    {
                        links.append(link)
                    }
                }
            }
            return links
        }
    }

    /// Those told with a month, a year or no day: each is held against all of its own group.
    private mutating func linkByGroup(_ kinship: Kinship) {
        let groups = Dictionary(grouping: members.indices, by: { members[$0].groupKey }).values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
        let vague = groups.flatMap { group in group.filter { glances[$0].isVague }.map { (one: $0, group: group) } }
        let (all, glimpses) = (members, glances)
        links += AllCores.map(vague.indices, by: Self.stretch / 8) { stretch in
            var links: [Link] = []
            for place in stretch {
                let i = vague[place].one
                let one = glimpses[i]
                for j in vague[place].group where !glimpses[j].isVague || j > i {
                    if one.mayTouch(glimpses[j]), one.mayBeKin(to: glimpses[j]), let link = Self.link(min(i, j), max(i, j), all, kinship) {
                        links.append(link)
                    }
                }
            }
            return links
        }
    }

    /// Mentions that one core takes at once.
    private static let stretch = 512

    private static func link(_ i: Int, _ j: Int, _ members: [Candidate], _ kinship: Kinship) -> Link? {
        kinship.likelihood(members[i], members[j]).map { Link(one: i, other: j, score: $0) }
    }

    /// The members of each story with the links among them, the places counted within the story.
    var parts: [(members: [Candidate], links: [Link])] {
        var groups = Groups(count: members.count)
        for link in links where link.isKin { groups.join(link.one, link.other) }
        var story: [Int] = []
        var place: [Int] = []
        var parts: [(members: [Candidate], links: [Link])] = []
        var known: [Int: Int] = [:]
        for index in members.indices {
            let head = groups.head(index)
            let number = known[head] ?? parts.count
            if number == parts.count {
                known[head] = number
                parts.append((members: [], links: []))
            }
            story.append(number)
            place.append(parts[number].members.count)
            parts[number].members.append(members[index])
        }
        for link in links where story[link.one] == story[link.other] {
            parts[story[link.one]].links.append(
                Link(one: place[link.one], other: place[link.other], score: link.score))
        }
        return parts
    }
}
