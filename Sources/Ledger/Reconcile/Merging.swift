import Foundation
import Tables
import World

/// The figures by which mentions become events. They and their evidence stand in `Knowledge/reconcile/`.
public struct Merging: Sendable {
    let version: String
    /// Least likeness of words (0…1), by manner, then by the gap in days: 0, 1, 2 and more.
    let said: [Double]
    let done: [Double]
    let met: [Double]
    /// Both name the day in their own words.
    let metOnOneDay: Double
    /// Least likeness where one names only a month or a year, and where one may be at any time.
    let coarse: Double
    let unknown: Double
    /// Least likeness across types that are told as either, with the same trigger and with another.
    let otherTypeSameTrigger: Double
    let otherType: Double
    /// Least likeness where one names parties that the other does not: sayings and deeds, and meetings.
    let nestedParties: Double
    let nestedMeeting: Double
    /// What the same persons on all sides, and the same headline, count as likeness.
    let samePerson: Double
    let headline: Double
    /// From this likeness on, another mode or place is a slip of the reading; from `same` on, so is another person.
    let strong: Double
    let same: Double
    /// Mean score between all mentions of two parts of a story that they become one event.
    let cohesion: Double
    /// Days that a happening lasts at most, unless one sentence names more: a summit of three days and the day that time zones add.
    let longest: Int
    /// Share of an event's mentions that must name a party.
    let partyShare: Double
    /// Pairs of letters that half the news has.
    let common: Set<UInt32>

    public static let standard = Merging()

    private init(_ figures: [String: Double] = [:], common: [String] = [], version: String = "0") {
        let figure = { (name: String, value: Double) in figures[name] ?? value }
        self.version = version
        said = [figure("said 0", 0.3), figure("said 1", 0.34), figure("said 2", 0.42)]
        done = [figure("done 0", 0.14), figure("done 1", 0.2), figure("done 2", 0.34)]
        met = [figure("met 0", 0.14), figure("met 1", 0.2), figure("met 2", 0.3)]
        metOnOneDay = figure("met on one day", 0)
        coarse = figure("coarse", 0.42)
        unknown = figure("unknown", 0.5)
        otherTypeSameTrigger = figure("other type, same trigger", 0.45)
        otherType = figure("other type", 0.6)
        nestedParties = figure("nested parties", 0.38)
        nestedMeeting = figure("nested meeting", 0.3)
        samePerson = figure("same persons", 0.3)
        headline = figure("headline", 0.6)
        strong = figure("strong", 0.45)
        same = figure("same", 0.7)
        cohesion = figure("cohesion", 0.1)
        longest = Int(figure("longest", 4))
        partyShare = figure("party share", 0.3)
        self.common = Set(common.compactMap(Self.pair))
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
        let common = try World.table("reconcile/common.txt", in: folder, required: ["pair"]).rows.map { row in
            let pair = try row.require("pair")
            guard pair.unicodeScalars.count == 2 else { throw row.problem("“\(pair)” must be two characters") }
            return pair
        }
        var hash = StableHash()
        for (name, value) in figures.sorted(by: { $0.key < $1.key }) {
            hash.add(name)
            hash.add(value)
        }
        for pair in common.sorted() { hash.add(pair) }
        self.init(figures, common: common, version: hexadecimal(hash.value))
    }

    func least(_ manner: Family.Manner, _ gap: Gap) -> Double {
        switch (gap.kind, manner) {
        case (.coarse, _): coarse
        case (.unknown, _): unknown
        case (.named, .met) where gap.days == 0: metOnOneDay
        case (_, .met): met[min(gap.days, 2)]
        case (_, .said): said[min(gap.days, 2)]
        case (_, .done): done[min(gap.days, 2)]
        }
    }

    func otherParties(_ manner: Family.Manner) -> Double { manner == .met ? nestedMeeting : nestedParties }

    private static func pair(_ text: String) -> UInt32? {
        let scalars = Array(text.unicodeScalars)
        return scalars.count == 2 ? (scalars[0].value & 0xFFFF) << 16 | scalars[1].value & 0xFFFF : nil
    }
}
