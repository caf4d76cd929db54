import Testing

@Suite("Events of cooperation")
struct CooperationTests {
    static let verbalCases: [EventCase] = [
        EventCase("美国国务卿布林肯周三在北京与中国外长王毅举行会谈。", "CONSULT CHN USA"),
        EventCase("俄罗斯总统普京9月12日同印度总理莫迪通电话。", "CONSULT IND RUS"),
        EventCase("法国总统马克龙访问德国。", "CONSULT DEU FRA"),
        EventCase("越南总理范明政在河内会见了老挝总理宋赛。", "CONSULT LAO VNM"),
        EventCase("中国与欧盟举行视频峰会。", "CONSULT CHN EUR"),
        EventCase("日本外相林芳正周二抵达基辅，会晤乌克兰外长库列巴。", "CONSULT JPN UKR"),
        EventCase("中国国家主席习近平将于下月访问越南。", "AGREE CHN VNM"),
        EventCase("日本承诺与菲律宾深化防务合作。", "AGREE JPN PHL"),
        EventCase("韩国表示愿意同日本恢复对话。", "AGREE JPN KOR", known: "what is offered is coded beside the offer"),
        EventCase("加拿大总理特鲁多将于下周访问印度。", "AGREE CAN IND"),
        EventCase("沙特与伊朗同意恢复外交关系。", "AGREE IRN SAU", known: "what is agreed upon is coded beside the agreement"),
        EventCase("中国国家主席习近平向俄罗斯总统普京致贺电。", "SUPPORT CHN RUS"),
        EventCase("美国与菲律宾签署防务协议。", "SUPPORT PHL USA"),
        EventCase("德国外长贝尔伯克赞扬波兰的努力。", "SUPPORT DEU POL"),
        EventCase("洪都拉斯与中国建立外交关系。", "SUPPORT CHN HND"),
        EventCase("中国外交部表示支持巴基斯坦维护主权。", "SUPPORT CHN PAK"),
        EventCase("普京就客机坠毁事件向阿塞拜疆总统阿利耶夫道歉。", "CONCEDE RUS > AZE"),
        EventCase("日本首相岸田文雄就此向韩国道歉。", "CONCEDE JPN > KOR"),
        EventCase("中国宣布将放宽对澳大利亚大麦的限制。", "CONCEDE CHN > AUS"),
    ]

    @Test("Verbal cooperation", arguments: verbalCases)
    func verbal(_ one: EventCase) throws { try one.check() }

    static let materialCases: [EventCase] = [
        EventCase("美国和韩国周一举行联合军事演习。", "COOPERATE KOR USA"),
        EventCase("中国和俄罗斯海军在日本海举行联合演习。", "COOPERATE CHN RUS"),
        EventCase("西班牙将一名嫌疑人引渡到美国。", "COOPERATE ESP USA", known: "an extradition between 将 and 到 is missed"),
        EventCase(
            "美国向乌克兰提供一批军事援助。", "AID USA > UKR",
            known: "the gift alone, 提供 far before it, is as often background"),
        EventCase("中国向柬埔寨捐赠一百万剂疫苗。", "AID CHN > KHM"),
        EventCase("美国国务院批准向台湾出售武器。", "AID USA > TWN"),
        EventCase("日本向土耳其派出救援队。", "AID JPN > TUR", known: "rescue teams sent are missed"),
        EventCase("伊朗释放了两名法国公民。", "RETREAT IRN > FRA"),
        EventCase("俄罗斯军队从赫尔松撤军。", "RETREAT RUS > UKR", known: "the other side is not in the words"),
        EventCase("中国释放了澳大利亚记者成蕾。", "RETREAT CHN > AUS"),
        EventCase(
            "美国解除了对委内瑞拉石油的制裁。", "RETREAT USA > VEN",
            known: "the sanctions that are lifted count as an act too, though at 0.32 only"),
    ]

    @Test("Material cooperation", arguments: materialCases)
    func material(_ one: EventCase) throws { try one.check() }
}
