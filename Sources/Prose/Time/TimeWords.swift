import Tables

/// What only a table can know of times: festivals and sessions with their days, eras of years, and words in which a time only seems to
/// stand (光明日报, 今日俄罗斯).
public final class TimeWords: Sendable {
    enum Meaning: Sendable {
        /// Not a time, whatever stands in it.
        case none
        /// Years counted from one: 令和5年 is 2018 + 5.
        case era(Int)
        /// Days of a feast, or of a session that is a time only with 期间 or 前夕.
        case occasion(Occasion)
    }

    /// The days on which something is held, by year.
    struct Occasion: Sendable {
        let isSession: Bool
        /// Month and day of the first and the last day, for what is held on the same days each year.
        let yearly: (first: (month: Int, day: Int), last: (month: Int, day: Int))?
        let dated: [ClosedRange<Day>]

        /// The days held in a year; nil where the table does not say.
        func days(in year: Int) -> ClosedRange<Day>? {
            if let yearly, let first = Day(year, yearly.first.month, yearly.first.day),
                let last = Day(year, yearly.last.month, yearly.last.day),
                first <= last
            {
                return first...last
            }
            return dated.first { $0.lowerBound.parts.year == year }
        }
    }

    /// Every time begins with one of these: a character of the calendar's words, or the first of a word of the table.
    let openers: PointSet
    /// Behind these an act lies before the days that are being told of: 报复英国先前的制裁.
    public let earlier: Lexicon
    /// Behind these an act is done on more than one day: 多次警告, 一直批评.
    public let often: Lexicon
    private let lexicon: Lexicon
    private let meanings: [Meaning]

    /// A table without words: times by the calendar are read all the same.
    public static let empty = TimeWords([], [])

    private init(_ words: [(word: String, value: Int32)], _ meanings: [Meaning], earlier: [String] = [], often: [String] = []) {
        lexicon = Lexicon(words)
        (self.earlier, self.often) = (Lexicon(earlier.map { (word: $0, value: 0) }), Lexicon(often.map { (word: $0, value: 0) }))
        openers = PointSet(TimeReader.openers + String(words.compactMap(\.word.first)))
        self.meanings = meanings
    }

    /// - Parameter table: `times.txt`: `kind` (`none`, `earlier`, `often`, `era`, `feast`, `session`), `words`, `dates`.
    /// - Throws: ``TableProblem`` for a kind or a date that is none.
    public convenience init(_ table: Table, folding: Folding) throws {
        var words: [(word: String, value: Int32)] = []
        var meanings: [Meaning] = []
        var acts = ["earlier": [String](), "often": []]
        for row in table.rows {
            if let kind = row["kind"], acts[kind] != nil {
                acts[kind, default: []] += row.list("words").map(folding.fold)
                continue
            }
            for word in row.list("words") { words.append((folding.fold(word), Int32(meanings.count))) }
            meanings.append(try Self.meaning(row))
        }
        self.init(words, meanings, earlier: acts["earlier", default: []], often: acts["often", default: []])
    }

    /// The longest word that begins at a place.
    func word(at start: Int, in text: CodePoints, limit: Int) -> (end: Int, meaning: Meaning)? {
        lexicon.longest(in: text, from: start, to: limit).map { ($0.end, meanings[Int($0.value)]) }
    }

    // MARK: - Private

    private static func meaning(_ row: Table.Row) throws -> Meaning {
        switch try row.require("kind") {
        case "none": return .none
        case "era":
            guard let year = Int(try row.require("dates")) else { throw row.problem("an era's date is the year before its first") }
            return .era(year)
        case "feast", "session":
            let dates = row.list("dates")
            let isSession = row["kind"] == "session"
            if dates.count == 1, let yearly = yearly(dates[0]) {
                return .occasion(Occasion(isSession: isSession, yearly: yearly, dated: []))
            }
            return .occasion(Occasion(isSession: isSession, yearly: nil, dated: try dates.map { try dated($0, row) }))
        case let other: throw row.problem("“\(other)” is no kind of time; one of none, earlier, often, era, feast, session")
        }
    }

    private static func yearly(_ text: String) -> (first: (month: Int, day: Int), last: (month: Int, day: Int))? {
        let ends = text.split(separator: "/").map { $0.split(separator: "-").compactMap { Int($0) } }
        guard let first = ends.first, let last = ends.last, first.count == 2, last.count == 2 else { return nil }
        return ((first[0], first[1]), (last[0], last[1]))
    }

    private static func dated(_ text: String, _ row: Table.Row) throws -> ClosedRange<Day> {
        let ends = text.split(separator: "/").map { Day(iso: $0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
            throw row.problem("“\(text)” is not a date (MM-DD, YYYY-MM-DD or two of them with a slash)")
        }
        return first...last
    }
}
