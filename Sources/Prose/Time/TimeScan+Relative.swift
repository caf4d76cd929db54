// Days told from the writer's day or from the day last named: 今天, 昨晚, 次日, 两天后, 当时.

extension TimeScan {
    private static let fromToday: TimeTable<ClosedRange<Int>> = [
        ("大前天", -3 ... -3), ("昨今两天", -1...0), ("昨今两日", -1...0), ("今明两天", 0...1), ("今明两日", 0...1), ("前天", -2 ... -2), ("昨天", -1 ... -1),
        ("昨日", -1 ... -1), ("昨晚", -1 ... -1), ("昨夜", -1 ... -1), ("昨早", -1 ... -1), ("昨晨", -1 ... -1), ("昨午", -1 ... -1),
        ("今天", 0...0), ("今日", 0...0), ("今晚", 0...0), ("今早", 0...0), ("今晨", 0...0), ("今午", 0...0), ("今夜", 0...0),
        ("明天", 1...1), ("明日", 1...1), ("明晚", 1...1), ("明早", 1...1), ("明晨", 1...1), ("大后天", 3...3), ("后天", 2...2),
    ]
    private static let fromNamed: TimeTable<Int> = [
        ("当天", 0), ("当日", 0), ("当晚", 0), ("同日", 0), ("同一天", 0), ("同一日", 0), ("同天", 0), ("次日", 1), ("翌日", 1), ("隔天", 1),
        ("隔日", 1), ("第二天", 1), ("翌晨", 1),
    ]

    private static let shortDays: TimeTable<Int> = [("昨", -1), ("今", 0), ("明", 1)]

    func relativeDay() -> TimeMention? {
        if let (offsets, end) = first(of: Self.fromToday, at: start), !beginsJapan(end) {
            let said = dayOfQuotation ?? today
            return day(said + offsets.lowerBound, end, last: said + offsets.upperBound)
        }
        if let end = has("即日", at: start), isOne(of: "起生", at: end) { return day(today, end) }
        let origin = named.day ?? today
        if let (offset, end) = first(of: Self.fromNamed, at: start), !beginsJapan(end), offset != 0 || !isNamedDay {
            return day(origin + offset, end)
        }
        // 下台前一天 counts from what is told, which has no day here.
        if let end = has("前一天", at: start) ?? has("前一日", at: start), !isOne(of: Self.events, at: start - 1) {
            return day(origin - 1, end)
        }
        if let end = has("前日", at: start), startsWord || isOne(of: "于", at: start - 1), isOne(of: "在于晚表公出（(，,与会到向宣发上下", at: end) {
            return day(today - 2, end)
        }
        // 昨 and 今 alone in headlines and leads (昨在, 今赴): only before a verb of place or a speaker's verb.
        if let (offset, end) = first(of: Self.shortDays, at: start), startsWord || offset < 0,
            isOne(of: "在赴访抵晤会与宣发通称表说将举行", at: end)
        {
            return day(today + offset, end)
        }
        return nil
    }

    /// Last characters of what is told of: 下台前一天, 选举前一天.
    private static let events = "台职任会战判选典礼访幕式束始开生决投表布议举赛验火票约谈行动"

    /// 欧尔班2月24日说：“今天…: the day named in the sentence before the quotation in which the words stand.
    private var dayOfQuotation: Day? {
        guard let time = named.time, time.precision == .day, time.start >= floor,
            let open = text.openQuotation(before: start, within: floor..<limit), time.end <= open
        else { return nil }
        return time.first
    }

    /// 选举日当天: a day that has a name and no date here.
    private var isNamedDay: Bool { isOne(of: "日", at: start - 1) && named.time?.end != start }

    /// 次 日本, 昨 日军: the 日 is Japan's.
    private func beginsJapan(_ end: Int) -> Bool {
        text[end - 1] == 0x65E5 && isOne(of: "本军", at: end) && !isOne(of: "报台社刊站网", at: end + 1)
    }

    /// 当时, 彼时: the time last named, as fine as it was; nothing where none was.
    func back() -> TimeMention? {
        guard let end = has("当时", at: start) ?? has("彼时", at: start) ?? has("那时", at: start), let time = named.time, isNear(time),
            !isOne(of: "的间任", at: end)
        else { return nil }
        return time.moved(start: start, end: end)
    }

    /// Whether a time was named close enough before for 当时 and 三天后 to count from it.
    private func isNear(_ time: TimeMention) -> Bool { time.end <= start && start - time.end <= 150 }

    /// 两天前, 三个月前, 10年前 from now; 三天后, 两周后, 一年后 from the day last named.
    func fromNow() -> TimeMention? {
        guard start == floor || !isDigit(text[start - 1]) && !isOne(of: "数几第.", at: start - 1),
            let (number, after) = self.number(at: start),
            number > 0, number < 400
        else { return nil }
        guard let (unit, end) = first(of: Self.units, at: after) else { return nil }
        // 日前 is the other day; 14日以前 is a date.
        if unit == .day, text[end - 1] == 0x65E5, first(of: ["前", "以前", "之前"], at: end) != nil { return nil }
        if let before = has("前", at: end) ?? has("以前", at: end) ?? has("之前", at: end) { return ago(number, unit, before) }
        return has("后", at: end).flatMap { later(number, unit, $0) }
    }

    private enum Unit { case day, week, month, year }

    private static let units: TimeTable<Unit> = [
        ("天", .day), ("日", .day), ("周", .week), ("个星期", .week), ("星期", .week), ("个月", .month), ("年", .year),
    ]

    private func ago(_ number: Int, _ unit: Unit, _ end: Int) -> TimeMention? {
        switch unit {
        case .day: return day(today - number, end)
        case .week: return week(today - (7 * number + 3), end)
        case .month:
            let (year, month) = shifted(today, months: -number)
            return self.month(year, month, end)
        case .year: return year(today.parts.year - number, end)
        }
    }

    private func later(_ number: Int, _ unit: Unit, _ end: Int) -> TimeMention? {
        guard let time = named.time, isNear(time) else { return nil }
        // 2015年… 三天后 has no day to count from.
        switch unit {
        case .day: return time.precision == .day ? named.day.map { day($0 + number, end) } : nil
        case .week: return time.precision == .day ? named.day.map { week($0 + (7 * number - 3), end) } : nil
        case .month:
            guard let (year, month) = named.month, let first = Day(year, month, 1) else { return nil }
            let (laterYear, laterMonth) = shifted(first, months: number)
            return self.month(laterYear, laterMonth, end)
        case .year: return named.year.flatMap { year($0 + number, end) }
        }
    }
}
