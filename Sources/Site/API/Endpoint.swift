import HTTPTypes
import World

/// One address of the API: what it is for, what it may be asked, and what answers. The router and the OpenAPI document are both made from these.
struct Endpoint: Sendable {
    /// Below `/api/v1`, named parts in braces: `/relations/{pair}`.
    let path: String
    let name: String
    let summary: String
    var parts: [Parameter] = []
    var parameters: [Parameter] = []
    /// The schema of what it answers, or of one row of it.
    let schema: String
    /// Whether it answers a list, which goes on by cursor and is also had as CSV.
    var isList = false
    var weight = Workshop.Weight.heavy
    let answer: @Sendable (Site, APIRequest) throws -> APIAnswer

    struct Parameter: Sendable {
        enum Kind: Sendable {
            case text, day, integer
            case choice([String])
        }

        let name: String
        let about: String
        var kind = Kind.text
        var example: String?
    }

    /// The same address without its named parts, as it stands in a router: `relations/:pair`.
    var route: String { "api/v1" + path.replacing("{", with: ":").replacing("}", with: "") }
}

/// What an endpoint found.
enum APIAnswer: Sendable {
    case one(any Encodable & Sendable)
    case list(Rows)

    /// A page of a list, with what makes a table of it.
    struct Rows: Sendable {
        let items: [any Encodable & Sendable]
        /// Where the list goes on; nil at its end.
        let next: Cursor?
        let table: Table
    }

    struct Table: Sendable {
        let columns: [String]
        let rows: [[String]]
    }
}

extension APIAnswer.Rows {
    /// A page of records, each as an object and as a table's row.
    /// - Parameters:
    ///   - records: one more than `limit` where the list goes on.
    ///   - limit: how many are given.
    ///   - next: the cursor after those that are given.
    init<Record>(
        _ records: [Record], limit: Int, columns: Columns<Record>, item: (Record) -> any Encodable & Sendable,
        next: ([Record]) -> Cursor
    ) {
        let given = Array(records.prefix(limit))
        items = given.map(item)
        self.next = records.count > limit ? next(given) : nil
        table = APIAnswer.Table(columns: columns.map(\.name), rows: given.map { record in columns.map { $0.cell(record) } })
    }
}

/// A table's columns: what each is called, and what stands in it.
typealias Columns<Record> = [(name: String, cell: @Sendable (Record) -> String)]
