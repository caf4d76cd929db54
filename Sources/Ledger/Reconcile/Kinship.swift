import World

/// How much speaks for two mentions to report one happening. A function of the two alone, whichever comes first: that is why the record does not depend on
/// the order in which articles are read.
struct Kinship {
    let merging: Merging
    private var weights: Merging.Weights { merging.weights }

    init(merging: Merging) { self.merging = merging }

    /// How much speaks for one happening: 0…1.
    struct Tie {
        let score: Double
        /// Whether it is enough by itself; else it only bears out what others say.
        let isKin: Bool
    }

    /// nil where they are two. The two may be kin at a glance (``Glance/mayBeKin(to:)``).
    func tie(_ x: Candidate, _ y: Candidate) -> Tie? {
        guard let parties = x.parties.fit(y.parties), let gap = Gap(x, y) else { return nil }
        if x.article == y.article, x.sentence == y.sentence { return sameSentence(x, y) }
        let words = x.words.key == y.words.key ? 1 : x.words.kinship(to: y.words)
        guard words >= leastWords(x, y, gap) else { return nil }
        let evidence = x.article == y.article ? within(x, y, words) : across(x, y, gap, words)
        let least = least(gap, parties)
        guard evidence >= least * merging.support else { return nil }
        if words < merging.same, contradict(x, y, words) { return nil }
        return Tie(score: min(evidence / merging.full, 1), isKin: evidence >= least)
    }

    /// Two triggers of one sentence report one happening where they say the same of the same parties.
    private func sameSentence(_ x: Candidate, _ y: Candidate) -> Tie? {
        guard x.group == y.group, x.coding.mode == y.coding.mode || x.coding.mode == nil || y.coding.mode == nil else { return nil }
        return x.dated == y.dated ? Tie(score: 1, isKin: true) : nil
    }

    // MARK: - Signs of kinship

    /// Of two articles: how alike sentences, headlines and the articles' beginnings are, and whether both name the same day, persons and trigger.
    private func across(_ x: Candidate, _ y: Candidate, _ gap: Gap, _ words: Double) -> Double {
        if words == 1, x.words.letters >= Wording.shortestTelling { return merging.full }
        let manner = x.group.family.manner
        let story = min(x.story.topicLikeness(to: y.story), Self.mostStory) * centrality(x, y)
        var evidence = (weights.words[manner] ?? 0) * min(words, Self.mostWords) + (weights.story[manner] ?? 0) * story
        evidence += weights.headline * min(max(x.words.kinship(to: y.titleWords), y.words.kinship(to: x.titleWords)), Self.mostWords)
        evidence += weights.headlines * min(x.titleWords.headlineLikeness(to: y.titleWords), Self.mostWords)
        return evidence + common(x, y) + day(x, y, gap)
    }

    /// Articles on one story tell one act where both tell what they are about; what they mention besides may be anything.
    private func centrality(_ x: Candidate, _ y: Candidate) -> Double {
        merging.aside + (1 - merging.aside) * min(x.centrality, y.centrality)
    }

    /// What the calibration saw no more gain above.
    private static let mostStory = 0.3
    private static let mostWords = 0.5

    /// Of one article: how near the sentences stand, and how alike they are.
    private func within(_ x: Candidate, _ y: Candidate, _ words: Double) -> Double {
        let isSaid = x.group.family.manner == .said
        let steps = Double(min(abs(x.sentence - y.sentence), Self.farthest))
        let topic = min(x.words.kinship(to: x.titleWords), y.words.kinship(to: y.titleWords), Self.mostWords)
        return (isSaid ? weights.articleSaid : weights.articleDone) - weights.articleStep * steps + weights.articleWords * words
            + weights.headline * topic + common(x, y)
    }

    private static let farthest = 12

    private func common(_ x: Candidate, _ y: Candidate) -> Double {
        (x.trigger == y.trigger ? weights.trigger : 0) + (samePersons(x, y) ? weights.persons : 0)
    }

    /// One pair seldom does twice on one day what both name the day of.
    private func day(_ x: Candidate, _ y: Candidate, _ gap: Gap) -> Double {
        guard gap.kind == .named, gap.days == 0, x.coding.type == y.coding.type else { return 0 }
        switch x.group.family.manner {
        case .said: return weights.daySaid
        case .done: return weights.dayDone
        case .met: return weights.dayMet
        }
    }

    /// Whether every side that both name by persons has one in common, on two sides at least.
    private func samePersons(_ x: Candidate, _ y: Candidate) -> Bool {
        let both = x.persons.filter { y.persons[$0.key] != nil }
        return both.count > 1 && both.allSatisfy { code, names in y.persons[code].map { !isApart($0, names) } ?? false }
    }

    // MARK: - What is needed

    private func least(_ gap: Gap, _ parties: Sides.Fit) -> Double {
        switch parties {
        case .same: merging.least(gap)
        case .nested: merging.least(gap) + merging.nested
        case .overlapping: merging.least(gap) + merging.overlapping
        }
    }

    /// Days; whatever is told with a longer time may be any act of its kind.
    private static let quarter = 92

    private func leastWords(_ x: Candidate, _ y: Candidate, _ gap: Gap) -> Double {
        let isVague = max(x.dated?.length ?? 0, y.dated?.length ?? 0) > Self.quarter
        if x.group.family == y.group.family { return gap.kind == .coarse && isVague ? merging.unknownWords : merging.leastWords(gap) }
        if gap.days > 1 { return .infinity }
        return max(merging.leastWords(gap), x.trigger == y.trigger ? merging.otherTypeSameTrigger : merging.otherType)
    }

    // MARK: - Contradictions

    private func contradict(_ x: Candidate, _ y: Candidate, _ words: Double) -> Bool {
        switch x.group.family.manner {
        case .said:
            // Two persons speak twice.
            return x.coding.actors.contains { code in Self.isApart(x.persons[code], y.persons[code]) }
        case .done:
            return false
        case .met:
            if words < merging.strong {
                // A call and a visit on one day are two, and so are talks in two places.
                if let mode = x.coding.mode, let other = y.coding.mode, mode != other { return true }
                if let place = x.place, let other = y.place, isApart([place], [other]) { return true }
            }
            return Self.isApart(x.persons, y.persons)
        }
    }

    /// Whether two meetings are of other people: some side has none in common, and no side has one. A guest who sees minister and premier is on one visit.
    static func isApart(_ some: [String: Set<String>], _ others: [String: Set<String>]) -> Bool {
        let sides = some.keys.filter { others[$0] != nil }
        return !sides.isEmpty && sides.allSatisfy { isApart(some[$0], others[$0]) }
    }

    static func isApart(_ some: Set<String>?, _ others: Set<String>?) -> Bool {
        guard let some, let others else { return false }
        return !some.contains { one in others.contains { $0 == one || $0.contains(one) || one.contains($0) } }
    }

    /// Whether no name of one side is, or is part of, a name of the other (普京, 弗拉基米尔·普京).
    private func isApart(_ some: Set<String>, _ others: Set<String>) -> Bool { Self.isApart(some, others) }
}
