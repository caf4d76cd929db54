import Testing

/// Times by the calendar's numbers. 2023-09-20, the day on which most are written, is a Wednesday.
@Suite("Calendar times")
struct TimeCalendarTests {
    static let absoluteCases: [TimeCase] = [
        TimeCase("2021年3月26日，双方签署协议。", "2021年3月26日=2021-03-26"),
        TimeCase("协议于2021年3月签署。", "2021年3月=2021-03"),
        TimeCase("两国2019年建交。", "2019年=2019"),
        TimeCase("在2018年与2022年之间", "2018年=2018", "2022年=2022"),
        TimeCase("二〇二一年三月二十六日", "二〇二一年三月二十六日=2021-03-26"),
        TimeCase("二零二二年五月", "二零二二年五月=2022-05"),
        TimeCase("1949年10月1日", "1949年10月1日=1949-10-01"),
        TimeCase("自1972年以来", "1972年=1972"),
        TimeCase("2024年2月29日举行", "2024年2月29日=2024-02-29"),
        TimeCase("2023年底前", "2023年底=2023-12"),
        TimeCase("2022年初爆发", "2022年初=2022-01"),
        TimeCase("2022年年底", "2022年年底=2022-12"),
        TimeCase("2021年上半年", "2021年上半年=2021-01/2021-06"),
        TimeCase("2021年下半年", "2021年下半年=2021-07/2021-12"),
        TimeCase("2023年第一季度", "2023年第一季度=2023-01/2023-03"),
        TimeCase("2022年四季度", "2022年四季度=2022-10/2022-12"),
        TimeCase("2022年夏天", "2022年夏天=2022-06/2022-08"),
        TimeCase("2022年8月中旬", "2022年8月中旬=2022-08"),
        TimeCase("2022年8月底", "2022年8月底=2022-08"),
        TimeCase("2022年8月份", "2022年8月份=2022-08"),
        TimeCase("2024/1/15公布", "2024/1/15=2024-01-15"),
        TimeCase("2024-01-15公布", "2024-01-15=2024-01-15"),
        TimeCase("民国112年9月20日", "112年9月20日=2023-09-20"),
        TimeCase("２０２３年９月１日", "2023年9月1日=2023-09-01"),
        TimeCase("2023 年 9 月 1 日", "2023 年 9 月 1 日=2023-09-01"),
        TimeCase("令和5年9月20日", "令和5年9月20日=2023-09-20", known: "Japanese years are not read"),
    ]

    @Test("Years, months and days in full", arguments: absoluteCases)
    func absolute(_ one: TimeCase) throws { try one.check() }

    static let partialCases: [TimeCase] = [
        TimeCase("9月18日在北京会谈", "9月18日=2023-09-18"),
        TimeCase("9月18号在北京会谈", "9月18号=2023-09-18"),
        TimeCase("九月十八日在北京会谈", "九月十八日=2023-09-18"),
        TimeCase("3月1日生效", "3月1日=2023-03-01"),
        TimeCase("12月28日", on: "2023-01-05", "12月28日=2022-12-28"),
        TimeCase("1月5日", on: "2023-12-28", "1月5日=2024-01-05"),
        TimeCase("11月举行峰会", "11月=2023-11"),
        TimeCase("11月举行了峰会", on: "2024-01-10", "11月=2023-11"),
        TimeCase("今年的会谈4月举行", "今年=2023", "4月=2023-04"),
        TimeCase("会谈将于十一月举行", "十一月=2023-11"),
        TimeCase("8月底访问", "8月底=2023-08"),
        TimeCase("9月初访问", "9月初=2023-09"),
        TimeCase("9月中旬", "9月中旬=2023-09"),
        TimeCase("8月份贸易", "8月份=2023-08"),
        TimeCase("周三发表的9月18日声明", "周三=2023-09-20", "9月18日=2023-09-18"),
        TimeCase("18日表示", "18日=2023-09-18"),
        TimeCase("4日表示", "4日=2023-09-04"),
        TimeCase("4号表示", "4号=2023-09-04"),
        TimeCase("27日将访华", "27日=2023-09-27"),
        TimeCase("27日访华", on: "2023-09-29", "27日=2023-09-27"),
        TimeCase("31日表示", on: "2023-09-01", "31日=2023-08-31"),
        TimeCase(
            "30日表示", on: "2023-03-01", "30日=2023-03-30"),
        TimeCase("1日起生效", on: "2023-09-29", "1日=2023-10-01"),
        TimeCase("二十日表示", "二十日=2023-09-20", known: "a day alone is read in ASCII digits only"),
        TimeCase("廿五日", on: "2023-09-26", "廿五日=2023-09-25", known: "廿 is no numeral yet"),
    ]

    @Test("Months and days without a year, days without a month", arguments: partialCases)
    func partial(_ one: TimeCase) throws { try one.check() }

    static let rangesCases: [TimeCase] = [
        TimeCase("1月18日至19日", "1月18日至19日=2023-01-18/2023-01-19"),
        TimeCase("9月20日到22日", "9月20日到22日=2023-09-20/2023-09-22"),
        TimeCase("9月20日和21日", "9月20日和21日=2023-09-20/2023-09-21"),
        TimeCase("9月20日、21日", "9月20日、21日=2023-09-20/2023-09-21"),
        TimeCase("9月28日至10月2日", "9月28日至10月2日=2023-09-28/2023-10-02"),
        TimeCase("2022年12月30日至1月2日", "2022年12月30日至1月2日=2022-12-30/2023-01-02"),
        TimeCase("2023年5月19日至21日在广岛", "2023年5月19日至21日=2023-05-19/2023-05-21"),
        TimeCase("8日至9日访问", "8日至9日=2023-09-08/2023-09-09"),
        TimeCase("18日到20日访问", "18日到20日=2023-09-18/2023-09-20"),
        TimeCase("9月20-22日", "9月20-22日=2023-09-20/2023-09-22", known: "a range before 日 is read as its month"),
        TimeCase("9月20至22日", "9月20至22日=2023-09-20/2023-09-22", known: "a range before 日 is read as its month"),
        TimeCase("9月20、21日", "9月20、21日=2023-09-20/2023-09-21", known: "a range before 日 is read as its month"),
        TimeCase("2018年至2022年间", "2018年=2018", "2022年=2022"),
        TimeCase("1月至8月贸易额", "1月至8月=2023-01/2023-08", known: "months are not joined into an interval"),
    ]

    @Test("From one day to another", arguments: rangesCases)
    func ranges(_ one: TimeCase) throws { try one.check() }
}
