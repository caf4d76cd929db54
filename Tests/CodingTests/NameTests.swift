import Testing

@Suite("Names of parties")
struct NameTests {
    static let placesCases: [PartyCase] = [
        PartyCase("北约克的居民"), PartyCase("北约发表声明", "IGO:NATO"), PartyCase("北京大学的学生"), PartyCase("台湾海峡的局势"),
        PartyCase("在日内瓦开会"),
        PartyCase("中美洲的局势"), PartyCase("南美的局势"), PartyCase("拉美的局势"), PartyCase("南中国海的局势"), PartyCase("日本海的局势"),
        PartyCase("印度洋的局势"), PartyCase("印太战略"), PartyCase("中东的局势"), PartyCase("中亚五国", "IGO:C5"), PartyCase("台海的局势"),
        PartyCase("新墨西哥州的居民"), PartyCase("乔治亚州的居民"), PartyCase("华盛顿州的居民"), PartyCase("新德里的官员", "IND"), PartyCase("平壤宣布", "PRK"),
        PartyCase("香港国安法"), PartyCase("上海合作组织", "IGO:SCO"), PartyCase("非洲联盟", "IGO:AU"),
    ]

    @Test("Places that are no state, and those that stand for one", arguments: placesCases)
    func places(_ one: PartyCase) throws { try one.check() }

    static let nestedCases: [PartyCase] = [
        PartyCase("索马里政府", "SOM"), PartyCase("马里政府", "MLI"), PartyCase("几内亚比绍政府", "GNB"), PartyCase("赤道几内亚政府", "GNQ"),
        PartyCase("巴布亚新几内亚政府", "PNG"), PartyCase("几内亚政府", "GIN"), PartyCase("南苏丹政府", "SSD"), PartyCase("苏丹政府", "SDN"),
        PartyCase("尼日利亚政府", "NGA"), PartyCase("尼日尔政府", "NER"), PartyCase("刚果民主共和国政府", "COD"), PartyCase("刚果（金）政府", "COD"),
        PartyCase("多米尼加共和国政府", "DOM"), PartyCase("多米尼克政府", "DMA"), PartyCase("中非共和国政府", "CAF"), PartyCase("北马其顿政府", "MKD"),
        PartyCase("朝鲜民主主义人民共和国", "PRK"), PartyCase("中华人民共和国", "CHN"), PartyCase("中华民国", "TWN"), PartyCase("阿拉伯联合酋长国", "ARE"),
        PartyCase("沙特阿拉伯", "SAU"), PartyCase("约旦河西岸", "PSE"), PartyCase("约旦政府", "JOR"), PartyCase("克里米亚半岛"),
    ]

    @Test("The longer name wins", arguments: nestedCases)
    func nested(_ one: PartyCase) throws { try one.check() }

    static let bodiesCases: [PartyCase] = [
        PartyCase("中国驻美国大使馆", "CHN"), PartyCase("美国驻华大使伯恩斯", "USA"), PartyCase("俄罗斯驻华使馆", "RUS"), PartyCase("日本驻韩国大使", "JPN"),
        PartyCase("加拿大驻中国大使", "CAN"), PartyCase("中国驻休斯敦总领馆", "CHN"), PartyCase("美国驻成都总领事馆", "USA"), PartyCase("中国驻法国大使卢沙野", "CHN"),
        PartyCase("中国驻欧盟使团", "CHN"), PartyCase("美国国务院", "USA"),
        PartyCase("中国国务院总理李强", "CHN"), PartyCase("中国外交部发言人赵立坚", "CHN"),
        PartyCase("中国外交部发言人汪文斌", "CHN"), PartyCase("美国国防部", "USA"), PartyCase("五角大楼", "USA"),
        PartyCase("克里姆林宫发言人佩斯科夫", "RUS"), PartyCase("俄罗斯外交部", "RUS"), PartyCase("美中国防部长会谈", "USA", "CHN"), PartyCase("联合国秘书长古特雷斯", "UNO"),
        PartyCase("欧盟委员会主席冯德莱恩", "EUR"), PartyCase("北约秘书长斯托尔滕贝格", "IGO:NATO"), PartyCase("德国外长贝尔伯克", "DEU"), PartyCase("韓國總統尹錫悅", "KOR"),
        PartyCase("美国和日本", "USA", "JPN"), PartyCase("中国与俄罗斯", "CHN", "RUS"), PartyCase("美国、英国和澳大利亚", "USA", "GBR", "AUS"),
        PartyCase("美国总统拜登同中国国家主席习近平会谈", "USA", "CHN"), PartyCase("北京和华盛顿", "CHN", "USA"), PartyCase("白宫", "USA"),
        PartyCase("台湾司法院院长", "TWN"), PartyCase("韩国国家情报院院长", "KOR"), PartyCase("G20峰会", "IGO:G20"),
        PartyCase("G7外长", "IGO:G7"), PartyCase("世卫组织总干事谭德塞", "IGO:WHO"),
    ]

