import Foundation
import Site
import World

/// What states, organisations and types of events are called in a report, as on the site.
struct PartyNames {
    private let names: Names
    private let types: TypeLabels

    init(knowledge: URL) throws {
        let resources = siteResources(beside: knowledge)
        names = try siteNames(knowledge: knowledge).inEnglish(resources: resources)
        types = try TypeLabels(resources: resources)
    }

    func name(_ code: String, _ language: ReportLanguage) -> String { names.name(code, language.ofSite) }

    /// 磋商, consult.
    func type(_ type: EventType, _ language: ReportLanguage) -> String { types.name(type, language.ofSite).lowercased() }

    /// Who did it to whom: `China, United States` or `United States → China`.
    func sides(_ actors: [String], _ recipients: [String], _ language: ReportLanguage) -> String {
        let comma = language("、", ", ")
        let join = { (codes: [String]) in codes.map { name($0, language) }.joined(separator: comma) }
        return recipients.isEmpty ? join(actors) : "\(join(actors)) → \(join(recipients))"
    }

    /// A group of outlets (`kind: agency`, `country: FRA`) in a report's words.
    func group(_ group: String, _ language: ReportLanguage) -> String {
        let parts = group.split(separator: ": ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return group }
        if parts[0] == "country" { return language("\(name(parts[1], language))的媒体", "\(name(parts[1], language)) outlets") }
        let kind = Self.kinds[parts[1]]
        return language(kind?.zh ?? parts[1], kind?.en ?? parts[1])
    }

    private static let kinds: [String: (zh: String, en: String)] = [
        "agency": ("通讯社", "agencies"), "paper": ("报纸", "papers"), "public broadcaster": ("公共广播机构", "public broadcasters"),
        "state media": ("官方媒体", "state media"), "government": ("政府", "government outlets"), "magazine": ("杂志", "magazines"),
        "portal": ("门户网站", "portals"),
    ]
}
