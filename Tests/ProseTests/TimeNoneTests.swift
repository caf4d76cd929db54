import Prose
import Testing

@Suite("Words that only look like times")
struct TimeNoneTests {
    static let cases: [TimeCase] = [
        TimeCase(""),
        TimeCase("双方会谈"),
        TimeCase("3日内答复"),
        TimeCase("为期3日的访问"),
        TimeCase("连续3日会谈"),
        TimeCase("20日元"),
        TimeCase("100日元"),
        TimeCase("20年来"),
        TimeCase("5年内"),
        TimeCase("三年期"),
        TimeCase("12个月"),
        TimeCase("签约前3个月谈判"),
        TimeCase("总统头三个月支持率"),
        TimeCase("提前两个月结束"),
        TimeCase("数日前"),
        TimeCase("几天前"),
        TimeCase("一百年前"),
        TimeCase("1000年前"),
        TimeCase("30多年前"),
        TimeCase("3.5日"),
        TimeCase("第18轮磋商"),
        TimeCase("45日表示"),
        TimeCase("13月表示"),
        TimeCase("90后"),
        TimeCase("光明日报报道"),
        TimeCase("今日俄罗斯报道"),
        TimeCase("今日美国报道"),
        TimeCase("如今天下大乱"),
        TimeCase("会谈之后天气转晴"),
        TimeCase("目前天津举行"),
        TimeCase("以前年度"),
        TimeCase("过去年间"),
        TimeCase("2023年2月30日", "2023年2月30日=2023-02"),
    ]

    @Test("No time is read", arguments: cases)
    func none(_ one: TimeCase) throws { try one.check() }

    @Test(
        "No day is made up from a month, no month from a year", arguments: ["去年11月", "8月底", "本月初", "三个月前", "今年第二季度", "2019年", "两年前", "5月"])
    func notFiner(_ text: String) throws {
        var reader = TimeReader(today: try #require(Day(iso: "2023-09-20")))
        let points = CodePoints(points: text)
        let time = try #require(reader.read(points, in: points.indices).first)
        #expect(time.precision != .day)
        #expect(time.last > time.first)
        #expect(time.isoBounds.start.count < 10)
    }

    @Test(
        "A weekday to come is offered beside the one that was",
        arguments: [("周五", "2023-09-15", "2023-09-22"), ("周三", "2023-09-20", "2023-09-20"), ("周日", "2023-09-17", "2023-09-24")])
    func ahead(_ one: (text: String, past: String, ahead: String)) throws {
        var reader = TimeReader(today: try #require(Day(iso: "2023-09-20")))
        let points = CodePoints(points: one.text)
        let time = try #require(reader.read(points, in: points.indices).first)
        #expect(time.first.iso == one.past)
        #expect(time.ahead.first.iso == one.ahead)
    }

    @Test("Any text, no crash; times in order, within the text, first day before last", arguments: 0..<40)
    func anyText(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let letters = CodePoints(points: "0123456789一二三四十两〇年月日号周星期上下本个今昨前后天次当第季度初底至到（）() -/、，年月日")
        let text = (0..<600).map { _ in letters.randomElement(using: &random) ?? 0x20 }
        for today in ["2024-02-29", "0001-01-01", "2099-12-31"] {
            var reader = TimeReader(today: try #require(Day(iso: today)))
            let times = reader.read(text, in: text.indices)
            #expect(times.allSatisfy { $0.start < $0.end && $0.end <= text.count && $0.first <= $0.last })
            #expect(zip(times, times.dropFirst()).allSatisfy { $0.end <= $1.start })
        }
    }

    @Test("Long runs of digits are read over", arguments: ["9", "十", "1月", "1日", "一月", "九日"])
    func digits(_ unit: String) throws { try readRun(of: unit) }

    @Test("Long runs of Chinese digits are read over", arguments: ["九", "〇"])
    func chineseDigits(_ unit: String) throws { try readRun(of: unit) }

    private func readRun(of unit: String) throws {
        var reader = TimeReader(today: try #require(Day(iso: "2023-09-20")))
        let points = CodePoints(points: String(repeating: unit, count: 3000))
        _ = reader.read(points, in: points.indices)
    }
}
