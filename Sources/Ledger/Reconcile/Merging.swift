import Foundation
import Tables
import World

/// The figures by which mentions become events. They and their evidence stand in `Knowledge/reconcile/`.
public struct Merging: Sendable {
    /// What tells one happening from two.
    let trees: Trees
    /// Log-odds from which on a pair bears out what others say.
    let support: Double
    /// Mean score between all mentions of two parts of a story that they become one event: of what is said daily, of other sayings, of deeds and of meetings.
    private let cohesionDaily: Double
    private let cohesionSaid: Double
    private let cohesionDone: Double
    private let cohesionMet: Double
    /// The same where one of the parts is an aside of a few mentions, and how likely its closest kin in the other must be.
    let adopted: Double
    let closest: Double
    /// Days that a happening lasts at most, unless one sentence names more: what is said or done, and talks.
    private let longest: Int
    private let longestMet: Int
    /// Days over which the reports of one happening may be spread where they name no day.
    let live: Int
    /// Share of an event's mentions that must name a party.
    let partyShare: Double
    /// How often the news tells of a party: the logarithm to the base of 2 of one more than its mentions.
    let renown: [String: Double]
    /// Pairs of letters that half the news has.
    let common: CommonPairs
    /// What pairs of letters are about.
    let meanings: Meanings

    func cohesion(_ family: Family) -> Double {
        switch family.manner {
        case .said: family.isDaily ? cohesionDaily : cohesionSaid
        case .done: cohesionDone
        case .met: cohesionMet
        }
    }

    func longest(_ family: Family) -> Int { family.manner == .met ? longestMet : longest }

    /// As the program's own knowledge folder has it; where that cannot be read, only the same words make one event.
    public static let standard =
        (try? Merging(folder: World.folder(nil))) ?? Merging(figures: [:], Trees(), Meanings(), common: [], renown: [:])

    private init(
        figures: [String: Double], _ trees: Trees, _ meanings: Meanings, common: [(pair: String, weight: Double)], renown: [String: Double]
    ) {
        let figure = { (name: String, value: Double) in figures[name] ?? value }
        self.trees = trees
        self.renown = renown
        support = figure("support", -1.4)
        cohesionDaily = figure("cohesion daily", 0.4)
        cohesionSaid = figure("cohesion said", 0.4)
        cohesionDone = figure("cohesion done", 0.4)
        cohesionMet = figure("cohesion met", 0.4)
        adopted = figure("adopted", 0.12)
        closest = figure("closest", 0.6)
        longest = Int(figure("longest", 3))
        longestMet = Int(figure("longest met", 5))
        live = Int(figure("live", 7))
        partyShare = figure("party share", 0.3)
        self.common = CommonPairs(common)
        self.meanings = meanings
    }

    /// Reads `merging.txt`, `trees.txt`, `meanings.txt`, `common.txt` and `renown.txt` in `reconcile` of the knowledge folder.
    /// - Throws: `TableProblem` with file and line.
    public init(folder: URL) throws {
        let common = try Self.numbers("common.txt", "pair", "weight", in: folder)
        for (row, pair, weight) in common {
            guard pair.unicodeScalars.count == 2 else { throw row.problem("“\(pair)” must be two characters") }
            guard 0...1 ~= weight else { throw row.problem("the weight must be from 0 to 1") }
        }
        let named = { (numbers: [(row: Table.Row, name: String, number: Double)]) in
            Dictionary(numbers.map { ($0.name, $0.number) }) { _, last in last }
        }
        self.init(
            figures: named(try Self.numbers("merging.txt", "figure", "value", in: folder)),
            try Trees(World.table("reconcile/trees.txt", in: folder, required: Trees.columns), signs: Sign.allCases.map(\.name)),
            try Meanings(folder: folder),
            common: common.map { (pair: $0.name, weight: $0.number) },
            renown: named(try Self.numbers("renown.txt", "party", "doublings", in: folder)))
    }

    private static func numbers(_ file: String, _ name: String, _ number: String, in folder: URL) throws
        -> [(row: Table.Row, name: String, number: Double)]
    {
        try World.table("reconcile/" + file, in: folder, required: [name, number]).rows.map { row in
            guard let value = Double(try row.require(number)) else { throw row.problem("the \(number) must be a number") }
            return (row, try row.require(name), value)
        }
    }
}
