import Prose

/// How far in time two mentions stand from each other, and how well both are known.
struct Gap {
    enum Kind: Int {
        /// Both name their days in their own words.
        case named
        /// Both have days, one at least borrowed from a sentence before.
        case dated
        /// One names its days, the other has only its day of publication.
        case assumed
        /// Neither names a day.
        case published
        /// One names a month or a year around the other.
        case coarse
        /// One may be at any time.
        case unknown
    }

    let kind: Kind
    /// 0 where they touch one day.
    let days: Int

    /// Days beyond which two mentions with days are never one …
    static let reach = 3

    /// … but a deed or a meeting of a named day and a later report that names none: 几天前的会谈.
    static let belated = 9

    /// nil where the days contradict.
    init?(_ x: Candidate, _ y: Candidate) {
        guard let own = x.days, let other = y.days else {
            // An act of long ago, told without its day, may be any act of the past, but not today's news.
            guard x.isOld == y.isOld || x.tier == 2 && y.tier == 2 else { return nil }
            self.init(kind: .unknown, days: 0)
            return
        }
        let between = abs(own.gap(to: other))
        if x.tier == 2 || y.tier == 2 {
            guard between == 0 else { return nil }
            self.init(kind: .coarse, days: 0)
            return
        }
        let named = (x.dated == nil ? 0 : 1) + (y.dated == nil ? 0 : 1)
        // Days that a visit's reports name are its own; a day borrowed from a sentence before may be another act's.
        let isSure = named == 2 && x.namesDays && y.namesDays && x.group.family.manner != .met
        let isBelated = Self.isBelated(x, y) || Self.isBelated(y, x)
        guard between <= (isSure ? 1 : isBelated ? Gap.belated : Gap.reach) else { return nil }
        self.init(kind: Self.kind(named, x.namesDays && y.namesDays), days: between)
    }

    /// Whether others may report it late: words of one week are too much like those of the next.
    static func mayBeBelated(_ candidate: Candidate) -> Bool { candidate.dated != nil && candidate.group.family.manner != .said }

    /// Whether the other may report late what the one reports to the day.
    private static func isBelated(_ x: Candidate, _ y: Candidate) -> Bool {
        guard mayBeBelated(x), let day = x.dated, y.dated == nil, let published = y.publishedDay else { return false }
        return published > day.last && y.group.family.manner != .said
    }

    private static func kind(_ dated: Int, _ inOwnWords: Bool) -> Kind {
        switch dated {
        case 2: inOwnWords ? .named : .dated
        case 1: .assumed
        default: .published
        }
    }

    private init(kind: Kind, days: Int) {
        self.kind = kind
        self.days = days
    }
}
