import Hummingbird
import Ledger

/// `/relations`: every pair of the record, or with `?of=USA` one party's.
enum RelationsPage {
    struct Body: View {
        let heading: String
        let asOf: String
        let relations: [RelationView]
        let hasRelations: Bool
        let isOfOne: Bool
        let pager: Pager?
    }

    struct Data: Encodable, Sendable {
        let relations: [RelationData]
        let total: Int
    }

    static let pageSize = 50

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let outlook = try site.outlook()
        let paging = Paging(visit.query, size: pageSize)
        let relations: [RelationRecord]
        let total: Int
        if let code = visit.query["of"] {
            relations = try site.ledger.relations(of: code, limit: 300, temperature: site.temperature, asOf: outlook.asOf)
            guard !relations.isEmpty else { throw HTTPError(.notFound) }
            total = relations.count
        } else {
            relations = try site.ledger.relations(
                limit: paging.size, offset: paging.offset, temperature: site.temperature, asOf: outlook.asOf)
            total = outlook.summary.relations
        }
        let heading =
            visit.query["of"].map { writer.text("relationsOf").replacing("{name}", with: writer.name($0)) } ?? writer.text("relationsAll")
        let body = Body(
            heading: heading, asOf: writer.asOf(outlook), relations: try site.relationViews(relations, writer),
            hasRelations: !relations.isEmpty,
            isOfOne: visit.query["of"] != nil, pager: visit.query["of"] == nil ? paging.pager(total: total, visit, anchor: "") : nil)
        return .page(
            PageAnswer(
                template: "relations", title: heading, description: heading, section: "relations", body: body,
                data: Data(relations: relations.map(RelationData.init), total: total),
                table: Address.table("relations", ("party", visit.query["of"]))))
    }
}
