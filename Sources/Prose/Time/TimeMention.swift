/// Words that name a time, resolved to an interval of days.
public struct TimeMention: Sendable, Hashable {
    /// How fine the words are. A day is never made up from a month.
    public enum Precision: String, Sendable, Hashable {
        case day, week, month, quarter, year
    }

    /// `[start, end)` in code points of the text read.
    public let start: Int
    public let end: Int
    public let first: Day
    public let last: Day
    public let precision: Precision
    /// Where the words alone leave open whether the day before or after is meant (周五, 27日), the reading to come.
    public let upcoming: Day?

    public init(start: Int, end: Int, first: Day, last: Day, precision: Precision, upcoming: Day? = nil) {
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.precision = precision
        self.upcoming = upcoming
    }

    /// The mention read as lying ahead, where its words allow that.
    public var ahead: TimeMention {
        guard let upcoming else { return self }
        return TimeMention(start: start, end: end, first: upcoming, last: upcoming + (last - first), precision: precision)
    }

    func moved(start: Int? = nil, end: Int? = nil) -> TimeMention {
        TimeMention(start: start ?? self.start, end: end ?? self.end, first: first, last: last, precision: precision, upcoming: upcoming)
    }

    /// First and last day as the record writes them: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as fine as the precision.
    public var isoBounds: (start: String, end: String) {
        switch precision {
        case .day, .week: (first.iso, last.iso)
        case .month, .quarter: (first.iso(7), last.iso(7))
        case .year: (first.iso(4), last.iso(4))
        }
    }
}
