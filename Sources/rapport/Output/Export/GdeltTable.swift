import Foundation
import Ledger
import Prose
import World

/// Events in the 61 columns of GDELT 2.0's event table (its codebook of 2015-02-19), one row for each two parties; events without a day are left out.
///
/// GoldsteinScale holds PLOVER's score, which has the same range; what the record does not know (tone, ethnic and religious codes, coordinates) is empty.
struct GdeltTable {
    let names: PartyNames

    static let columns: [ExportTable.Column] =
        [
            whole("GLOBALEVENTID", "from the event's id and the two parties"), whole("SQLDATE", "first day, YYYYMMDD"),
            whole("MonthYear", "YYYYMM"),
            whole("Year", "YYYY"), .init(name: "FractionDate", kind: .number, meaning: "year and (month·30 + day)/365"),
        ] + actor("Actor1") + actor("Actor2")
        + [
            whole("IsRootEvent", "empty"), text("EventCode", "CAMEO code"), text("EventBaseCode", "its first three digits"),
            text("EventRootCode", "its first two"), whole("QuadClass", "1…4"),
            .init(name: "GoldsteinScale", kind: .number, meaning: "PLOVER's score, −10…10"), whole("NumMentions", "sentences"),
            whole("NumSources", "outlets"), whole("NumArticles", "articles"), .init(name: "AvgTone", kind: .number, meaning: "empty"),
        ] + place("Actor1Geo") + place("Actor2Geo") + place("ActionGeo")
        + [whole("DATEADDED", "the first report's time, YYYYMMDDHHMMSS in UTC"), text("SOURCEURL", "the article of the best sentence")]

    func table(_ events: [EventRecord]) -> ExportTable {
        ExportTable(name: "gdelt", columns: GdeltTable.columns, rows: events.flatMap(rows))
    }

    private func rows(_ event: EventRecord) -> [[ExportTable.Cell]] {
        guard let day = event.start.flatMap({ Day(iso: $0) }) else { return [] }
        return event.dyads.map { dyad in
            let date = day.parts
            let head: [ExportTable.Cell] = [
                .integer(number(event.id, dyad)), .integer(date.year * 10_000 + date.month * 100 + date.day),
                .integer(date.year * 100 + date.month),
                .integer(date.year), .number(((Double(date.year) + Double(date.month * 30 + date.day) / 365) * 10_000).rounded() / 10_000),
            ]
            let what: [ExportTable.Cell] = [
                .missing, .some(event.cameo), .some(String(event.cameo.prefix(3))), .some(String(event.cameo.prefix(2))),
                .integer(event.quad.code),
                .number(event.score), .integer(event.mentions), .integer(event.outlets.count), .integer(event.articles), .missing,
            ]
            let nowhere = [ExportTable.Cell](repeating: .missing, count: 8)
            let place: [ExportTable.Cell] = [
                event.place == nil ? .missing : .integer(1), .some(event.place.map { names.name($0, .en) }), .missing, .missing, .missing,
                .missing,
                .missing, .missing,
            ]
            return head + actor(dyad.actor) + actor(dyad.recipient) + what + nowhere + nowhere + place + [
                added(event), .some(event.best.url),
            ]
        }
    }

    /// Code, name, country, group, ethnic and two religious codes, three types.
    private func actor(_ code: String) -> [ExportTable.Cell] {
        let group = code.hasPrefix("IGO:") ? String(code.dropFirst(4)) : code == "UNO" ? code : nil
        return [
            .text(group.map { code == "UNO" ? "UNO" : "IGO\($0)" } ?? code), .text(names.name(code, .en).uppercased()),
            group == nil ? .text(code) : .missing, .some(group), .missing, .missing, .missing, group == nil ? .missing : .text("IGO"),
            .missing, .missing,
        ]
    }

    /// Sixty-three bits of FNV-1a: the same for the same dyad of the same event.
    private func number(_ id: String, _ dyad: (actor: String, recipient: String)) -> Int {
        Int(FNV1a.of("\(id) \(dyad.actor) \(dyad.recipient)".utf8) >> 1)
    }

    private func added(_ event: EventRecord) -> ExportTable.Cell {
        guard let published = event.first.published else { return .missing }
        let digits = published.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false)).filter(\.isNumber)
        return Int(digits).map { .integer($0) } ?? .missing
    }

    private static func whole(_ name: String, _ meaning: String) -> ExportTable.Column {
        .init(name: name, kind: .integer, meaning: meaning)
    }
    private static func text(_ name: String, _ meaning: String) -> ExportTable.Column { .init(name: name, kind: .text, meaning: meaning) }

    private static func actor(_ prefix: String) -> [ExportTable.Column] {
        [
            "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
            "Type3Code",
        ].map {
            text(prefix + $0, "")
        }
    }

    private static func place(_ prefix: String) -> [ExportTable.Column] {
        [whole(prefix + "_Type", "1 for a state")]
            + ["FullName", "CountryCode", "ADM1Code", "ADM2Code"].map { text("\(prefix)_\($0)", "") }
            + ["Lat", "Long"].map { .init(name: "\(prefix)_\($0)", kind: .number, meaning: "empty") } + [text(prefix + "_FeatureID", "")]
    }
}
