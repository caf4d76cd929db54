import Foundation
import Site
import World

/// What states and organisations are called in a report, as on the site.
struct PartyNames {
    private let names: Names

    /// - Parameter knowledge: the folder that the world was read from.
    init(_ world: World, knowledge: URL) throws {
        names = try siteNames(world).inEnglish(resources: siteResources(beside: knowledge))
    }

    func name(_ code: String, _ language: ReportLanguage) -> String { names.name(code, language == .zh ? .zh : .en) }

    /// Who did it to whom: `China, United States` or `United States → China`.
    func sides(_ actors: [String], _ recipients: [String], _ language: ReportLanguage) -> String {
        let comma = language("、", ", ")
        let join = { (codes: [String]) in codes.map { name($0, language) }.joined(separator: comma) }
        return recipients.isEmpty ? join(actors) : "\(join(actors)) → \(join(recipients))"
    }
}
