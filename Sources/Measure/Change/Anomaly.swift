import Ledger
import Prose
import World

/// A pair's week that is unlike the year around it.
///
/// Each week's figure is compared with those of the other weeks up to half a year before and after it: z = (x − median) / (1.4826 · median absolute deviation),
/// the robust z-score of Iglewicz and Hoaglin (1993), who call 3.5 an outlier. A deviation of less than one unit (one event of a hundred articles' worth) counts as one, so that a
/// pair that is mostly silent is not alarmed by its first event.
public struct Anomaly: Sendable, Hashable {
    public enum Figure: String, Sendable, Hashable, CaseIterable {
        /// Events a thousand articles published: how much is going on, whatever the volume of news.
        case activity
        /// Events of conflict a thousand articles published.
        case conflict
        /// Events of cooperation a thousand articles published.
        case cooperation
    }

    public let pair: Pair
    public let week: Day
    public let figure: Figure
    public let value: Double
    /// The median of the other weeks.
    public let usual: Double
    public let z: Double
    public let events: Int
    public let published: Int
    /// The week's most reported events of the kind, at most three.
    public let examples: [String]
}

/// The weeks of one pair, compared.
struct AnomalySearch {
    static let around = 26
    /// Fewer other weeks tell nothing.
    static let least = 12
    /// A week in which hardly anything was published tells nothing.
    static let leastPublished = 20

    let pair: Pair
    let points: [EventPoint]
    let published: [Day: Int]

    func anomalies(above z: Double) -> [Anomaly] { Anomaly.Figure.allCases.flatMap { anomalies($0, above: z) } }

    private func anomalies(_ figure: Anomaly.Figure, above limit: Double) -> [Anomaly] {
        let events = Dictionary(grouping: points.filter { Self.counts($0, figure) }) { Step.week.start(of: $0.day) }
        let weeks = published.filter { $0.value >= Self.leastPublished }.map(\.key).sorted()
        let values = weeks.map { Double(events[$0]?.count ?? 0) * 1000 / Double(published[$0] ?? 1) }
        return weeks.indices.compactMap { index in
            let others = weeks.indices.filter { $0 != index && abs(weeks[$0] - weeks[index]) <= Self.around * 7 }.map { values[$0] }
            guard others.count >= Self.least, let own = events[weeks[index]] else { return nil }
            let usual = Self.median(others)
            let unit = 1000 / Double(published[weeks[index]] ?? 1)
            let deviation = max(1.4826 * Self.median(others.map { abs($0 - usual) }), unit)
            let z = (values[index] - usual) / deviation
            guard z >= limit else { return nil }
            let examples = own.sorted { (-$0.voices, $0.day, $0.number) < (-$1.voices, $1.day, $1.number) }.prefix(3).map(\.id)
            return Anomaly(
                pair: pair, week: weeks[index], figure: figure, value: values[index], usual: usual, z: z, events: own.count,
                published: published[weeks[index]] ?? 0, examples: examples)
        }
    }

    private static func counts(_ point: EventPoint, _ figure: Anomaly.Figure) -> Bool {
        switch figure {
        case .activity: true
        case .conflict: !point.isCooperation
        case .cooperation: point.isCooperation
        }
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}

extension Ledger {
    /// The weeks of some pairs that are unlike their year, the farthest first.
    /// - Parameter z: from which z-score on.
    /// - Throws: ``LedgerError``
    public func anomalies(of pairs: [Pair], in days: ClosedRange<Day>? = nil, above z: Double = 3.5) throws(LedgerError) -> [Anomaly] {
        let dense = try denseDays()
        guard let days = days ?? dense else { return [] }
        var found: [Anomaly] = []
        var published: [Day: Int] = [:]
        for pair in pairs {
            if published.isEmpty {
                for entry in try coverage(of: pair) where days.contains(entry.day) {
                    published[Step.week.start(of: entry.day), default: 0] += entry.published
                }
            }
            let points = try self.points(of: pair, from: days.lowerBound, to: days.upperBound)
            found += AnomalySearch(pair: pair, points: points, published: published).anomalies(above: z)
        }
        return found.sorted { (-$0.z, $0.week, $0.pair, $0.figure.rawValue) < (-$1.z, $1.week, $1.pair, $1.figure.rawValue) }
    }
}
