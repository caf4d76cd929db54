// Times told from the writer's week or month: 本月22日, 上周五, 周三, 两天前.

extension TimeScan {
    func relativeMonth() -> TimeMention? {
        let words: [(String, Int)] = [
            ("上上个月", -2), ("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0), ("当月", 0), ("下个月", 1), ("下月", 1),
        ]
        guard let (offset, end) = first(of: words, at: start) else { return nil }
        let (year, month) = shifted(today, months: offset)
        if let (number, after) = Numerals.read(text, end, limit), let close = has("日", at: after) ?? has("号", at: after),
            let date = Day(year, month, number)
        {
            return day(date, close)
        }
        let part = first(of: [("初", 0), ("中旬", 0), ("下旬", 0), ("上旬", 0), ("底", 0), ("稍早", 0), ("稍后", 0)], at: end)
        return self.month(year, month, part?.end ?? end)
    }

    private static let weeks: [(String, Int)] = [
        ("上上周", -2), ("上个星期", -1), ("上个礼拜", -1), ("上星期", -1), ("上礼拜", -1), ("上周", -1), ("前一周", -1),
        ("本星期", 0), ("这个星期", 0), ("这星期", 0), ("这一周", 0), ("本周", 0), ("这周", 0),
        ("下个星期", 1), ("下星期", 1), ("下礼拜", 1), ("下周", 1),
    ]
    private static let weekdays: [(String, Int)] = [
        ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7), ("末", 6),
    ]

    /// 上周五, 本周, 下星期三, 周四, 星期天, 周末.
    func weekOrWeekday() -> TimeMention? {
        let monday = today - (today.weekday - 1)
        if let (offset, end) = first(of: Self.weeks, at: start) {
            let week = monday + 7 * offset
            if let (number, close) = first(of: Self.weekdays, at: end), !countsOn(at: close) {
                return day(week + (number - 1), close, last: weekendEnd(week, close))
            }
            if offset == 0, let close = has("早些时候", at: end) ?? has("稍早", at: end) ?? has("初", at: end) {
                return TimeMention(start: start, end: close, first: week, last: max(week, today - 1), precision: .week)
            }
            return TimeMention(start: start, end: end, first: week, last: week + 6, precision: .week)
        }
        guard let (_, end) = first(of: [("周", 0), ("星期", 0), ("礼拜", 0)], at: start),
            let (number, close) = first(of: Self.weekdays, at: end),
            isWeekday(at: close)
        else { return nil }
        let back = (today.weekday - number + 7) % 7
        let date = today - back
        return day(date, close, last: weekendEnd(date - (number - 1), close), upcoming: back == 0 ? date : date + 7)
    }

    /// 上周日本首相, 上周五角大楼, 上周三国外长: the figure belongs to the next word.
    private func countsOn(at close: Int) -> Bool {
        close < limit && "本角致系直些样十百国方名个次家位项场份部党".unicodeScalars.contains { $0.value == text[close] }
    }

    private func weekendEnd(_ monday: Day, _ close: Int) -> Day? { text[close - 1] == 0x672B ? monday + 6 : nil }  // 末

    /// 周一见 is one, 周日本 (周 the surname) and 周三多 are not worth a rule, but 周一围 and 一周三次 are: a count stands before.
    private func isWeekday(at close: Int) -> Bool {
        guard start > floor else { return true }
        let before = text[start - 1]
        return before != 0x4E00 && before != 0x56DB && before != 0x6BCF  // 一 四 每
    }

    /// 两天前, 三个月前, 10年前.
    func ago() -> TimeMention? {
        guard start == floor || !isDigit(text[start - 1]), let (number, after) = Numerals.read(text, start, limit), number > 0, number < 400
        else { return nil }
        let units: [(String, Unit)] = [
            ("天前", .day), ("日前", .day), ("周前", .week), ("个星期前", .week), ("星期前", .week), ("个月前", .month), ("年前", .year),
            ("天后", .dayAfter),
        ]
        guard let (unit, end) = first(of: units, at: after) else { return nil }
        switch unit {
        case .day: return day(today - number, end)
        case .dayAfter: return nil
        case .week:
            return TimeMention(start: start, end: end, first: today - 7 * number - 3, last: today - 7 * number + 3, precision: .week)
        case .month:
            let (year, month) = shifted(today, months: -number)
            return self.month(year, month, end)
        case .year: return year(today.parts.year - number, end)
        }
    }

    private enum Unit { case day, dayAfter, week, month, year }

    func shifted(_ day: Day, months: Int) -> (year: Int, month: Int) {
        let (year, month, _) = day.parts
        let index = year * 12 + month - 1 + months
        return (index / 12, index % 12 + 1)
    }
}
