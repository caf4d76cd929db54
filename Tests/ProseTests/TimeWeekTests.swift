import Testing

/// Weekdays and weeks, from Wednesday 20 September 2023.
@Suite("Weekdays and weeks")
struct TimeWeekTests {
    static let weekdaysCases: [TimeCase] = [
        TimeCase("周三在北京", "周三=2023-09-20"),
        TimeCase("周二表示", "周二=2023-09-19"),
        TimeCase("星期一抵达", "星期一=2023-09-18"),
        TimeCase("星期天抵达", "星期天=2023-09-17"),
        TimeCase("星期日抵达", "星期日=2023-09-17"),
        TimeCase("周日抵达", "周日=2023-09-17"),
        TimeCase("礼拜五抵达", "礼拜五=2023-09-15"),
        TimeCase("周四抵达", "周四=2023-09-14"),
        TimeCase("週四抵達", "周四=2023-09-14"),
        TimeCase("上周五抵达", "上周五=2023-09-15"),
        TimeCase("上周三抵达", "上周三=2023-09-13"),
        TimeCase("上星期日抵达", "上星期日=2023-09-17"),
        TimeCase("上个星期一抵达", "上个星期一=2023-09-11"),
        TimeCase("上上周二抵达", "上上周二=2023-09-05"),
        // On a Sunday the week just ended is the last one.
        TimeCase("上周三抵达", on: "2023-09-24", "上周三=2023-09-20"),
        TimeCase("上星期五抵达", on: "2023-09-24", "上星期五=2023-09-22"),
        TimeCase("上週在北京會談", on: "2023-09-24", "上周=2023-09-18/2023-09-23"),
        TimeCase("上周日抵达", on: "2023-09-24", "上周日=2023-09-17"),
        TimeCase("上周末会谈", on: "2023-09-24", "上周末=2023-09-16/2023-09-17"),
        TimeCase("本周五抵达", on: "2023-09-24", "本周五=2023-09-22"),
        TimeCase("本周五抵达", "本周五=2023-09-22"),
        TimeCase("本周一抵达", "本周一=2023-09-18"),
        TimeCase("这周四抵达", "这周四=2023-09-21"),
        TimeCase("下周一抵达", "下周一=2023-09-25"),
        TimeCase("下星期三抵达", "下星期三=2023-09-27"),
        TimeCase("下個星期三抵達", "下个星期三=2023-09-27"),
        TimeCase("周三晚间抵达", "周三=2023-09-20"),
        TimeCase("周末会谈", "周末=2023-09-16/2023-09-17"),
        TimeCase("上周末会谈", "上周末=2023-09-16/2023-09-17"),
        TimeCase("本周末会谈", "本周末=2023-09-23/2023-09-24"),
        TimeCase("周二和周三会谈", "周二=2023-09-19", "周三=2023-09-20"),
        TimeCase("周二至周三会谈", "周二至周三=2023-09-19/2023-09-20"),
    ]

    @Test("Weekdays with and without 上, 本 and 下", arguments: weekdaysCases)
    func weekdays(_ one: TimeCase) throws { try one.check() }

    static let bracketedCases: [TimeCase] = [
        TimeCase("周四（10月15日）表示", on: "2020-10-16", "周四（10月15日）=2020-10-15"),
        TimeCase("上周五（9月15日）会谈", "上周五（9月15日）=2023-09-15"),
        TimeCase("星期三（9月20日）会谈", "星期三（9月20日）=2023-09-20"),
        TimeCase("周三(20日)会谈", "周三(20日)=2023-09-20"),
        TimeCase("周三（20日）会谈", "周三（20日）=2023-09-20"),
        TimeCase("本周四（9月14日）会谈", "本周四（9月14日）=2023-09-14"),
        TimeCase("今天（20日）会谈", "今天（20日）=2023-09-20"),
        TimeCase("9月20日（周三）会谈", "9月20日（周三）=2023-09-20"),
        TimeCase("9月20日（星期三）会谈", "9月20日（星期三）=2023-09-20"),
        TimeCase("9月13日（周三）会谈", "9月13日（周三）=2023-09-13"),
        TimeCase("周三（见附件）会谈", "周三=2023-09-20"),
    ]

    @Test("A bracket says which day is meant", arguments: bracketedCases)
    func bracketed(_ one: TimeCase) throws { try one.check() }

    static let weeksCases: [TimeCase] = [
        TimeCase("上周会谈", "上周=2023-09-11/2023-09-17"),
        TimeCase("上个星期会谈", "上个星期=2023-09-11/2023-09-17"),
        TimeCase("上星期会谈", "上星期=2023-09-11/2023-09-17"),
        TimeCase("本周会谈", "本周=2023-09-18/2023-09-24"),
        TimeCase("下周会谈", "下周=2023-09-25/2023-10-01"),
        TimeCase("本周稍早会谈", "本周稍早=2023-09-18/2023-09-19"),
        TimeCase("本周早些时候会谈", "本周早些时候=2023-09-18/2023-09-19"),
        TimeCase("一周前会谈", "一周前=2023-09-10/2023-09-16"),
        TimeCase("两周前会谈", "两周前=2023-09-03/2023-09-09"),
    ]

    @Test("Weeks", arguments: weeksCases)
    func weeks(_ one: TimeCase) throws { try one.check() }

    /// 周 with the first character of a word that follows: 上周 日本首相, 上周 五角大楼.
    static let runCases: [TimeCase] = [
        TimeCase("上周日本首相访问", "上周=2023-09-11/2023-09-17"),
        TimeCase("本周日本首相访问", "本周=2023-09-18/2023-09-24"),
        TimeCase("上周五角大楼表示", "上周=2023-09-11/2023-09-17"),
        TimeCase("上周一致通过决议", "上周=2023-09-11/2023-09-17"),
        TimeCase("本周一系列会谈", "本周=2023-09-18/2023-09-24"),
        TimeCase("上周二十国集团开会", "上周=2023-09-11/2023-09-17"),
        TimeCase("上周三国外长开会", "上周=2023-09-11/2023-09-17"),
        TimeCase("上周六方会谈重启", "上周=2023-09-11/2023-09-17"),
        TimeCase("上周四名外交官被驱逐", "上周=2023-09-11/2023-09-17"),
        TimeCase("本周七国集团开会", "本周=2023-09-18/2023-09-24"),
        TimeCase("每周五开会"),
        TimeCase("一周一次的会谈"),
        TimeCase("一周三次"),
        TimeCase("四周一片寂静"),
        TimeCase("周边国家"),
    ]

    @Test("A week before a word that begins like a weekday", arguments: runCases)
    func run(_ one: TimeCase) throws { try one.check() }
}
