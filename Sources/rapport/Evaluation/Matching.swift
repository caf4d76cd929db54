/// Pairs hand-coded events with found ones, one to one, those whose triggers agree first.
/// - Returns: the indices of each pair.
func matched(_ gold: [ScoredEvent], _ found: [ScoredEvent], where same: (ScoredEvent, ScoredEvent) -> Bool) -> [(gold: Int, found: Int)] {
    var near: [(gold: Int, found: Int)] = []
    var far: [(gold: Int, found: Int)] = []
    for (one, event) in gold.enumerated() {
        for (other, candidate) in found.enumerated() where same(event, candidate) && event.sentence.isLike(candidate.sentence) {
            if event.trigger.touches(candidate.trigger) { near.append((one, other)) } else { far.append((one, other)) }
        }
    }
    var (goldTaken, foundTaken) = (Set<Int>(), Set<Int>())
    return (near + far).filter { pair in
        guard !goldTaken.contains(pair.gold), !foundTaken.contains(pair.found) else { return false }
        goldTaken.insert(pair.gold)
        foundTaken.insert(pair.found)
        return true
    }
}
