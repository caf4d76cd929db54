import Testing

@Suite("One-character names of states")
struct ShortFormTests {
    static let pairsCases: [PartyCase] = [
        PartyCase("中美举行会谈", "CHN", "USA"), PartyCase("美中举行会谈", "USA", "CHN"), PartyCase("中俄关系密切", "CHN", "RUS"),
        PartyCase("中法德视频峰会", "CHN", "FRA", "DEU"), PartyCase("日美韩举行会谈", "JPN", "USA", "KOR"), PartyCase("中日韩举行会谈", "CHN", "JPN", "KOR"),
        PartyCase("俄乌战争持续", "RUS", "UKR"), PartyCase("印巴停火", "IND", "PAK"),
        PartyCase("朝韩对话", "PRK", "KOR"),
        PartyCase("美朝峰会破裂", "USA", "PRK", known: "the marker 朝 hides the short form"), PartyCase("美伊谈判重启", "USA", "IRN"),
        PartyCase("中印边境对峙", "CHN", "IND"),
        PartyCase("英法德发表声明", "GBR", "FRA", "DEU"), PartyCase("美英澳宣布合作", "USA", "GBR", "AUS"),
        PartyCase("中欧举行峰会", "CHN", "EUR"),
        PartyCase("中澳关系回暖", "CHN", "AUS"), PartyCase("中菲举行磋商", "CHN", "PHL"), PartyCase("美菲联合军演", "USA", "PHL"),
        PartyCase("中加互逐外交官", "CHN", "CAN"), PartyCase("美台签署协议", "USA", "TWN"),
        PartyCase("美日印澳举行会议", "USA", "JPN", "IND", "AUS"),
        PartyCase("巴以冲突升级", "PSE", "ISR"), PartyCase("沙伊恢复外交关系", "SAU", "IRN"),
        PartyCase("美墨边境", "USA", "MEX"),
        PartyCase("日菲签署协定", "JPN", "PHL"), PartyCase("美越提升关系", "USA", "VNM"), PartyCase("德法领导人会晤", "DEU", "FRA"),
        PartyCase("中、美、俄三国", "CHN", "USA", "RUS", "CHN+RUS+USA"),
        PartyCase("中美两国元首", "CHN", "USA", "CHN+USA"), PartyCase("韓美日首腦會談", "KOR", "USA", "JPN"),
    ]

    @Test("Two or three side by side", arguments: pairsCases)
    func pairs(_ one: PartyCase) throws { try one.check() }

    static let sidesCases: [PartyCase] = [
        PartyCase("中方表示反对", "CHN"), PartyCase("美方回应", "USA"), PartyCase("俄军开火", "RUS"), PartyCase("美军抵达", "USA"),
        PartyCase("驻港机构人员", "HKG"), PartyCase("全美各地抗议", "USA"), PartyCase("對台出售無人機", "TWN"), PartyCase("提高犯台的難度", "TWN"),
        PartyCase("企业在美投资", "USA"), PartyCase("对港澳政策", "HKG", "MAC"), PartyCase("美国驻港澳总领事馆表示", "USA"),
        PartyCase("据法新社报道，德国同意", "DEU"),
        PartyCase("韩方回应", "KOR"), PartyCase("日方抗议", "JPN"), PartyCase("英方回应", "GBR"), PartyCase("法方回应", "FRA"),
        PartyCase("印方回应", "IND"), PartyCase("乌方回应", "UKR"), PartyCase("朝方回应", "PRK"), PartyCase("菲方回应", "PHL"),
        PartyCase("越方回应", "VNM"), PartyCase("澳方回应", "AUS"), PartyCase("加方回应", "CAN"), PartyCase("欧方回应", "EUR"),
        PartyCase("以方回应", "ISR"), PartyCase("伊方回应", "IRN"), PartyCase("以军空袭", "ISR"), PartyCase("德方回应", "DEU"),
        PartyCase("布林肯访华", "USA", "CHN"), PartyCase("普京访朝", "RUS", "PRK"),
        PartyCase("岸田访美", "JPN", "USA"),
        PartyCase("对俄制裁", "RUS"),
        PartyCase("对华关税", "CHN", known: "华 is no short form of China"), PartyCase("援乌物资", "UKR", known: "乌 is weak before a Han character"),
        PartyCase("反俄言论", "RUS"),
        PartyCase("美国务卿布林肯", "USA"), PartyCase("日外相林芳正", "JPN"), PartyCase("俄外长拉夫罗夫", "RUS"), PartyCase("英首相苏纳克", "GBR"),
        PartyCase("美总统拜登", "USA"), PartyCase("美國務院說", "USA"),
    ]

