/// A calendar day of the proleptic Gregorian calendar, without a time zone.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// A day from its parts; nil where the month has no such day.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...12).contains(month), (1...Day.length(year, month)).contains(day) else { return nil }
        // Howard Hinnant's days_from_civil: eras of 400 years that begin on 1 March.
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// A day from `YYYY-MM-DD`; nil for anything else. What follows the tenth character is not looked at.
    public init?(iso text: some StringProtocol) {
        // By bytes: records hold tens of thousands of days, and splitting text into numbers took ten times as long.
        var numbers = [0, 0, 0]
        var place = 0
        for byte in text.utf8 {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                let part = place < 4 ? 0 : place < 7 ? 1 : 2
                numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
            }
            place += 1
            if place == 10 { break }
        }
        guard place == 10 else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    /// Year, month, day.
    public var parts: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// Monday is 1, Sunday 7.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// `YYYY-MM-DD`.
    public var iso: String { iso(10) }

    /// The first characters of `YYYY-MM-DD`, written as bytes: an article's times take dozens.
    func iso(_ length: Int) -> String {
        let (year, month, day) = parts
        var digits = (min(max(0, year), 9999) * 100 + month) * 100 + day
        return String(unsafeUninitializedCapacity: 10) { bytes in
            for place in (0..<10).reversed() {
                if place == 4 || place == 7 {
                    bytes[place] = UInt8(ascii: "-")
                } else {
                    bytes[place] = UInt8(ascii: "0") + UInt8(digits % 10)
                    digits /= 10
                }
            }
            return length
        }
    }

    /// How many days a month has.
    public static func length(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }
}
