// What belongs to a time on its right and left: brackets, the other end of an interval, a length, words that say that it lies ahead.

extension TimeScan {
    /// 至, 到, - between the two ends of an interval.
    func joiner(at place: Int) -> Int? {
        first(of: Self.joiners, at: place < limit && text[place] == 0x20 ? place + 1 : place)?.end
    }

    private static let joiners = TimeTable<Void>(["至", "到", "-", "—", "–", "~", "直至", "直到"])

    private static let placeTimes = ["即", "也就是", "亦即"]

    /// Inside of a bracket that begins at a place, past 当地时间 and 即; the range ends where the sentence does.
    func bracket(at place: Int) -> (inside: Int, range: Range<Int>)? {
        var open = place
        while open < limit, text[open] == 0x20 { open += 1 }
        guard open < limit, text[open] == 0xFF08 || text[open] == 0x28 else { return nil }
        var inside = open + 1
        if let end = first(of: Self.placeTimes, at: inside) { inside = end }
        for reach in 2...5 {
            if let end = has("时间", at: inside + reach), text[inside..<inside + reach].allSatisfy(isHan) {
                inside = end
                break
            }
        }
        return (inside, floor..<limit)
    }

    /// Past the bracket that closes after a time: 20日晚）, 6月16日，周三）.
    func closed(_ place: Int) -> Int? {
        var at = place
        if let end = has("，", at: at), let (_, close) = weekday(at: end) { at = close }
        if let (_, close) = weekday(at: at) { at = close }
        while isOne(of: "晚上午下凌晨早间傍中深夜 ", at: at) { at += 1 }
        guard at < limit, text[at] == 0xFF09 || text[at] == 0x29 else { return nil }
        return at + 1
    }

    /// The second end of an interval read with the first in mind: its year, or its week.
    func aligned(_ last: TimeMention, to first: TimeMention) -> TimeMention {
        if isWeekday(at: last.start), last.first < first.first {
            return TimeMention(start: last.start, end: last.end, first: last.first + 7, last: last.last + 7, precision: last.precision)
        }
        guard let (_, after) = Numerals.read(text, last.start, limit), unit("月", after: after) != nil else { return last }
        let year = first.first.parts.year
        let here = monthAndDay(year: year, last.start)
        guard let same = here, same.precision == last.precision else { return last }
        return same.first >= first.first ? same : monthAndDay(year: year + 1, last.start) ?? last
    }

    /// 周二开始的为期两天的, 18日起一连两天: the days that follow belong to it.
    func lengthened(_ time: TimeMention) -> TimeMention {
        guard time.precision == .day, time.first == time.last else { return time }
        var at = time.end
        while let end = first(of: ["开始", "举行", "召开", "展开", "进行", "抵达", "起", "的", "，"], at: at), end - time.end <= 8 { at = end }
        guard let counted = first(of: ["为期", "一连", "历时"], at: at), let (number, after) = Numerals.read(text, counted, limit),
            (2...30).contains(number),
            first(of: ["天", "日"], at: after) != nil
        else { return time }
        return TimeMention(
            start: time.start, end: time.end, first: time.first, last: time.first + (number - 1), precision: .day, upcoming: time.upcoming)
    }

    /// 定于周五, 10月将举行, 推迟到9月: of the two readings of the words the one to come.
    func liesAhead(_ time: TimeMention) -> Bool {
        // 此前在5月将其列入黑名单: told of as past.
        guard time.upcoming != nil, !(0...8).contains(where: { Self.past.hasWord(in: text, endingAt: time.start - $0, from: floor) }) else {
            return false
        }
        for skipped in 0...4 where time.start - skipped >= floor {
            let end = time.start - skipped
            if skipped > 0, !isHan(text[end]) { break }
            if Self.before.hasWord(in: text, endingAt: end, from: floor) { return true }
        }
        var at = time.end
        while at < time.end + 4, isOne(of: "上午下晚间凌晨早", at: at) { at += 1 }
        if time.precision == .month || time.precision == .quarter, has("将", at: at) != nil { return true }
        // 宣布从周日午夜起关闭边境.
        if isOne(of: "从自", at: time.start - 1), first(of: ["起", "夜起", "零时起", "开始"], at: at) != nil,
            (floor..<time.start).contains(where: { has("宣布", at: $0) != nil })
        {
            return true
        }
        if let deadline = has("前", at: at) ?? has("之前", at: at), !isOne(of: "后夕往总任", at: deadline) { return true }
        return first(of: Self.after, at: at) != nil
    }

    private static let past = TimeTable<Void>(["此前", "早前", "先前"])
    private static let before = TimeTable<Void>([
        "预期将", "预料将", "可能将", "料将", "将于", "将在", "将从", "将自", "定于", "预定", "预计", "计划", "拟于", "拟在", "打算", "有望", "原定", "推迟到", "推迟至", "延期至", "延期到",
        "延至", "延长至", "延到",
        "最迟", "不迟于", "期限为", "期限是", "截止", "安排在", "定在", "订于", "订在", "准备", "持续到", "持续至", "延续到", "延续至", "提前到", "提前至", "改到", "改至", "目前至", "目前到",
        "即日起至", "现在至", "现在到",
    ])
    private static let after = TimeTable<Void>([
        "即将", "将会", "将于", "将在", "将与", "将同", "将和", "将前往", "将举行", "将访问", "将出席", "将召开", "将会见", "将会晤", "将抵达", "将启程", "将展开", "将开始", "将签署",
        "将公布", "将发表", "将到访", "将出访", "将接受", "将主持", "将继续", "将生效", "将进行", "将首次", "将再次", "将迎来", "将参加", "将就", "将讨论", "将投票", "将表决", "将通过",
        "将作出", "将做出", "将宣布", "将进入", "将结束", "将到期", "将卸任", "将就职", "将上任", "将宣誓", "将离任", "起将", "起访问", "起出访", "前将", "之前将", "后将",
    ])
}
