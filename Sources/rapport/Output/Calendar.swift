import Foundation
import Ledger
import Prose

/// Events as an iCalendar file (RFC 5545): one entry of whole days for each, in order.
struct Calendar {
    let name: String
    let events: [EventRecord]
    /// What an entry is called.
    let title: (EventRecord) -> String

    var lines: [String] {
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rapport//rapport \(Rapport.version)//EN", "CALSCALE:GREGORIAN",
            folded("X-WR-CALNAME", name),
        ]
        .flatMap { $0.split(separator: "\n").map(String.init) } + events.flatMap(entry) + ["END:VCALENDAR"]
    }

    private func entry(_ event: EventRecord) -> [String] {
        guard let start = event.start.flatMap({ Day(iso: $0) }) else { return [] }
        let end = max(start, event.end.flatMap { Day(iso: $0) } ?? start)
        let description = "\(event.sentence)\n\(event.best.outlet ?? "") \(event.best.url ?? "")"
        let fields = [
            ("UID", "\(event.id)@rapport"), ("DTSTAMP", stamp(event)), ("DTSTART;VALUE=DATE", compact(start)),
            ("DTEND;VALUE=DATE", compact(end + 1)),
            ("SUMMARY", escaped(title(event))), ("DESCRIPTION", escaped(description)), ("CATEGORIES", event.type.rawValue),
        ]
        let place = event.place.map { [("LOCATION", escaped($0))] } ?? []
        return ["BEGIN:VEVENT"] + (fields + place).flatMap { folded($0.0, $0.1).split(separator: "\n").map(String.init) } + ["END:VEVENT"]
    }

    /// When the record first had it, so that the same record gives the same file.
    private func stamp(_ event: EventRecord) -> String {
        let date = event.first.published ?? Date(timeIntervalSince1970: 0)
        return date.formatted(.iso8601.year().month().day().dateSeparator(.omitted)) + "T"
            + date.formatted(.iso8601.time(includingFractionalSeconds: false).timeSeparator(.omitted)) + "Z"
    }

    private func compact(_ day: Day) -> String { day.iso.replacing("-", with: "") }

    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,").replacing("\r", with: "").replacing(
            "\n", with: "\\n")
    }

    /// Lines of 75 bytes at most, each after the first begun with a blank; no character is cut.
    private func folded(_ field: String, _ value: String) -> String {
        var lines = ""
        var room = 75
        for character in "\(field):\(value)" {
            let width = character.utf8.count
            if width > room {
                lines += "\n "
                room = 74
            }
            lines.append(character)
            room -= width
        }
        return lines
    }
}
