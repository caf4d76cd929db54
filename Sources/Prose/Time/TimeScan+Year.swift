// Years and their parts: 去年11月, 今年前三季度, 年底, 第三季度, 上世纪90年代.

extension TimeScan {
    private static let years: TimeTable<Int> = [("前年", -2), ("去年", -1), ("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2)]
    private static let named: TimeTable<Int> = [("同年", 0), ("当年", 0), ("上一年", -1), ("次年", 1), ("翌年", 1), ("隔年", 1)]
    private static let seasons: TimeTable<(Int, Int)> = [
        ("春季", (3, 5)), ("春天", (3, 5)), ("夏季", (6, 8)), ("夏天", (6, 8)), ("秋季", (9, 11)), ("秋天", (9, 11)), ("冬季", (12, 2)), ("冬天", (12, 2)),
    ]
    private static let bareSeasons: TimeTable<(Int, Int)> = [("春", (3, 5)), ("夏", (6, 8)), ("秋", (9, 11)), ("冬", (12, 2))]
    private static let quarters = TimeTable<(Int, Int)>(
        ["一1首", "二2两", "三3", "四4"].enumerated().flatMap { index, digits in
            digits.flatMap { digit -> [(String, (Int, Int))] in
                let span = (index * 3 + 1, index * 3 + 3)
                let words = ["第\(digit)季度", "第\(digit)季", "\(digit)季度", "\(digit)季"]
                let running = ["前\(digit)季度", "前\(digit)季", "前\(digit)个季度", "头\(digit)个季度"]
                return words.map { ($0, span) } + running.map { ($0, (1, span.1)) }
            }
        })
    private static let halves: TimeTable<(Int, Int)> = [("上半年", (1, 6)), ("下半年", (7, 12))]
    private static let parts = halves + quarters + seasons
    /// The month of 年初 and 年底; behind the number of a year also without 年.
    private static let edges: TimeTable<Int> = [("年底", 12), ("年末", 12), ("岁末", 12), ("年初", 1), ("年中", 6)]
    private static let shortEdges: TimeTable<Int> = edges + [("初", 1), ("岁初", 1), ("底", 12), ("末", 12)]
    private static let shortYears: TimeTable<Int> = [("今", 0), ("去", -1), ("明", 1)]
    private static let runs: TimeTable<Int> = [("前", 0), ("头", 0), ("首", 0)]

    func relativeYear() -> TimeMention? {
        if let (offset, end) = first(of: Self.years, at: start) { return withinYear(today.parts.year + offset, end) }
        if let (offset, end) = first(of: Self.named, at: start), let year = named.year { return withinYear(year + offset, end) }
        // 今夏, 去冬: a winter is named by the year it begins in.
        if let (offset, end) = first(of: Self.shortYears, at: start), !isOne(of: "如至迄现当而古从", at: start - 1),
            let (season, close) = first(of: Self.bareSeasons, at: end)
        {
            return months(today.parts.year + offset, season.0, season.1, has("天", at: close) ?? has("季", at: close) ?? close)
        }
        return nil
    }

    /// What follows a year: a month and day, a part of the year, or nothing.
    func withinYear(_ year: Int, _ after: Int) -> TimeMention? {
        var at = after
        while at < limit, text[at] == 0x20 { at += 1 }
        if let date = monthAndDay(year: year, at) { return date }
        if isOne(of: "的", at: at), Numerals.read(text, at + 1, limit) != nil, let date = monthAndDay(year: year, at + 1) { return date }
        let within = has("的", at: at) ?? at
        if let months = runningMonths(year: year, within) { return months }
        if let (months, end) = first(of: Self.parts, at: at) {
            return self.months(year, months.0, months.1, end)
        }
        // 2009年初次当选: the 初 is the next word's.
        if let (month, end) = first(of: Self.shortEdges, at: at), !isOne(of: "次选步审", at: end) { return self.month(year, month, end) }
        if let days = occasion(in: year, at: within) { return days }
        return self.year(year, after)
    }

    /// 年底, 年内, 月底, 月初, 第三季度, 上半年 without a year: this year's, or the one that just ended.
    func partOfYear() -> TimeMention? {
        let (year, month, _) = today.parts
        if let (span, end) = first(of: Self.quarters, at: start), startsPart, !isOne(of: "军风刊", at: end) {
            guard !has("前", endingAt: start) else { return nil }
            let last = months(span.0 > month ? year - 1 : year, span.0, span.1, end)
            return span.0 > month ? Day(year, span.0, 1).flatMap { last?.offering($0) } : last
        }
        if let (span, end) = first(of: Self.halves, at: start), startsPart { return months(year, span.0, span.1, end) }
        if let months = runningMonths(year: year, start) { return months }
        guard startsPart else { return nil }
        if let end = has("年内", at: start) { return self.year(year, end) }
        if let (edge, end) = first(of: Self.edges, at: start), !isCut(end) {
            let past = edge == 12 && month <= 2 ? year - 1 : year
            return self.month(past, edge, end, upcoming: past < year || edge < month ? Day(past + 1, edge, 1) : nil)
        }
        if let end = first(of: ["月底", "月末", "月初", "月内"], at: start), !isCut(end) { return self.month(year, month, end) }
        return nil
    }

    /// Whether 前 or 头 before a number of months is the year's: not in 中美元首11月会晤, 此前8月, 提前两个月, 签约前3个月 and 总统头三个月.
    private func opensRun(_ counted: Int) -> Bool {
        guard start > floor, isHan(text[start - 1]) else { return true }
        if isOne(of: "个", at: counted) { return isOne(of: "国示布中但而今", at: start - 1) }
        return !isOne(of: "元此先早目日之以提周", at: start - 1)
    }

    /// 1至8月, 1-8月, 前8个月, 头三个月.
    func runningMonths(year: Int, _ at: Int) -> TimeMention? {
        if let (_, after) = first(of: Self.runs, at: at), let (number, counted) = Numerals.read(text, after, limit),
            (2...11).contains(number),
            let end = first(of: ["个月", "月"], at: counted), at > start || opensRun(counted)
        {
            return months(year, 1, number, end)
        }
        guard let (from, after) = Numerals.read(text, at, limit), (1...12).contains(from), let second = joiner(at: after),
            let (to, counted) = Numerals.read(text, second, limit), (1...12).contains(to), from < to, let end = has("月", at: counted),
            Numerals.read(text, end, limit) == nil
        else { return nil }
        return months(year, from, to, has("份", at: end) ?? end)
    }

    /// 二十世纪九十年代, 上世纪90年代, 1990年代, 18世纪.
    func decade(_ number: Int, _ end: Int) -> TimeMention? {
        if number % 10 == 0, (1800...2100).contains(number), let close = has("年代", at: end) { return years(number, number + 9, close) }
        return nil
    }

    func centuryDecade() -> TimeMention? {
        var century: Int?
        var at = start
        if let end = has("上世纪", at: start) ?? has("上个世纪", at: start) {
            (century, at) = ((today.parts.year - 1) / 100, end)
        } else if let (number, after) = Numerals.read(text, start, limit), (15...21).contains(number), let end = has("世纪", at: after) {
            (century, at) = (number, end)
        }
        guard let century else { return nil }
        guard let (tens, after) = Numerals.read(text, at, limit), tens % 10 == 0, tens < 100, let end = has("年代", at: after) else {
            // 18世纪; our own says nothing (21世纪的今天).
            return century < 21 ? years((century - 1) * 100, century * 100 - 1, at) : nil
        }
        return years((century - 1) * 100 + tens, (century - 1) * 100 + tens + 9, end)
    }

    // MARK: - Private

    /// 同年底, 三年内, 每月初, 财年底, 少年中: not the parts of this year or month.
    private var startsPart: Bool {
        start == floor
            || !isDigit(text[start - 1]) && Numerals.read(text, start - 1, start) == nil && !Self.ofOthers.contains(text[start - 1])
    }

    private static let ofOthers = PointSet("几多数半整个余来今去明同本跨每当往历上下该隔翌次前后第全终成青少中老晚早生新周近常连万逐财学正腊蜜岁满元百千")

    /// 年中国家, 月中美: the words run on into a name.
    private func isCut(_ end: Int) -> Bool { text[end - 1] == 0x4E2D && isOne(of: "国美俄日印欧方共央华越韩朝英法德东澳加台非巴", at: end) }
}
