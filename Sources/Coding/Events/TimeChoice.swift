import Prose
import World

/// What an event is dated by: a time that the article names, or none.
struct TimeChoice: Sendable {
    /// The sentence that names the time; nil for a dateline's.
    let sentence: Int?
    let time: TimeMention
    /// Whether the words leave open if the day before or after is meant, and the one to come is taken.
    let isAhead: Bool

    /// Where it stands, if in that sentence.
    func place(in other: Int) -> Range<Int>? { sentence == other ? time.start..<time.end : nil }
}

/// An event as far as its date depends on it.
struct DatedAct: Sendable {
    let sentence: Int
    /// Where its trigger stands.
    let trigger: Range<Int>
    let type: EventType
    let aux: String?
    let actors: [String]
    let recipients: [String]
}

/// An act whose date is decided, for those that come after it.
struct DecidedDate: Sendable {
    let act: DatedAct
    /// The first day as the record writes it; nil where the act is undated.
    let start: String?
}

/// All times that an article names, in order.
struct ArticleTimes: Sendable {
    /// How far away a sentence's times may date an event, in sentences; those of the article's beginning may always.
    static let reach = 12
    static let lead = 3

    private let all: [(sentence: Int, choice: TimeChoice)]
    /// Those that are days.
    private let days: [(sentence: Int, choice: TimeChoice)]
    private let dispatched: TimeChoice?
    /// The first day that the body names, and the day that it names most often.
    let firstDay: Day?
    let mostNamed: Day?

    /// - Parameter dispatched: the day that a dateline says.
    init(_ sentences: [ReadSentence], dispatched: Day?) {
        all = sentences.indices.flatMap { index in
            sentences[index].times.map { (index, TimeChoice(sentence: index, time: $0, isAhead: false)) }
        }
        days = all.filter { $0.choice.time.precision == .day }
        self.dispatched = dispatched.map {
            TimeChoice(sentence: nil, time: TimeMention(start: 0, end: 0, first: $0, last: $0, precision: .day), isAhead: false)
        }
        firstDay = days.first?.choice.time.first
        var counts: [Day: Int] = [:]
        for day in days { counts[day.choice.time.first, default: 0] += 1 }
        mostNamed = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The days that some sentences name.
    func days(in sentences: Range<Int>) -> ArraySlice<(sentence: Int, choice: TimeChoice)> {
        let low = days.firstSorted { $0.sentence >= sentences.lowerBound }
        return days[low..<max(low, days.firstSorted { $0.sentence >= sentences.upperBound })]
    }

    /// The times that an act of a sentence may have: its own sentence's, of those around each once, where it is named nearest, and a dateline's.
    func choices(for act: DatedAct) -> [TimeChoice] {
        let low = all.firstSorted { $0.sentence >= act.sentence - Self.reach }
        let high = all.firstSorted { $0.sentence > act.sentence + Self.reach }
        let start = all.firstSorted { $0.sentence > Self.lead }
        let near = Array(all[low..<max(low, high)])
        let around = (near + all[..<min(start, low)]).filter { $0.sentence != act.sentence }
        var seen: Set<TimeMention> = []
        let nearest = around.sorted { distance($0.sentence, act) < distance($1.sentence, act) }.filter {
            let time = $0.choice.time
            return seen.insert(TimeMention(start: 0, end: 0, first: time.first, last: time.last, precision: time.precision)).inserted
        }
        let named = (near.filter { $0.sentence == act.sentence } + nearest).flatMap { _, choice in
            choice.time.upcoming == nil
                ? [choice] : [choice, TimeChoice(sentence: choice.sentence, time: choice.time.ahead, isAhead: true)]
        }
        return named + (dispatched.map { [$0] } ?? [])
    }

    /// What was said before dates sooner than what is said after.
    private func distance(_ sentence: Int, _ act: DatedAct) -> Int {
        let gap = act.sentence - sentence
        return gap > 0 ? gap * 2 : -gap * 2 + 1
    }
}