    @Test("Bodies, envoys and office-holders", arguments: bodiesCases)
    func bodies(_ one: PartyCase) throws { try one.check() }

    static let nobodyCases: [PartyCase] = [
        PartyCase("人民日报报道"), PartyCase("华盛顿邮报报道"), PartyCase("《纽约时报》报道"), PartyCase("美国之音报道"), PartyCase("法新社报道"), PartyCase("路透社报道"),
        PartyCase("俄新社报道"), PartyCase("韩联社报道"), PartyCase("中央社报道"), PartyCase("学者说"), PartyCase("分析人士认为"),
        PartyCase("清华大学教授阎学通"), PartyCase("美国驱逐舰马侃号", "USA"), PartyCase("电动车企业特斯拉的马斯克"), PartyCase("埃琳娜·诺瓦克"), PartyCase("诺瓦克斯已经送审"),
        PartyCase("聚在斯特拉斯堡"), PartyCase("这里根据规定"), PartyCase("前总统特朗普"),
        PartyCase("韩国瑜"),
        PartyCase("美国前国务卿蓬佩奥"), PartyCase("日本前首相安倍晋三"), PartyCase("华为公司"),
        PartyCase("中国问题专家"), PartyCase("美国企业研究所"), PartyCase("日经新闻"), PartyCase("英国广播公司"), PartyCase("台积电"), PartyCase("中国公民"),
        PartyCase("中国社科院院长"), PartyCase("中情局分析师"),
        PartyCase("美国记者"),
    ]

    @Test("Media, scholars, companies and former officials act for nobody", arguments: nobodyCases)
    func nobody(_ one: PartyCase) throws { try one.check() }

    static let peopleCases: [PartyCase] = [
        PartyCase("习近平", "CHN"), PartyCase("普京", "RUS"), PartyCase("普丁", "RUS"), PartyCase("拜登", "USA"), PartyCase("韩正", "CHN"),
        PartyCase("王毅与布林肯", "CHN", "USA"), PartyCase("拜登（Joe Biden）", "USA"), PartyCase("馬克宏", "FRA"), PartyCase("马克龙", "FRA"),
        PartyCase("冯德莱恩", "EUR"), PartyCase("米歇尔与冯德莱恩", "EUR"), PartyCase("金正恩", "PRK"), PartyCase("莫迪", "IND"),
        PartyCase("埃尔多安", "TUR"),
        PartyCase("古特雷斯", "UNO"), PartyCase("內塔尼亞胡", "ISR"), PartyCase("蔡英文", "TWN"), PartyCase("小马科斯", "PHL"), PartyCase("特鲁多", "CAN"),
    ]

    @Test("People by name", arguments: peopleCases)
    func people(_ one: PartyCase) throws { try one.check() }

    static let referencesCases: [PartyCase] = [
        PartyCase("中国与美国会谈，双方同意继续对话", "CHN", "USA", "CHN+USA"),
        PartyCase("俄罗斯外长抵达北京，他说", "RUS", "CHN", "RUS"),
        PartyCase("中国外交部表示，该部反对", "CHN"), PartyCase("布林肯抵达北京。他会见了王毅。", "USA", "CHN", "USA", "CHN"),
        PartyCase("两岸关系", "CHN+TWN"),
    ]

    @Test("Words that refer back", arguments: referencesCases)
    func references(_ one: PartyCase) throws { try one.check() }
}
