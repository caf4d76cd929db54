import Foundation
import Tables
import World

/// The figures by which mentions become events. They and their evidence stand in `Knowledge/reconcile/`.
public struct Merging: Sendable {
    let version: String
    let weights: Weights
    /// Log-odds from which on a pair bears out what others say.
    let support: Double
    /// Likeness of words without which two old acts without a day are two.
    let unknownWords: Double
    /// From this likeness of words on, another mode or place is a slip of the reading; from `same` on, so is another person.
    let strong: Double
    let same: Double
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
    /// Pairs of letters that half the news has.
    let common: CommonPairs
    /// What pairs of letters are about.
    let meanings: Meanings

    /// What each sign adds to the log-odds that two mentions report one happening.
    struct Weights: Sendable {
        private let values: [Double]
        /// What the words of two articles, and of one, may add at most; without the clauses'.
        private let mostOfTwo: Double
        private let mostOfOne: Double
        private let mostOfArticles: Double
        private let mostOfStory: Double

        init(_ weight: (Sign) -> Double) {
            values = Sign.allCases.map(weight)
            let values = values
            let most = { (signs: [Sign]) in signs.reduce(0) { $0 + max(values[$1.rawValue], 0) * $1.most } }
            mostOfTwo = most([.words, .headline, .headlines, .story])
            mostOfOne = most([.ownWords])
            mostOfArticles = most([.headline, .headlines, .story])
            mostOfStory = most([.story])
        }

        /// The log-odds, as far as the signs are known.
        func sum(_ signs: Signs) -> Double {
            var sum = 0.0
            for place in values.indices { sum += values[place] * signs.values[place] }
            return sum
        }

        func mostOfWords(_ signs: Signs) -> Double { signs.isOneArticle ? mostOfOne : mostOfTwo }

        func mostOfArticles(_ signs: Signs) -> Double { signs.isOneArticle ? 0 : mostOfArticles }

        func mostOfStory(_ signs: Signs) -> Double { signs.isOneArticle ? 0 : mostOfStory * min(signs.x.centrality, signs.y.centrality) }

        func mostOfClauses(_ signs: Signs) -> Double {
            signs.isOneArticle ? max(self[.ownClause], 0) : max(self[.clause], 0) + max(self[.coarseClause], 0) * signs[.coarse]
        }

        private subscript(sign: Sign) -> Double { values[sign.rawValue] }
    }

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
        (try? Merging(folder: World.folder(nil))) ?? Merging(figures: [:], common: [], meanings: Meanings(), version: "0")

    private init(figures: [String: Double], common: [(pair: String, weight: Double)], meanings: Meanings, version: String) {
        let figure = { (name: String, value: Double) in figures[name] ?? value }
        self.version = version
        weights = Weights { figure($0.name, 0) }
        support = figure("support", -1.4)
        unknownWords = figure("unknown words", 0.5)
        strong = figure("strong", 0.45)
        same = figure("same", 0.7)
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

    /// Reads `reconcile/merging.txt`, `reconcile/common.txt` and `reconcile/meanings.txt` of the knowledge folder.
    /// - Throws: `TableProblem` with file and line.
    public init(folder: URL) throws {
        let table = try World.table("reconcile/merging.txt", in: folder, required: ["figure", "value"])
        var figures: [String: Double] = [:]
        for row in table.rows {
            guard let value = Double(try row.require("value")) else { throw row.problem("the value must be a number") }
            figures[try row.require("figure")] = value
        }
        let common = try World.table("reconcile/common.txt", in: folder, required: ["pair", "weight"]).rows.map { row in
            let pair = try row.require("pair")
            guard pair.unicodeScalars.count == 2 else { throw row.problem("“\(pair)” must be two characters") }
            guard let weight = Double(try row.require("weight")), 0...1 ~= weight else {
                throw row.problem("the weight must be from 0 to 1")
            }
            return (pair: pair, weight: weight)
        }
        let meanings = try Meanings(folder: folder)
        var hash = StableHash()
        for (name, value) in figures.sorted(by: { $0.key < $1.key }) {
            hash.add(name)
            hash.add(value)
        }
        for (pair, weight) in common.sorted(by: { $0.pair < $1.pair }) {
            hash.add(pair)
            hash.add(weight)
        }
        hash.add(Int(meanings.key))
        self.init(figures: figures, common: common, meanings: meanings, version: hexadecimal(hash.value))
    }
}
