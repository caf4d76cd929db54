import Coding
import Press
import Testing

/// Words that refer to somebody, in a text, with the codes meant; `word` may be given with `#2` for its second place.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
    let text: String
    let word: String
    let codes: [String]
    let distance: Int
    let title: String?

    init(_ text: String, _ word: String, _ codes: [String], distance: Int = 0, title: String? = nil) {
        self.text = text
        self.word = word
        self.codes = codes
        self.distance = distance
        self.title = title
    }

    var testDescription: String { "\(word) in \(text)" }
}

@Suite("References")
struct ReferenceTests {
    static let pairsCases: [ReferenceCase] = [
        ReferenceCase("中国与美国会谈，双方同意继续对话。", "双方", ["USA", "CHN"]),
        ReferenceCase("中国与美国会谈。双方同意继续对话。", "双方", ["USA", "CHN"], distance: 1),
        ReferenceCase("王毅在河内会见越南外长裴青山。会谈持续三小时。双方同意重开边境口岸。", "双方", ["VNM", "CHN"], distance: 2),
        ReferenceCase("日本首相抵达首尔，同韩国总统会谈。两国将恢复军事情报交流。", "两国", ["KOR", "JPN"], distance: 1),
        ReferenceCase("德国总理访问法国，两国领导人谈到了能源。", "两国领导人", ["FRA", "DEU"]),
        ReferenceCase("拜登与普京在日内瓦会面。两人都说会谈有益。", "两人", ["RUS", "USA"], distance: 1),
        ReferenceCase("中国判处康明凯和斯帕弗徒刑。渥太华要求释放这两人。", "两人", ["CAN"], distance: 1),
        ReferenceCase("印度军队与中国军队脱离接触。两军将再次会谈。", "两军", ["CHN", "IND"], distance: 1),
        ReferenceCase("澳大利亚与印度尼西亚签署协定。彼此将开放市场。", "彼此", ["IDN", "AUS"], distance: 1),
        ReferenceCase("中国、俄罗斯和伊朗在阿曼湾演习。三国说演习不针对任何一方。", "三国", ["IRN", "RUS", "CHN"], distance: 1),
        ReferenceCase("美国、日本和韩国的外长会面，三国将共享情报。", "三国", ["KOR", "JPN", "USA"]),
    ]

    static let peopleCases: [ReferenceCase] = [
        ReferenceCase("俄罗斯外长抵达北京，他说局势稳定。", "他", ["RUS"], distance: 0),
        ReferenceCase("布林肯抵达北京。他会见了王毅。", "他", ["USA"], distance: 1),
        ReferenceCase("默克尔访问基辅。她同泽连斯基谈了天然气。", "她", ["DEU"], distance: 1),
        ReferenceCase("马克龙与普京通电话。他敦促停火。", "他", ["FRA"], distance: 1),
        ReferenceCase("中国外交部发言人汪文斌举行记者会。有人问起关税。他没有回答。", "他", ["CHN"], distance: 2),
        ReferenceCase("拜登抵达首尔。他将会见尹锡悦。", "他", ["USA"], distance: 1),
        ReferenceCase("莫迪说，他将访问莫斯科。", "他", ["IND"]),
        ReferenceCase("蔡英文表示，她感谢友邦。", "她", ["TWN"]),
    ]

    static let statesCases: [ReferenceCase] = [
        ReferenceCase("美国制裁伊朗。该国经济因此受损。", "该国", ["IRN"], distance: 1),
        ReferenceCase("立陶宛退出合作机制，该国外长说无意挑衅。", "该国", ["LTU"]),
        ReferenceCase("俄罗斯指责乌克兰，称对方先开火。", "对方", ["UKR"]),
        ReferenceCase("中国敦促日本，要求对方停止排放。", "对方", ["JPN"]),
        ReferenceCase("美国与中国竞争，前者重视联盟。", "前者", ["USA"]),
        ReferenceCase("美国与中国竞争，后者重视贸易。", "后者", ["CHN"]),
        ReferenceCase("英国和阿根廷争执多年。后者不承认英方的主权。", "后者", ["ARG"], distance: 1),
        ReferenceCase("英国和阿根廷争执多年。前者在岛上驻军。", "前者", ["GBR"], distance: 1),
        ReferenceCase("德国说其公民在白俄罗斯受到威胁。", "其", ["DEU"]),
        ReferenceCase("加拿大说，其公民被任意拘押。", "其", ["CAN"]),
        ReferenceCase("德国敦促伊朗释放其公民的家属，法国制裁伊朗官员及其亲属。", "其#2", ["IRN"]),
        ReferenceCase("中国谴责这一做法。声明要求美方停止其错误言行。", "其", ["USA"]),
    ]

