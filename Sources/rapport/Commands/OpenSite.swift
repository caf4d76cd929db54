import Coding
import Foundation
import Ledger
import Measure
import Site
import World

/// Opens the site over a record that must be there, with all that the knowledge tells it.
/// - Parameter toWrite: whether reviewers may write to the record.
/// - Parameter change: what else the site is told, with the ledger that it is opened over.
func openSite(
    _ record: LedgerOptions, _ knowledge: KnowledgeOptions, toWrite: Bool = false, _ change: (inout Site.Options, Ledger) throws -> Void
) throws -> Site {
    let folder = try World.folder(knowledge.folder)
    let world = try World.load(from: folder)
    let ledger = try record.openExisting(world.folding, merging: try knowledge.merging(), toWrite: toWrite)
    // Installed, the pages' files lie beside the knowledge.
    let beside = folder.deletingLastPathComponent().appending(path: "Site").path
    let resources = FileManager.default.fileExists(atPath: beside + "/words.txt") ? beside : nil
    var options = Site.Options(
        resources: resources, version: Rapport.version, scales: try Scales.load(from: folder), plover: world.plover,
        coder: try Coder(world: world, folder: folder))
    options.people = world.people
    options.meanings = { world.entries(of: $0) }
    options.organisations = world.organisations
    options.folding = world.folding
    let outlets = try World.table("outlets.txt", in: folder, required: ["name", "english"]).rows
    options.outletNames = Dictionary(try outlets.map { (try $0.require("name"), try $0.require("english")) }) { first, _ in first }
    options.groups = try OutletGroups.load(from: folder)
    try change(&options, ledger)
    return try Site(ledger: ledger, names: siteNames(knowledge: folder), options: options)
}
