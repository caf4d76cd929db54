import Foundation
import Tables
import World

/// What a likelihood that the models say is worth: of the mentions said at 0.8, about eight in ten should be right.
///
/// Straight lines between the points of the knowledge file `confidence.txt`, which `rapport evaluate --calibration` makes from articles
/// that the models did not learn from.
package struct Calibration: Sendable {
    private let points: [(said: Double, right: Double)]

    /// Takes every likelihood at its word.
    package static let none = Calibration(points: [])

    private init(points: [(said: Double, right: Double)]) {
        // A likelihood of nought is nought; beyond the last point its value holds.
        self.points = [(0, 0)] + points + [(1, points.last?.right ?? 1)]
    }

    /// Reads `confidence.txt` of a knowledge folder: columns `said` and `right`, both rising, from 0 to 1.
    /// - Throws: ``TableProblem`` where it is missing or malformed.
    package init(in folder: URL) throws {
        let table = try World.table("confidence.txt", in: folder, required: ["said", "right"])
        var points: [(said: Double, right: Double)] = []
        for row in table.rows {
            guard let said = Double(try row.require("said")), let right = Double(try row.require("right")), said > points.last?.said ?? 0,
                said < 1, right >= points.last?.right ?? 0, right <= 1
            else { throw row.problem("“said” must rise within 0 and 1, and “right” must not fall") }
            points.append((said, right))
        }
        self.init(points: points)
    }

    /// How often what is said to be so likely was right.
    func confidence(_ likelihood: Float) -> Double {
        let said = Double(min(max(likelihood, 0), 1))
        let above = min(points.firstSorted { $0.said >= said }, points.count - 1)
        guard above > 0 else { return points[0].right }
        let (low, high) = (points[above - 1], points[above])
        return low.right + (high.right - low.right) * (said - low.said) / (high.said - low.said)
    }
}
