import Foundation
import Hummingbird
import Ledger
import ServiceLifecycle

/// Makes the pages that most readers open before they ask, one after the other, so that nobody waits for them: after the start, and again when the
/// record has changed and then lain still for a while.
struct Warmth: Service {
    let site: Site

    /// How long the record must lie still: while a build writes to it, every page would be stale before it is read.
    private static let stillness = Duration.seconds(20)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var made: LedgerVersion?
            var seen = LedgerVersion(path: site.ledger.path)
            while true {
                let version = LedgerVersion(path: site.ledger.path)
                if version != made, version == seen {
                    await makePages(version)
                    made = version
                }
                seen = version
                try await Task.sleep(for: Self.stillness)
            }
        }
    }

    /// Until the record changes again, or the server stops.
    private func makePages(_ version: LedgerVersion) async {
        guard let pages = try? addresses() else { return }
        // What searches go through is read before anybody searches.
        _ = try? await site.workshop.make { try site.eventIndex() }
        for (path, answer) in pages {
            for language in Language.allCases {
                guard !Task.isCancelled, LedgerVersion(path: site.ledger.path) == version else { return }
                let visit = Visit(path: path, language: language)
                // What cannot be made now is made, or refused, when somebody asks.
                _ = try? await site.cache.page(site.key(visit, nil), version, isChosen: true) {
                    try await site.workshop.make { try site.rendered(try answer(site, visit), visit).kept() }
                }
            }
        }
    }

    private typealias Page = (path: String, answer: @Sendable (Site, Visit) throws -> Answer)

    /// Most read first.
    private func addresses() throws -> [Page] {
        let relations = try site.ledger.relations(limit: 100)
        let codes = relations.flatMap { [$0.pair.a, $0.pair.b] }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let lists: [Page] = [
            ("/", HomePage.answer), ("/relations", RelationsPage.answer), ("/parties", IndexPages.parties), ("/people", IndexPages.people),
            ("/outlets", IndexPages.outlets), ("/about", AboutPage.answer),
        ]
        return lists + relations.map { (Address.relation($0.pair), RelationPage.answer) }
            + codes.prefix(20).map { (Address.party($0), PartyPage.answer) }
            + (try site.outlets().prefix(12).map { (Address.outlet($0.name), OutletPage.answer) })
            + (try site.persons(limit: 50).map { (Address.person($0.person), PersonPage.answer) })
    }
}
