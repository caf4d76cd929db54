/// Whole numbers in ASCII or Chinese digits: 26, 二十六, 两, 十二, 二〇二一.
enum Numerals {
    /// Reads the number that starts at `at`; nil where none does.
    static func read(_ text: CodePoints, _ at: Int, _ limit: Int) -> (value: Int, end: Int)? {
        guard at < limit else { return nil }
        return isDigit(text[at]) ? ascii(text, at, limit) : chinese(text, at, limit)
    }

    private static func ascii(_ text: CodePoints, _ at: Int, _ limit: Int) -> (value: Int, end: Int)? {
        var value = 0
        var end = at
        while end < limit, isDigit(text[end]), end - at < 9 {
            value = value * 10 + Int(text[end] - 0x30)
            end += 1
        }
        return (value, end)
    }

    /// 二十六 by tens; 二〇二一 digit by digit. Hundreds do not occur in dates.
    private static func chinese(_ text: CodePoints, _ at: Int, _ limit: Int) -> (value: Int, end: Int)? {
        // The digits since the start or the tens: what they make, and how many.
        var (value, count) = (0, 0)
        var tens: Int?
        var end = at
        while end < limit, end - at < 9 {
            if let known = Self.tens(text[end]), tens == nil {
                guard count <= (known == 1 ? 1 : 0) else { break }
                tens = count > 0 ? value : known
                (value, count) = (0, 0)
            } else if let digit = digit(text[end]) {
                value = value * 10 + digit
                count += 1
            } else {
                break
            }
            end += 1
        }
        guard end > at else { return nil }
        if let tens { return count <= 1 ? (tens * 10 + value, end) : nil }
        return (value, end)
    }

    /// 十, 廿 and 卅.
    private static func tens(_ point: UInt32) -> Int? {
        switch Unicode.Scalar(point) {
        case "十": 1
        case "廿": 2
        case "卅": 3
        default: nil
        }
    }

    private static func digit(_ point: UInt32) -> Int? {
        switch Unicode.Scalar(point) {
        case "〇", "零", "○": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}
