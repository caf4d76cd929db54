import Algorithms
import Foundation
import GRDB
import Prose
import Synchronization
import World

/// The events of a filter that asks for no more than a digest tells: a pair's, a party's or all, by type, quad class, status, day and outlet.
struct DigestQuery {
    /// In the order of ``EventFilter/Order/newest``, limit and offset left out of account; sought when they are gone over.
    let events: LazyFilterSequence<[Brief]>
    let digest: Digest
    private let filter: EventFilter

    /// nil where the filter asks for more, or where the digest is not up to date: between a build's articles and its end.
    init?(_ filter: EventFilter, _ digests: DigestCache, _ db: Database) throws {
        guard let key = Self.key(filter), let digest = try digests.digest(key.a, key.b, db) else { return nil }
        self.filter = filter
        self.digest = digest
        let (from, to) = (filter.from.flatMap { Day(iso: $0) }, filter.to.flatMap { Day(iso: $0) })
        // Lists of a few, since hashing a type takes longer than comparing it with all.
        let (statuses, types, quads) = (Array(filter.statuses), Array(filter.types), Array(filter.quads))
        let isAsked = digest.outlets.map { list in filter.outlet.map { list.contains($0) } ?? true }
        events = digest.events.lazy.filter { event in
            (statuses.isEmpty || statuses.contains(event.status)) && (types.isEmpty || types.contains(event.type))
                && (quads.isEmpty || quads.contains(event.quad)) && isAsked[event.outlets]
                && (from == nil && to == nil || event.day.map { (from ?? $0) <= $0 && $0 <= (to ?? $0) } ?? false)
        }
    }

    private static func key(_ filter: EventFilter) -> (a: String, b: String)? {
        guard filter.person == nil, filter.sectors == nil, filter.text == nil else { return nil }
        for day in [filter.from, filter.to] { if let day, day.utf8.count != 10 || Day(iso: day) == nil { return nil } }
        switch (filter.pair, filter.code) {
        case (let pair?, nil): return (pair.a, pair.b)
        case (nil, let code?): return (code, "")
        case (nil, nil): return ("", "")
        default: return nil
        }
    }

    /// The ids of the filter's page, in its order.
    var page: [Int64] {
        let page = filter.page
        let ordered: [Brief]
        switch filter.order {
        case .newest: ordered = Array(events.prefix(page.end))
        case .oldest:
            ordered = Array(events).min(count: page.end) {
                ($0.day?.number ?? .max, -$0.voices, $0.id) < ($1.day?.number ?? .max, -$1.voices, $1.id)
            }
        case .mostReported:
            ordered = Array(events).min(count: page.end) {
                ($1.voices, $1.mentions, $1.day?.number ?? .min, $0.id) < ($0.voices, $0.mentions, $0.day?.number ?? .min, $1.id)
            }
        }
        return page(ordered).map(\.id)
    }
}

/// The digests that were read last: a page asks for one seven times.
final class DigestCache: Sendable {
    private struct Key: Hashable {
        let a: String
        let b: String
        let hash: Int64
    }

    private static let most = 8

    private let kept = Mutex<[(key: Key, digest: Digest)]>([])

    /// A pair's digest, a party's, or that of all events (both empty); nil where there is none that is up to date: between a build's articles and its end.
    func digest(_ a: String, _ b: String, _ db: Database) throws -> Digest? {
        let isStale = """
            SELECT EXISTS (SELECT 1 FROM dirtyPair WHERE ?1 = '' OR a = ?1 AND (?2 = '' OR b = ?2))
              OR ?2 = '' AND EXISTS (SELECT 1 FROM dirtyPair WHERE b = ?1)
            """
        if try Bool.fetchOne(db.cachedStatement(sql: isStale), arguments: [a, b]) ?? true { return nil }
        let find = try db.cachedStatement(sql: "SELECT hash FROM digest WHERE a = ? AND b = ?")
        guard let hash = try Int64.fetchOne(find, arguments: [a, b]) else { return nil }
        let key = Key(a: a, b: b, hash: hash)
        if let digest = kept.withLock({ kept in kept.first { $0.key == key }?.digest }) { return digest }
        let read = try db.cachedStatement(sql: "SELECT events FROM digest WHERE a = ? AND b = ?")
        guard let bytes = try Data.fetchOne(read, arguments: [a, b]), let digest = DigestBytes.digest(bytes) else { return nil }
        kept.withLock { kept in
            kept.removeAll { $0.key.a == a && $0.key.b == b }
            kept = [(key, digest)] + kept.prefix(Self.most - 1)
        }
        return digest
    }
}
