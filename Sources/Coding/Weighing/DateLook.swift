import Foundation
import Tables
import World

/// Weighs the days that may date each event once more, beside all that its article may date: a meeting told of again is on the day that it was first put under.
///
/// Trees learned by `Scripts/fit-dates` from articles that none of the first models had seen.
struct DateLook: Sendable {
    private let trees: Trees

    /// Days less likely than this date nothing. Of the 3,228 events that dates were learned from, 0.768 are then dated, or left undated, as readers have it (cross-validated; 0.746 at
    /// first sight), and of the 2,360 that readers date 0.835 (0.828); with 0.25 0.762 and 0.839, but of dates that were new then readers found one in four right; with
    /// 0.32 0.773 and 0.823.
    static let threshold = 0.27

    /// Days less likely than this at first sight, more than half of all, are not looked at again: of those events one would have got one.
    static let floor: Float = 0.01

    init(_ trees: Trees) { self.trees = trees }

    /// - Throws: ``TableProblem`` where `dates.txt` of the knowledge folder is malformed.
    init(in folder: URL) throws {
        trees = try Trees(World.table("dates.txt", in: folder, required: Trees.columns), signs: DateClue.allCases.map(\.name))
    }

    /// The likeliest date of each act; nil where none is likely enough.
    func dates(_ prospects: [DateProspects], _ scene: Scene) -> [TimeChoice?] {
        let clues = DateClues(scene, prospects)
        let least = log(Self.threshold / (1 - Self.threshold))
        return prospects.indices.map { number in
            let days = prospects[number].days
            let weighed = days.indices.filter { days[$0].odds.both >= Self.floor }.compactMap { place in
                trees.sum(clues.values(number, place), above: least).map { (days: days[place], sum: $0) }
            }
            guard let best = weighed.map(\.sum).max() else { return nil }
            return weighed.first { $0.sum == best }?.days.choices.first
        }
    }
}
