import Ledger

/// `/parties`, `/people`, `/outlets`: lists that lead to one page each.
enum IndexPages {
    struct Body: View {
        let heading: String
        let lead: String
        let rows: [CountBar]
        let hasRows: Bool
        let counted: String
        /// Whether names can be searched for.
        let isSearchable: Bool
        let q: String
        let pager: Pager?
    }

    struct Data: Encodable, Sendable {
        let rows: [RowData]

        struct RowData: Encodable, Sendable {
            let name: String
            @OrNull var code: String?
            let count: Int
        }
    }

    private static let pageSize = 120

    static func parties(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let facets = try site.ledger.parties(EventFilter(), limit: 500)
        return page(
            "parties", writer, rows: facets.map { (writer.name($0.value), Address.party($0.value), nil, $0.events) },
            data: facets.map { Data.RowData(name: writer.name($0.value), code: $0.value, count: $0.events) }, unit: "factEvents")
    }

    static func people(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let q = visit.query["q"]
        let paging = Paging(visit.query, size: pageSize)
        let people = try site.persons(named: q, limit: paging.size, offset: paging.offset)
        let total = q == nil ? try site.everybody().count : people.count
        return page(
            "people", writer,
            rows: people.map { record in
                let state = record.person.code.map { writer.bracketed(writer.name($0)) }
                return (writer.person(record.person), Address.person(record.person), state, record.mentions)
            }, data: people.map { Data.RowData(name: $0.person.name, code: $0.person.code, count: $0.mentions) }, unit: "factMentions",
            isSearchable: true, q: q ?? "", pager: q == nil ? paging.pager(total: total, visit, anchor: "") : nil)
    }

    static func outlets(_ site: Site, _ visit: Visit) throws -> Answer {
        let writer = site.writer(visit)
        let outlets = try site.outlets()
        return page(
            "outlets", writer, rows: outlets.map { (writer.outlet($0.name), Address.outlet($0.name), nil, $0.articles) },
            data: outlets.map { Data.RowData(name: $0.name, code: nil, count: $0.articles) }, unit: "factArticles")
    }

    private static func page(
        _ section: String, _ writer: Writer, rows: [(name: String, address: String?, note: String?, count: Int)], data: [Data.RowData],
        unit: String, isSearchable: Bool = false, q: String = "", pager: Pager? = nil
    ) -> Answer {
        let heading = writer.text("index-\(section)")
        let body = Body(
            heading: heading, lead: writer.text("lead-\(section)"), rows: CountBar.rows(rows), hasRows: !rows.isEmpty,
            counted: writer.words.filled("countedBy", writer.language, ["unit": writer.text(unit)]),
            isSearchable: isSearchable, q: q, pager: pager)
        return .page(
            PageAnswer(
                template: "index", title: heading, description: body.lead, section: section, body: body, data: Data(rows: data),
                table: Address.table(section, ("name", q.isEmpty ? nil : q))))
    }
}
