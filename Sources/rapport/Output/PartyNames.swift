import Foundation
import World

/// What states and organisations are called in a report; a code without a name is shown as it is.
struct PartyNames {
    private let names: [String: (zh: String, en: String)]

    init(_ world: World) {
        let english = Locale(identifier: "en_GB")
        var names: [String: (zh: String, en: String)] = [:]
        for state in world.states {
            names[state.code] = (state.name, english.localizedString(forRegionCode: state.iso2) ?? state.code)
        }
        for organisation in world.organisations {
            names[organisation.code] = (organisation.name, organisation.foreign ?? organisation.code)
        }
        self.names = names
    }

    func name(_ code: String, _ language: ReportLanguage) -> String {
        guard let name = names[code] else { return code }
        return language == .zh ? name.zh : name.en
    }

    /// Who did it to whom: `China, United States` or `United States → China`.
    func sides(_ actors: [String], _ recipients: [String], _ language: ReportLanguage) -> String {
        let comma = language == .zh ? "、" : ", "
        let join = { (codes: [String]) in codes.map { name($0, language) }.joined(separator: comma) }
        return recipients.isEmpty ? join(actors) : "\(join(actors)) → \(join(recipients))"
    }
}
