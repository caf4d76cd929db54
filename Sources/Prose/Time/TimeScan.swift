/// One attempt to read a time at one place of a text. Each kind of expression is a method that gives nil where it does not stand.
struct TimeScan {
    let text: CodePoints
    let start: Int
    let limit: Int
    /// First code point of the sentence: what stands before it is another sentence.
    let floor: Int
    let today: Day
    let named: NamedTime
    let words: TimeWords

    func has(_ word: String, at: Int) -> Int? {
        // By bytes: through `unicodeScalars` this took half of the time that times take.
        word.utf8.withContiguousStorageIfAvailable { bytes in
            var index = at
            var place = 0
            while place < bytes.count {
                let lead = UInt32(bytes[place])
                let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                var point = length == 1 ? lead : lead & (0xFF >> UInt32(length + 1))
                for next in place + 1..<max(place + 1, place + length) { point = point << 6 | UInt32(bytes[next] & 0x3F) }
                guard index < limit, text[index] == point else { return nil }
                index += 1
                place += length
            }
            return index
        } ?? nil
    }

    func has(_ word: String, endingAt end: Int) -> Bool {
        let begin = end - word.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return begin >= floor && has(word, at: begin) == end
    }

    /// Whether one of the characters stands at a place.
    func isOne(of characters: String, at place: Int) -> Bool {
        place >= floor && place < limit && characters.unicodeScalars.contains { $0.value == text[place] }
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
    func first<Value>(of words: TimeTable<Value>, at place: Int) -> (value: Value, end: Int)? {
        words.first(in: text, at: place, limit: limit)
    }

    func first(of words: [String], at: Int) -> Int? {
        for word in words { if let end = has(word, at: at) { return end } }
        return nil
    }

    func shifted(_ day: Day, months: Int) -> (year: Int, month: Int) {
        let (year, month, _) = day.parts
        let index = year * 12 + month - 1 + months
        return (index / 12, index % 12 + 1)
    }

    /// Whether what stands before is a mark, white space or the sentence's start.
    var startsWord: Bool { start == floor || !isHan(text[start - 1]) }
}

// MARK: - What is found

extension TimeScan {
    func day(_ first: Day, _ end: Int, last: Day? = nil, upcoming: Day? = nil) -> TimeMention {
        TimeMention(start: start, end: end, first: first, last: last ?? first, precision: .day, upcoming: upcoming)
    }

    func week(_ first: Day, _ end: Int) -> TimeMention {
        TimeMention(start: start, end: end, first: first, last: first + 6, precision: .week)
    }

    func month(_ year: Int, _ month: Int, _ end: Int, upcoming: Day? = nil) -> TimeMention? {
        guard let first = Day(year, month, 1) else { return nil }
        return TimeMention(
            start: start, end: end, first: first, last: first + (Day.length(year, month) - 1), precision: .month, upcoming: upcoming)
    }

    func months(_ year: Int, _ from: Int, _ to: Int, _ end: Int) -> TimeMention? {
        let ending = to < from ? year + 1 : year
        guard let first = Day(year, from, 1), let last = Day(ending, to, Day.length(ending, to)) else { return nil }
        return TimeMention(start: start, end: end, first: first, last: last, precision: .quarter)
    }

    func year(_ year: Int, _ end: Int) -> TimeMention? { years(year, year, end) }

    func years(_ from: Int, _ to: Int, _ end: Int) -> TimeMention? {
        guard let first = Day(from, 1, 1), let last = Day(to, 12, 31) else { return nil }
        return TimeMention(start: start, end: end, first: first, last: last, precision: .year)
    }
}
