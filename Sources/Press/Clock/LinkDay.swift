/// The day that a link bears: `…/20210630-…`, `…/story20200910-…`, `…/202009240030.aspx`, `…/2021/06/01/…`,
/// or month first as `…-09302020145904.html`. nil where none is plain.
func linkDay(_ url: String) -> Day? {
    var digits: [Int] = []
    var groups: [[Int]] = []
    var previous: UInt8 = 0
    var escaped = false
    for byte in Array(url.utf8) + [0] {
        if isDigit(byte) {
            if digits.isEmpty { escaped = previous == UInt8(ascii: "%") }
            digits.append(Int(byte - 0x30))
        } else {
            let separates = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
            if !digits.isEmpty && !escaped {
                if let day = packedDay(digits) { return day }
                groups.append(digits)
                if let day = spreadDay(groups.suffix(3)) { return day }
            }
            if digits.isEmpty || !separates || escaped { groups = [] }
            digits = []
        }
        previous = byte
    }
    return nil
}

/// Eight, twelve or fourteen digits that begin with a day; fourteen may have the month first.
private func packedDay(_ digits: [Int]) -> Day? {
    guard digits.count == 8 || digits.count == 12 || digits.count == 14 else { return nil }
    if let day = Day(number(digits[0..<4]), number(digits[4..<6]), number(digits[6..<8])), plausible(day) { return day }
    guard digits.count == 14, let day = Day(number(digits[4..<8]), number(digits[0..<2]), number(digits[2..<4])) else { return nil }
    return plausible(day) ? day : nil
}

/// `2021`, `06`, `01`
private func spreadDay(_ groups: ArraySlice<[Int]>) -> Day? {
    let groups = Array(groups)
    guard groups.count == 3, groups[0].count == 4, groups[1].count <= 2, groups[2].count <= 2 else { return nil }
    guard let day = Day(number(groups[0][...]), number(groups[1][...]), number(groups[2][...])) else { return nil }
    return plausible(day) ? day : nil
}

private func number(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

/// The web has dated links since about 1995.
private func plausible(_ day: Day) -> Bool { (1995...2099).contains(day.civil.0) }
