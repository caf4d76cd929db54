import Foundation
import World

/// What may speak for or against two mentions reporting one happening. The weights stand in `Knowledge/reconcile/merging.txt` under these names.
enum Sign: Int, CaseIterable, Sendable {
    // Of the coding.
    /// Holds of any two.
    case any
    case met, done
    /// Both name their day in their own words.
    case namedSaid, namedDone, namedMet
    /// Both have days, one at least borrowed from a sentence before.
    case dated
    /// One names a month or a year around the other.
    case coarse
    case daysApart
    /// One names all parties of the other and more; each names one that the other does not.
    case moreParties, otherParties
    case otherType, sameMode, otherMode
    /// What share of the shorter trigger's letters the other has.
    case triggerLetters
    /// Of an act without direction: told of the one party and of the other.
    case otherDirection
    /// How sure the coder is of both: the logarithm of the product of their confidences.
    case sure
    /// How deep in its article the deeper of those without a day stands: 1 from the twentieth sentence on.
    case adrift
    /// Sides on which both name the same person (at most 2); whether on one they name others.
    case samePersons, otherPersons
    case oneArticle, oneSentence
    /// Sentences between two of one article, at most 12.
    case steps
    /// How near the letters around the triggers of two articles point (``Meanings``).
    case meaning

    // Likeness of words, 0…1, the parties' names left out: of the clauses around the triggers, the sentences, a sentence and the other's headline, the headlines,
    // and the articles' beginnings (by how central both mentions are).
    case clause, coarseClause, words, headline, headlines, story
    case ownClause, ownWords

    var name: String { String(describing: self) }

    /// What counts of it at most: the readers saw no more gain above.
    var most: Double {
        switch self {
        case .words, .ownWords: 0.6
        case .headline, .headlines: 0.5
        case .story: 0.4
        default: 1
        }
    }
}

/// The signs that two mentions give, by ``Sign``'s number. The same whichever of the two comes first.
struct Signs {
    private(set) var values = [Double](repeating: 0, count: Sign.allCases.count)
    let x: Candidate
    let y: Candidate

    /// The signs of the coding, and what is quick to compare.
    init(_ x: Candidate, _ y: Candidate, _ gap: Gap, _ parties: Sides.Fit) {
        self.x = x
        self.y = y
        self[.any] = 1
        let manner = x.group.family.manner
        mark(.met, manner == .met)
        mark(.done, manner == .done)
        switch gap.kind {
        case .named: self[manner == .met ? .namedMet : manner == .done ? .namedDone : .namedSaid] = 1
        case .dated: self[.dated] = 1
        case .coarse: self[.coarse] = 1
        case .assumed, .published, .unknown: break
        }
        self[.daysApart] = Double(gap.days)
        mark(.moreParties, parties == .nested)
        mark(.otherParties, parties == .overlapping)
        mark(.otherType, x.coding.type != y.coding.type)
        if let mode = x.coding.mode, let other = y.coding.mode { self[mode == other ? .sameMode : .otherMode] = 1 }
        self[.triggerLetters] = x.triggerShare(y)
        mark(.otherDirection, x.coding.isOtherWay(y.coding))
        self[.sure] = log(max(x.confidence * y.confidence, 0.001))
        self[.adrift] = max(x.adrift, y.adrift)
        if !x.persons.isEmpty, !y.persons.isEmpty {
            let named = x.persons.compactMap { code, names in y.persons[code].map { Kinship.isApart(names, $0) } }
            self[.samePersons] = Double(min(named.count { !$0 }, 2))
            mark(.otherPersons, named.contains(true))
        }
        guard isOneArticle else {
            self[.meaning] = x.meaning.likeness(to: y.meaning)
            return
        }
        self[x.sentence == y.sentence ? .oneSentence : .oneArticle] = 1
        self[.steps] = Double(min(abs(x.sentence - y.sentence), Self.farthest))
    }

    private static let farthest = 12

    var isOneArticle: Bool { x.article == y.article }

    subscript(sign: Sign) -> Double {
        get { values[sign.rawValue] }
        set { values[sign.rawValue] = newValue }
    }

    private mutating func set(_ sign: Sign, _ value: Double) { self[sign] = min(value, sign.most) }

    private mutating func mark(_ sign: Sign, _ holds: Bool) { if holds { self[sign] = 1 } }

    // MARK: - Words

    mutating func addClause() {
        let likeness = x.clause.kinship(to: y.clause)
        self[isOneArticle ? .ownClause : .clause] = likeness
        if !isOneArticle { self[.coarseClause] = self[.coarse] * likeness }
    }

    mutating func addWords(_ likeness: Double) { set(isOneArticle ? .ownWords : .words, likeness) }

    mutating func addHeadlines() {
        if isOneArticle { return }
        set(.headline, max(x.words.kinship(to: y.titleWords), y.words.kinship(to: x.titleWords)))
        set(.headlines, x.titleWords.headlineLikeness(to: y.titleWords))
    }

    /// Articles on one story tell one act where both tell what they are about; what they mention besides may be anything.
    mutating func addStory() {
        if isOneArticle { return }
        self[.story] = min(x.story.topicLikeness(to: y.story), Sign.story.most) * min(x.centrality, y.centrality)
    }
}
