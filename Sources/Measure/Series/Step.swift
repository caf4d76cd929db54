import Prose

/// How long a series' steps are.
public enum Step: String, Sendable, Hashable, CaseIterable {
    case day
    /// From Monday.
    case week
    case month

    /// The first day of the step that a day is in.
    public func start(of day: Day) -> Day {
        switch self {
        case .day: day
        case .week: day - (day.weekday - 1)
        case .month: day - (day.parts.day - 1)
        }
    }

    /// The first day of the next step.
    public func next(after start: Day) -> Day {
        switch self {
        case .day: start + 1
        case .week: start + 7
        case .month: start + Day.length(start.parts.year, start.parts.month)
        }
    }
}
