import Ledger
import Prose
import World

/// A week from which a relation's mean score was another.
///
/// Found by binary segmentation (Scott and Knott 1974; Vostrikova 1981) on the weekly mean scores: the split that maximises the weighted CUSUM statistic
/// √(n₁n₂/(n₁+n₂))·|m₁ − m₂|, n events and m their mean score on either side, is kept where shuffling the weeks (Good's permutation test) gives a larger one in
/// fewer than one of twenty; both sides are then searched in turn. Weeks without events say nothing and are passed over.
public struct ChangePoint: Sendable, Hashable, Identifiable {
    /// The Monday of the first week that is other than before.
    public let week: Day
    /// Mean score over the events since the change before, and until the one after.
    public let before: Double
    public let after: Double
    /// Of the permutation test.
    public let p: Double
    /// The events of this and the next two weeks that pull most towards the new mean, the strongest first, at most five; change is their score less the old
    /// mean.
    public let movers: [Mover]

    public var id: Int { week.number }
}

/// The search for changes.
struct ChangePoints {
    struct Week: Sendable, Hashable {
        let start: Day
        var events = 0.0
        var sum = 0.0
    }

    /// A side of a split has at least so many weeks with events.
    static let least = 4
    static let level = 0.05
    static let permutations = 999

    private let weeks: [Week]

    /// - Parameter points: in order of their days.
    init(_ points: [EventPoint]) {
        var weeks: [Week] = []
        for point in points {
            if weeks.last.map({ point.day - $0.start >= 7 }) ?? true { weeks.append(Week(start: Step.week.start(of: point.day))) }
            weeks[weeks.count - 1].events += 1
            weeks[weeks.count - 1].sum += point.score
        }
        self.weeks = weeks
    }

    /// The indices of the weeks that begin something new, in order, each with its p.
    func splits() -> [(week: Int, p: Double)] { splits(weeks.startIndex..<weeks.endIndex).sorted { $0.week < $1.week } }

    private func splits(_ range: Range<Int>) -> [(week: Int, p: Double)] {
        guard range.count >= 2 * Self.least else { return [] }
        let part = Array(weeks[range])
        let best = Self.best(part)
        var random = SteadyRandom(seed: UInt64(range.lowerBound) << 32 | UInt64(range.upperBound))
        var larger = 0
        for _ in 0..<Self.permutations {
            var shuffled = part
            shuffled.shuffle(using: &random)
            if Self.best(shuffled).statistic >= best.statistic { larger += 1 }
            // Those still to come only make it likelier that chance did it.
            guard Self.p(larger) < Self.level else { return [] }
        }
        let split = range.lowerBound + best.index
        return splits(range.lowerBound..<split) + [(split, Self.p(larger))] + splits(split..<range.upperBound)
    }

    private static func p(_ larger: Int) -> Double { Double(1 + larger) / Double(1 + permutations) }

    /// The split with the largest statistic, squared: (n·s₁ − n₁·s)² / (n·n₁·n₂), s the sum of the scores.
    private static func best(_ weeks: [Week]) -> (index: Int, statistic: Double) {
        let all = weeks.reduce(into: (n: 0.0, sum: 0.0)) { $0 = ($0.n + $1.events, $0.sum + $1.sum) }
        var left = (n: 0.0, sum: 0.0)
        var best = (index: 0, statistic: -1.0)
        for index in weeks.indices.dropLast(least) {
            left = (left.n + weeks[index].events, left.sum + weeks[index].sum)
            guard index + 1 >= least else { continue }
            let apart = all.n * left.sum - left.n * all.sum
            let statistic = apart * apart / (all.n * left.n * (all.n - left.n))
            if statistic > best.statistic { best = (index + 1, statistic) }
        }
        return best
    }

    /// The changes with what was before and after them, and the events that name them.
    func changes(_ points: [EventPoint]) -> [ChangePoint] {
        let splits = splits()
        let bounds = [0] + splits.map(\.week) + [weeks.count]
        return splits.enumerated().map { index, split in
            let before = mean(bounds[index]..<split.week)
            let after = mean(split.week..<bounds[index + 2])
            let week = weeks[split.week].start
            return ChangePoint(week: week, before: before, after: after, p: split.p, movers: Self.movers(points, week, before, after))
        }
    }

    private func mean(_ range: Range<Int>) -> Double {
        weeks[range].reduce(0) { $0 + $1.sum } / max(1, weeks[range].reduce(0) { $0 + $1.events })
    }

    private static func movers(_ points: [EventPoint], _ week: Day, _ before: Double, _ after: Double) -> [Mover] {
        let days = points.firstSorted { $0.day >= week }..<points.firstSorted { $0.day >= week + 21 }
        let towards = points[days].filter { ($0.score - before) * (after - before) > 0 }
        return Mover.strongest(towards.map { Mover(event: $0, change: $0.score - before) }, 5)
    }
}

extension Ledger {
    /// The weeks in which a relation changed, in order.
    /// - Parameter days: nil: the record's dense days.
    /// - Throws: ``LedgerError``
    public func changePoints(of pair: Pair, in days: ClosedRange<Day>? = nil, sectors: Set<String>? = nil) throws(LedgerError)
        -> [ChangePoint]
    {
        let dense = if days == nil { try denseDays() } else { nil as ClosedRange<Day>? }
        guard let days = days ?? dense else { return [] }
        let points = try self.points(of: pair, from: days.lowerBound, to: days.upperBound, sectors: sectors)
        return ChangePoints(points).changes(points)
    }
}
