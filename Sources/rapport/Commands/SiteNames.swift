import Foundation
import Site
import World

/// What the site calls states and organisations: the knowledge's names in both scripts, and the Unicode locale data's English names of states.
/// - Throws: `TableProblem` where a table of the knowledge is missing or damaged.
func siteNames(knowledge: URL) throws -> Names {
    let english = Locale(identifier: "en_GB")
    var entries: [String: Names.Entry] = [:]
    for row in try World.table("states.txt", in: knowledge, required: ["code", "iso2", "name"]).rows {
        entries[try row.require("code")] = Names.Entry(
            zh: row["name"], hant: row["hant"] ?? row["name"], en: row["iso2"].flatMap { english.localizedString(forRegionCode: $0) })
    }
    for row in try World.table("organisations.txt", in: knowledge, required: ["code", "name"]).rows {
        entries[try row.require("code")] = Names.Entry(zh: row["name"], en: row["foreign"])
    }
    return Names(entries)
}

/// The folder of the site's files where they are installed beside the knowledge; nil: those built into the package serve.
func siteResources(beside knowledge: URL) -> String? {
    let beside = knowledge.deletingLastPathComponent().appending(path: "Site").path
    return FileManager.default.fileExists(atPath: beside + "/words.txt") ? beside : nil
}
