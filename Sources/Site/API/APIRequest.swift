import HTTPTypes
import Hummingbird
import Ledger
import Prose
import World

/// What a program asks: the parts of the address and the questions, read strictly. A question that is misspelt or out of range is refused with the
/// mend, since a program would not notice that it was left out of account.
struct APIRequest: Sendable {
    let endpoint: Endpoint
    /// The address's named parts, their escapes undone.
    let parts: [String: String]
    let query: Query
    let wantsTable: Bool

    /// The most rows of one page; tables may be longer, since they are read by machines that keep them.
    static let most = 500
    static let mostOfTable = 10_000

    /// - Throws: ``Refusal`` for a question that the endpoint does not know.
    init(_ endpoint: Endpoint, parts: [String: String], query: Query, wantsTable: Bool) throws {
        self.endpoint = endpoint
        self.parts = parts
        self.query = query
        self.wantsTable = wantsTable
        let known = endpoint.parameters.map(\.name)
        for (name, _) in query.pairs where !known.contains(name) {
            throw Refusal(
                .badRequest, "“\(name)” is no question of this address; it knows \(known.isEmpty ? "none" : known.joined(separator: ", "))")
        }
    }

    subscript(_ name: String) -> String? { query[name] }

    func part(_ name: String) -> String { parts[name] ?? "" }

    /// How many rows are asked for.
    var limit: Int {
        get throws {
            guard let text = query["limit"] else { return wantsTable ? Self.mostOfTable : 100 }
            let most = wantsTable ? Self.mostOfTable : Self.most
            guard let limit = Int(text), (1...most).contains(limit) else { throw Refusal(.badRequest, "limit must be from 1 to \(most)") }
            return limit
        }
    }

    /// What the list depends on, without where it goes on.
    var question: String {
        endpoint.path + parts.sorted { $0.key < $1.key }.map { "/\($0.value)" }.joined() + query.with("cursor", nil).with("limit", nil).text
    }

    var cursor: Cursor {
        get throws { try query["cursor"].map { try Cursor($0, for: question) } ?? Cursor() }
    }

    func day(_ name: String) throws -> String? {
        guard let text = query[name] else { return nil }
        guard text.utf8.count == 10, let day = Day(iso: text) else {
            throw Refusal(.badRequest, "\(name) must be a day such as 2023-09-01")
        }
        return day.iso
    }

    func pair(_ name: String) throws -> Pair? {
        guard let text = query[name] else { return nil }
        guard let pair = Pair(id: text) else { throw Refusal(.badRequest, "\(name) must be two codes such as CHN-USA") }
        return pair
    }

    /// Values between commas, each of them one of an enumeration's.
    func values<Value: RawRepresentable & CaseIterable & Hashable>(_ name: String) throws -> Set<Value> where Value.RawValue == String {
        guard let text = query[name] else { return [] }
        return Set(
            try text.split(separator: ",").map { part in
                guard let value = Value(rawValue: String(part)) else {
                    throw Refusal(
                        .badRequest, "\(name) may be \(Value.allCases.map(\.rawValue).joined(separator: ", ")), several between commas")
                }
                return value
            })
    }

    func value<Value: RawRepresentable & CaseIterable & Hashable>(_ name: String, else standard: Value) throws -> Value
    where Value.RawValue == String {
        guard let text = query[name] else { return standard }
        guard let value = Value(rawValue: text) else {
            throw Refusal(.badRequest, "\(name) may be \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }
}
