import Prose
import Tables

/// An intergovernmental organisation or grouping.
public struct Organisation: Sendable, Hashable {
    /// `EUR`, `UNO` or `IGO:NAME`.
    public let code: String
    public let name: String
    public let foreign: String?
    public let members: [Membership]

    /// A state's membership over an interval of days; nil bounds are open.
    public struct Membership: Sendable, Hashable {
        public let code: String
        public let from: Day?
        public let to: Day?
    }

    /// The members on a day, sorted.
    public func members(on day: Day) -> [String] {
        members.filter { ($0.from ?? day) <= day && day <= ($0.to ?? day) }.map(\.code).sorted()
    }

    /// Whether a party's code is an organisation's: `EUR`, `UNO` or `IGO:NAME`, not a state's three letters.
    public static func isCode(_ code: String) -> Bool { code == "EUR" || code == "UNO" || code.hasPrefix("IGO:") }

    static let columns = ["code", "name", "also", "foreign", "members", "organs"]

    static func all(_ table: Table, into builder: inout LexiconBuilder) throws -> [Organisation] {
        try table.rows.map { row in
            let code = try row.require("code")
            let name = try row.require("name")
            builder.add([name] + row.list("also") + row.list("foreign"), Entry(kind: .organisation, name: name, code: code))
            if !row.list("short").isEmpty { builder.add(row.list("short"), Entry(kind: .short, name: name, code: code)) }
            if !row.list("organs").isEmpty { builder.add(row.list("organs"), Entry(kind: .organ, name: name, code: code)) }
            return Organisation(
                code: code, name: name, foreign: row["foreign"], members: try row.list("members").map { try membership($0, row) })
        }
    }

    /// `CODE`, `CODE@FROM/`, `CODE@/TO` or `CODE@FROM/TO`.
    private static func membership(_ text: String, _ row: Table.Row) throws -> Membership {
        let halves = text.split(separator: "@", maxSplits: 1)
        guard let code = halves.first else { throw row.problem("an empty member") }
        guard halves.count == 2 else { return Membership(code: String(code), from: nil, to: nil) }
        let bounds = halves[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard bounds.count == 2 else { throw row.problem("“\(text)”: an interval is written FROM/TO") }
        return Membership(
            code: String(code), from: try DayBound.first(String(bounds[0]), row), to: try DayBound.last(String(bounds[1]), row))
    }
}

/// Days written as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, read as the first or the last day that they cover.
enum DayBound {
    static func first(_ text: String?, _ row: Table.Row) throws -> Day? { try bound(text, row) { Day($0, $1 ?? 1, $2 ?? 1) } }

    static func last(_ text: String?, _ row: Table.Row) throws -> Day? {
        try bound(text, row) { year, month, day in
            let month = month ?? 12
            return Day(year, month, day ?? ((1...12).contains(month) ? Day.length(year, month) : 0))
        }
    }

    private static func bound(_ text: String?, _ row: Table.Row, _ make: (Int, Int?, Int?) -> Day?) throws -> Day? {
        guard let text, !text.isEmpty else { return nil }
        let parts = text.split(separator: "-").map { Int($0) }
        guard (1...3).contains(parts.count), let year = parts[0], !parts.contains(where: { $0 == nil }),
            let day = make(year, parts.count > 1 ? parts[1] : nil, parts.count > 2 ? parts[2] : nil)
        else { throw row.problem("“\(text)” is not a date (YYYY-MM-DD, YYYY-MM or YYYY)") }
        return day
    }
}
