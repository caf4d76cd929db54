import Prose
import Tables

/// A person with the offices they held.
public struct Person: Sendable, Hashable {
    public let name: String
    public let foreign: String?
    public let terms: [Term]

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

    /// The term that holds on a day; else, up to half a year ahead of it, the one to come (a president-elect acts already); else the last one left.
    public func standing(on day: Day) -> Standing? {
        let current = terms.filter { ($0.from ?? day) <= day && day <= ($0.to ?? day) }
        // Who leads both the state and its party speaks for the state.
        let rank = { (term: Term) in (term.sector == "PTY" ? 0 : 1, term.from?.number ?? .min) }
        if let term = current.max(by: { rank($0) < rank($1) }) {
            return Standing(term: term, inOffice: true)
        }
        let coming = terms.filter { term in term.from.map { $0 > day && $0 - day <= 183 } ?? false }
        if let term = coming.min(by: { ($0.from?.number ?? 0) < ($1.from?.number ?? 0) }) { return Standing(term: term, inOffice: true) }
        let left = terms.filter { term in term.to.map { $0 < day } ?? false }
        if let term = left.max(by: { ($0.to?.number ?? 0) < ($1.to?.number ?? 0) }) { return Standing(term: term, inOffice: false) }
        return terms.first.map { Standing(term: $0, inOffice: false) }
    }

    static let columns = ["name", "foreign", "also", "code", "office", "sector", "from", "to"]

    /// One row is one term; rows of one name and state belong to one person.
    static func all(_ table: Table, into builder: inout LexiconBuilder) throws -> [Person] {
        var order: [String] = []
        var rows: [String: [Table.Row]] = [:]
        for row in table.rows {
            let key = try row.require("name") + "/" + (row["foreign"] ?? row["code"] ?? "")
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(row)
        }
        var people: [Person] = []
        for key in order {
            let group = rows[key] ?? []
            let person = try Person(rows: group)
            builder.add(
                try [person.name] + group.flatMap { $0.list("also") } + group.map { try $0.require("name") },
                Entry(kind: .person, name: person.name, index: people.count))
            people.append(person)
        }
        return people
    }

    private init(rows: [Table.Row]) throws {
        guard let first = rows.first else { throw TableProblem(file: "people.txt", line: 1, message: "a person without a row") }
        name = try first.require("name")
        foreign = first["foreign"]
        terms = try rows.map { row in
            Term(
                code: try row.require("code"), office: try row.require("office"), sector: try row.require("sector"),
                from: try DayBound.first(row["from"], row), to: try DayBound.last(row["to"], row))
        }
    }
}
