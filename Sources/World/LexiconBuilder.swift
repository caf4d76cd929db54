import Prose
import Tables

/// Collects the words of all tables, folded, each with its entry.
struct LexiconBuilder {
    let folding: Folding
    private(set) var entries: [Entry] = []
    private(set) var words = Wordlist()
    /// Bodies that several states have under a name of their own, with these states.
    private(set) var owners: [String: [String]] = [:]

    /// PLOVER sectors whose members act for their state.
    static let actingSectors: Set<String> = ["GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "IGO"]

    init(folding: Folding) { self.folding = folding }

    mutating func add(_ forms: [String], _ entry: Entry) {
        let value = Int32(entries.count)
        entries.append(entry)
        for form in forms { words.add(form, value, folding: folding) }
    }

    mutating func addBodies(_ table: Table) throws {
        for row in table.rows {
            let name = try row.require("name")
            let sector = try row.require("sector")
            let codes = row.list("code")
            if codes.count > 1 { owners[name] = codes }
            add(
                [name] + row.list("also"),
                Entry(
                    kind: .body, name: name, code: codes.count == 1 ? codes[0] : nil, sector: sector,
                    acts: Self.actingSectors.contains(sector)))
        }
    }

    mutating func addOffices(_ table: Table) throws {
        for row in table.rows {
            let title = try row.require("title")
            let acts = try row.require("acts")
            guard acts == "yes" || acts == "no" else { throw row.problem("“acts” must be yes or no, not “\(acts)”") }
            add(
                [title] + row.list("also"),
                Entry(kind: .office, name: title, code: row["code"], sector: try row.require("sector"), acts: acts == "yes"))
        }
    }

    /// Heads of bodies whose title no row of its own gives: 旅游部长, 气象局长. Without them the body's longer name hides 部长 and 局长 there.
    mutating func addHeads(bodies: Table, offices: Table) throws {
        let known = Set(try offices.rows.flatMap { try [$0.require("title")] + $0.list("also") })
        for row in bodies.rows {
            let (sector, codes) = (try row.require("sector"), row.list("code"))
            for name in try [row.require("name")] + row.list("also") where Self.actingSectors.contains(sector) {
                guard let last = name.last, "部局署厅处司".contains(last), name.count > 2 else { continue }
                let title = name + "长"
                // 中国国防部长 is 中国 and 国防部长.
                let hasOwn = title.indices.contains {
                    title.distance(from: $0, to: title.endIndex) > 2 && known.contains(String(title[$0...]))
                }
                if hasOwn { continue }
                let office = sector == "MIL" || sector == "COP" || sector == "SPY" ? title : "\(last)长"
                add([title], Entry(kind: .office, name: office, code: codes.count == 1 ? codes[0] : nil, sector: sector))
            }
        }
    }

    mutating func addNonparties(_ table: Table) throws {
        for row in table.rows { add([try row.require("word")], Entry(kind: .nonparty, name: try row.require("word"), acts: false)) }
    }

    mutating func addSpeech(_ table: Table) throws {
        for row in table.rows {
            add([try row.require("verb")], Entry(kind: .speech, name: try row.require("verb"), sector: try row.require("force")))
        }
    }

    mutating func addMarkers(_ table: Table) throws {
        for row in table.rows {
            add([try row.require("marker")], Entry(kind: .marker, name: try row.require("marker"), sector: try row.require("kind")))
        }
    }

    mutating func addPronouns(_ table: Table) throws {
        for row in table.rows {
            add([try row.require("word")], Entry(kind: .pronoun, name: try row.require("word"), sector: try row.require("refers")))
        }
    }
}
