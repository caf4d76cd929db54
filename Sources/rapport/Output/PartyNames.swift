import Foundation
import Site
import World

/// What states and organisations are called in a report, as on the site.
struct PartyNames {
    private let names: Names

    init(knowledge: URL) throws {
        names = try siteNames(knowledge: knowledge).inEnglish(resources: siteResources(beside: knowledge))
    }

    func name(_ code: String, _ language: ReportLanguage) -> String { names.name(code, language == .zh ? .zh : .en) }

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
        if parts[0] == "country" { return language("\(name(parts[1], language))的媒体", "outlets of \(name(parts[1], language))") }
        return language(Self.kinds[parts[1]] ?? parts[1], parts[1])
    }

    private static let kinds = [
        "agency": "通讯社", "paper": "报纸", "public broadcaster": "公共广播机构", "state media": "官方媒体", "government": "政府", "magazine": "杂志",
        "portal": "门户网站",
    ]
}
