// Times by the calendar's numbers: 2021年3月26日, 3月26日, 26日, 2019年, 4月.

extension TimeScan {
    func calendarDate() -> TimeMention? {
        if let decade = centuryDecade() { return decade }
        guard let (number, after) = Numerals.read(text, start, limit), startsNumber else { return nil }
        // A financial year is told by the year that it is named after.
        if let end = has("财年", at: after) ?? has("财政年度", at: after), (1900...2100).contains(number) { return self.year(number, end) }
        // 2020—2025年
        if (1900...2100).contains(number), let second = joiner(at: after), let (last, next) = Numerals.read(text, second, limit),
            (number + 1...2100).contains(last), let end = unit("年", after: next)
        {
            return years(number, last, end)
        }
        if let end = unit("年", after: after) { return fullDate(year: number, digits: after - start, end) ?? decade(number, after) }
        if let months = runningMonths(year: today.parts.year, start) { return nearer(months) }
        if unit("月", after: after) != nil { return yearlessDate() }
        return bareDay(number, after) ?? slashed(number, after)
    }

    /// Whether the number is not the tail of another (第1月, 3.5日, 12/26日).
    private var startsNumber: Bool {
        guard start > floor else { return true }
        let before = text[start - 1]
        return !isDigit(before) && before != 0x2E && before != 0x7B2C && before != 0x2D && before != 0x25  // 第
    }

    private func fullDate(year number: Int, digits: Int, _ end: Int) -> TimeMention? {
        if has("年代", at: end - 1) != nil { return nil }
        if has("民国", endingAt: start), (1...200).contains(number) { return withinYear(number + 1911, end) }
        // 109年9月13日: a year of the Republic in Taiwan's papers.
        if digits == 3, (100...130).contains(number), let (month, after) = self.number(at: end), (1...12).contains(month),
            unit("月", after: after) != nil
        {
            return withinYear(number + 1911, end)
        }
        if digits == 3, (100...130).contains(number), has("上半年", at: end) ?? has("下半年", at: end) != nil {
            return withinYear(number + 1911, end)
        }
        // 21年 stands for 2021 only before a month; 20年来 is a span, not a year.
        if digits == 4 || (1900...2100).contains(number) { return (1800...2100).contains(number) ? withinYear(number, end) : nil }
        return nil
    }

    /// 令和5年9月20日, 令和元年.
    func era(_ before: Int, _ at: Int) -> TimeMention? {
        if let end = has("元年", at: at) { return withinYear(before + 1, end) }
        guard let (number, after) = Numerals.read(text, at, limit), (1...99).contains(number), let end = unit("年", after: after) else {
            return nil
        }
        return withinYear(before + number, end)
    }

    /// The year of 3月26日 is the writer's own: papers say 去年 otherwise. Around New Year the nearer one wins, and what lies more than
    /// four months ahead is last year's unless the words say that it is to come.
    private func yearlessDate() -> TimeMention? {
        let (year, month, _) = today.parts
        guard let date = monthAndDay(year: year, start) else { return nil }
        // 去年航母巡航后，中国在8月26日发射: a date to come is that of the year just told of.
        if date.first - today > 20, let told = yearInSentence, told < year, let then = monthAndDay(year: told, start) {
            return then.offering(date.first)
        }
        if date.first - today > 130 {
            return monthAndDay(year: year - 1, start).map { $0.offering(date.first) }
        }
        guard today.number - date.last.number > 60 else { return date }
        guard let next = monthAndDay(year: year + 1, start) else { return date }
        let isNear = date.first.parts.month == 1 && month >= 11 && date.precision == .day
        return isNear ? next : date.offering(next.first)
    }

    /// The year of the time last named, where the same sentence names it.
    var yearInSentence: Int? { named.time.flatMap { $0.start >= floor && $0.start < start ? $0.first.parts.year : nil } }

    /// 1至8月: last year's in the first months of a year.
    private func nearer(_ months: TimeMention) -> TimeMention? {
        months.last - today > 60 ? runningMonths(year: today.parts.year - 1, start) : months
    }

    /// 26日: the last such day up to a week ahead, since a dispatch of the 1st says 31日 for the day before, one of the 22nd 27日 for the trial
    /// to come, and one of the 20th 4日 for what is past. 三日 and 十日 count days as often as not, 二十日 and 廿五日 do not.
    private func bareDay(_ number: Int, _ after: Int) -> TimeMention? {
        guard (1...31).contains(number), isDigit(text[start]) || after - start >= 2 else { return nil }
        if let range = bareRange(number, after) { return range }
        guard let end = unit("日", after: after) ?? has("号", at: after), !isDuration(end), !isOne(of: "天", at: end), !countsJapanese(end)
        else { return nil }
        let candidates = [-1, 0, 1].compactMap { offset -> Day? in
            let (y, m) = shifted(today, months: offset)
            return Day(y, m, number)
        }
        guard let nearest = candidates.last(where: { $0 - today <= 7 }) ?? candidates.first else { return nil }
        return day(nearest, end, upcoming: candidates.first { $0 >= today })
    }

    /// 20日本记者, 100日元.
    private func countsJapanese(_ end: Int) -> Bool {
        text[end - 1] == 0x65E5 && isOne(of: "本军圆元", at: end) && !isOne(of: "报台社刊站网", at: end + 1)
    }

    /// 3日内, 10日游, 为期3日 count days; 唐宁街10号 and 26号令 are a house and an order.
    private func isDuration(_ end: Int) -> Bool {
        if text[end - 1] == 0x53F7, isOne(of: "街路巷弄厦楼", at: start - 1) || has("胡同", endingAt: start) || isOne(of: "院楼线令馆厅室机舰艇厂", at: end) {
            return true  // 号
        }
        if isOne(of: "内游圆元间之线", at: end) || isOne(of: "数近约达第每", at: start - 1) { return true }
        return ["为期", "连续", "长达", "历时", "一连", "过去", "未来", "最近"].contains { has($0, endingAt: start) }
    }