    static let officesCases: [ReferenceCase] = [
        ReferenceCase("法国召回驻美大使。外交部说这是罕见的举动。", "外交部", ["FRA"], distance: 1),
        ReferenceCase("土耳其军队越过边境，国防部证实了行动。", "国防部", ["TUR"]),
        ReferenceCase("法国总统马克龙抵达柏林。德国总理朔尔茨迎接了他。总统随后发表演讲。", "总统", ["FRA"], distance: 2),
        ReferenceCase("韩国总统文在寅会见美国国务卿布林肯。总统说同盟牢固。", "总统", ["KOR"], distance: 1),
        ReferenceCase("俄罗斯外长拉夫罗夫访问雅典。希腊外长说会谈坦率。外长还谈到了塞浦路斯。", "外长#2", ["GRC"], distance: 1),
        ReferenceCase("台湾驻美代表去年离任前曾在国务院会见美国官员。", "国务院", ["USA"]),
        ReferenceCase("李克强在北京主持会议。国务院将公布细则。", "国务院", ["CHN"], distance: 1),
        ReferenceCase("美代表团抵达台北。台湾官员说，该代表团不会私自外出。", "代表团#2", ["USA"], distance: 1),
        ReferenceCase("中国驻日使馆发言人说，“我们敦促美方停止指责”。", "我们", ["CHN"]),
        ReferenceCase("巴西政府宣布新措施。发言人没有说明细节。", "发言人", ["BRA"], distance: 1),
        ReferenceCase("拜登政府官员说谈判顺利。", "政府官员", ["USA"]),
    ]

    static let sidesCases: [ReferenceCase] = [
        ReferenceCase("中方敦促美方取消制裁。", "中方", ["CHN"]), ReferenceCase("中方敦促美方取消制裁。", "美方", ["USA"]),
        ReferenceCase("俄方说不会让步。", "俄方", ["RUS"]), ReferenceCase("日方提出抗议。", "日方", ["JPN"]),
        ReferenceCase("两岸关系紧张。", "两岸", ["CHN", "TWN"]),
    ]

    @Test("双方, 两国, 三国, 两人", arguments: pairsCases) func pairs(_ one: ReferenceCase) throws { try check(one) }
    @Test("他, 她", arguments: peopleCases) func people(_ one: ReferenceCase) throws { try check(one) }
    @Test("该国, 对方, 前者, 后者, 其", arguments: statesCases) func states(_ one: ReferenceCase) throws { try check(one) }
    @Test("总统, 外长, 外交部, 发言人", arguments: officesCases) func offices(_ one: ReferenceCase) throws { try check(one) }
    @Test("中方, 美方 and others name their state themselves", arguments: sidesCases) func sides(_ one: ReferenceCase) throws {
        let found = try mention(one)
        #expect(found?.codes ?? [] == one.codes)
        #expect(found?.reference == nil)
    }

    static let hiddenCases = ["其中三人获释", "尤其在北京", "其他国家也一样", "土耳其军队", "名副其实的盟友", "其余官员", "极其严重", "与其对抗不如对话"]

    static let itsCases: [ReferenceCase] = [
        ReferenceCase("台湾是自治的岛屿，北京称其为中国的一部分。", "其", ["TWN"]), ReferenceCase("北京称台湾是其领土。", "其", ["CHN"]),
        ReferenceCase("字节跳动及其创始人卷入了美国的诉讼。", "其", ["CHN"]),
    ]

    @Test("其 after a verb, behind 及, and in what somebody says of another", arguments: itsCases)
    func its(_ one: ReferenceCase) throws { try check(one) }

    static let placesCases: [ReferenceCase] = [
        ReferenceCase("中德举行磋商，双方官员都到场。", "官员", ["DEU", "CHN"]), ReferenceCase("美国派出轰炸机，从关岛起飞，海军随后跟进。", "海军", ["USA"]),
        ReferenceCase("联合国呼吁缅甸军队释放学生。", "学生", ["MMR"]), ReferenceCase("法国外交部召见中国大使，外交部对此抗议。", "外交部#2", ["FRA"]),
        ReferenceCase("法国与德国会谈，前者提出方案，后者反对。", "后者", ["DEU"]),
    ]

    @Test("A title behind two states, a body that is elsewhere, bystanders of a state before the UN", arguments: placesCases)
    func places(_ one: ReferenceCase) throws { try check(one) }

    @Test("其 in other words refers to nobody", arguments: hiddenCases) func hidden(_ text: String) throws {
        let read = try Shipped.coder().read(Article(body: ["中国发表声明，" + text + "。"]))
        #expect(!read.mentions.contains { $0.kind == "pronoun" })
    }

    @Test("Further back and among others is less sure") func confidence() throws {
        let near = try #require(try mention(ReferenceCase("中国与美国会谈，双方同意继续对话。", "双方", [])))
        let far = try #require(try mention(ReferenceCase("中国与美国会谈。气氛良好。天气也好。双方同意继续对话。", "双方", [])))
        let many = try #require(try mention(ReferenceCase("中国、法国与美国会谈，双方同意继续对话。", "双方", [])))
        let (a, b, c) = (near.reference?.confidence ?? 0, far.reference?.confidence ?? 0, many.reference?.confidence ?? 0)
        #expect(a > b && a > c && b > 0 && c > 0)
        #expect(far.reference?.distance == 3)
    }

    private func check(_ one: ReferenceCase) throws {
        let found = try mention(one)
        #expect(found?.codes ?? [] == one.codes)
        if !one.codes.isEmpty { #expect(found?.reference?.distance == one.distance) }
    }

    private func mention(_ one: ReferenceCase) throws -> FoundMention? {
        let parts = one.word.split(separator: "#")
        let read = try Shipped.coder().read(Article(title: one.title, body: [one.text]))
        let all = read.mentions.filter { $0.span.text.hasPrefix(parts[0]) || $0.span.text.hasSuffix(parts[0]) }
        let index = parts.count > 1 ? (Int(parts[1]) ?? 1) - 1 : 0
        return all.indices.contains(index) ? all[index] : all.last
    }
}