    @Test("A side, an army, a visit, a title", arguments: sidesCases)
    func sides(_ one: PartyCase) throws { try one.check() }

    static let sharedCases: [PartyCase] = [
        PartyCase("中国外长同巴西外长通电话。巴方表示感谢", "CHN", "BRA"), PartyCase("以色列炮击巴勒斯坦。巴方指责以色列", "ISR", "PSE", "ISR"),
        PartyCase("巴西外长访问巴基斯坦。巴方表示感谢", "BRA", "PAK"), PartyCase("巴方表示感谢", "PAK"),
        PartyCase("乌拉圭外长呼吁俄乌停火", "URY", "RUS", "UKR"), PartyCase("伊拉克总理对美伊紧张表示关切", "IRQ", "USA", "IRN"),
        PartyCase("巴西总统呼吁印巴停火", "BRA", "IND", "PAK"), PartyCase("伊拉克外长会见伊朗外交部发言人。伊方表示感谢", "IRQ", "IRN"),
        PartyCase("巴西與巴拉圭會談。巴拉圭滿意。巴方表示感謝", "BRA", "PRY"),
        PartyCase("中瑞举行会谈。瑞士总统表示满意", "CHN", "CHE"), PartyCase("中瑞举行会谈", "CHN", "SWE"),
        PartyCase("伊拉克外长抵达。伊方表示感谢", "IRQ"), PartyCase("印尼外长出席美日印澳会议", "IDN", "USA", "JPN", "IND", "AUS"),
        PartyCase("以色列与约旦河西岸。巴以停火", "ISR", "PSE", "ISR"),
    ]

    @Test("One that several states share", arguments: sharedCases)
    func shared(_ one: PartyCase) throws { try one.check() }

    static let friendsCases: [PartyCase] = [
        PartyCase("其中有三人"), PartyCase("完美的方案"), PartyCase("昨日宣布"), PartyCase("方法很多"), PartyCase("道德标准"), PartyCase("中止谈判"),
        PartyCase("俄国以驱逐外交官回敬", "RUS"), PartyCase("中国以制裁回应", "CHN"), PartyCase("准备同中国以对等方式合作", "CHN"),
        PartyCase("集中国内力量"), PartyCase("以及其他问题"), PartyCase("加强沟通"), PartyCase("意见不一"), PartyCase("马上离开"),
        PartyCase("希望继续"),
        PartyCase("印象深刻"), PartyCase("土地问题"), PartyCase("比较困难"), PartyCase("西方国家"), PartyCase("司法方面"), PartyCase("完美方案"),
        PartyCase("所以方案失败"), PartyCase("增加方案"), PartyCase("参加方很多"), PartyCase("同意方案"), PartyCase("新方案出炉"), PartyCase("可以军事解决"),
        PartyCase("12日方才抵达"), PartyCase("从中作梗"), PartyCase("安全法草案"), PartyCase("5日程序开始"), PartyCase("发展中国家"),
        PartyCase("心中国家第一"), PartyCase("英语和法语"),
        PartyCase("越来越多"), PartyCase("朝着目标"), PartyCase("美元和欧元"), PartyCase("台风登陆"), PartyCase("平台方面"), PartyCase("法院判决"),
        PartyCase("和平进程"), PartyCase("空中军事行动"), PartyCase("途中美景很多"), PartyCase("初中美术课"),
        PartyCase("日常工作"), PartyCase("近日本台记者"),
        PartyCase("双边关系"), PartyCase("用中文说"), PartyCase("中立国家"), PartyCase("韩先生回答"), PartyCase("埃菲尔铁塔"), PartyCase("英勇作战"),
    ]

    @Test("Characters that are no name", arguments: friendsCases)
    func friends(_ one: PartyCase) throws { try one.check() }
}
