import ArgumentParser
import Coding
import Foundation
import Ledger
import Press
import Prose
import World

/// Where the knowledge files lie: the option, else `RAPPORT_KNOWLEDGE`, else beside the installed command, else the built package's own.
struct KnowledgeOptions: ParsableArguments {
    @Option(
        name: .customLong("knowledge"),
        help: ArgumentHelp("Read the knowledge files from this folder.", valueName: "folder", visibility: .hidden))
    var folder: String?

    /// What reading alone needs to know.
    func press() throws -> Press { Press(outlets: try Outlets.load(from: World.folder(folder))) }

    /// Everything that reading and coding needs to know.
    func tools() async throws -> Tools {
        let url = try World.folder(folder)
        let coder = try await Coder.load(from: url)
        return Tools(world: coder.world, press: Press(outlets: try Outlets.load(from: url)), coder: coder)
    }

    /// How mentions become events.
    func merging() throws -> Merging { try Merging(folder: World.folder(folder)) }

    /// What makes either script alike, for searching a record; cheaper than all of World.
    func folding() throws -> Folding {
        try Folding(World.table("folding.txt", in: World.folder(folder), required: ["hant", "hans"]))
    }
}

/// What is loaded once a run and shared by all workers.
struct Tools: Sendable {
    let world: World
    let press: Press
    var coder: Coder
}
