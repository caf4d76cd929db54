import ArgumentParser
import Foundation
import Site

/// `rapport serve`: the record in a browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open a record in a browser.",
        discussion: """
            Serves pages of the record's relations, timelines, events and articles until it is stopped (Ctrl-C); requests that are being \
            answered are answered first. Only this machine can open them unless --host names another address. The same is there for \
            programs: JSON, CSV, Atom feeds, an API under /api/v1 and the Model Context Protocol at /mcp.

              rapport serve --ledger news.ledger
              rapport serve --ledger news.ledger --port 9000

            For strangers, behind a web server that speaks HTTPS, with the sentences that codings rest on in place of whole articles:
              rapport serve --ledger news.ledger --public --address https://record.example
              rapport serve --ledger news.ledger --public --host 0.0.0.0 --rate 10
            """)

    @OptionGroup var record: LedgerOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 takes any free one.", valueName: "n"))
    var port = 8080

    @Option(help: ArgumentHelp("The address under which readers open the site: what feeds and maps begin with.", valueName: "url"))
    var address: String?

    @Flag(name: .customLong("public"), help: "Show the sentences that codings rest on, with a link, in place of whole articles.")
    var isPublic = false

    @Option(help: ArgumentHelp("Requests a second that one client may make; this machine's own are not counted.", valueName: "n"))
    var rate = 20.0

    @OptionGroup var knowledge: KnowledgeOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be between 0 and 65535.") }
        guard rate > 0, rate.isFinite else { throw ValidationError("--rate must be more than 0.") }
        if let address {
            guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host()?.isEmpty == false else {
                throw ValidationError("--address must be such as https://record.example.")
            }
        }
    }

    func run() async throws {
        let site = try openSite(record, knowledge) { options in
            options.address = address
            options.isPublic = isPublic
            options.rate = rate
            options.isLocal = ["127.0.0.1", "::1", "localhost"].contains(host)
        }
        let path = record.path
        try await site.run(host: host, port: port) { address in
            let output = Output()
            try? output.line("\(path) is open at \(address) (Ctrl-C stops it)")
            try? output.flush()
        }
    }
}
