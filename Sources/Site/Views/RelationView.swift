import Ledger

/// A relation as a row of a table shows it.
struct RelationView: View {
    let id: String
    let a: String
    let b: String
    let langA: String?
    let langB: String?
    let events: String
    let share: String
    let shareBar: String
    let temperature: String
    let tone: String
    let sparkline: String
    let last: String

    /// - Parameter months: the temperature at the end of each month, for the small line.
    init(_ relation: RelationRecord, months: [Double], _ writer: Writer) {
        id = relation.pair.id
        a = writer.name(relation.pair.a)
        b = writer.name(relation.pair.b)
        langA = writer.foreign(a)
        langB = writer.foreign(b)
        events = grouped(relation.events)
        share = percent(relation.cooperationShare)
        shareBar = SmallCharts.share(
            relation.cooperationShare, title: writer.text("shareLabel").replacing("{share}", with: percent(relation.cooperationShare)))
        temperature = signed(relation.temperature)
        tone = toneOf(relation.temperature)
        let limit = max(2.5, months.map(abs).max() ?? 0)
        let line = writer.text("sparkLabel").replacing("{from}", with: signed(months.first ?? 0)).replacing(
            "{to}", with: signed(months.last ?? 0))
        sparkline = Sparkline.draw(months, limit: limit, title: line)
        last = writer.calendar.date(relation.lastDay)
    }
}

/// `warm`, `cold` or nothing, for what is nearer to zero than a tenth.
func toneOf(_ value: Double) -> String { value >= 0.05 ? "warm" : value <= -0.05 ? "cold" : "" }

extension Site {
    /// Relations with the last two years as a small line each.
    func relationViews(_ relations: [RelationRecord], _ writer: Writer) throws -> [RelationView] {
        let outlook = try outlook()
        return relations.map { RelationView($0, months: outlook.course(of: $0.pair)?.temperatures ?? [], writer) }
    }
}
