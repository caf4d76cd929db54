import Ledger
import Measure
import Prose

/// The events that moved a relation in the chosen months, or in the last month of the dense stretch that has any.
struct Moved: View {
    let heading: String
    /// What the numbers are, and how to choose a month.
    let note: String
    let rows: [Row]
    let isChosen: Bool
    let hasRows: Bool

    struct Row: View {
        let change: String
        let tone: String
        let event: EventView
    }

    private static let shown = 6
    /// Less is shown as no change at all.
    private static let least = 0.005

    /// nil where there is nothing to say.
    init?(_ measured: MeasuredRelation, _ filters: RelationFilters, _ site: Site, _ writer: Writer) throws {
        let asOf = try site.outlook().asOf
        let points: [SeriesPoint]
        if let range = filters.range {
            points = measured.series.points.filter { $0.end >= range.lowerBound && $0.start <= range.upperBound }
        } else {
            points = measured.series.points.last { !measured.movers($0).isEmpty && $0.start <= (asOf ?? $0.start) }.map { [$0] } ?? []
        }
        guard let first = points.first, let last = points.last else { return nil }
        let movers = points.flatMap(measured.movers).filter { abs($0.change) >= Self.least }.sorted {
            (-abs($0.change), $0.event.day, $0.id) < (-abs($1.change), $1.event.day, $1.id)
        }
        let shown = Array(movers.prefix(Self.shown))
        let events = Dictionary(try site.ledger.events(ids: shown.map(\.id)).map { ($0.id, $0) }) { first, _ in first }
        rows = shown.compactMap { mover in
            events[mover.id].map { Row(change: hundredths(mover.change), tone: toneOf(mover.change * 10), event: EventView($0, writer)) }
        }
        let months = writer.calendar.span(String(first.start.iso.prefix(7)), String(last.start.iso.prefix(7)))
        heading = writer.words.filled("movedHeading", writer.language, ["months": months])
        isChosen = filters.range != nil
        note = writer.sentences(writer.text("movedUnit"), isChosen ? "" : writer.text("movedHint"))
        hasRows = !rows.isEmpty
    }
}

/// A number with two decimals and its sign.
func hundredths(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    let value = Int((number * 100).rounded())
    let digits = String(value.magnitude % 100)
    return "\(value < 0 ? "−" : "+")\(value.magnitude / 100).\(digits.count == 1 ? "0" : "")\(digits)"
}
