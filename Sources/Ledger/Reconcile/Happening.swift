import Prose
import World

/// An event as its mentions make it.
struct Happening {
    let group: String
    let members: [Candidate]
    let coding: CodingChoice
    let status: EventStatus
    let days: DayRange?
    let precision: String
    let place: String?
    let best: Candidate
    let first: Candidate
    let outlets: [String]
    let articles: Int
    let voices: Int

    /// - Parameter partyShare: the share of mentions that must name a party.
    init?(_ unsorted: [Candidate], partyShare: Double) {
        let members = unsorted.sorted {
            ($0.published ?? .max, $0.articleID, $0.sentence, $0.id) < ($1.published ?? .max, $1.articleID, $1.sentence, $1.id)
        }
        let told = members.filter { $0.aux != "future" }
        // What took place is told by those who report it as done, not by those who announced it.
        let telling = told.isEmpty ? members : told
        guard let first = members.first, let group = Self.most(telling.map(\.groupKey)), let coding = Self.most(telling.map(\.coding)),
            let best = telling.filter({ $0.coding == coding }).max(by: { Self.worth($0) < Self.worth($1) })
        else { return nil }
        self.group = group
        self.members = members
        self.coding = coding.naming(Self.sides(telling, coding, partyShare))
        self.best = best
        self.first = first
        switch members[0].claim {
        case .denied: status = .denied
        case .hypothetical: status = .hypothetical
        case .fact: status = told.isEmpty ? .planned : .happened
        }
        place = Self.most(members.compactMap(\.place))
        outlets = Set(members.compactMap(\.outlet)).sorted()
        articles = Set(members.map(\.article)).count
        voices = Voices.voices(members.map(Report.init)).count
        (days, precision) = Self.when(members, isPlanned: told.isEmpty)
    }

    /// The parties that enough mentions name, each on the side on which most have it, and those of the coding that stands for all.
    private static func sides(_ telling: [Candidate], _ coding: CodingChoice, _ share: Double) -> (actors: [String], recipients: [String]) {
        var acting: [String: Int] = [:]
        var actedUpon: [String: Int] = [:]
        for member in telling {
            for code in member.coding.actors { acting[code, default: 0] += 1 }
            for code in member.coding.recipients { actedUpon[code, default: 0] += 1 }
        }
        let least = Int((share * Double(telling.count)).rounded(.up))
        let known = Set(coding.actors + coding.recipients)
        let named = Set(acting.keys).union(actedUpon.keys).subtracting(known)
            .filter { acting[$0, default: 0] + actedUpon[$0, default: 0] >= least }
        let acts = named.filter { acting[$0, default: 0] >= actedUpon[$0, default: 0] }
        return ((coding.actors + acts).sorted(), (coding.recipients + named.subtracting(acts)).sorted())
    }

    /// The day that a list puts it under: its first, else that of the first report.
    var day: Day? { days?.first ?? first.publishedDay }

    private static func when(_ members: [Candidate], isPlanned: Bool) -> (DayRange?, String) {
        // A week that holds the day tells less than the day.
        let toTheDay = members.filter { $0.tier == 0 && $0.precision == "day" }
        let exact = toTheDay.isEmpty ? members.filter { $0.tier == 0 } : toTheDay
        if let named = agreed(exact.compactMap(\.dated)) {
            return (named, named.length == 1 ? "day" : most(exact.compactMap(\.precision)) ?? "day")
        }
        if let published = members.filter({ $0.tier == 1 }).compactMap(\.days).min(by: { $0.first < $1.first }), !isPlanned {
            return (published, "published")
        }
        let narrowest = members.filter { $0.dated != nil }.min { ($0.dated?.length ?? 0, $0.id) < ($1.dated?.length ?? 0, $1.id) }
        return (narrowest?.dated, narrowest?.dated == nil ? "unknown" : narrowest?.precision ?? "unknown")
    }

    /// From the first to the last day that enough of those say who name one: of 84 mentions of a consulate's closure on 24 July 2020 four had the 21st, the
    /// day of the other side's, and one mention is no reason to date an event three days early.
    private static func agreed(_ named: [DayRange]) -> DayRange? {
        let counts = Dictionary(named.map { ($0, 1) }, uniquingKeysWith: +)
        let least = Int((share * Double(counts.values.max() ?? 0)).rounded(.up))
        return counts.filter { $0.value >= least }.keys.reduce(nil) { $0?.union($1) ?? $1 }
    }

    /// Of how many mentions of the likeliest days others must be named too.
    private static let share = 0.25

    /// The most frequent value; of several the least.
    private static func most<T: Hashable & Comparable>(_ values: [T]) -> T? {
        var counts: [T: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
    }

    /// How well a sentence tells the event: sure, naming its parties and its day, neither a headline nor endless, nor a look back (去年中国制裁了…). Ties go to the earlier report.
    private static func worth(_ candidate: Candidate) -> Worth {
        var points = candidate.confidence * 2 + Double(min(candidate.explicitParties, 3))
        if candidate.tier == 0, candidate.precision == "day" { points += candidate.namesDays ? 0.6 : 0.3 }
        if candidate.tier == 2 { points -= 0.6 }
        if candidate.sentence == 0 { points -= 0.6 }
        if candidate.words.letters > 120 { points -= 0.5 }
        if candidate.words.letters < 10 { points -= 0.5 }
        return Worth(points: points, published: candidate.published ?? .max, id: candidate.id)
    }

    private struct Worth: Comparable {
        let points: Double
        let published: Int64
        let id: String

        static func < (x: Worth, y: Worth) -> Bool { (x.points, y.published, y.id) < (y.points, x.published, x.id) }
    }
}

extension Report {
    init(_ candidate: Candidate) {
        self.init(
            article: candidate.article, outlet: candidate.outlet, source: candidate.source, sentence: candidate.words,
            title: candidate.titleWords)
    }
}

extension Happening {
    /// The pairs that it belongs to: all parties with each other where they act together, else each that acts with each that is acted upon.
    var pairs: [Pair] {
        if coding.type.isJoint(recipients: coding.recipients) {
            let parties = Set(coding.actors + coding.recipients).sorted()
            return parties.indices.flatMap { i in parties[(i + 1)...].compactMap { Pair(parties[i], $0) } }
        }
        return Set(coding.actors.flatMap { actor in coding.recipients.compactMap { Pair(actor, $0) } }).sorted()
    }

    var parties: [String] { Set(coding.actors + coding.recipients).sorted() }

    /// A hash over kind of act, parties, first day, claim and first report: the same in every build, and as long as no earlier report or day comes up.
    var id: Int64 {
        StableHash.of(group, days?.first.iso, String(first.claim.rawValue), first.id)
    }
}
