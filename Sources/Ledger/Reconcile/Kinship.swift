import World

/// How much speaks for two mentions to report one happening. A function of the two alone, whichever comes first: that is why the record does not depend on
/// the order in which articles are read.
struct Kinship {
    let merging: Merging

    /// 0…1 and a little above; nil where they are two. The two may be kin at a glance (``Glance/mayBeKin(to:)``).
    func score(_ x: Candidate, _ y: Candidate) -> Double? {
        let sameParties = x.parties.isSame(as: y.parties)
        guard sameParties || x.parties.isNested(with: y.parties), let gap = Gap(x, y) else { return nil }
        if x.article == y.article, x.sentence == y.sentence { return sameSentence(x, y) }
        let words = x.words.key == y.words.key ? 1 : x.words.kinship(to: y.words)
        let kinship = max(words, others(x, y, sameParties: sameParties, gap))
        guard kinship >= least(x, y, gap, sameParties: sameParties, words) else { return nil }
        if words < merging.same, contradict(x, y, words) { return nil }
        return kinship + (sameParties ? 0.1 : 0) + (gap.days == 0 ? 0.1 : 0)
    }

    /// Two triggers of one sentence report one happening where they say the same of the same parties.
    private func sameSentence(_ x: Candidate, _ y: Candidate) -> Double? {
        guard x.group == y.group, x.coding.mode == y.coding.mode || x.coding.mode == nil || y.coding.mode == nil else { return nil }
        return x.dated == y.dated ? 1 : nil
    }

    // MARK: - Signs of kinship

    /// What else speaks for one happening: the same people, or headlines alike, as those of one story are in all outlets that took it over.
    private func others(_ x: Candidate, _ y: Candidate, sameParties: Bool, _ gap: Gap) -> Double {
        guard sameParties, x.group.family == y.group.family, x.group.family.manner != .said, gap.days <= 1 else { return 0 }
        return max(merging.headline * topic(x, y), x.group.family.manner == .met && samePersons(x, y) ? merging.samePerson : 0)
    }

    /// How much the two tell what the headlines are about: their own article's, or each other's.
    private func topic(_ x: Candidate, _ y: Candidate) -> Double {
        if x.article == y.article { return min(x.words.kinship(to: x.titleWords), y.words.kinship(to: y.titleWords)) }
        return max(
            x.titleWords.headlineLikeness(to: y.titleWords), x.words.kinship(to: y.titleWords), y.words.kinship(to: x.titleWords))
    }

    /// Whether every side that both name by persons has one in common, on two sides at least.
    private func samePersons(_ x: Candidate, _ y: Candidate) -> Bool {
        let both = x.persons.filter { y.persons[$0.key] != nil }
        return both.count > 1 && both.allSatisfy { code, names in y.persons[code].map { !isApart($0, names) } ?? false }
    }

    private func least(_ x: Candidate, _ y: Candidate, _ gap: Gap, sameParties: Bool, _ words: Double) -> Double {
        let manner = x.group.family.manner
        var least = merging.least(manner, gap)
        if x.group.family != y.group.family {
            if gap.days > 1 { return .infinity }
            least = max(least, x.trigger == y.trigger ? merging.otherTypeSameTrigger : merging.otherType)
        }
        if !sameParties { least = max(least, merging.otherParties(manner)) }
        return least
    }

    // MARK: - Contradictions

    private func contradict(_ x: Candidate, _ y: Candidate, _ words: Double) -> Bool {
        if words < merging.strong {
            // A call and a visit on one day are two, and so are talks in two places.
            if let mode = x.coding.mode, let other = y.coding.mode, mode != other { return true }
            if let place = x.place, let other = y.place, isApart([place], [other]) { return true }
        }
        return x.persons.contains { code, names in y.persons[code].map { isApart($0, names) } ?? false }
    }

    /// Whether no name of one side is, or is part of, a name of the other (普京, 弗拉基米尔·普京).
    private func isApart(_ some: Set<String>, _ others: Set<String>) -> Bool {
        !some.contains { one in others.contains { $0 == one || $0.contains(one) || one.contains($0) } }
    }
}
