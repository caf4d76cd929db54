import Foundation
import Prose
import World

/// What reconciling looks at in one mention. A class, since reconciling hands candidates around by the thousand: as a structure they took four times as long.
final class Candidate: Sendable {
    let mention: Int64
    /// The mention's id: settles every tie.
    let id: String
    let article: Int64
    let articleID: String
    let outlet: String?
    /// Milliseconds since 1970; nil where unknown.
    let published: Int64?
    let publishedDay: Day?
    let sentence: Int
    /// The letters of the trigger, folded, each once.
    let trigger: [Unicode.Scalar]
    let group: ActGroup
    /// The group's key as the mention has it.
    let groupKey: String
    let parties: Sides
    let coding: CodingChoice
    let aux: String?
    /// The days that its words name; nil where they name none.
    let dated: DayRange?
    /// Whether its own words name them; else they are borrowed from a sentence before.
    let namesDays: Bool
    let precision: String?
    let place: String?
    let source: String?
    let confidence: Double
    /// Names of persons by the code that they stand for.
    let persons: [String: Set<String>]
    /// How often the news tells of the least known of its parties (``Merging/renown``).
    let renown: Double
    /// Who says or does it: the persons who act, and whose word it is.
    let voices: Set<String>
    /// Offices by the code that they stand for.
    let offices: [String: Set<String>]
    /// How many of the parties stand in the sentence by name.
    let explicitParties: Int
    /// Without the parties' names: of the clause around the trigger, and of the sentence.
    let clause: Wording
    let words: Wording
    let titleWords: Wording
    /// Headline and beginning of the article: what it is about.
    let story: Wording
    /// What the letters around the trigger are about.
    let meaning: Meaning

    init(
        mention: Int64, id: String, article: Int64, articleID: String, outlet: String?, published: Int64?, publishedDay: Day?,
        sentence: Int, trigger: [Unicode.Scalar], group: ActGroup, groupKey: String, parties: Sides, coding: CodingChoice, aux: String?,
        dated: DayRange?, namesDays: Bool, precision: String?, place: String?, source: String?, confidence: Double,
        persons: [String: Set<String>], renown: Double, voices: Set<String>, offices: [String: Set<String>],
        explicitParties: Int, clause: Wording, words: Wording, titleWords: Wording, story: Wording, meaning: Meaning
    ) {
        self.mention = mention
        self.id = id
        self.article = article
        self.articleID = articleID
        self.outlet = outlet
        self.published = published
        self.publishedDay = publishedDay
        self.sentence = sentence
        self.trigger = trigger
        self.group = group
        self.groupKey = groupKey
        self.parties = parties
        self.coding = coding
        self.aux = aux
        self.dated = dated
        self.namesDays = namesDays
        self.precision = precision
        self.place = place
        self.source = source
        self.confidence = confidence
        self.persons = persons
        self.renown = renown
        self.voices = voices
        self.offices = offices
        self.explicitParties = explicitParties
        self.clause = clause
        self.words = words
        self.titleWords = titleWords
        self.story = story
        self.meaning = meaning
    }

    /// Days from the act to its report; nil where either day is not known.
    var age: Double? {
        guard let publishedDay, let days else { return nil }
        return Double(publishedDay - days.last)
    }

    /// What share of the shorter trigger's letters the other has too.
    func triggerShare(_ other: Candidate) -> Double {
        let shared = trigger.count { other.trigger.contains($0) }
        return Double(shared) / Double(max(min(trigger.count, other.trigger.count), 1))
    }

    /// Named days up to a week tell when; a month or a year does not.
    static let longestExact = 7

    /// An act of the past.
    var isOld: Bool { aux == "historical" }

    /// How far the mention is from saying when: exact days first, then none at all, then months and years.
    var tier: Int {
        guard let dated else { return isOld || publishedDay == nil ? 2 : 1 }
        return dated.length <= Self.longestExact ? 0 : 2
    }

    /// The days that the event may be on: those named, else the day of publication; nil where neither is known or the act is long past.
    var days: DayRange? {
        if let dated { return dated }
        guard !isOld, let publishedDay else { return nil }
        return DayRange(first: publishedDay, last: publishedDay)
    }

    /// An event is told as fact, as possible or as untrue; these are never one.
    var claim: Claim {
        switch aux {
        case "negation": .denied
        case "hypothetical": .hypothetical
        default: .fact
        }
    }

    enum Claim: Int { case fact, hypothetical, denied }
}

/// Days from one to another, both included.
struct DayRange: Hashable, Sendable {
    let first: Day
    let last: Day

    /// In days; one for a single day.
    var length: Int { last - first + 1 }

    /// Days between two ranges: 0 where they touch the same day, negative where this one is the earlier.
    func gap(to other: DayRange) -> Int {
        if last < other.first { return last - other.first }
        if first > other.last { return first - other.last }
        return 0
    }

    func union(_ other: DayRange) -> DayRange { DayRange(first: min(first, other.first), last: max(last, other.last)) }

    /// From the record's `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
    init?(start: String?, end: String?) {
        guard let start, let first = Self.days(start)?.first else { return nil }
        let last = Self.days(end ?? start)?.last ?? first
        self.init(first: first, last: max(first, last))
    }

    init(first: Day, last: Day) {
        self.first = first
        self.last = last
    }

    private static func days(_ text: String) -> (first: Day, last: Day)? {
        let parts = text.split(separator: "-").map { Int($0) ?? 0 }
        switch parts.count {
        case 1:
            guard let first = Day(parts[0], 1, 1), let last = Day(parts[0], 12, 31) else { return nil }
            return (first, last)
        case 2:
            guard let first = Day(parts[0], parts[1], 1) else { return nil }
            return (first, first + (Day.length(parts[0], parts[1]) - 1))
        default:
            return Day(iso: text).map { ($0, $0) }
        }
    }
}

/// What a mention says that the event was.
struct CodingChoice: Hashable, Comparable, Sendable {
    let type: EventType
    let mode: String?
    let quad: QuadClass
    let score: Double
    let cameo: String
    let actors: [String]
    let recipients: [String]

    /// The same with other parties.
    func naming(_ sides: (actors: [String], recipients: [String])) -> CodingChoice {
        CodingChoice(
            type: type, mode: mode, quad: quad, score: score, cameo: cameo, actors: sides.actors, recipients: sides.recipients)
    }

    /// Whether each has a party act upon another, and those who act are others: 中国愿与法国合作, 法国愿同中国合作.
    func isOtherWay(_ other: CodingChoice) -> Bool {
        !recipients.isEmpty && !other.recipients.isEmpty && !actors.contains(where: other.actors.contains)
    }

    static func < (x: CodingChoice, y: CodingChoice) -> Bool { x.sortKey < y.sortKey }

    // A mode tells more than none, so that it wins a tie.
    private var sortKey: String {
        "\(mode == nil ? 1 : 0)\(type.rawValue)|\(mode ?? "")|\(cameo)|\(score)|\(actors)|\(recipients)|\(quad.rawValue)"
    }
}
