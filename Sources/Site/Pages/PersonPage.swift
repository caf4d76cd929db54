import Hummingbird
import Ledger
import Prose
import World

/// `/people/USA/布林肯`: what a person did, said, and which offices they were named by.
enum PersonPage {
    struct Body: View {
        /// In the reader's language.
        let name: String
        let nameLang: String?
        /// In the other, where it is known.
        let other: String?
        let otherLang: String?
        let party: [NameLink]
        let facts: [Fact]
        let terms: [Term]
        let hasTerms: Bool
        let offices: [Office]
        let hasOffices: Bool
        let types: [CountBar]
        let hasTypes: Bool
        let met: [CountBar]
        let hasMet: Bool
        let months: [MonthView]
        let hasEvents: Bool
        let counted: String
        let pager: Pager?
        let statements: [StatementView]
        let hasStatements: Bool
    }

    /// An office held, as the knowledge has it.
    struct Term: View {
        let office: Run
        let party: [NameLink]
        let span: String
    }

    /// An office as articles had it.
    struct Office: View {
        let office: Run
        let count: String
        let span: String
    }

    struct Data: Encodable, Sendable {
        let person: PersonData
        let offices: [OfficeData]
        let events: [EventData]
        let total: Int
        let statements: [StatementLineData]
    }

    struct OfficeData: Encodable, Sendable {
        let office: String
        let mentions: Int
        @OrNull var firstDay: String?
        @OrNull var lastDay: String?
    }

    private static let pageSize = 20

    static func answer(_ site: Site, _ visit: Visit) throws -> Answer {
        let parts = visit.parts
        guard parts.count == 3 else { throw HTTPError(.notFound) }
        let key = PersonKey(name: parts[2], code: parts[1] == "-" ? nil : parts[1])
        guard let record = try site.ledger.person(key) else { throw HTTPError(.notFound) }
        let writer = site.writer(visit)
        var filter = EventFilter()
        filter.person = key
        let total = try site.ledger.count(filter)
        let whole = filter
        let paging = Paging(visit.query, size: pageSize)
        filter.limit = paging.size
        filter.offset = paging.offset
        let events = try site.ledger.events(filter)
        let offices = try site.ledger.offices(of: key)
        let statements = try said(by: key, site)
        let known = site.people.person(key.name, of: key.code)
        let types = try site.ledger.types(whole)
        let met = try site.ledger.people(whole, limit: 13).filter { $0.value != key }.prefix(12)
        let name = writer.person(key)
        let other = [key.name, known?.foreign].compactMap(\.self).first { $0 != name }
        let body = Body(
            name: name, nameLang: writer.foreign(name), other: other, otherLang: other.flatMap(writer.foreign),
            party: writer.links(key.code.map { [$0] } ?? []),
            facts: [
                Fact(writer.text("factEvents"), grouped(total)), Fact(writer.text("factMentions"), grouped(record.mentions)),
                Fact(
                    writer.text("factStatements"), grouped(statements.count),
                    note: statements.count >= statementsShown ? writer.text("orMore") : nil),
            ],
            terms: terms(known, writer), hasTerms: known?.terms.isEmpty == false, offices: offices.prefix(10).map { office($0, writer) },
            hasOffices: !offices.isEmpty, types: CountBar.types(types, writer), hasTypes: !types.isEmpty,
            met: CountBar.people(Array(met), writer), hasMet: !met.isEmpty, months: MonthView.months(events, writer),
            hasEvents: !events.isEmpty, counted: writer.count("events", total),
            pager: paging.pager(total: total, visit, anchor: "#timeline"),
            statements: statements.prefix(8).map { StatementView($0, writer) }, hasStatements: !statements.isEmpty)
        return .page(
            PageAnswer(
                template: "person", title: name,
                description: writer.words.filled("personDescription", writer.language, ["name": name]), section: "people", body: body,
                data: Data(
                    person: PersonData(record),
                    offices: offices.map {
                        OfficeData(office: $0.office, mentions: $0.mentions, firstDay: $0.firstDay, lastDay: $0.lastDay)
                    },
                    events: events.map(EventData.init), total: total, statements: statements.map(StatementLineData.init)),
                feed: "/feeds\(Address.person(key))",
                table: Address.table("events", ("person", key.name), ("party", key.code ?? "-"))))
    }

    private static let statementsShown = 50

    private static func said(by person: PersonKey, _ site: Site) throws -> [StatementRecord] {
        var filter = StatementFilter()
        filter.speaker = person.name
        filter.code = person.code
        filter.atLeast = 8
        filter.limit = statementsShown
        return try site.ledger.statements(filter)
    }

    private static func terms(_ person: Person?, _ writer: Writer) -> [Term] {
        (person?.terms ?? []).sorted { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }.map { term in
            Term(
                office: Run(office: term.office, writer), party: writer.links([term.code]), span: span(term.from?.iso, term.to?.iso, writer)
            )
        }
    }

    /// From one day to another, of which either may be unknown.
    private static func span(_ from: String?, _ to: String?, _ writer: Writer) -> String {
        guard let from else { return to.map(writer.until) ?? "" }
        return to.map { writer.calendar.span(from, $0) }
            ?? writer.words.filled("since", writer.language, ["date": writer.calendar.date(from)])
    }

    private static func office(_ record: OfficeRecord, _ writer: Writer) -> Office {
        let days = [record.firstDay, record.lastDay].compactMap(\.self).map { String($0.prefix(7)) }
        let span = days.count == 2 ? writer.calendar.span(days[0], days[1]) : ""
        return Office(office: Run(office: record.office, writer), count: grouped(record.mentions), span: span)
    }
}
