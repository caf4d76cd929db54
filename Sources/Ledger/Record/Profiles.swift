import Prose
import World

/// Who a person is to the record: a name together with the state or organisation that it stands for.
public struct PersonKey: Sendable, Hashable {
    public let name: String
    /// nil for those who stand for nobody.
    public let code: String?

    public init(name: String, code: String?) {
        self.name = name
        self.code = code
    }

    /// SQL over `party p`: takes the name and the code.
    static let condition = "p.name = ? AND p.kind = 'person' AND p.code IS ?"
}

/// A person in a list.
public struct PersonRecord: Sendable, Hashable {
    public let person: PersonKey
    /// Event mentions that name the person.
    public let mentions: Int
}

/// An office that articles named a person by.
public struct OfficeRecord: Sendable, Hashable {
    /// As in the record.
    public let office: String
    public let mentions: Int
    /// Publication of the first and last article that names it, `YYYY-MM-DD`.
    public let firstDay: String?
    public let lastDay: String?
}

/// Articles of one outlet in one month.
public struct OutletMonth: Sendable, Hashable {
    /// `YYYY-MM`.
    public let month: String
    /// nil for articles without an outlet.
    public let outlet: String?
    public let articles: Int
}

/// How often a value stands in the events of a filter.
public struct Facet<Value: Sendable & Hashable>: Sendable, Hashable {
    public let value: Value
    public let events: Int
}

/// The events of a filter by several of their values, those with the most first.
public struct EventFacets: Sendable, Hashable {
    public var types: [Facet<EventType>] = []
    public var parties: [Facet<String>] = []
    public var outlets: [Facet<String>] = []
    /// `YYYY-MM`.
    public var months: [Facet<String>] = []

    public init() {}

    /// All events: each has one type.
    public var total: Int { types.reduce(0) { $0 + $1.events } }
}

/// A pair's temperature on each of some days.
public struct RelationCourse: Sendable, Hashable {
    public let pair: Pair
    /// Events that happened on known days up to the last of the days.
    public let events: Int
    /// One for each day asked for.
    public let temperatures: [Double]
    /// Events in the step that ends on each day: since the day before it in the list, and all before for the first.
    public let recent: [Int]
}
