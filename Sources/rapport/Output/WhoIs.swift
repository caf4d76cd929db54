import Coding
import Prose
import World

/// Who somebody is: from the table of office-holders and from what an archive taught.
struct WhoIs {
    let world: World
    let roster: Roster
    /// Only terms that hold on this day.
    let day: Day?

    /// A person's terms, those of the table first.
    func named(_ name: String) -> [WhoRow] {
        world.people(named: name).flatMap { rows(of: $0) } + roster.entries(named: world.folding.fold(name)).flatMap { rows(of: $0) }
    }

    /// Those who held an office: 美国国务卿.
    func holders(of words: String) -> [WhoRow] {
        let points = CodePoints(points: world.folding.fold(words))
        let party = world.party(leading: points)
        let title = points.string((party?.length ?? 0)..<points.count)
        let office = world.office(named: title)
        let fits = { (code: String?, held: String) in
            (party == nil || code == party?.code) && (world.office(named: held) == office || held == title || party == nil && held == words)
        }
        let known = world.people.flatMap { person in rows(of: person).filter { fits($0.code, $0.office) } }
        let taught = roster.entries.flatMap { entry in
            rows(of: entry).filter { row in (party == nil || row.code == party?.code) && !title.isEmpty && row.office.hasSuffix(title) }
        }
        return known.sorted { ($0.from ?? "", $0.name) < ($1.from ?? "", $1.name) } + taught
    }

    /// Everybody learned, with the description that most evidence speaks for.
    func learned() -> [WhoRow] {
        roster.entries.compactMap { entry in
            entry.post(on: day?.iso).map { post in
                WhoRow(
                    name: entry.name, foreign: entry.foreign, also: entry.names.keys.filter { $0 != entry.name }.sorted(), code: entry.code,
                    office: post.office, sector: entry.sector, acts: post.acts && entry.code != nil, from: entry.first, to: entry.last,
                    introductions: entry.count, evidence: post.evidence)
            }
        }
    }

    // MARK: - Private

    private func rows(of person: Person) -> [WhoRow] {
        person.terms.filter { term in day.map { (term.from ?? $0) <= $0 && $0 <= (term.to ?? $0) } ?? true }.map { term in
            WhoRow(
                name: person.name, foreign: person.foreign, also: [], code: term.code, office: term.office, sector: term.sector, acts: true,
                from: term.from?.iso, to: term.to?.iso, introductions: nil, evidence: [])
        }
    }

    private func rows(of entry: Roster.Entry) -> [WhoRow] {
        entry.ranked.filter { post in day.map { (post.first ?? $0.iso) <= $0.iso && $0.iso <= (post.last ?? $0.iso) } ?? true }.map {
            post in
            WhoRow(
                name: entry.name, foreign: entry.foreign, also: entry.names.keys.filter { $0 != entry.name }.sorted(), code: post.code,
                office: post.office, sector: post.sector, acts: post.acts && post.code != nil, from: post.first, to: post.last,
                introductions: post.count, evidence: post.evidence)
        }
    }
}

/// A person in an office.
struct WhoRow {
    let name: String
    let foreign: String?
    let also: [String]
    let code: String?
    let office: String
    let sector: String
    let acts: Bool
    let from: String?
    let to: String?
    /// How many introductions say so; nil for the table of office-holders.
    let introductions: Int?
    /// The earliest introductions: day, article, sentence.
    let evidence: [String]
}
