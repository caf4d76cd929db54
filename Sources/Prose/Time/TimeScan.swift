/// One attempt to read a time at one place of a text. Each kind of expression is a method that gives nil where it does not stand.
struct TimeScan {
    let text: CodePoints
    let start: Int
    let limit: Int
    /// First code point of the sentence: what stands before it is another sentence.
    let floor: Int
    let today: Day
    let named: Day

    func has(_ word: String, at: Int) -> Int? {
        var index = at
        for scalar in word.unicodeScalars {
            guard index < limit, text[index] == scalar.value else { return nil }
            index += 1
        }
        return index
    }

    /// Where a unit ends that follows a number, a space between them or not: some papers set 2021 年 6 月 15 日.
    func unit(_ word: String, after number: Int) -> Int? {
        has(word, at: number) ?? (number < limit && text[number] == 0x20 ? has(word, at: number + 1) : nil)
    }

    /// The number that stands at a place or after a space.
    func number(at place: Int) -> (value: Int, end: Int)? {
        Numerals.read(text, place, limit) ?? (place < limit && text[place] == 0x20 ? Numerals.read(text, place + 1, limit) : nil)
    }

    /// The first of the words that stands at a place: its value and where it ends.
    func first<Value>(of words: [(String, Value)], at: Int) -> (value: Value, end: Int)? {
        for (word, value) in words { if let end = has(word, at: at) { return (value, end) } }
        return nil
    }

    func day(_ first: Day, _ end: Int, last: Day? = nil, upcoming: Day? = nil) -> TimeMention {
        TimeMention(start: start, end: end, first: first, last: last ?? first, precision: .day, upcoming: upcoming)
    }

    func month(_ year: Int, _ month: Int, _ end: Int) -> TimeMention? {
        guard let first = Day(year, month, 1) else { return nil }
        return TimeMention(start: start, end: end, first: first, last: first + (Day.length(year, month) - 1), precision: .month)
    }

    func months(_ year: Int, _ from: Int, _ to: Int, _ end: Int) -> TimeMention? {
        guard let first = Day(year, from, 1), let last = Day(year, to, Day.length(year, to)) else { return nil }
        return TimeMention(start: start, end: end, first: first, last: last, precision: .quarter)
    }

    func year(_ year: Int, _ end: Int) -> TimeMention? {
        guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { return nil }
        return TimeMention(start: start, end: end, first: first, last: last, precision: .year)
    }
}

// MARK: - 今天 昨晚 次日

extension TimeScan {
    private static let fromToday: [(String, Int)] = [
        ("大前天", -3), ("前天", -2), ("昨天", -1), ("昨日", -1), ("昨晚", -1), ("昨夜", -1), ("昨早", -1), ("昨晨", -1), ("昨午", -1),
        ("今天", 0), ("今日", 0), ("今晚", 0), ("今早", 0), ("今晨", 0), ("今午", 0), ("今夜", 0),
        ("明天", 1), ("明日", 1), ("明晚", 1), ("明早", 1), ("明晨", 1), ("大后天", 3), ("后天", 2),
    ]
    private static let fromNamed: [(String, Int)] = [
        ("当天", 0), ("当日", 0), ("当晚", 0), ("同日", 0), ("同一天", 0), ("同天", 0),
        ("次日", 1), ("翌日", 1), ("隔天", 1), ("隔日", 1), ("第二天", 1), ("前一天", -1), ("前一日", -1),
    ]

    func relativeDay() -> TimeMention? {
        if let (offset, end) = first(of: Self.fromToday, at: start) { return day(today + offset, end) }
        if let (offset, end) = first(of: Self.fromNamed, at: start) { return day(named + offset, end) }
        // 昨 and 今 alone in headlines and leads (昨在, 今赴): only before a verb of place or a speaker's verb.
        if let (offset, end) = first(of: [("昨", -1), ("今", 0), ("明", 1)], at: start), end < limit,
            "在赴访抵晤会与宣发通称表说將将举行".unicodeScalars.contains(where: { $0.value == text[end] }), startsWord
        {
            return day(today + offset, end)
        }
        return nil
    }

