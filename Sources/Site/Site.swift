import Coding
import Foundation
import Hummingbird
import HummingbirdCore
import Ledger
import Logging
import Measure
import Prose
import World

/// The record opened in a browser: pages, their JSON twins, and nothing that writes.
///
/// Every page is made on the server and complete without scripts. Where the reader asks for JSON (`.json` or `Accept`), the same
/// question is answered as `{"ok": true, "data": …}` or `{"ok": false, "error": {"status": …, "message": …}}`.
public struct Site: Sendable {
    let ledger: Ledger
    let names: Names
    let options: Options
    let words: Words
    let types: TypeLabels
    let modes: ModeLabels
    let accuracy: [Accuracy]
    let fields: [Field]
    let english: EnglishWords
    let renderer: Renderer
    let assets: Assets
    let resources: Resources
    let cache = PageCache()
    let metrics = Metrics()
    let sessions = ReviewSessions()
    let outletList = Kept<[OutletRecord]>()
    let peopleList = Kept<[PersonRecord]>()
    let eventIndexes = Kept<EventIndex>()
    let allowances: Allowances
    let workshop: Workshop
    let outlooks = Kept<Outlook>()
    let people: People
    let scripts = ScriptConversions()

    /// The sectors whose acts and words are a government's.
    var government: Set<String> { options.scales?.government ?? ["none", "GOV"] }
    var temperature: TemperatureScale { options.scales?.temperature ?? .standard }

    /// - Parameter names: what states and organisations are called; codes without a name are shown as they are.
    /// - Throws: ``SiteError`` where the site's own files are missing or damaged.
    public init(ledger: Ledger, names: Names = Names(), options: Options = Options()) throws {
        let resources = try Resources(preferring: options.resources)
        self.ledger = ledger
        self.names = try names.inEnglish(resources: options.resources)
        self.options = options
        words = try Words(try resources.table("words.txt"))
        types = try TypeLabels(try resources.table("types.txt"))
        people = People(options.people)
        modes = try ModeLabels(try resources.table("modes.txt"))
        accuracy = try resources.table("accuracy.txt").rows.map(Accuracy.init)
        fields = try resources.table("fields.txt").rows.map(Field.init)
        english = try EnglishWords(
            terms: try resources.table("terms.txt"), offices: try resources.table("offices.txt"), names: self.names, options: options)
        renderer = try Renderer(resources, words)
        assets = try Assets(resources)
        self.resources = resources
        allowances = Allowances(options.limits)
        workshop = Workshop(mostWaiting: options.limits.waiting)
    }

    /// What a site may be told.
    public struct Options: Sendable {
        /// The folder that holds `words.txt`, `templates` and `assets`; nil: the one built into the package.
        public var resources: String?
        /// Shown at the foot of every page.
        public var version: String
        /// How relations are measured; nil: the standard temperature alone.
        public var scales: Scales?
        /// Quad classes and scores of the types, for the page on the method; nil: the table goes without them.
        public var plover: Plover?
        /// What codes the texts of the page `/explain`; nil: there is no such page.
        public var coder: Coder?
        /// The address under which readers open the site, such as `https://record.example`: what absolute links begin with; nil: the one they asked.
        public var address: String?
        /// Whether strangers read it: articles, which are their outlets', are then shown as the sentences that something is coded in, with a link.
        public var isPublic = false
        /// Whether only this machine can open the site; it then answers to this machine's names alone.
        public var isLocal = false
        /// Requests a second that one client may make; nil: 20.
        public var rate: Double? {
            get { limits.requests }
            set { limits.requests = newValue ?? Limits().requests }
        }
        var limits = Limits()
        /// What lets reviewers write; nil: nothing does.
        public var review: Reviewing?
        /// Office-holders with their terms, shown on their pages.
        public var people: [Person] = []
        /// What the knowledge takes a word for, so that English pages can name it.
        public var meanings: @Sendable (String) -> [Entry] = { _ in [] }
        /// Organisations with their members, shown on their pages.
        public var organisations: [Organisation] = []
        /// What outlets are called in English, by their names in the record.
        public var outletNames: [String: String] = [:]
        /// Groups of outlets, each left out in turn to see what a relation owes to it.
        public var groups = OutletGroups()
        /// Makes sentences in two scripts comparable; nil: they are compared as they stand.
        public var folding: Folding?

        public init(
            resources: String? = nil, version: String = "", scales: Scales? = nil, plover: Plover? = nil, coder: Coder? = nil
        ) {
            self.resources = resources
            self.version = version
            self.scales = scales
            self.plover = plover
            self.coder = coder
        }
    }

    /// Serves until SIGINT or SIGTERM comes, then lets running answers finish.
    /// - Parameters:
    ///   - host: the address to listen on; `127.0.0.1` keeps the record on this machine.
    ///   - port: 0 takes any free one.
    ///   - onReady: called once with the address to open, when requests are answered.
    /// - Throws: ``SiteError/cannotListen(host:port:reason:)``
    public func run(host: String, port: Int, onReady: @escaping @Sendable (_ address: String) -> Void) async throws {
        var logger = Logger(label: "site")
        logger.logLevel = .error
        let app = Application(
            router: router(),
            // A client that says nothing for a minute is let go, and heads are kept short: both are ways to hold a server.
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(maxHeaderFieldSize: 32 << 10, maxHeaderListSize: 48 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil, availableConnectionsDelegate: MaximumAvailableConnections(2048)),
            services: [Warmth(site: self)],
            onServerRunning: { channel in
                onReady("http://\(host.contains(":") ? "[\(host)]" : host):\(channel.localAddress?.port ?? port)")
            },
            logger: logger)
        do {
            try await app.runService()
        } catch {
            let reason = "\(error)"
            // NIO's own words name a C function; this is the one case that everybody meets.
            throw SiteError.cannotListen(
                host: host, port: port, reason: reason.contains("Address already in use") ? "the port is taken" : reason)
        }
    }
}

/// Why a site cannot be shown.
public enum SiteError: Error, Sendable, CustomStringConvertible {
    case missing(file: String)
    case damaged(file: String, reason: String)
    case cannotListen(host: String, port: Int, reason: String)

    public var description: String {
        switch self {
        case .missing(let file): "\(file): the site's file is missing; install Rapport again"
        case .damaged(let file, let reason): "\(file): the site's file is damaged (\(reason)); install Rapport again"
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host):\(port) (\(reason)); stop the other program or choose a port with --port"
        }
    }
}
