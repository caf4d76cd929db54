import Tables

/// One publisher of news.
public struct Outlet: Sendable, Hashable {
    /// The domain its links stand on (`rfi.fr`).
    public let site: String
    /// Its usual name in simplified characters.
    public let name: String
    /// Its name in traditional characters.
    public let hant: String
    public let english: String
    /// ISO 3166 alpha-3 code of the country it publishes from.
    public let country: String
    /// `state media`, `public broadcaster`, `agency`, `paper`, `magazine`, `portal`, `government` or `think tank`.
    public let kind: String
    /// Its own clock: an IANA name (`Europe/Paris`) or a fixed offset (`+08:00`).
    public let zone: String
    /// What it adds to a title after a dash or a bar: its name, a column's name, `#` for a running number; after neither where it stands in brackets.
    public let suffixes: [String]

    static let columns = ["site", "name", "hant", "english", "country", "kind", "zone", "suffixes"]
    static let kinds: Set<String> = [
        "state media", "public broadcaster", "agency", "paper", "magazine", "portal", "government", "think tank",
    ]

    let clock: Zone

    /// Its names, and what it adds to titles that holds one.
    var ownNames: [String] {
        let names = [name, hant, english]
        return names + suffixes.filter { suffix in names.contains { suffix.contains($0) } }
    }

    init(_ row: Table.Row) throws {
        site = try row.require("site").lowercased()
        name = try row.require("name")
        hant = row["hant"] ?? name
        english = try row.require("english")
        country = try row.require("country")
        kind = try row.require("kind")
        zone = try row.require("zone")
        suffixes = row.list("suffixes")
        guard country.utf8.count == 3 else { throw row.problem("the country “\(country)” is not an ISO 3166 alpha-3 code") }
        guard Outlet.kinds.contains(kind) else {
            throw row.problem("the kind “\(kind)” is not one of \(Outlet.kinds.sorted().joined(separator: ", "))")
        }
        guard let clock = Zone(zone) else { throw row.problem("the zone “\(zone)” is neither an IANA name nor an offset such as +08:00") }
        self.clock = clock
    }
}
