import Prose

/// Events of one day that a scale cannot tell apart: a bootstrap draws how many of them it takes, not which.
struct LikeEvents {
    let impulse: Impulse
    /// At most ``Draw/most``.
    var count: Int
    /// What their draws follow from.
    let seed: UInt64

    /// - Parameter impulses: in order of their days; the kinds of a day come in the order of their first.
    /// - Complexity: impulses × kinds of a day, of which there are few.
    static func gathered(_ impulses: [Impulse]) -> [LikeEvents] {
        var gathered: [LikeEvents] = []
        var ofDay = 0
        for impulse in impulses {
            if gathered.last?.impulse.day != impulse.day { ofDay = gathered.count }
            var (last, rank) = (-1, 0)
            for kind in ofDay..<gathered.count where gathered[kind].impulse.isLike(impulse) { (last, rank) = (kind, rank + 1) }
            if last >= 0, gathered[last].count < Draw.most {
                gathered[last].count += 1
            } else {
                gathered.append(LikeEvents(impulse: impulse, count: 1, seed: impulse.seed(rank: rank)))
            }
        }
        return gathered
    }
}

extension Impulse {
    fileprivate func isLike(_ other: Impulse) -> Bool {
        day == other.day && score == other.score && impact == other.impact && isCooperation == other.isCooperation
    }

    /// - Parameter rank: how many lots of such events the day has before.
    fileprivate func seed(rank: Int) -> UInt64 {
        var seed = Draw.mixed(UInt64(bitPattern: Int64(day.number)))
        for part in [score.bitPattern, impact.bitPattern, isCooperation ? 1 : 0, UInt64(rank)] { seed = Draw.mixed(seed ^ part) }
        return seed
    }
}
