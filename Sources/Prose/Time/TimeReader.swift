/// Finds and resolves the times that a text names, against the day on which it was written and the times last named.
///
/// Days are the outlet's own: 今天 and 周五 mean its calendar, not UTC's.
public struct TimeReader: Sendable {
    /// The day that 今天 means.
    public let today: Day
    private let words: TimeWords
    /// What 当天 and 次日 refer to; moves as times are read.
    private var named = NamedTime()

    public init(today: Day, words: TimeWords = .empty) {
        self.today = today
        self.words = words
    }

    /// The times named in `text[range]`, in order. `text` must be folded.
    public mutating func read(_ text: CodePoints, in range: Range<Int>) -> [TimeMention] {
        var found: [TimeMention] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard words.openers.contains(text[at]) else {
                at += 1
                continue
            }
            let word = words.word(at: at, in: text, limit: range.upperBound)
            if case .none? = word?.meaning {
                at = word?.end ?? at + 1
                continue
            }
            guard word != nil || Self.openerSet.contains(text[at]), let time = time(text, at, range) else {
                at += 1
                continue
            }
            found.append(time)
            named.remember(time)
            at = max(time.end, at + 1)
        }
        return found
    }

    // MARK: - Private

    /// Every expression but the table's begins with one of these; asking first spares most characters the attempt.
    static let openers = "大前昨今明后当彼那同次翌隔即第首头去本上下这周星礼年岁月春夏秋冬两一二三四五六七八九十〇零廿卅元0123456789"
    private static let openerSet = PointSet(openers)

    /// The time that begins at a place, with what belongs to it on the right: a bracket, the other end of an interval, its length.
    private func time(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> TimeMention? {
        guard var time = mention(text, at, range, named) else { return nil }
        time = withBracket(time, text, range)
        time = joined(time, text, range)
        let scan = self.scan(text, time.end, range, named)
        time = scan.lengthened(time)
        return scan.liesAhead(time) ? time.ahead : time
    }

    private func scan(_ text: CodePoints, _ at: Int, _ range: Range<Int>, _ named: NamedTime) -> TimeScan {
        TimeScan(text: text, start: at, limit: range.upperBound, floor: range.lowerBound, today: today, named: named, words: words)
    }

    private func mention(_ text: CodePoints, _ at: Int, _ range: Range<Int>, _ named: NamedTime) -> TimeMention? {
        let scan = self.scan(text, at, range, named)
        return scan.relativeDay() ?? scan.relativeYear() ?? scan.relativeMonth() ?? scan.weekOrWeekday() ?? scan.fromNow()
            ?? scan.calendarDate() ?? scan.partOfYear() ?? scan.occasion() ?? scan.back()
    }

    /// 周四（10月15日）: the bracket says which Thursday, so it is the better reading of both; in 10月15日（周四） the date is.
    private func withBracket(_ time: TimeMention, _ text: CodePoints, _ range: Range<Int>) -> TimeMention {
        guard time.precision == .day else { return time }
        let scan = self.scan(text, time.end, range, named)
        if let end = scan.weekday(after: time.end) { return time.moved(end: end) }
        guard let (inside, bracket) = scan.bracket(at: time.end), let inner = mention(text, inside, bracket, named),
            inner.precision == .day,
            let end = scan.closed(inner.end)
        else { return time }
        if scan.isWeekday(at: inner.start), !scan.isWeekday(at: time.start) { return time.moved(end: end) }
        let sure = time.upcoming == nil || inner.upcoming == nil
        return TimeMention(
            start: time.start, end: end, first: inner.first, last: inner.last, precision: .day, upcoming: sure ? nil : inner.upcoming)
    }

    /// 周二至周三, 1月至8月, 2018年到2022年, 周五（6月11日）至周日（6月13日）: one interval where both ends are as fine and the second is later.
    private func joined(_ first: TimeMention, _ text: CodePoints, _ range: Range<Int>) -> TimeMention {
        let scan = self.scan(text, first.end, range, named)
        guard first.precision != .week, let after = scan.joiner(at: first.end) else { return first }
        var context = named
        context.remember(first)
        guard Self.openerSet.contains(after < range.upperBound ? text[after] : 0), let plain = mention(text, after, range, context) else {
            return first
        }
        let last = scan.aligned(withBracket(plain, text, range), to: first)
        guard last.precision == first.precision || first.precision == .month && last.precision == .quarter, last.last > first.first,
            last.first >= first.first, last.last - first.first < Self.longest(first.precision)
        else { return first }
        return TimeMention(start: first.start, end: last.end, first: first.first, last: last.last, precision: first.precision)
    }

    /// Days: no visit or meeting lasts longer, and 周一到… 周日 beyond it are two times.
    private static func longest(_ precision: TimeMention.Precision) -> Int { precision == .day ? 400 : 40_000 }
}
