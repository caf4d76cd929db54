import Ledger
import Prose

/// The relations whose temperature went up and down most over the last months of the dense stretch.
struct Moves: Sendable {
    struct Move: Sendable {
        let course: RelationCourse
        let change: Double
    }

    let warmed: [Move]
    let cooled: [Move]

    static let months = 3
    static let shown = 5
    /// Relations with fewer events in those months are left out: two visits are no thaw.
    static let least = 8

    init(_ outlook: Outlook) {
        let moves = outlook.courses.filter { outlook.recent($0, months: Self.months) >= Self.least }
            .map { Move(course: $0, change: outlook.change($0, months: Self.months)) }
        warmed = Array(
            moves.filter { $0.change > 0.05 }.sorted { ($1.change, $0.course.pair) < ($0.change, $1.course.pair) }.prefix(Self.shown))
        cooled = Array(
            moves.filter { $0.change < -0.05 }.sorted { ($0.change, $0.course.pair) < ($1.change, $1.course.pair) }.prefix(Self.shown))
    }
}

/// A relation that moved, as the front page shows it.
struct MoveView: View {
    let name: String
    let address: String
    let change: String
    let tone: String
    let from: String
    let to: String
    let sparkline: String
    /// The event of these months that most outlets reported, of the kind that moved it.
    let event: EventView?

    init(_ move: Moves.Move, _ site: Site, _ outlook: Outlook, _ writer: Writer) throws {
        let course = move.course
        let before = course.temperatures[max(0, course.temperatures.count - 1 - Moves.months)]
        let now = course.temperatures.last ?? 0
        name = writer.pair(course.pair)
        address = Address.relation(course.pair)
        change = signed(move.change)
        tone = toneOf(move.change)
        from = signed(before)
        to = signed(now)
        let line = writer.words.filled("sparkLabel", writer.language, ["from": signed(before), "to": signed(now)])
        sparkline = Sparkline.draw(course.temperatures, limit: max(2.5, course.temperatures.map(abs).max() ?? 0), title: line)
        var filter = EventFilter(pair: course.pair)
        filter.statuses = [.happened]
        filter.quads = move.change > 0 ? [.verbalCooperation, .materialCooperation] : [.verbalConflict, .materialConflict]
        filter.from = outlook.days.dropLast(Moves.months).last.map { ($0 + 1).iso }
        filter.to = outlook.asOf?.iso
        filter.order = .mostReported
        filter.limit = 1
        event = try site.ledger.events(filter).first.map { EventView($0, writer) }
    }
}

/// The same as JSON.
struct MoveData: Encodable, Sendable {
    let pair: String
    let change: Double
    let temperature: Double

    init(_ move: Moves.Move) {
        pair = move.course.pair.id
        change = move.change
        temperature = move.course.temperatures.last ?? 0
    }
}
