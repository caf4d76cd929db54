import Foundation
import Ledger
import Prose
import Site
import World

/// Whom the words of a command name: a state or organisation by its code (CHN, IGO:NATO), its two letters of ISO 3166 (CN), its abbreviation (NATO), or a
/// name that the knowledge has, in Chinese of either script or in English.
struct Parties {
    private let folding: Folding
    private let names: Names
    private let known: Set<String>
    /// Codes by name, folded and in small letters.
    private let codes: [String: Set<String>]

    /// - Throws: `TableProblem` where a table of the knowledge is missing or damaged.
    init(knowledge: URL, folding: Folding) throws {
        let states = try World.table("states.txt", in: knowledge, required: ["code", "name"]).rows
        let organisations = try World.table("organisations.txt", in: knowledge, required: ["code", "name"]).rows
        let names = try siteNames(knowledge: knowledge).inEnglish(resources: siteResources(beside: knowledge))
        var codes: [String: Set<String>] = [:]
        for row in states + organisations {
            let code = try row.require("code")
            // Forms such as 澳@港 and 巴? are a state's only beside others.
            let single = row.list("short").filter { $0.count == 1 }
            let forms = ["iso2", "name", "hant"].compactMap { row[$0] } + row.list("also") + row.list("foreign") + single
            for name in forms + [names.name(code, .en), code.replacing("IGO:", with: "")] {
                codes[Self.key(name, folding), default: []].insert(code)
            }
        }
        known = codes.values.reduce(into: []) { $0.formUnion($1) }
        self.codes = codes
        self.names = names
        self.folding = folding
    }

    /// - Throws: ``Complaint`` with those of a like name, where the words name nobody or several.
    func code(_ words: String) throws -> String {
        let code = words.uppercased()
        if known.contains(code) { return code }
        let found = codes[Self.key(words, folding)] ?? []
        if let only = found.first, found.count == 1 { return only }
        guard found.isEmpty else { throw Complaint("“\(words)” may be \(listed(found.sorted())); give the code") }
        let near = near(Self.key(words, folding))
        throw Complaint(
            "“\(words)” names no state or organisation that is known; "
                + (near.isEmpty ? "“rapport relations” shows the codes of a record" : "is it \(listed(near))?"))
    }

    /// The two sides, whichever of the hyphens stands between them (Guinea-Bissau-Senegal).
    /// - Throws: ``Complaint``
    func pair(_ argument: PairArgument) throws -> Pair {
        let halves = argument.halves
        let whole = halves.filter { (try? code($0.0)) != nil && (try? code($0.1)) != nil }
        guard let (one, other) = whole.first ?? halves.first else {
            throw Complaint("“\(argument.text)” is not two parties such as CHN-USA")
        }
        guard let pair = Pair(try code(one), try code(other)) else { throw Complaint("“\(argument.text)” names one party twice") }
        return pair
    }

    private static func key(_ words: String, _ folding: Folding) -> String {
        folding.fold(words.trimmingCharacters(in: .whitespaces)).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    private func listed(_ codes: [String]) -> String {
        codes.map { "\($0) (\(names.name($0, .en)), \(names.name($0, .zh)))" }.joined(separator: " or ")
    }

    /// Codes of those with like names, the likest first.
    private func near(_ key: String) -> [String] {
        var best: [String: Int] = [:]
        let initials = known.map { code in (names.name(code, .en).split(separator: " ").compactMap(\.first), code) }
        for (letters, code) in initials where String(letters).lowercased() == key { best[code] = 0 }
        for (name, codes) in codes {
            guard let distance = Self.distance(name, key) else { continue }
            for code in codes { best[code] = min(best[code] ?? distance, distance) }
        }
        return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map(\.key)
    }

    /// 1 where one name holds the other, above it by as many letters as differ; nil where they are not alike.
    private static func distance(_ name: String, _ key: String) -> Int? {
        // Two letters of Latin stand in nearly any name, two of Chinese in few.
        if key.utf8.count > 3, name.contains(key) || (name.utf8.count > 3 && key.contains(name)) { return 1 }
        let most = key.count / 3
        guard abs(name.count - key.count) <= most, most > 0 else { return nil }
        let differing = key.difference(from: name)
        let letters = max(differing.insertions.count, differing.removals.count)
        return letters <= most ? 1 + letters : nil
    }
}

extension KnowledgeOptions {
    /// Whom words name; reads less than all of World.
    func parties() throws -> Parties { try Parties(knowledge: World.folder(folder), folding: try folding()) }
}
