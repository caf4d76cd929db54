/// Finds and resolves the times that a text names, against the day on which it was written and the day last named.
///
/// Days are the outlet's own: 今天 and 周五 mean its calendar, not UTC's.
public struct TimeReader: Sendable {
    /// The day that 今天 means.
    public let today: Day
    /// The day that 当天 and 次日 refer to; moves as times are read.
    public private(set) var named: Day

    public init(today: Day) {
        self.today = today
        named = today
    }

    /// The times named in `text[range]`, in order. `text` must be folded.
    public mutating func read(_ text: CodePoints, in range: Range<Int>) -> [TimeMention] {
        var found: [TimeMention] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard Self.openers.contains(text[at]), let mention = mention(text, at, range) else {
                at += 1
                continue
            }
            let merged = absorbBracket(mention, text, range)
            found.append(merged)
            if merged.precision == .day { named = merged.first }
            at = max(merged.end, at + 1)
        }
        return found
    }

    // MARK: - Private

    /// Every expression begins with one of these; asking first spares most characters the attempt.
    private static let openers = OpenerSet("大前昨今明后当同次翌隔第去本上下这周星礼两一二三四五六七八九十〇零廿0123456789")

    private func mention(_ text: CodePoints, _ at: Int, _ range: Range<Int>) -> TimeMention? {
        let scan = TimeScan(text: text, start: at, limit: range.upperBound, floor: range.lowerBound, today: today, named: named)
        return scan.relativeDay() ?? scan.relativeYear() ?? scan.relativeMonth() ?? scan.weekOrWeekday() ?? scan.ago()
            ?? scan.calendarDate()
    }

    /// 周四（10月15日）: the bracket says which Thursday, so it is the better reading of both.
    private func absorbBracket(_ mention: TimeMention, _ text: CodePoints, _ range: Range<Int>) -> TimeMention {
        guard mention.precision == .day else { return mention }
        var open = mention.end
        while open < range.upperBound, text[open] == 0x20 { open += 1 }
        guard open < range.upperBound, text[open] == 0xFF08 || text[open] == 0x28 else { return mention }
        guard let inner = self.mention(text, open + 1, range), inner.precision == .day, inner.end < range.upperBound,
            text[inner.end] == 0xFF09 || text[inner.end] == 0x29
        else { return mention }
        return TimeMention(
            start: mention.start, end: inner.end + 1, first: inner.first, last: inner.last, precision: .day, upcoming: inner.upcoming)
    }
}

/// A set of characters of the basic plane, one bit each.
private struct OpenerSet: Sendable {
    private let bits: [UInt64]

    init(_ characters: String) {
        var bits = [UInt64](repeating: 0, count: 1024)
        for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
            bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
        self.bits = bits
    }

    func contains(_ point: UInt32) -> Bool { point < 0x10000 && bits[Int(point >> 6)] & (1 << UInt64(point & 63)) != 0 }
}
