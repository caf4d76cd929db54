/// A time as a source wrote it.
enum Stamp: Sendable, Hashable {
    /// Seconds since 1970.
    case instant(Double)
    /// Wall time on the outlet's own clock, as seconds since 1970 had that clock been at UTC.
    case wall(Double)
    /// Only the outlet's calendar day.
    case day(Day)
}

extension Stamp {
    /// Reads a text that is a time and nothing else: ISO 8601, RFC 822 (`Mon, 25 Sep 2023 11:05:25 GMT`), RFC 850, C's
    /// (`Mon Sep 25 19:05:25 CST 2023`), `19/08/2020 - 05:50`, `2020-09-03 11:57:32`, `2014年9月25日 11:10 CST`, `May 14, 2024`.
    /// An ISO time with `T` and no zone is taken as UTC: Reuters' feed writes so.
    init?(_ text: some Sequence<UInt8>) {
        var scanner = StampScanner(text)
        guard let stamp = scanner.read() else { return nil }
        self = stamp
    }

    /// Reads what a program wrote in a field for times: any of these, or seconds or milliseconds since 1970.
    init?(field text: String) {
        let digits = text.utf8.allSatisfy(isDigit) ? Double(text) : nil
        switch (text.utf8.count, digits) {
        case (10, let seconds?): self = .instant(seconds)
        case (13, let milliseconds?): self = .instant(milliseconds / 1000)
        default: self.init(text.utf8)
        }
    }

    /// Reads a time at the start of a text, with anything behind it.
    init?(leading text: some Sequence<UInt8>) {
        var scanner = StampScanner(text, whole: false)
        guard let stamp = scanner.read() else { return nil }
        self = stamp
    }
}

/// A hand-written reader over at most 64 bytes.
struct StampScanner {
    private let bytes: [UInt8]
    private var at = 0
    private let whole: Bool

    init(_ text: some Sequence<UInt8>, whole: Bool = true) {
        var bytes: [UInt8] = []
        for byte in text {
            bytes.append(byte)
            if bytes.count > 64 { break }
        }
        self.bytes = bytes
        self.whole = whole
    }

    mutating func read() -> Stamp? {
        guard !whole || bytes.count <= 64 else { return nil }
        skipSpaces()
        guard let first = peek else { return nil }
        let stamp = isDigit(first) ? numeric() : named()
        skipSpaces()
        return whole && at < bytes.count ? nil : stamp
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpaces() { while peek == 0x20 { at += 1 } }

    private mutating func take(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard at + count <= bytes.count else { return false }
        for i in 0..<count where bytes[at + i] != literal.utf8Start[i] { return false }
        at += count
        return true
    }

    private mutating func number(_ most: Int) -> Int? {
        var value = 0
        var digits = 0
        while digits < most, let byte = peek, isDigit(byte) {
            value = value * 10 + Int(byte - 0x30)
            digits += 1
            at += 1
        }
        return digits == 0 ? nil : value
    }

    /// `2020-09-03…`, `2020/09/03…`, `2014年9月25日…`, `19/08/2020 - 05:50`, `25 Sep 2023 …`
    private mutating func numeric() -> Stamp? {
        let start = at
        guard let first = number(4) else { return nil }
        if at - start == 4 {
            if take("年") {
                skipSpaces()
                guard let month = number(2), take("月") else { return nil }
                skipSpaces()
                guard let day = number(2), take("日"), let date = Day(first, month, day) else { return nil }
                return time(after: date)
            }
            if let next = peek, isDigit(next) { return basic(year: first) }
            guard let mark = peek, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else { return nil }
            at += 1
            guard let month = number(2), peek == mark else { return nil }
            at += 1
            guard let day = number(2), let date = Day(first, month, day) else { return nil }
            return time(after: date)
        }
        if take("/") {
            guard let second = number(2), take("/"), let year = number(4) else { return nil }
            // Day before month, but where the second can be no month.
            guard let date = Day(year, second, first) ?? Day(year, first, second) else { return nil }
            skipSpaces()
            _ = take("-")
            return time(after: date)
        }
        return rfc(day: first)
    }

    /// `20230925T110525Z`
    private mutating func basic(year: Int) -> Stamp? {
        guard let month = number(2), let day = number(2), let date = Day(year, month, day) else { return nil }
        guard take("T") else { return peek.map(isDigit) == true ? nil : .day(date) }
        guard let hour = number(2), let minute = number(2), hour < 25, minute < 60 else { return nil }
        return stamp(date, Double(hour * 3600 + minute * 60 + (number(2) ?? 0)), isUniversal: true)
    }

    /// `Mon, 25 Sep 2023 11:05:25 GMT`, `Monday, 25-Sep-23 11:05:25 GMT`, `周一, 25 九月 2023`, `Mon Sep 25 19:05:25 CST 2023`, `Sep 25, 2023`
    private mutating func named() -> Stamp? {
        let start = at
        while let byte = peek, isLetter(byte) || byte >= 0x80, !take("，") { at += 1 }
        if take(",") || at > start + 3 && bytes[at - 1] >= 0x80 {
            skipSpaces()
            guard let day = number(2) else { return nil }
            return rfc(day: day)
        }
        at = start
        if let month = month() { return american(month) }
        while let byte = peek, isLetter(byte) { at += 1 }
        guard at == start + 3, take(" "), let month = month(), take(" ") else { return nil }
        skipSpaces()
        guard let day = number(2), take(" ") else { return nil }
        return c(month, day)
    }

    /// `14, 2024 9:30 AM` behind a month.
    private mutating func american(_ month: Int) -> Stamp? {
        _ = take(".")
        skipSpaces()
        guard let day = number(2), take(",") else { return nil }
        skipSpaces()
        guard let year = number(4), let date = Day(year, month, day) else { return nil }
        return time(after: date)
    }

    /// `19:05:25 CST 2023` behind a month and a day.
    private mutating func c(_ month: Int, _ day: Int) -> Stamp? {
        guard let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2), hour < 25, minute < 60 else {
            return nil
        }
        let offset = zone()
        skipSpaces()
        guard let year = number(4), let date = Day(year, month, day) else { return nil }
        let wall = Double(date.number) * 86400 + Double(hour * 3600 + minute * 60 + second)
        return offset.map { .instant(wall - Double($0)) } ?? .wall(wall)
    }

