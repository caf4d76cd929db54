/// What was last named, which 当天, 同月 and 同年 refer to.
struct NamedTime: Sendable {
    private(set) var day: Day?
    private(set) var month: (year: Int, month: Int)?
    private(set) var year: Int?
    private(set) var time: TimeMention?

    mutating func remember(_ time: TimeMention) {
        self.time = time
        let (year, month, _) = time.first.parts
        self.year = year
        switch time.precision {
        case .day:
            day = time.first
            self.month = (year, month)
        case .week, .month: self.month = (year, month)
        case .quarter, .year: break
        }
    }
}
