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
