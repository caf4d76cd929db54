import Foundation
import Ledger

/// How much an event mattered: see `Knowledge/scales/importance.txt` for the formula and its reasons.
public struct ImportanceScale: Sendable, Hashable {
    public let version: String
    public let outletWeight: Double
    public let articleWeight: Double
    public let scoreRange: Double
    /// What an event that is not dated to its days counts.
    public let vague: Double
    /// Events of one kind that lie within so many days of one another stand together in a list.
    public let together: Int

    public static let standard = ImportanceScale(
        version: "1", outletWeight: 0.5, articleWeight: 0.5, scoreRange: 20, vague: 0.9, together: 3)

    public init(version: String, outletWeight: Double, articleWeight: Double, scoreRange: Double, vague: Double, together: Int) {
        self.version = version
        self.outletWeight = outletWeight
        self.articleWeight = articleWeight
        self.scoreRange = scoreRange
        self.vague = vague
        self.together = together
    }

    init(_ figures: Figures) throws {
        self.init(
            version: try figures.text("version"), outletWeight: try figures.positive("outlet weight"),
            articleWeight: try figures.positive("article weight"), scoreRange: try figures.positive("score range"),
            vague: try figures.positive("vague"), together: Int(try figures.positive("together")))
    }

    /// - Parameter articles: nil: the event's own.
    public func importance(of event: EventRecord, articles: Int? = nil) -> Double {
        let reports =
            log2(1 + Double(event.voices)) + outletWeight * log2(1 + Double(event.outlets.count)) + articleWeight
            * log2(1 + Double(articles ?? event.articles))
        return reports * (1 + abs(event.score) / scoreRange) * (event.precision == "day" ? 1 : vague)
    }
}