    /// 8日至9日, 20-22日, 20、21日.
    private func bareRange(_ number: Int, _ after: Int) -> TimeMention? {
        let isWhole = has("日", at: after) ?? has("号", at: after)
        guard let second = first(of: ["至", "到", "、", "和", "及", "-", "—", "–", "~"], at: isWhole ?? after),
            let (last, next) = Numerals.read(text, second, limit), (1...31).contains(last), last > number,
            let end = has("日", at: next) ?? has("号", at: next), !isDuration(end)
        else { return nil }
        let candidates = [-1, 0, 1].compactMap { offset -> (Day, Day)? in
            let (y, m) = shifted(today, months: offset)
            guard let from = Day(y, m, number), let to = Day(y, m, last) else { return nil }
            return (from, to)
        }
        guard let near = candidates.last(where: { $0.0 - today <= 15 }) ?? candidates.first else { return nil }
        return day(near.0, end, last: near.1, upcoming: candidates.first { $0.1 >= today }?.0)
    }

    /// 2021/3/26, 2021-03-26, 2021.3.26.
    private func slashed(_ number: Int, _ after: Int) -> TimeMention? {
        guard (1900...2100).contains(number), isOne(of: "/-.", at: after), let (month, afterMonth) = Numerals.read(text, after + 1, limit),
            afterMonth < limit, text[afterMonth] == text[after], let (dayNumber, end) = Numerals.read(text, afterMonth + 1, limit),
            let date = Day(number, month, dayNumber)
        else { return nil }
        return day(date, end)
    }

    /// 11月, 11月3日, 1月18日至19日, 11月20-22日, 十月, 6月第二个星期; nil where no month stands.
    func monthAndDay(year: Int, _ at: Int) -> TimeMention? {
        guard let (month, afterMonth) = self.number(at: at), (1...12).contains(month), let yue = unit("月", after: afterMonth) else {
            return nil
        }
        if has("份", at: yue) == nil, let (number, afterDay) = self.number(at: yue) {
            if let first = Day(year, month, number), let span = dayAndMore(first, afterDay) { return span }
            // 2月30日 is no day: the month holds, the day does not.
            if let end = unit("日", after: afterDay), number <= 31 { return self.month(year, month, end) }
        }
        if let week = weekOfMonth(year, month, has("份", at: yue) ?? yue) { return week }
        let parts = ["初", "上旬", "中旬", "下旬", "底", "末", "份"]
        return self.month(year, month, first(of: parts, at: yue) ?? yue)
    }

    /// What follows the number of a day: 日, 至19日, 到3月2日, -22日, 、21日和22日, 和16两日, or nothing.
    private func dayAndMore(_ first: Day, _ after: Int) -> TimeMention? {
        let close = unit("日", after: after) ?? has("号", at: after)
        if close == nil, has("月", at: after) != nil { return nil }
        var last = first
        var end = close ?? after
        while let second = self.first(of: ["至", "到", "-", "—", "–", "~", "、", "和", "及", "与"], at: end),
            let (number, next) = self.number(at: second)
        {
            let (year, month, _) = last.parts
            if let shut = unit("日", after: next) ?? self.first(of: ["号", "两日", "两天"], at: next), let day = Day(year, month, number),
                day > last
            {
                (last, end) = (day, shut)
            } else if let yue = unit("月", after: next), !isOne(of: "、和及与", at: end), let (dayNumber, afterDay) = self.number(at: yue),
                let shut = unit("日", after: afterDay) ?? has("号", at: afterDay),
                let day = Day(number < month ? year + 1 : year, number, dayNumber),
                day > last
            {
                (last, end) = (day, shut)
            } else {
                break
            }
        }
        guard close != nil || end > after || isShort(after) else { return nil }
        return day(first, end, last: last)
    }

    /// 5月20在布鲁塞尔, 2月4，…, 6月29和9月2日: a day whose 日 was left out.
    private func isShort(_ after: Int) -> Bool {
        guard isDigit(text[after - 1]) else { return false }
        if isOne(of: "在，。", at: after) { return after + 1 >= limit || !isDigit(text[after + 1]) }
        guard isOne(of: "、和及与", at: after), let (_, next) = number(at: after + 1) else { return false }
        return unit("月", after: next) != nil
    }

    /// 第二个星期, 第一周, 第三个周五, 最后一周 of a month.
    private func weekOfMonth(_ year: Int, _ month: Int, _ at: Int) -> TimeMention? {
        let begin = has("的", at: at) ?? at
        guard let first = Day(year, month, 1) else { return nil }
        let length = Day.length(year, month)
        if let last = self.first(of: ["最后一周", "最后一个星期", "最后一个礼拜"], at: begin) { return week(first + (length - 7), last) }
        guard let ordinal = has("第", at: begin), let (number, after) = Numerals.read(text, ordinal, limit), (1...5).contains(number) else {
            return nil
        }
        if let (weekday, end) = self.weekday(at: has("个", at: after) ?? after) {
            let date = first + ((weekday - first.weekday + 7) % 7 + 7 * (number - 1))
            return text[end - 1] == 0x672B ? day(date, end, last: date + 1) : day(date, end)
        }
        return self.first(of: ["个星期", "星期", "个礼拜", "周"], at: after).map { week(first + 7 * (number - 1), $0) }
    }
}

extension TimeMention {
    func offering(_ upcoming: Day) -> TimeMention {
        TimeMention(start: start, end: end, first: first, last: last, precision: precision, upcoming: upcoming)
    }
}
