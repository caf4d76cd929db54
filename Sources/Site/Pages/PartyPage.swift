import Hummingbird
import Ledger
import Prose
import World

/// `/parties/USA`: a state or an organisation: its relations, what it did and what was done to it, who speaks for it, what it said.
enum PartyPage {
    struct Body: View {
        let name: String
        let nameLang: String?
        let code: String
        let kind: String
        let asOf: String
        let facts: [Fact]
        let relations: [RelationView]
        let allRelations: String
        let types: [CountBar]
        let people: [CountBar]
        let hasPeople: Bool
        let outlets: [CountBar]
        let members: [NameLink]
        let hasMembers: Bool
        let memberOf: [NameLink]
        let hasMemberships: Bool
        let months: [MonthView]
        let counted: String
        let pager: Pager?
        let statements: [StatementView]
        let hasStatements: Bool
    }

    struct Data: Encodable, Sendable {
        let code: String
        let events: [EventData]
        let total: Int
        let relations: [RelationData]
        let people: [PersonData]
        let statements: [StatementLineData]
    }

    private static let pageSize = 20

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let code = visit.name
        let writer = site.writer(visit)
        let outlook = try site.outlook()
        let whole = EventFilter(code: code)
        let total = try site.ledger.count(whole)
        guard total > 0 else { throw HTTPError(.notFound) }
        let relations = try site.ledger.relations(of: code, limit: 10, temperature: site.temperature, asOf: outlook.asOf)
        let paging = Paging(visit.query, size: pageSize)
        var filter = whole
        filter.to = outlook.summary.lastDay
        let listed = try site.ledger.count(filter)
        filter.limit = paging.size
        filter.offset = paging.offset
        let events = try site.ledger.events(filter)
        let people = try site.persons(of: code, limit: 12)
        let statements = try said(by: code, site, outlook)
        let organisation = site.options.organisations.first { $0.code == code }
        let day = outlook.asOf ?? Day(number: 0)
        let members = organisation?.members(on: day) ?? []
        let memberOf = site.options.organisations.filter { $0.code != code && $0.members(on: day).contains(code) }.map(\.code)
        let body = Body(
            name: writer.name(code), nameLang: writer.foreign(writer.name(code)), code: code,
            kind: writer.text(organisation == nil ? "kindState" : "kindOrganisation"),
            asOf: writer.asOf(outlook), facts: try facts(code, total, site, outlook, writer),
            relations: try site.relationViews(relations, writer), allRelations: "/relations?of=\(Query.encoded(code))",
            types: CountBar.types(try site.ledger.types(whole), writer), people: CountBar.people(people, writer),
            hasPeople: !people.isEmpty,
            outlets: CountBar.outlets(try site.ledger.outlets(whole), limit: 8, writer), members: writer.links(members),
            hasMembers: !members.isEmpty,
            memberOf: writer.links(memberOf), hasMemberships: !memberOf.isEmpty, months: MonthView.months(events, writer),
            counted: writer.count("events", listed), pager: paging.pager(total: listed, visit, anchor: "#timeline"),
            statements: statements.map { StatementView($0, writer) }, hasStatements: !statements.isEmpty)
        return .page(
            PageAnswer(
                template: "party", title: writer.name(code),
                description: writer.words.filled("partyDescription", writer.language, ["name": writer.name(code)]), section: "parties",
                body: body,
                data: Data(
                    code: code, events: events.map(EventData.init), total: listed, relations: relations.map(RelationData.init),
                    people: people.map(PersonData.init), statements: statements.map(StatementLineData.init)),
                feed: "/feeds\(Address.party(code))", table: Address.table("events", ("party", code))))
    }

    private static func said(by code: String, _ site: Site, _ outlook: Outlook) throws -> [StatementRecord] {
        var filter = StatementFilter()
        filter.code = code
        filter.sectors = site.government
        filter.atLeast = 14
        filter.to = outlook.asOf?.iso
        filter.limit = 6
        return try site.ledger.statements(filter)
    }

    private static func facts(_ code: String, _ total: Int, _ site: Site, _ outlook: Outlook, _ writer: Writer) throws -> [Fact] {
        let own = outlook.courses.filter { $0.pair.contains(code) }
        let quads = try site.ledger.quads(EventFilter(code: code))
        return [
            Fact(writer.text("factEvents"), grouped(total)), Fact(writer.text("factRelations"), grouped(own.count)),
            Fact(writer.text("factShare"), percent(cooperationShare(quads))),
        ]
    }
}

/// A person as JSON.
struct PersonData: Encodable, Sendable {
    let name: String
    @OrNull var code: String?
    let mentions: Int

    init(_ record: PersonRecord) {
        name = record.person.name
        code = record.person.code
        mentions = record.mentions
    }
}
