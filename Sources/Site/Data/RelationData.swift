import Ledger
import Measure

/// A relation as JSON.
struct RelationData: Encodable, Sendable {
    let id: String
    let parties: [String]
    let events: Int
    let quads: [String: Int]
    let cooperationShare: Double
    let score: Double
    let temperature: Double
    let firstDay: String
    let lastDay: String

    init(_ relation: RelationRecord) {
        id = relation.pair.id
        parties = [relation.pair.a, relation.pair.b]
        events = relation.events
        quads = Dictionary(uniqueKeysWithValues: relation.quads.map { ($0.key.rawValue, $0.value) })
        cooperationShare = relation.cooperationShare
        score = relation.score
        temperature = relation.temperature
        firstDay = relation.firstDay
        lastDay = relation.lastDay
    }
}

/// One month of a relation's series.
struct MonthData: Encodable, Sendable {
    let month: String
    let events: Int
    let cooperation: Int
    let conflict: Int
    @OrNull var scoreMean: Double?
    let temperature: Double
    @OrNull var stock: Double?
    let published: Int
    let mentioning: Int

    init(_ point: SeriesPoint) {
        month = String(point.start.iso.prefix(7))
        events = point.events
        cooperation = point.cooperation
        conflict = point.conflict
        scoreMean = point.scoreMean
        temperature = point.temperature
        stock = point.stock
        published = point.published
        mentioning = point.mentioning
    }
}

extension SeriesPoint {
    var cooperation: Int { quads.filter(\.key.isCooperation).values.reduce(0, +) }
    var conflict: Int { events - cooperation }
}
