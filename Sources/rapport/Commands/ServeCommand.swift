import ArgumentParser
import Coding
import Foundation
import Ledger
import Measure
import Site
import World

/// `rapport serve`: the record in a browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open a record in a browser.",
        discussion: """
            Serves pages of the record's relations, timelines, events and articles until it is stopped (Ctrl-C). Only this machine can \
            open them unless --host names another address.

              rapport serve --ledger news.ledger
              rapport serve --ledger news.ledger --port 9000
              rapport serve --ledger news.ledger --host 0.0.0.0
            """)

    @OptionGroup var record: LedgerOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 takes any free one.", valueName: "n"))
    var port = 8080

    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be between 0 and 65535.") }
    }

    func run() async throws {
        let folder = try World.folder(knowledge.folder)
        let world = try World.load(from: folder)
        let ledger = try record.openExisting(world.folding)
        // Installed, the pages' files lie beside the knowledge.
        let beside = folder.deletingLastPathComponent().appending(path: "Site").path
        let resources = FileManager.default.fileExists(atPath: beside + "/words.txt") ? beside : nil
        var options = Site.Options(
            resources: resources, version: Rapport.version, scales: try Scales.load(from: folder), plover: world.plover,
            coder: try Coder(world: world, folder: folder))
        options.people = world.people
        options.organisations = world.organisations
        options.folding = world.folding
        let site = try Site(ledger: ledger, names: siteNames(world), options: options)
        let path = record.path
        try await site.run(host: host, port: port) { address in
            let output = Output()
            try? output.line("\(path) is open at \(address) (Ctrl-C stops it)")
            try? output.flush()
        }
    }
}
