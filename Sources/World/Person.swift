import Prose
import Tables

/// A person with the offices they held.
public struct Person: Sendable, Hashable {
    public let name: String
    public let foreign: String?
    public let terms: [Term]
    /// Characters of the given names by which the table knows them (杰 克 of 杰克·沙利文), folded.
    public let givenNames: Set<UInt32>

    /// An office held for a state or organisation over an interval of days; nil bounds are open.
    public struct Term: Sendable, Hashable {
        public let code: String
        public let office: String
        public let sector: String
        public let from: Day?
        public let to: Day?
    }

    /// What a person was on a day, and whether they spoke for a state then.
    public struct Standing: Sendable, Hashable {
        public let term: Term
        /// False for one who had left office: a former minister is no party.
        public let inOffice: Bool
    }

    /// The term that holds on a day; else the last one left. Whoever is elected or runs before they take office has a term for that in the table.
    public func standing(on day: Day) -> Standing? {
        let current = terms.filter { ($0.from ?? day) <= day && day <= ($0.to ?? day) }
        // Who leads both the state and its party speaks for the state.
        let rank = { (term: Term) in (term.sector == "PTY" ? 0 : 1, term.from?.number ?? .min) }
        if let term = current.max(by: { rank($0) < rank($1) }) {
            return Standing(term: term, inOffice: true)
        }
        let left = terms.filter { term in term.to.map { $0 < day } ?? false }
        if let term = left.max(by: { ($0.to?.number ?? 0) < ($1.to?.number ?? 0) }) { return Standing(term: term, inOffice: false) }
        return terms.first.map { Standing(term: $0, inOffice: false) }
    }

    static let columns = ["name", "foreign", "also", "code", "office", "sector", "from", "to"]

    /// One row is one term; rows of one name and state belong to one person.
    static func all(_ table: Table, into builder: inout LexiconBuilder) throws -> [Person] {
        var groups: [[Table.Row]] = []
        var places: [String: Int] = [:]
        for row in table.rows {
            let key = try row.require("name") + "/" + (row["foreign"] ?? row["code"] ?? "")
            if let place = places[key] {
                groups[place].append(row)
            } else {
                places[key] = groups.count
                groups.append([row])
            }
        }
        var people: [Person] = []
        for group in groups {
            let person = try Person(rows: group, folding: builder.folding)
            builder.add(
                try [person.name] + group.flatMap { $0.list("also") } + group.map { try $0.require("name") }
                    + group.compactMap { $0["foreign"] },
                Entry(kind: .person, name: person.name, index: people.count))
            people.append(person)
        }
        return people
    }

    private init(rows: [Table.Row], folding: Folding) throws {
        guard let first = rows.first else { throw TableProblem(file: "people.txt", line: 1, message: "a person without a row") }
        name = try first.require("name")
        foreign = first["foreign"]
        let names = try rows.flatMap { try [$0.require("name")] + $0.list("also") }
        givenNames = Set(
            names.flatMap { name in
                name.unicodeScalars.lastIndex(of: "·").map { CodePoints(points: folding.fold(String(name[..<$0]))) } ?? []
            })
        terms = try rows.map { row in
            Term(
                code: try row.require("code"), office: try row.require("office"), sector: try row.require("sector"),
                from: try DayBound.first(row["from"], row), to: try DayBound.last(row["to"], row))
        }
    }
}
