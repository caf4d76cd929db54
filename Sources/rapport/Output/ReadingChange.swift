import Ledger
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
        if let actors { reading.actors = actors.sorted() }
        if let recipients { reading.recipients = recipients.sorted() }
        if let aux { reading.aux = given(aux) }
        if let date {
            reading.dateStart = given(date)
            reading.dateEnd = reading.dateStart
            reading.datePrecision = reading.dateStart.map { [4: "year", 7: "month"][$0.utf8.count] ?? "day" }
        }
    }

    private func given(_ value: String) -> String? { value == "none" || value.isEmpty ? nil : value }
}