    /// Whether what stands before is a mark, white space or the sentence's start.
    private var startsWord: Bool { start == floor || !isHan(text[start - 1]) }
}

// MARK: - 去年11月 今年前三季度 去年底

extension TimeScan {
    private static let years: [(String, Int)] = [("前年", -2), ("去年", -1), ("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2)]

    func relativeYear() -> TimeMention? {
        if let (offset, end) = first(of: Self.years, at: start) { return withinYear(today.parts.year + offset, end) }
        if let end = has("同年", at: start) ?? has("当年", at: start) { return withinYear(named.parts.year, end) }
        return nil
    }

    /// What follows a year: a month and day, a part of the year, or nothing.
    func withinYear(_ year: Int, _ after: Int) -> TimeMention? {
        var at = after
        while at < limit, text[at] == 0x20 { at += 1 }
        if let date = monthAndDay(year: year, at) { return date }
        let parts: [(String, (Int, Int))] = [
            ("上半年", (1, 6)), ("下半年", (7, 12)), ("前三季度", (1, 9)), ("第一季度", (1, 3)), ("第二季度", (4, 6)), ("第三季度", (7, 9)),
            ("第四季度", (10, 12)), ("首季", (1, 3)), ("一季度", (1, 3)), ("二季度", (4, 6)), ("三季度", (7, 9)), ("四季度", (10, 12)),
            ("春季", (3, 5)), ("春天", (3, 5)), ("夏季", (6, 8)), ("夏天", (6, 8)), ("秋季", (9, 11)), ("秋天", (9, 11)),
        ]
        if let (months, end) = first(of: parts, at: at) { return self.months(year, months.0, months.1, end) }
        if let (month, end) = first(of: [("年初", 1), ("初", 1), ("年底", 12), ("底", 12), ("年末", 12), ("末", 12), ("年中", 6)], at: at) {
            return self.month(year, month, end)
        }
        return self.year(year, after)
    }

    /// 11月, 11月3日, 1月18日至19日, 十月; nil where no month stands.
    func monthAndDay(year: Int, _ at: Int) -> TimeMention? {
        guard let (month, afterMonth) = Numerals.read(text, at, limit), (1...12).contains(month), let yue = unit("月", after: afterMonth)
        else {
            return nil
        }
        if has("份", at: yue) == nil, let (number, afterDay) = number(at: yue),
            let end = unit("日", after: afterDay) ?? has("号", at: afterDay), let first = Day(year, month, number)
        {
            return rangeEnd(from: first, end) ?? day(first, end)
        }
        let third: [(String, Int)] = [("初", 0), ("上旬", 0), ("中旬", 0), ("中", 0), ("下旬", 0), ("底", 0), ("末", 0), ("份", 0)]
        return self.month(year, month, first(of: third, at: yue)?.end ?? yue)
    }

    /// 至19日, 到3月2日 after a day.
    private func rangeEnd(from first: Day, _ at: Int) -> TimeMention? {
        guard
            let (_, after) = self.first(
                of: [("至", 0), ("到", 0), ("-", 0), ("—", 0), ("–", 0), ("、", 0), ("和", 0), ("及", 0), ("与", 0)], at: at),
            let (number, next) = Numerals.read(text, after, limit)
        else { return nil }
        let (year, month, _) = first.parts
        if let end = has("日", at: next) ?? has("号", at: next), let last = Day(year, month, number), last > first {
            return day(first, end, last: last)
        }
        guard let yue = has("月", at: next), let (dayNumber, afterDay) = Numerals.read(text, yue, limit), let end = has("日", at: afterDay),
            let last = Day(number < month ? year + 1 : year, number, dayNumber)
        else { return nil }
        return day(first, end, last: last)
    }
}
