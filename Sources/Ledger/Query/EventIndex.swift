import Foundation
import GRDB
import Prose
import World

/// Every event that happened or is planned, by the sentence that tells it best, in memory: a search for words goes through it once and counts as it goes, however
/// common they are. Two hundred bytes an event.
public struct EventIndex: Sendable {
    private struct Entry: Sendable {
        let id: Int64
        let type: EventType
        let day: Day?
        /// Its number among the lists below.
        let month: Int?
        let outlets: Int
        let parties: Int
        /// Where its sentence's tokens begin.
        let start: Int
    }

    /// The newest first.
    private var entries: [Entry] = []
    /// ``SearchTokens/phrase(_:)`` of one sentence after the other.
    private var tokens: [CChar] = []
    private var months = Shared<String>()
    private var outlets = Shared<[String]>()
    private var parties = Shared<[String]>()
    private let fold: @Sendable (String) -> String

    /// Events that a core looks through at a time.
    private static let atOnce = 16_384

    /// What a search found.
    public struct Found: Sendable {
        /// The page that was asked for.
        public let ids: [Int64]
        public let facets: EventFacets
        /// The folded words that were searched for, those after NOT left out.
        public let words: [String]
    }

    /// The events whose best sentence a question is true of, narrowed down by type, party, outlet and days, newest first.
    /// - Parameter filter: its text is the question; what else it may ask for is left out of account.
    public func find(_ filter: EventFilter) -> Found {
        guard let question = SearchQuestion(fold(filter.text ?? "")) else { return Found(ids: [], facets: EventFacets(), words: []) }
        let found = entries(filter, question)
        return Found(ids: filter.page(found).map(\.id), facets: facets(found), words: question.words)
    }

    private func entries(_ filter: EventFilter, _ question: SearchQuestion) -> [Entry] {
        let (from, to) = (filter.from.flatMap { Day(iso: $0) }, filter.to.flatMap { Day(iso: $0) })
        let isOfOutlet = outlets.values.map { list in filter.outlet.map { list.contains($0) } ?? true }
        let isOfParty = parties.values.map { list in filter.code.map { list.contains($0) } ?? true }
        return AllCores.map(entries.indices, by: Self.atOnce) { stretch in
            tokens.withUnsafeBufferPointer { tokens in
                guard let tokens = tokens.baseAddress else { return [] }
                return entries[stretch].filter { entry in
                    isOfOutlet[entry.outlets] && isOfParty[entry.parties] && (filter.types.isEmpty || filter.types.contains(entry.type))
                        && (from == nil && to == nil || entry.day.map { (from ?? $0) <= $0 && $0 <= (to ?? $0) } ?? false)
                        && question.holds(in: tokens + entry.start)
                }
            }
        }
    }

    private func facets(_ found: [Entry]) -> EventFacets {
        var types: [EventType: Int] = [:]
        var inMonth = [Int](repeating: 0, count: months.values.count)
        var ofOutlets = [Int](repeating: 0, count: outlets.values.count)
        var ofParties = [Int](repeating: 0, count: parties.values.count)
        for entry in found {
            types[entry.type, default: 0] += 1
            if let month = entry.month { inMonth[month] += 1 }
            ofOutlets[entry.outlets] += 1
            ofParties[entry.parties] += 1
        }
        var facets = EventFacets()
        facets.types = Facet.sorted(types, \.rawValue)
        facets.months = Facet.counting(months.values.map { [$0] }, inMonth) { $0 }
        facets.outlets = Facet.counting(outlets.values, ofOutlets) { $0 }
        facets.parties = Facet.counting(parties.values, ofParties) { $0 }
        return facets
    }

    /// Values that many events share, each kept once.
    private struct Shared<Value: Hashable & Sendable>: Sendable {
        private(set) var values: [Value] = []
        private var numbers: [String: Int] = [:]

        mutating func number(_ key: String, _ value: () throws -> Value) rethrows -> Int {
            if let number = numbers[key] { return number }
            values.append(try value())
            numbers[key] = values.count - 1
            return values.count - 1
        }
    }

    fileprivate init(_ db: Database, fold: @escaping @Sendable (String) -> String) throws {
        self.fold = fold
        let sql = """
            SELECT e.id, e.type, e.day, e.outlets, (SELECT group_concat(code) FROM eventParty WHERE event = e.id), s.text
            FROM event e JOIN mention m ON m.number = e.best JOIN sentence s ON s.article = m.article AND s.ordinal = m.sentence
            WHERE e.status IN ('happened', 'planned') ORDER BY e.day DESC, e.voices DESC, e.id
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let (day, reported, codes): (String?, String, String?) = (row[2], row[3], row[4])
            let month = day.map { String($0.prefix(7)) }
            entries.append(
                Entry(
                    id: row[0], type: try EventType(column: "event.type", row[1]), day: day.flatMap { Day(iso: $0) },
                    month: month.map { name in months.number(name) { name } },
                    outlets: try outlets.number(reported) { try Column.decode([String].self, reported) },
                    parties: parties.number(codes ?? "") { (codes ?? "").split(separator: ",").map(String.init) },
                    start: tokens.count))
            tokens += SearchTokens.phrase(fold(row[5]))
        }
    }
}

extension Ledger {
    /// Reads every event's sentence once: to be kept as long as the record does not change.
    /// - Throws: ``LedgerError``
    public func eventIndex() throws(LedgerError) -> EventIndex { try read { db in try EventIndex(db, fold: fold) } }

    /// The events of some ids, in their order; those that are not there are left out.
    /// - Throws: ``LedgerError``
    public func events(_ ids: [Int64]) throws(LedgerError) -> [EventRecord] { try read { db in try EventRecord.records(ids, in: db) } }
}
