// Times by the calendar's numbers: 2021年3月26日, 3月26日, 26日, 2019年, 4月.

extension TimeScan {
    func calendarDate() -> TimeMention? {
        guard let (number, after) = Numerals.read(text, start, limit), startsNumber else { return nil }
        if let end = unit("年", after: after) { return fullDate(year: number, digits: after - start, end) }
        if unit("月", after: after) != nil { return yearlessDate() }
        if let end = unit("日", after: after) ?? has("号", at: after) { return bareDay(number, end) }
        return slashed(number, after)
    }

    /// Whether the number is not the tail of another (第1月, 3.5日, 12/26日).
    private var startsNumber: Bool {
        guard start > floor else { return true }
        let before = text[start - 1]
        return !isDigit(before) && before != 0x2E && before != 0x7B2C && before != 0x2D && before != 0x25  // 第
    }

    private func fullDate(year number: Int, digits: Int, _ end: Int) -> TimeMention? {
        if start > floor, start >= floor + 2, has("民国", at: start - 2) == start, (1...200).contains(number) {
            return withinYear(number + 1911, end)
        }
        // 21年 stands for 2021 only before a month; 20年来 is a span, not a year.
        if digits == 4 || (1900...2100).contains(number) { return (1800...2100).contains(number) ? withinYear(number, end) : nil }
        return nil
    }

    /// The year of 3月26日 is the writer's own: papers say 去年 otherwise. Only around New Year does the nearer one win.
    private func yearlessDate() -> TimeMention? {
        let (year, month, _) = today.parts
        guard let date = monthAndDay(year: year, start) else { return nil }
        let named = date.first.parts.month
        let wanted = named - month > 8 ? year - 1 : (month - named > 10 ? year + 1 : year)
        return wanted == year ? date : monthAndDay(year: wanted, start)
    }

    /// 26日: the last such day up to a week ahead, since a dispatch of the 1st says 31日 for the day before, one of the 22nd 27日 for the trial
    /// to come, and one of the 20th 4日 for what is past.
    private func bareDay(_ number: Int, _ end: Int) -> TimeMention? {
        guard isDigit(text[start]), (1...31).contains(number), !isDuration(end) else { return nil }
        let (year, month) = (today.parts.year, today.parts.month)
        let candidates = [-1, 0, 1].compactMap { offset -> Day? in
            let (y, m) = shifted(today, months: offset)
            return Day(y, m, number)
        }
        guard let nearest = candidates.last(where: { $0 - today <= 7 }) ?? candidates.first else { return nil }
        if let range = bareRange(from: Day(year, month, number) ?? nearest, end) { return range }
        return day(nearest, end, upcoming: candidates.first { $0 >= today })
    }

    /// 3日内, 10日游, 为期3日 count days; 唐宁街10号 is a house.
    private func isDuration(_ end: Int) -> Bool {
        // 唐宁街10号
        if start > floor, text[start - 1] == 0x8857 || text[start - 1] == 0x8DEF { return true }  // 街 路
        if first(of: [("内", 0), ("游", 0), ("圆", 0), ("元", 0), ("间", 0), ("之", 0), ("线", 0)], at: end) != nil { return true }
        return start >= floor + 2 && (has("为期", at: start - 2) == start || has("连续", at: start - 2) == start)
    }

    /// 8日至9日.
    private func bareRange(from first: Day, _ at: Int) -> TimeMention? {
        guard let (_, after) = self.first(of: [("至", 0), ("到", 0), ("、", 0), ("和", 0)], at: at),
            let (number, next) = Numerals.read(text, after, limit),
            let end = has("日", at: next), let last = Day(first.parts.year, first.parts.month, number), last > first
        else { return nil }
        return day(first, end, last: last)
    }

    /// 2021/3/26, 2021-03-26.
    private func slashed(_ number: Int, _ after: Int) -> TimeMention? {
        guard (1900...2100).contains(number), let first = has("/", at: after) ?? has("-", at: after),
            let (month, afterMonth) = Numerals.read(text, first, limit), let second = has("/", at: afterMonth) ?? has("-", at: afterMonth),
            let (dayNumber, end) = Numerals.read(text, second, limit), let date = Day(number, month, dayNumber)
        else { return nil }
        return day(date, end)
    }
}
