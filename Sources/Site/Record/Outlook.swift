import Ledger
import Prose

/// What pages show of the record as a whole: its span, and how warm every relation was month by month.
///
/// Worked out once for each state of the ledger. Temperatures are taken at the end of the stretch in which most was published: a stray article
/// of years later would find every relation cooled to zero.
struct Outlook: Sendable {
    /// One month of the record.
    struct Month: Sendable, Equatable {
        /// `YYYY-MM`.
        let month: String
        let articles: Int
    }

    let summary: LedgerSummary
    /// Every month from the first article's to the last's.
    let months: [Month]
    /// The months in which most was published.
    let dense: Range<Int>
    /// The last day with an article in them; nil for an empty record.
    let asOf: Day?
    /// The days for which courses hold temperatures: ``asOf`` and the ends of the months before it.
    let days: [Day]
    /// Every relation, those with the most events first.
    let courses: [RelationCourse]
    private let places: [Pair: Int]

    /// How many days a course has, a month apart.
    static let steps = 24

    init(_ ledger: Ledger, temperature: TemperatureScale) throws {
        summary = try ledger.summary()
        months = Self.gapless(try ledger.articlesByMonth())
        dense = DenseSpan.months(months.map(\.articles))
        asOf = try ledger.denseDays()?.upperBound
        days = asOf.map(Self.days) ?? []
        courses = try ledger.courses(on: days, temperature: temperature)
        places = Dictionary(courses.enumerated().map { ($1.pair, $0) }) { first, _ in first }
    }

    func course(of pair: Pair) -> RelationCourse? { places[pair].map { courses[$0] } }

    /// Degrees gone up or down over the last `months`.
    func change(_ course: RelationCourse, months: Int) -> Double {
        let count = course.temperatures.count
        guard count > months, let last = course.temperatures.last else { return 0 }
        return last - course.temperatures[count - 1 - months]
    }

    /// Events of the last `months`.
    func recent(_ course: RelationCourse, months: Int) -> Int { course.recent.suffix(months).reduce(0, +) }

    private static func days(until last: Day) -> [Day] {
        var days = [last]
        var start = last - (last.parts.day - 1)
        while days.count < steps {
            days.append(start - 1)
            start = (start - 1) - ((start - 1).parts.day - 1)
        }
        return days.reversed()
    }

    private static func gapless(_ rows: [OutletMonth]) -> [Month] {
        let counts = Dictionary(rows.map { ($0.month, $0.articles) }, uniquingKeysWith: +)
        guard let first = rows.first.flatMap({ Day(iso: $0.month + "-01") }), let last = rows.last?.month else { return [] }
        var months: [Month] = []
        var day = first
        while day.iso.prefix(7) <= last {
            let name = String(day.iso.prefix(7))
            months.append(Month(month: name, articles: counts[name] ?? 0))
            day = day + Day.length(day.parts.year, day.parts.month)
        }
        return months
    }
}
