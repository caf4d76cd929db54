import Foundation
import Tables
import World

/// The figures by which mentions become events. They and their evidence stand in `Knowledge/reconcile/`.
public struct Merging: Sendable {
    let version: String
    /// What each sign of one happening weighs.
    let weights: Weights
    /// Least evidence, by the gap in days: 0, 1, 2 and more.
    let least: [Double]
    /// What more is needed where one names more parties than the other, where they share some, and where one names only a month or a year, or nothing.
    let nested: Double
    let overlapping: Double
    let coarse: Double
    let unknown: Double
    /// Least likeness of words where one names only a month or a year, or nothing, and across types that are told as either, with one trigger and with two.
    let coarseWords: Double
    let unknownWords: Double
    let otherTypeSameTrigger: Double
    let otherType: Double
    /// From this likeness of words on, another mode or place is a slip of the reading; from `same` on, so is another person.
    let strong: Double
    let same: Double
    /// What a story counts where one of the two mentions is an aside.
    let aside: Double
    /// The share of the least evidence from which a pair bears out what others say.
    let support: Double
    /// Evidence that counts as certainty.
    let full: Double
    /// Mean kinship between all mentions of two parts of a story that they become one event.
    let cohesion: Double
    /// Days that a happening lasts at most, unless one sentence names more: a summit of three days and the day that time zones add.
    let longest: Int
    /// Days over which the reports of one happening may be spread where they name no day.
    let live: Int
    /// Share of an event's mentions that must name a party.
    let partyShare: Double
    /// Pairs of letters that half the news has.
    let common: CommonPairs

    struct Weights: Sendable {
        /// Likeness of the two sentences, and of the two articles' beginnings: sayings, deeds, meetings.
        let words: [Family.Manner: Double]
        let story: [Family.Manner: Double]
        /// Likeness of a sentence and the other's headline; of the two headlines.
        let headline: Double
        let headlines: Double
        /// The same trigger; the same persons.
        let trigger: Double
        let persons: Double
        /// Both name the day in their own words: sayings, deeds, meetings.
        let daySaid: Double
        let dayDone: Double
        let dayMet: Double
        /// Two mentions of one article: sayings, other acts; each sentence between them; likeness of the two sentences.
        let articleSaid: Double
        let articleDone: Double
        let articleStep: Double
        let articleWords: Double
    }

    public static let standard = Merging()

    private init(_ figures: [String: Double] = [:], common: [(pair: String, weight: Double)] = [], version: String = "0") {
        let figure = { (name: String, value: Double) in figures[name] ?? value }
        self.version = version
        weights = Weights(
            words: [.said: figure("words said", 3), .done: figure("words done", 6), .met: figure("words met", 5)],
            story: [.said: figure("story said", 9), .done: figure("story done", 7), .met: figure("story met", 7)],
            headline: figure("headline", 1.7), headlines: figure("headlines", 2.2),
            trigger: figure("trigger", 0.3), persons: figure("persons", 0.6), daySaid: figure("day said", 0.3),
            dayDone: figure("day done", 0.7),
            dayMet: figure("day met", 1.2), articleSaid: figure("article said", 0.9), articleDone: figure("article done", 1.4),
            articleStep: figure("article step", 0.12), articleWords: figure("article words", 3))
        least = [figure("least 0", 1.3), figure("least 1", 1.7), figure("least 2", 2.2)]
        nested = figure("nested", 0.2)
        overlapping = figure("overlapping", 1)
        coarse = figure("coarse", 0.6)
        unknown = figure("unknown", 0.6)
        coarseWords = figure("coarse words", 0.5)
        unknownWords = figure("unknown words", 0.5)
        otherTypeSameTrigger = figure("other type, same trigger", 0.35)
        otherType = figure("other type", 0.5)
        strong = figure("strong", 0.45)
        same = figure("same", 0.7)
        aside = figure("aside", 0.4)
        support = figure("support", 0.6)
        full = figure("full", 2.4)
        cohesion = figure("cohesion", 0.18)
        longest = Int(figure("longest", 5))
        live = Int(figure("live", 7))
        partyShare = figure("party share", 0.3)
        self.common = CommonPairs(common)
    }

    /// Reads `reconcile/merging.txt` and `reconcile/common.txt` of the knowledge folder.
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
        var hash = StableHash()
        for (name, value) in figures.sorted(by: { $0.key < $1.key }) {
            hash.add(name)
            hash.add(value)
        }
        for (pair, weight) in common.sorted(by: { $0.pair < $1.pair }) {
            hash.add(pair)
            hash.add(weight)
        }
        self.init(figures, common: common, version: hexadecimal(hash.value))
    }

    func least(_ gap: Gap) -> Double {
        switch gap.kind {
        case .coarse: least[0] + coarse
        case .unknown: least[0] + unknown
        default: least[min(gap.days, 2)]
        }
    }

    /// Likeness of words below which nothing else helps.
    func leastWords(_ gap: Gap) -> Double {
        switch gap.kind {
        case .coarse: coarseWords
        case .unknown: unknownWords
        default: 0
        }
    }
}
