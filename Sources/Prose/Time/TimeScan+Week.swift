// Times told from the writer's month or week: 本月22日, 上周五, 周三.

extension TimeScan {
    private static let months: TimeTable<Int> = [
        ("上上个月", -2), ("上个月", -1), ("上月", -1), ("本月", 0), ("这个月", 0), ("下下个月", 2), ("下个月", 1), ("下月", 1),
    ]
    private static let fromNamedMonth: TimeTable<Int> = [("当月", 0), ("同月", 0), ("前月", -1), ("次月", 1), ("翌月", 1)]

    func relativeMonth() -> TimeMention? {
        if let (offset, end) = first(of: Self.months, at: start) { return withinMonth(shifted(today, months: offset), end) }
        guard let (offset, end) = first(of: Self.fromNamedMonth, at: start) else { return nil }
        if offset < 0, named.month == nil || !startsWord && !isOne(of: "较比与和", at: start - 1) { return nil }
        let (year, month) = named.month ?? (today.parts.year, today.parts.month)
        return Day(year, month, 1).flatMap { withinMonth(shifted($0, months: offset), end) }
    }

    private func withinMonth(_ named: (year: Int, month: Int), _ end: Int) -> TimeMention? {
        let (year, month) = named
        if let (number, after) = self.number(at: has("的", at: end) ?? end), let close = unit("日", after: after) ?? has("号", at: after),
            let date = Day(year, month, number)
        {
            if let second = joiner(at: close) ?? has("和", at: close) ?? has("、", at: close),
                let (last, next) = Numerals.read(text, second, limit),
                let shut = has("日", at: next) ?? has("号", at: next), let lastDay = Day(year, month, last), lastDay > date
            {
                return day(date, shut, last: lastDay)
            }
            return day(date, close)
        }
        return self.month(year, month, first(of: ["初", "中旬", "下旬", "上旬", "底", "末", "稍早", "稍后", "早些时候"], at: end) ?? end)
    }

    private static let weeks: TimeTable<Int> = [
        ("上上周", -2), ("上上个星期", -2), ("上个星期", -1), ("上个礼拜", -1), ("上星期", -1), ("上礼拜", -1), ("上周", -1), ("前一周", -1),
        ("本星期", 0), ("这个星期", 0), ("这个礼拜", 0), ("这星期", 0), ("这一周", 0), ("本周", 0), ("这周", 0),
        ("下个星期", 1), ("下个礼拜", 1), ("下星期", 1), ("下礼拜", 1), ("下周", 1), ("下下周", 2),
    ]
    /// The last three only before 末 or a weekday: 上个周末, 这个周五; 上个周 alone is none.
    private static let countedWeeks: TimeTable<Int> = weeks + [("上个周", -1), ("这个周", 0), ("下个周", 1)]
    private static let weekdays: TimeTable<Int> = [
        ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7), ("末", 6),
    ]

    private static let weekNames = TimeTable<Void>(["周", "星期", "礼拜"])
    private static let meets = ["适逢", "正值", "恰逢", "正逢", "碰上", "遇上"]

    /// 上周五, 本周, 下星期三, 周四, 星期天, 周末.
    func weekOrWeekday() -> TimeMention? {
        let monday = today - (today.weekday - 1)
        if let (offset, end) = first(of: Self.countedWeeks, at: start) {
            let isOver = offset == -1 && endsToday
            let week = monday + 7 * offset
            if let (number, close) = first(of: Self.weekdays, at: end), !countsOn(at: close) {
                let isJustPast = isOver && number < 7 && text[close - 1] != 0x672B  // 末
                let week = isJustPast ? monday : week
                return listed(day(week + (number - 1), close, last: weekendEnd(week, close)), week)
            }
            guard text[end - 1] != 0x5468 || !has("个周", endingAt: end) else { return nil }
            if offset == 0, let close = first(of: ["早些时候", "稍早", "初"], at: end) {
                return TimeMention(start: start, end: close, first: week, last: max(week, today - 1), precision: .week)
            }
            if isOver { return TimeMention(start: start, end: end, first: monday, last: today - 1, precision: .week) }
            return self.week(week, end)
        }
        guard let (number, close) = weekday(at: start), isWeekday else { return nil }
        // 到期日15日，因适逢周末: the weekend of the day just named.
        if let day = named.day, text[close - 1] == 0x672B, Self.meets.contains(where: { has($0, endingAt: start) }) {
            let saturday = day + (6 - day.weekday)
            return self.day(saturday, close, last: saturday + 1)
        }
        let back = (today.weekday - number + 7) % 7
        let date = today - back
        // What 周四将 is printed on a Friday is of a Thursday that goes on elsewhere: of ten such in an archive nine are of the day before.
        let upcoming = back == 0 ? date : back == 1 ? nil : date + 7
        return listed(day(date, close, last: weekendEnd(date - (number - 1), close), upcoming: upcoming), date - (number - 1))
    }

    /// On a Sunday 上周三 is of the days just past: so in all 12 places of an archive that give the date beside it, whatever the outlet; 上周日 is a week ago.
    private var endsToday: Bool { today.weekday == 7 && isOne(of: "上", at: start) }

    /// 周五, 星期五, 礼拜五, 周末 at a place.
    func weekday(at place: Int) -> (number: Int, end: Int)? {
        guard let end = first(of: Self.weekNames, at: place)?.end, let (number, close) = first(of: Self.weekdays, at: end),
            !countsOn(at: close)
        else { return nil }
        return (number, close)
    }

    /// 周四和五, 周四、五: both days.
    private func listed(_ time: TimeMention, _ monday: Day) -> TimeMention {
        guard time.first == time.last, let second = has("和", at: time.end) ?? has("、", at: time.end) ?? has("至", at: time.end),
            let (number, close) = first(of: Self.weekdays, at: second), !countsOn(at: close), text[second] != 0x672B,
            !isOne(of: "个名国大方项次种位年月号", at: close), monday + (number - 1) > time.first
        else { return time }
        return TimeMention(
            start: time.start, end: close, first: time.first, last: monday + (number - 1), precision: .day, upcoming: time.upcoming)
    }

    /// 12月19日星期六: the weekday belongs to the date before it.
    func weekday(after end: Int) -> Int? {
        guard isOne(of: "日号", at: end - 1) else { return nil }
        let place = end < limit && text[end] == 0x20 ? end + 1 : end
        guard let (_, close) = weekday(at: place), text[close - 1] != 0x672B else { return nil }
        return close
    }

    /// Whether a time's words begin with a week or weekday.
    func isWeekday(at place: Int) -> Bool { isOne(of: "周星礼", at: place) || first(of: Self.countedWeeks, at: place) != nil }

    /// 上周日本首相, 上周五角大楼, 上周三国外长: the figure belongs to the next word.
    private func countsOn(at close: Int) -> Bool {
        // 周一致函国会: the 致 is the verb's.
        if isOne(of: "致", at: close), isOne(of: "函电信辞词", at: close + 1) { return false }
        return isOne(of: "本角致系直些样十百国方名个次家位项场份部党边", at: close) || text[close - 1] == 0x4E00 && isOne(of: "再般度切旦", at: close)
    }

    private func weekendEnd(_ monday: Day, _ close: Int) -> Day? { text[close - 1] == 0x672B ? monday + 6 : nil }  // 末

    /// 周一见 is one; 周一围 and 一周三次 are not: a count stands before.
    private var isWeekday: Bool { !isOne(of: "一四每两三半", at: start - 1) || isOne(of: "二", at: start - 1) }
}
