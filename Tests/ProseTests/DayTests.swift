import Prose
import Testing

@Suite("Calendar days")
struct DayTests {
    static let knownCases: [(iso: String, number: Int, weekday: Int)] = [
        ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11016, 2), ("2023-09-20", 19620, 3), ("2024-02-29", 19782, 4),
        ("1900-03-01", -25508, 4), ("2100-01-01", 47482, 5), ("1949-10-01", -7397, 6), ("2023-09-24", 19624, 7), ("2023-09-25", 19625, 1),
    ]

    @Test("Days, their numbers and their weekdays", arguments: knownCases)
    func known(_ one: (iso: String, number: Int, weekday: Int)) throws {
        let day = try #require(Day(iso: one.iso))
        #expect(day.number == one.number)
        #expect(day.weekday == one.weekday)
        #expect(day.iso == one.iso)
    }

    @Test("Every day of five centuries comes back from its parts")
    func roundTrip() {
        for number in stride(from: -100_000, through: 100_000, by: 1) {
            let day = Day(number: number)
            let parts = day.parts
            if Day(parts.year, parts.month, parts.day) != day { Issue.record("\(number) becomes \(parts)") }
        }
    }

    @Test(
        "Days that no month has",
        arguments: [(2023, 2, 29), (1900, 2, 29), (2023, 4, 31), (2023, 0, 1), (2023, 13, 1), (2023, 1, 0), (2023, 1, 32)])
    func noSuchDay(_ parts: (Int, Int, Int)) { #expect(Day(parts.0, parts.1, parts.2) == nil) }

    @Test("Leap days", arguments: [2000, 2020, 2024, 2400])
    func leap(_ year: Int) {
        #expect(Day.length(year, 2) == 29)
        #expect(Day(year, 2, 29) != nil)
    }

    @Test("Months' lengths sum to the year", arguments: [1900, 2000, 2023, 2024])
    func lengths(_ year: Int) throws {
        let first = try #require(Day(year, 1, 1))
        let next = try #require(Day(year + 1, 1, 1))
        #expect((1...12).map { Day.length(year, $0) }.reduce(0, +) == next - first)
    }

    @Test("Text that is no day", arguments: ["", "2023", "2023-09", "2023-9-2", "2023/09/20", "abcd-ef-gh", "2023-02-30", "二〇二三年九月"])
    func notISO(_ text: String) { #expect(Day(iso: text) == nil) }

    @Test("What follows the day is not looked at")
    func timestamp() throws { #expect(try #require(Day(iso: "2023-09-20T08:00:00Z")).iso == "2023-09-20") }

    @Test("Sums and differences")
    func arithmetic() throws {
        let day = try #require(Day(2024, 2, 28))
        #expect((day + 2).iso == "2024-03-01")
        #expect((day - 28).iso == "2024-01-31")
        #expect((day + 366) - day == 366)
        #expect(day < day + 1)
        #expect(((day + 7).weekday, (day - 7).weekday) == (day.weekday, day.weekday))
    }
}
