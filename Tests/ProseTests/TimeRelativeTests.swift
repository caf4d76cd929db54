import Testing

/// Times told from the day of writing, Wednesday 20 September 2023, or from the day last named.
@Suite("Relative times")
struct TimeRelativeTests {
    static let daysCases: [TimeCase] = [
        TimeCase("今天会谈", "今天=2023-09-20"),
        TimeCase("今日会谈", "今日=2023-09-20"),
        TimeCase("今早会谈", "今早=2023-09-20"),
        TimeCase("昨天会谈", "昨天=2023-09-19"),
        TimeCase("昨日会谈", "昨日=2023-09-19"),
        TimeCase("昨晚会谈", "昨晚=2023-09-19"),
        TimeCase("前天会谈", "前天=2023-09-18"),
        TimeCase("大前天会谈", "大前天=2023-09-17"),
        TimeCase("明天会谈", "明天=2023-09-21"),
        TimeCase("明晚会谈", "明晚=2023-09-21"),
        TimeCase("后天会谈", "后天=2023-09-22"),
        TimeCase("大后天会谈", "大后天=2023-09-23"),
        TimeCase("昨天", on: "2023-01-01", "昨天=2022-12-31"),
        TimeCase("昨天", on: "2024-03-01", "昨天=2024-02-29"),
        TimeCase("昨在北京会谈", "昨=2023-09-19"),
        TimeCase("布林肯，今抵北京", "今=2023-09-20"),
        TimeCase("两天前会谈", "两天前=2023-09-18"),
        TimeCase("兩天前會談", "两天前=2023-09-18"),
        TimeCase("三天前会谈", "三天前=2023-09-17"),
        TimeCase("10天前会谈", "10天前=2023-09-10"),
    ]

    @Test("Days from the day of writing", arguments: daysCases)
    func days(_ one: TimeCase) throws { try one.check() }

    static let monthsCases: [TimeCase] = [
        TimeCase("上个月会谈", "上个月=2023-08"),
        TimeCase("上月会谈", "上月=2023-08"),
        TimeCase("上月", on: "2023-01-15", "上月=2022-12"),
        TimeCase("本月会谈", "本月=2023-09"),
        TimeCase("本月初会谈", "本月初=2023-09"),
        TimeCase("本月底会谈", "本月底=2023-09"),
        TimeCase("本月稍早会谈", "本月稍早=2023-09"),
        TimeCase("本月22日会谈", "本月22日=2023-09-22"),
        TimeCase("上月15日会谈", "上月15日=2023-08-15"),
        TimeCase("上个月15号会谈", "上个月15号=2023-08-15"),
        TimeCase("下月会谈", "下月=2023-10"),
        TimeCase("下个月会谈", "下个月=2023-10"),
        TimeCase("下月1日", on: "2023-12-20", "下月1日=2024-01-01"),
        TimeCase("三个月前会谈", "三个月前=2023-06"),
        TimeCase("10个月前会谈", "10个月前=2022-11"),
        TimeCase("半个月前会谈"),
    ]

    @Test("Months", arguments: monthsCases)
    func months(_ one: TimeCase) throws { try one.check() }

    static let yearsCases: [TimeCase] = [
        TimeCase("去年建交", "去年=2022"),
        TimeCase("去年11月会谈", "去年11月=2022-11"),
        TimeCase("去年11月3日会谈", "去年11月3日=2022-11-03"),
        TimeCase("去年十一月会谈", "去年十一月=2022-11"),
        TimeCase("去年年底会谈", "去年年底=2022-12"),
        TimeCase("去年底会谈", "去年底=2022-12"),
        TimeCase("去年初会谈", "去年初=2022-01"),
        TimeCase("今年前三季度", "今年前三季度=2023-01/2023-09"),
        TimeCase("2022年的前六个月，双边贸易额下降", "2022年的前六个月=2022-01/2022-06"),
        TimeCase("今年的前七个月", "今年的前七个月=2023-01/2023-07"),
        TimeCase("今年第二季度", "今年第二季度=2023-04/2023-06"),
        TimeCase("去年第四季度", "去年第四季度=2022-10/2022-12"),
        TimeCase("今年上半年", "今年上半年=2023-01/2023-06"),
        TimeCase("今年3月", "今年3月=2023-03"),
        TimeCase("今年以来", "今年=2023"),
        TimeCase("前年会谈", "前年=2021"),
        TimeCase("明年会谈", "明年=2024"),
        TimeCase("明年1月会谈", "明年1月=2024-01"),
        TimeCase("两年前建交", "两年前=2021"),
        TimeCase("十年前建交", "十年前=2013"),
        TimeCase("五十年前建交", "五十年前=1973"),
        TimeCase("去年春天", "去年春天=2022-03/2022-05"),
        TimeCase("去年冬天", "去年冬天=2022-12/2023-02"),
        TimeCase("今年1至8月", "今年1至8月=2023-01/2023-08"),
        TimeCase("前三季度贸易额", "前三季度=2023-01/2023-09"),
        TimeCase("第三季度贸易额", "第三季度=2023-07/2023-09"),
    ]

    @Test("Years and their parts", arguments: yearsCases)
    func years(_ one: TimeCase) throws { try one.check() }

    static let namedCases: [TimeCase] = [
        TimeCase("9月15日抵达，次日会谈", "9月15日=2023-09-15", "次日=2023-09-16"),
        TimeCase("9月15日抵达。当天会谈", "9月15日=2023-09-15", "当天=2023-09-15"),
        TimeCase("9月15日抵达，当晚会谈", "9月15日=2023-09-15", "当晚=2023-09-15"),
        TimeCase("9月15日抵达，前一天会谈", "9月15日=2023-09-15", "前一天=2023-09-14"),
        TimeCase("上周五抵达，翌日离开", "上周五=2023-09-15", "翌日=2023-09-16"),
        TimeCase("昨天抵达，同日离开", "昨天=2023-09-19", "同日=2023-09-19"),
        TimeCase("8月31日抵达，第二天离开", "8月31日=2023-08-31", "第二天=2023-09-01"),
        TimeCase("8月31日抵达，隔天离开", "8月31日=2023-08-31", "隔天=2023-09-01"),
        TimeCase("2020年5月3日抵达，次日离开", "2020年5月3日=2020-05-03", "次日=2020-05-04"),
        TimeCase("8月访问，当天离开", "8月=2023-08", "当天=2023-09-20"),
        TimeCase("2019年3月签约，同年退出", "2019年3月=2019-03", "同年=2019"),
        TimeCase("2020年5月3日签约，当年退出", "2020年5月3日=2020-05-03", "当年=2020"),
        TimeCase("9月10日抵达，两天后离开", "9月10日=2023-09-10", "两天后=2023-09-12"),
    ]

    @Test("Days and years from the day last named", arguments: namedCases)
    func named(_ one: TimeCase) throws { try one.check() }
}
