import Prose
import Tables

/// A state or territory of ISO 3166, with its names in both scripts.
public struct State: Sendable, Hashable {
    /// ISO 3166-1 alpha-3 (`XKX` users write `KOS` for Kosovo, as PLOVER's coders do).
    public let code: String
    public let iso2: String
    /// Names as in CLDR.
    public let name: String
    public let hant: String

    /// A one-character form that is this state's only next to some other: 澳 beside 港.
    struct Beside: Sendable, Hashable {
        let short: UInt32
        let other: UInt32
    }

    static let columns = ["code", "iso2", "name", "hant", "also", "short", "capital", "metonym"]

    static func all(_ table: Table, into builder: inout LexiconBuilder) throws -> [State] {
        var seen: Set<String> = []
        return try table.rows.map { row in
            let code = try row.require("code")
            guard seen.insert(code).inserted else { throw row.problem("“\(code)” stands twice") }
            guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
                throw row.problem("“\(code)” is not an alpha-3 code")
            }
            let name = try row.require("name")
            let state = State(code: code, iso2: row["iso2"] ?? "", name: name, hant: row["hant"] ?? name)
            builder.add([name, state.hant] + row.list("also"), Entry(kind: .state, name: name, code: code))
            for short in row.list("short") where !short.contains("@") && !short.hasSuffix("?") {
                guard short.count == 1 else { throw row.problem("“\(short)” is not one character; longer forms belong under “also”") }
                builder.add([short], Entry(kind: .short, name: name, code: code))
            }
            if !row.list("capital").isEmpty { builder.add(row.list("capital"), Entry(kind: .capital, name: name, code: code)) }
            if !row.list("metonym").isEmpty { builder.add(row.list("metonym"), Entry(kind: .metonym, name: name, code: code)) }
            return state
        }
    }

    /// The forms `巴?` of the table, with the codes of the states that share each.
    static func sharers(_ table: Table, folding: Folding) throws -> [UInt32: Set<String>] {
        var owners: [String: String] = [:]
        for row in table.rows { for form in row.list("short") { owners[form] = row["code"] } }
        var codes: [UInt32: Set<String>] = [:]
        for row in table.rows {
            for form in row.list("short") where form.hasSuffix("?") {
                let alone = String(form.dropLast())
                let points = folding(CodePoints(points: alone))
                guard points.count == 1, let owner = owners[alone], owner != row["code"] else {
                    throw row.problem("“\(form)” is not a character that is another state's alone, with ? behind it")
                }
                codes[points[0], default: []].insert(try row.require("code"))
            }
        }
        return codes
    }

    /// The forms `澳@港` of the table, with the code that each stands for.
    static func besides(_ table: Table, folding: Folding) throws -> [Beside: String] {
        var codes: [Beside: String] = [:]
        for row in table.rows {
            for form in row.list("short") where form.contains("@") {
                let points = folding(CodePoints(points: form))
                guard points.count == 3, points[1] == 0x40 else { throw row.problem("“\(form)” is not of the form 澳@港") }
                codes[Beside(short: points[0], other: points[2])] = row["code"]
            }
        }
        return codes
    }
}
