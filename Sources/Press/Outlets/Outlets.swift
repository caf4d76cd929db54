import Foundation
import Tables

/// Who publishes, known by the link's site, with the rules for each outlet's own boilerplate.
public struct Outlets: Sendable {
    /// Every outlet, in the table's order.
    public let all: [Outlet]
    private let bySite: [String: Outlet]
    private let byName: [String: Outlet]
    private let rulesBySite: [String: Rules]
    private let common: Rules
    let proxies: Proxies
    private let driftsBySite: [String: [Drift]]
    private let pageRulesBySite: [String: Rules]
    private let pageCommon: Rules

    /// Reads the table of outlets and the tables of rules.
    /// - Parameters:
    ///   - table: columns `site`, `name`, `hant`, `english`, `country`, `kind`, `zone`, `suffixes`.
    ///   - rules: one table an outlet, named after its site (`rfi.fr.txt`); `all.txt` holds for every outlet, `pages.txt` for whole pages of any.
    /// - Throws: ``TableProblem`` for a row that breaks a rule.
    ///   - proxies: services that show pictures from elsewhere: columns `host`, `where`, `mark`.
    ///   - drifts: times in which an archive's clock ran ahead: columns `site`, `from`, `until`, `hours`.
    public init(_ table: Table, rules: [Table] = [], proxies: Table? = nil, drifts: Table? = nil) throws {
        var all: [Outlet] = []
        var bySite: [String: Outlet] = [:]
        for row in table.rows {
            let outlet = try Outlet(row)
            guard bySite.updateValue(outlet, forKey: outlet.site) == nil else {
                throw row.problem("the site “\(outlet.site)” stands in the table twice")
            }
            all.append(outlet)
        }
        let common = try rules.filter { siteName($0.file) == "all" }.reduce(Rules()) { try $0.adding($1) }
        let pages = rules.filter { siteName($0.file) == "pages" }
        var rulesBySite: [String: Rules] = [:]
        for table in rules where !["all", "pages"].contains(siteName(table.file)) {
            rulesBySite[siteName(table.file)] = try (rulesBySite[siteName(table.file)] ?? common).adding(table)
        }
        self.proxies = try proxies.map { try Proxies($0) } ?? Proxies()
        driftsBySite = Dictionary(grouping: try drifts?.rows.map { try Drift($0) } ?? [], by: \.site)
        self.all = all
        self.bySite = bySite
        // What two outlets are called tells neither; one outlet's first site stands for it.
        let named = all.flatMap { outlet in Set(outlet.ownNames).map { ($0, outlet) } }
        byName = Dictionary(grouping: named, by: \.0).compactMapValues { same in
            same.allSatisfy { $0.1.name == same[0].1.name } ? same[0].1 : nil
        }
        self.rulesBySite = rulesBySite
        self.common = common
        pageRulesBySite = try rulesBySite.mapValues { try pages.reduce($0) { try $0.adding($1) } }
        pageCommon = try pages.reduce(common) { try $0.adding($1) }
    }

    /// Reads `outlets.txt`, every file of `outlets/`, `proxies.txt` and `drifts.txt` under the knowledge folder.
    public static func load(from folder: URL) throws -> Outlets {
        let main = folder.appendingPathComponent("outlets.txt")
        let table = try Table(String(contentsOf: main, encoding: .utf8), file: "outlets.txt", required: Outlet.columns)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("outlets").path)
        let rules = try names.filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }.sorted().map { name in
            let text = try String(contentsOf: folder.appendingPathComponent("outlets/\(name)"), encoding: .utf8)
            return try Table(text, file: "outlets/\(name)", required: Rules.columns)
        }
        let further = try ["proxies.txt": Proxies.columns, "drifts.txt": Drift.columns].map { name, columns in
            (name, try Table(String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8), file: name, required: columns))
        }
        let tables = Dictionary(uniqueKeysWithValues: further)
        return try Outlets(table, rules: rules, proxies: tables["proxies.txt"], drifts: tables["drifts.txt"])
    }

    /// The outlet of a site or of the nearest domain above it (`www.rfi.fr` is `rfi.fr`), nil where unknown.
    public func outlet(site: String) -> Outlet? {
        var rest = Substring(site.lowercased())
        while !rest.isEmpty {
            if let outlet = bySite[String(rest)] { return outlet }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
        return nil
    }

    /// The outlet that a saved page names: as its site, or at an end of its title behind a dash or a bar.
    func outlet(named site: String?, orIn title: String?) -> Outlet? {
        let parts = (title ?? "").split { "-–—|｜_".contains($0) }.map { collapsed(String($0)) }
        return ([site] + parts.dropFirst().reversed()).lazy.compactMap { $0 }.compactMap { byName[$0] }.first
    }

    func drifts(site: String) -> [Drift] { driftsBySite[site] ?? [] }

    func pageRules(site: String?) -> Rules { site.flatMap { pageRulesBySite[$0] } ?? pageCommon }

    func rules(site: String?) -> Rules {
        guard let site else { return common }
        return rulesBySite[site] ?? common
    }
}

/// `outlets/rfi.fr.txt` → `rfi.fr`
private func siteName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
}
