// Festivals and sessions, and years by an era: 春节期间, 两会前夕, 联大期间, 令和5年.

extension TimeScan {
    /// A time that begins with a word of the table, in the year nearest to today.
    func occasion() -> TimeMention? {
        guard let (end, meaning) = words.word(at: start, in: text, limit: limit) else { return nil }
        switch meaning {
        case .none: return nil
        case .era(let before): return era(before, end)
        case .occasion(let occasion):
            if let told = yearInSentence, let days = occasion.days(in: told) {
                return resolved(days, isSession: occasion.isSession, end, hasYear: false)
            }
            let near = [-1, 0, 1].compactMap { occasion.days(in: today.parts.year + $0) }.min { distance($0) < distance($1) }
            return near.flatMap { resolved($0, isSession: occasion.isSession, end, hasYear: false) }
        }
    }

    /// The same after a year: 去年春节, 2022年北京冬奥会期间.
    func occasion(in year: Int, at place: Int) -> TimeMention? {
        guard let (end, meaning) = words.word(at: place, in: text, limit: limit), case .occasion(let occasion) = meaning,
            let days = occasion.days(in: year)
        else { return nil }
        return resolved(days, isSession: occasion.isSession, end, hasYear: true)
    }

    // MARK: - Private

    private func distance(_ days: ClosedRange<Day>) -> Int { abs(days.lowerBound - today) }

    private func resolved(_ days: ClosedRange<Day>, isSession: Bool, _ end: Int, hasYear: Bool) -> TimeMention? {
        let (first, last) = (days.lowerBound, days.upperBound)
        if let close = self.first(of: ["前夕", "召开前夕", "举行前夕", "开幕前夕"], at: end) {
            return TimeMention(start: start, end: close, first: first - 7, last: first - 1, precision: .week)
        }
        if let close = self.first(of: ["期间", "假期", "长假", "假期间"], at: end) {
            return day(first, close, last: max(last, isSession ? last : first + 6))
        }
        if let close = self.first(of: ["当天", "当日", "当晚", "这天", "那天"], at: end) { return day(first, close) }
        guard !isSession, !isOne(of: "前后贺祝档晚奥", at: end) else { return nil }
        let leads = hasYear || isOne(of: "在于自从到至", at: start - 1) || startsWord && isOne(of: "，,", at: end)
        return leads ? day(first, end, last: last) : nil
    }
}
