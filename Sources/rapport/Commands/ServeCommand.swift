import ArgumentParser
import Foundation
import Ledger
import Site
import World

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

            For reviewers, who accept, reject and correct codings at /review: they need the token that is printed, or the one in \
            RAPPORT_REVIEW_TOKEN. Without --review nothing that is served can write.
              rapport serve --ledger news.ledger --review
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

    @Flag(help: "Let who knows the token accept, reject and correct codings, as “rapport review” does.")
    var review = false

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
        let given = ProcessInfo.processInfo.environment["RAPPORT_REVIEW_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        let token = review ? given ?? Reviewing.newToken() : nil
        let site = try openSite(record, knowledge, toWrite: review) { options, ledger in
            options.review = try token.map { try reviewing($0, ledger, options.plover) }
            options.address = address
            options.isPublic = isPublic
            options.rate = rate
            options.isLocal = ["127.0.0.1", "::1", "localhost"].contains(host)
        }
        let path = record.path
        try await site.run(host: host, port: port) { address in
            let output = Output()
            try? output.line("\(path) is open at \(address) (Ctrl-C stops it)")
            // One that was given is known, and would only stand in a log.
            if let token, given == nil { try? output.line("Review at \(address)/review with the token \(token)") }
            try? output.flush()
        }
    }

    private func reviewing(_ token: String, _ ledger: Ledger, _ plover: Plover?) throws -> Reviewing {
        guard let plover, let reviewing = Reviewing(token: token, desk: LedgerDesk(ledger: ledger, plover: plover)) else {
            throw Complaint(
                "RAPPORT_REVIEW_TOKEN is shorter than \(Reviewing.shortest) letters and could be guessed; leave it out, and one is made")
        }
        return reviewing
    }
}
