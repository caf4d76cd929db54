import Testing

@Suite("Events of conflict")
struct ConflictTests {
    static let verbalCases: [EventCase] = [
        EventCase("美国敦促中国停止对台湾施压。", "REQUEST USA > CHN"),
        EventCase("联合国秘书长古特雷斯呼吁俄罗斯停止战争。", "REQUEST UNO > RUS"),
        EventCase("菲律宾要求中国船只离开。", "REQUEST PHL > CHN"),
        EventCase("欧盟呼吁以色列保持克制。", "REQUEST EUR > ISR"),
        EventCase("日本政府谴责朝鲜发射导弹。", "ACCUSE JPN > PRK"),
        EventCase("中国外交部批评美国干涉内政。", "ACCUSE CHN > USA"),
        EventCase("加拿大总理特鲁多指控印度政府涉嫌杀害一名锡克教领袖。", "ACCUSE CAN > IND"),
        EventCase("中国外交部发言人毛宁说，中方对日本的决定强烈不满。", "ACCUSE CHN > JPN"),
        EventCase("韩国外交部召见日本大使。", "ACCUSE KOR > JPN"),
        EventCase("澳大利亚对中国的人权状况表示关切。", "ACCUSE AUS > CHN"),
        EventCase("中国被美国指责窃取商业机密。", "ACCUSE USA > CHN"),
        EventCase("美国和英国谴责俄罗斯的网络攻击。", "ACCUSE GBR USA > RUS"),
        EventCase("俄罗斯否认英国的指控。", "REJECT RUS > GBR"),
        EventCase("中国拒绝了美国的会谈请求。", "REJECT CHN > USA"),
        EventCase("伊朗外交部驳斥美国的指责。", "REJECT IRN > USA"),
        EventCase("俄罗斯总统普京威胁对芬兰采取报复措施。", "THREATEN RUS > FIN"),
        EventCase("朝鲜威胁对韩国使用核武器。", "THREATEN PRK > KOR"),
        EventCase("美国威胁对伊朗实施新的制裁。", "THREATEN USA > IRN", known: "the threatened sanction is coded beside the threat"),
    ]

    @Test("Verbal conflict", arguments: verbalCases)
    func verbal(_ one: EventCase) throws { try one.check() }

    static let materialCases: [EventCase] = [
        EventCase("美国财政部宣布制裁三家俄罗斯银行。", "SANCTION USA > RUS"),
        EventCase("德国驱逐两名俄罗斯外交官。", "SANCTION DEU > RUS"),
        EventCase("美国对中国商品加征关税。", "SANCTION USA > CHN"),
        EventCase("两名俄罗斯外交官被波兰驱逐。", "SANCTION POL > RUS"),
        EventCase("瑙鲁宣布与台湾断绝外交关系。", "SANCTION NRU > TWN"),
        EventCase("中国法院判处一名加拿大公民死刑。", "SANCTION CHN > CAN"),
        EventCase("中国军机进入台湾西南防空识别区。", "MOBILIZE CHN > TWN"),
        EventCase("中国人民解放军在台湾周边举行军演。", "MOBILIZE CHN > TWN", known: "周边 hides whom the drill is toward"),
        EventCase("俄罗斯在乌克兰边境部署军队。", "MOBILIZE RUS > UKR", known: "troops in a place are as often background as news to the model"),
        EventCase("朝鲜向日本海发射两枚弹道导弹。", "MOBILIZE PRK > JPN", known: "who a missile into the sea concerns is left open"),
        EventCase("中国逮捕了一名日本公民。", "COERCE CHN > JPN"),
        EventCase("两名加拿大人在中国被捕。", "COERCE CHN > CAN"),
        EventCase("伊朗扣押了一艘希腊油轮。", "COERCE IRN > GRC"),
        EventCase("俄罗斯黑客对爱沙尼亚政府发动网络攻击。", "COERCE RUS > EST", known: "a state's hackers act for nobody"),
        EventCase("俄罗斯导弹袭击乌克兰首都基辅。", "ASSAULT RUS > UKR"),
        EventCase("以色列空袭叙利亚首都大马士革。", "ASSAULT ISR > SYR"),
        EventCase("俄罗斯入侵乌克兰。", "ASSAULT RUS > UKR"),
        EventCase("中印两军在边境发生流血冲突。", "ASSAULT CHN IND"),
        EventCase("阿塞拜疆和亚美尼亚军队周日在边境爆发冲突。", "ASSAULT ARM AZE"),
        EventCase("美国海军一艘驱逐舰周二穿越台湾海峡。", "MOBILIZE USA > CHN"),
        EventCase("中国海警船再次驶入钓鱼岛附近海域。", "MOBILIZE CHN > JPN", known: "of two further claimants neither is likely enough"),
        EventCase("乌克兰遭俄罗斯无人机袭击。", "ASSAULT RUS > UKR", known: "the passive's parties are turned round"),
        EventCase("数千名伊朗人在德黑兰举行反美示威。", "PROTEST IRN > USA", known: "反美 names no party"),
        EventCase("韩国民众在首尔举行示威，抗议日本排放核污水。", "PROTEST KOR > JPN", known: "a street protest with its cause in the next clause is missed"),
    ]

    @Test("Material conflict", arguments: materialCases)
    func material(_ one: EventCase) throws { try one.check() }
}
