import Ledger
import Prose
import World

/// New values for a mention; nil leaves the old one, `none` takes it away.
struct ReadingChange {
    var type: EventType?
    var mode: String?
    var actors: [String]?
    var recipients: [String]?
    var aux: String?
    var date: String?

    /// Quad class, score and code follow from type and mode.
    func apply(to reading: inout Review.Reading, _ plover: Plover) throws {
        if let type {
            if reading.type != type.rawValue { reading.mode = nil }
            reading.type = type.rawValue
        }
        if let mode { reading.mode = given(mode) }
        let known = EventType(rawValue: reading.type) ?? .consult
        if let mode = reading.mode, plover.modes[known]?[mode] == nil {
            let modes = plover.modes[known].map { $0.keys.sorted().joined(separator: ", ") } ?? "none"
            throw Complaint("\(mode): not a mode of \(known.rawValue), which has \(modes)")
        }
        let codes = plover.codes(known, mode: reading.mode)
        (reading.quad, reading.score, reading.cameo) = (codes.quad.rawValue, codes.score, codes.cameo)
        change(&reading.actors, to: actors)
        change(&reading.recipients, to: recipients)
        if actors != nil || recipients != nil {
            if (reading.actors + reading.recipients).isEmpty { throw Complaint("no party is left; name who acts") }
            if let code = reading.actors.first(where: reading.recipients.contains) {
                throw Complaint("\(code): on both sides; name it among the actors or among the recipients")
            }
        }
        if let aux { reading.aux = given(aux) }
        if let date {
            reading.dateStart = given(date)
            reading.dateEnd = reading.dateStart
            reading.datePrecision = reading.dateStart.map { [4: "year", 7: "month"][$0.utf8.count] ?? "day" }
        }
    }

    /// The same parties in another order are no change.
    private func change(_ codes: inout [String], to given: [String]?) {
        guard let given, Set(given) != Set(codes) else { return }
        codes = Set(given).sorted()
    }

    /// Whether a date names a day, a month or a year that there is.
    static func isDate(_ text: String) -> Bool {
        guard text.wholeMatch(of: /[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?/) != nil else { return false }
        return Day(iso: text + "-01-01".dropFirst(text.utf8.count - 4)) != nil
    }

    private func given(_ value: String) -> String? { value == "none" || value.isEmpty ? nil : value }
}