    private mutating func rfc(day: Int) -> Stamp? {
        guard take(" ") || take("-"), let month = month(), take(" ") || take("-"), let year = number(4) else { return nil }
        guard let date = Day(year < 100 ? 2000 + year : year, month, day) else { return nil }
        return time(after: date)
    }

    /// A month's name, at least its first three letters, or as Chinese systems write it.
    private mutating func month() -> Int? {
        if at + 3 <= bytes.count {
            let name = String(decoding: bytes[at..<at + 3], as: UTF8.self).lowercased()
            let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            if let month = months.firstIndex(of: name) {
                while let byte = peek, isLetter(byte) { at += 1 }
                return month + 1
            }
        }
        let start = at
        if let month = number(2), take("月") { return month }
        at = start
        // The longer names first: 十二月 begins as 十月 does.
        let names: [(StaticString, Int)] = [
            ("十二月", 12), ("十一月", 11), ("十月", 10), ("九月", 9), ("八月", 8), ("七月", 7), ("六月", 6), ("五月", 5), ("四月", 4), ("三月", 3), ("二月", 2),
            ("一月", 1),
        ]
        return names.first { take($0.0) }?.1
    }

    private mutating func time(after day: Day) -> Stamp? {
        let universal = take("T")
        if !universal { skipSpaces() }
        guard let first = peek, isDigit(first) else { return .day(day) }
        guard var hour = number(2), take(":"), let minute = number(2), hour < 25, minute < 60 else { return nil }
        var seconds = 0.0
        if take(":") {
            guard let second = number(2), second < 61 else { return nil }
            seconds = Double(second)
            if take(".") {
                var scale = 0.1
                while let byte = peek, isDigit(byte) {
                    seconds += Double(byte - 0x30) * scale
                    scale /= 10
                    at += 1
                }
            }
        }
        if hour <= 12, take(" AM") || take(" am") { hour %= 12 } else if hour <= 12, take(" PM") || take(" pm") { hour = hour % 12 + 12 }
        return stamp(day, Double(hour * 3600 + minute * 60) + seconds, isUniversal: universal)
    }

    /// - Parameter isUniversal: without a zone it is UTC's.
    private mutating func stamp(_ day: Day, _ seconds: Double, isUniversal: Bool) -> Stamp {
        let wall = Double(day.number) * 86400 + seconds
        guard let offset = zone() else { return isUniversal ? .instant(wall) : .wall(wall) }
        return .instant(wall - Double(offset))
    }

    /// Seconds ahead of UTC, nil where none is written. `CST` is China's: these are Chinese sources.
    private mutating func zone() -> Int? {
        let start = at
        skipSpaces()
        if take("Z") || take("GMT") || take("UTC") || take("UT") { return 0 }
        if take("CST") || take("HKT") || take("SGT") { return 8 * 3600 }
        if take("EST") { return -5 * 3600 }
        if take("EDT") { return -4 * 3600 }
        guard let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            at = start
            return nil
        }
        at += 1
        guard let hours = number(2), hours < 15 else {
            at = start
            return nil
        }
        _ = take(":")
        let seconds = hours * 3600 + (number(2) ?? 0) * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
