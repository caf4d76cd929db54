import Foundation
import Site
import World

/// What the site calls states and organisations: World's names in both scripts, and the Unicode locale data's English names of states.
func siteNames(_ world: World) -> Names {
    let english = Locale(identifier: "en_GB")
    var entries: [String: Names.Entry] = [:]
    for state in world.states {
        entries[state.code] = Names.Entry(zh: state.name, hant: state.hant, en: english.localizedString(forRegionCode: state.iso2))
    }
    for organisation in world.organisations {
        entries[organisation.code] = Names.Entry(zh: organisation.name, en: organisation.foreign)
    }
    return Names(entries)
}

/// The folder of the site's files where they are installed beside the knowledge; nil: those built into the package serve.
func siteResources(beside knowledge: URL) -> String? {
    let beside = knowledge.deletingLastPathComponent().appending(path: "Site").path
    return FileManager.default.fileExists(atPath: beside + "/words.txt") ? beside : nil
}
