import Foundation
import Prose
import World

/// What may speak for or against two mentions reporting one happening. The trees of `Knowledge/reconcile/trees.txt` ask for these by name.
enum Sign: Int, CaseIterable, Sendable {
    // Of the coding.
    /// The kind of act: its place among PLOVER's types.
    case kind
    /// How both know their days: the place in ``Gap/Kind``.
    case gap
    case daysApart
    /// Whether both are put under the very same days.
    case sameDays
    /// How many of the two name their days in their own words.
    case namedDays
    /// Days from the act to the day of publication, of the less and of the more belated report; ``unknownAge`` where either day is not known.
    case youngest, oldest
    /// Days between publications.
    case published
    /// The same parties, one's among the other's, or some in common: the place in ``Sides/Fit``; whether all are the same on both sides; how many the one has that names more.
    case parties, sameParties, partyCount
    /// How often the news tells of the least known of all parties (`renown.txt`).
    case renown
    /// Of an act without direction: told of the one party and of the other.
    case otherDirection
    /// No mode in one of them, one mode, two.
    case modes
    /// What share of the shorter trigger's letters the other has.
    case trigger
    /// The less of both.
    case confidence
    /// The sentence of the one that stands deeper in its article.
    case depth
    /// Sentences between two of one article; -1 of two articles.
    case steps
    /// Sides on which both name the same person (at most 2); whether on one they name others.
    case samePersons, otherPersons
    /// Who says or does it: not known of one, the same, others.
    case voices
    /// Parties for which both name an office: the same, another.
    case sameOffices, otherOffices
    /// How near the letters around the triggers point (``Meanings``).
    case meaning

    // Likeness of words, 0…1, the parties' names left out.
    /// Of the clauses around the triggers, and what share of one clause the other's sentence has.
    case clause, clauseTold
    /// Of the sentences, of a sentence and the other's headline, of the headlines, and of the articles' beginnings.
    case words, headline, headlines, story

    var name: String { String(describing: self) }

    static let unknownAge = -100.0
}

/// The signs that two mentions give. The same whichever of the two comes first.
struct Signs {
    /// By ``Sign``'s number.
    private(set) var values = [Double](repeating: 0, count: Sign.allCases.count)

    init(_ x: Candidate, _ y: Candidate, _ gap: Gap, _ parties: Sides.Fit) {
        addDays(x, y, gap)
        addParties(x, y, parties)
        self[.kind] = Double(min(x.group.family.number, y.group.family.number))
        if let mode = x.coding.mode, let other = y.coding.mode { self[.modes] = mode == other ? 1 : 2 }
        self[.trigger] = x.triggerShare(y)
        self[.confidence] = min(x.confidence, y.confidence)
        self[.depth] = Double(max(x.sentence, y.sentence))
        self[.steps] = x.article == y.article ? Double(abs(x.sentence - y.sentence)) : -1
        addWords(x, y)
    }

    private subscript(sign: Sign) -> Double {
        get { values[sign.rawValue] }
        set { values[sign.rawValue] = newValue }
    }

    private mutating func mark(_ sign: Sign, _ holds: Bool) { if holds { self[sign] = 1 } }

    private mutating func addDays(_ x: Candidate, _ y: Candidate, _ gap: Gap) {
        self[.gap] = Double(gap.kind.rawValue)
        self[.daysApart] = Double(gap.days)
        mark(.sameDays, x.days != nil && x.days == y.days)
        self[.namedDays] = (x.namesDays ? 1 : 0) + (y.namesDays ? 1 : 0)
        self[.youngest] = min(x.age ?? Sign.unknownAge, y.age ?? Sign.unknownAge)
        self[.oldest] = max(x.age ?? Sign.unknownAge, y.age ?? Sign.unknownAge)
        if let day = x.publishedDay, let other = y.publishedDay { self[.published] = Double(abs(day - other)) }
    }

    private mutating func addParties(_ x: Candidate, _ y: Candidate, _ parties: Sides.Fit) {
        self[.parties] = Double(parties.rawValue)
        mark(.sameParties, x.parties == y.parties)
        self[.partyCount] = Double(max(x.parties.count, y.parties.count))
        self[.renown] = min(x.renown, y.renown)
        mark(.otherDirection, x.coding.isOtherWay(y.coding))
        if !x.persons.isEmpty, !y.persons.isEmpty {
            let named = x.persons.compactMap { code, names in y.persons[code].map { Kinship.isApart(names, $0) } }
            self[.samePersons] = Double(min(named.count { !$0 }, 2))
            mark(.otherPersons, named.contains(true))
        }
        if !x.voices.isEmpty, !y.voices.isEmpty { self[.voices] = Kinship.isApart(x.voices, y.voices) ? 2 : 1 }
        for (code, offices) in x.offices {
            guard let others = y.offices[code] else { continue }
            self[offices.isDisjoint(with: others) ? .otherOffices : .sameOffices] += 1
        }
    }

    private mutating func addWords(_ x: Candidate, _ y: Candidate) {
        self[.meaning] = x.meaning.likeness(to: y.meaning)
        self[.clause] = x.clause.kinship(to: y.clause)
        self[.clauseTold] = max(x.clause.share(in: y.words), y.clause.share(in: x.words))
        self[.words] = x.words.kinship(to: y.words)
        self[.headline] = max(x.words.kinship(to: y.titleWords), y.words.kinship(to: x.titleWords))
        self[.headlines] = x.article == y.article ? 1 : x.titleWords.headlineLikeness(to: y.titleWords)
        self[.story] = x.article == y.article ? 1 : x.story.topicLikeness(to: y.story)
    }
}
