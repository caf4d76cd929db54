import Ledger
import Prose

/// Three parties' relations side by side: who moved toward whom.
public struct Triangle: Sendable {
    /// In the order asked for.
    public let parties: [String]
    /// Of the first with the second, the first with the third, the second with the third.
    public let sides: [Course]
    public let steps: [TriangleStep]
}

/// One step of a triangle.
public struct TriangleStep: Sendable {
    public let start: Day
    public let end: Day
    /// The sides' values; nil where the scale has none.
    public let values: [Double?]
    /// What each changed since the step before; nil in the first step.
    public let changes: [Double?]
    /// For each party, how much nearer it stands to the earlier of the other two than to the later: positive leans to the earlier.
    public let leanings: [Double?]
    /// The side that warmed most against the other two, where its change is larger than theirs by more than both intervals' half widths; nil: no side stands out.
    public let nearing: Int?
}

extension Triangle {
    /// Sides whose steps are the same.
    init(parties: [String], sides: [Course]) {
        self.parties = parties
        self.sides = sides
        let count = sides.map(\.readings.count).min() ?? 0
        steps = (0..<count).map { index in
            let readings = sides.map { $0.readings[index] }
            let changes = sides.map { side -> Double? in
                guard index > 0, let now = side.readings[index].value, let before = side.readings[index - 1].value else { return nil }
                return now - before
            }
            let values = readings.map(\.value)
            return TriangleStep(
                start: readings[0].point.start, end: readings[0].point.end, values: values, changes: changes,
                // Sides are AB, AC, BC: A leans to B over C, B to A over C, C to A over B.
                leanings: [
                    Self.difference(values[0], values[1]), Self.difference(values[0], values[2]), Self.difference(values[1], values[2]),
                ],
                nearing: Self.nearing(changes, readings))
        }
    }

    private static func difference(_ one: Double?, _ other: Double?) -> Double? {
        guard let one, let other else { return nil }
        return one - other
    }

    private static func nearing(_ changes: [Double?], _ readings: [Reading]) -> Int? {
        let known = changes.compactMap { $0 }
        guard known.count == changes.count, let most = known.indices.max(by: { known[$0] < known[$1] }), known[most] > 0 else { return nil }
        let widths = readings.map { reading in reading.interval.map { ($0.upperBound - $0.lowerBound) / 2 } ?? 0 }
        let stands = known.indices.allSatisfy { $0 == most || known[most] - known[$0] > max(widths[most], widths[$0]) }
        return stands ? most : nil
    }
}

extension Ledger {
    /// Measures the three relations of three parties in the same steps.
    /// - Parameter parties: three different codes.
    /// - Throws: ``LedgerError``
    public func triangle(_ parties: [String], _ request: CourseRequest, scales: Scales) throws(LedgerError) -> Triangle? {
        guard parties.count == 3, let ab = Pair(parties[0], parties[1]), let ac = Pair(parties[0], parties[2]),
            let bc = Pair(parties[1], parties[2])
        else { return nil }
        let sides = [
            try course(of: ab, request, scales: scales), try course(of: ac, request, scales: scales),
            try course(of: bc, request, scales: scales),
        ]
        return Triangle(parties: parties, sides: sides)
    }
}
