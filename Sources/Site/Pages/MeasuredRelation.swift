import Ledger
import Measure
import Prose

/// A relation measured for its page, over the months in which most was published or over all: with intervals and what moved it where the scales are at
/// hand, without them where they are not.
struct MeasuredRelation: Sendable {
    let series: Series
    /// By the step's first day.
    let readings: [Int: Reading]
    let changes: [ChangePoint]
    /// Whether the record goes on beyond the months drawn.
    let isPart: Bool

    init(_ site: Site, _ relation: RelationRecord, _ filters: RelationFilters, _ outlook: Outlook) throws {
        let whole = Self.whole(relation, outlook.summary)
        let dense = Self.atLeastAYear(try site.ledger.denseDays(), within: whole)
        // A month leads to the list of its events: the first is drawn from its first day, whichever day the record begins on.
        let days = (filters.isWholeSpan ? whole : dense ?? whole).map { Step.month.start(of: $0.lowerBound)...$0.upperBound }
        isPart = whole.map { whole in dense.map { whole.lowerBound < $0.lowerBound || $0.upperBound < whole.upperBound } ?? false } ?? false
        guard let scales = site.options.scales, let days else {
            series = try site.ledger.series(
                of: relation.pair, by: .month, from: days?.lowerBound, to: days?.upperBound, temperature: site.temperature)
            readings = [:]
            changes = []
            return
        }
        var request = CourseRequest(scale: filters.scale, step: .month, from: days.lowerBound, to: days.upperBound)
        request.isBetweenGovernments = filters.isOfficial
        let course = try site.ledger.course(of: relation.pair, request, scales: scales, groups: site.options.groups)
        series = course.series
        readings = Dictionary(course.readings.map { ($0.point.id, $0) }) { first, _ in first }
        changes = try site.ledger.changePoints(of: relation.pair, in: days, sectors: filters.isOfficial ? scales.government : nil)
    }

    /// What moved a step, the strongest first.
    func movers(_ point: SeriesPoint) -> [Mover] { readings[point.id]?.movers ?? point.movers }

    /// A chart of fewer than twelve months shows no course.
    private static func atLeastAYear(_ days: ClosedRange<Day>?, within whole: ClosedRange<Day>?) -> ClosedRange<Day>? {
        guard let days, let whole else { return days }
        return min(days.lowerBound, max(whole.lowerBound, days.upperBound - 334))...days.upperBound
    }

    /// The whole record's days: a 1972 visit told in 2023 is in the timeline, but fifty empty years are not in the chart.
    private static func whole(_ relation: RelationRecord, _ summary: LedgerSummary) -> ClosedRange<Day>? {
        guard let archive = summary.firstDay.flatMap({ Day(iso: $0) }), let last = summary.lastDay.flatMap({ Day(iso: $0) }) else {
            return nil
        }
        let first = Day(iso: relation.firstDay).map { max($0, archive - 365) } ?? archive
        return min(first, last)...last
    }
}
