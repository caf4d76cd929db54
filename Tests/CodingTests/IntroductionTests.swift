import Coding
import Press
import Testing

/// A sentence and the person whom it introduces: name, state, sector; nobody where `name` is nil.
struct IntroductionCase: Sendable, CustomTestStringConvertible {
    let text: String
    let name: String?
    let code: String?
    let sector: String?

    init(_ text: String, _ name: String? = nil, _ code: String? = nil, _ sector: String? = nil) {
        self.text = text
        self.name = name
        self.code = code
        self.sector = sector
    }

    var testDescription: String { text }
}

@Suite("People whom articles introduce")
struct IntroductionTests {
    static let cases: [IntroductionCase] = [
        IntroductionCase("德国外交部国务部长罗森塔（Max Rosenta）说。", "罗森塔", "DEU", "GOV"),
        // Where somebody belongs, not what they study.
        IntroductionCase("美国战略与国际研究中心（CSIS）中国项目主任丁一木（Dan Imm）认为。", "丁一木", "USA", "EDU"),
        IntroductionCase("布鲁金斯学会中国问题专家柯本（Carl Oben）说。", "柯本", "USA", "EDU"),
        IntroductionCase("中国问题专家柯本（Carl Oben）说。", "柯本", nil, "EDU"),
        IntroductionCase("威尔逊中心中美关系研究所所长戴布（Rob Dayb）说。", "戴布", "USA", "EDU"),
        IntroductionCase("人权观察驻联合国主任夏邦（Lou Charb）表示。", "夏邦", "USA", "NGO"),
        IntroductionCase("维吾尔族专家芬利德（Jo Finled）说。", "芬利德", nil, "EDU"),
        // Nationality at the title.
        IntroductionCase("哈佛大学法籍研究员陆可（Phil Leco）说。", "陆可", "FRA", "EDU"),
        IntroductionCase("在北京大学担任教授的美国学者鲍丁（Chris Bald）说。", "鲍丁", "USA", "EDU"),
        IntroductionCase("德国之声驻明斯克记者布拉夫（Alex Burav）被捕。", "布拉夫", "DEU", "MED"),
        IntroductionCase("美国华裔律师戴启琪（Kat Taii）获提名。", "戴启琪", "USA", "CVL"),
        IntroductionCase("乔治城大学全球卫生法教授高斯登（Larry Gostd）说。", "高斯登", "USA", "EDU"),
        // General titles take their sector from the body.
        IntroductionCase("联合国儿童基金会执行主任佛尔德（Henri Forde）说。", "佛尔德", "UNO", "IGO"),
        IntroductionCase("美国联邦调查局局长雷伊德（Chris Wrayd）说。", "雷伊德", "USA", "COP"),
        IntroductionCase("微软总裁史米思（Brad Smyth）说。", "史米思", "USA", "BUS"),
        IntroductionCase("欧洲议会国际贸易委员会主席朗格尔（Bern Langer）说。", "朗格尔", "EUR", "LEG"),
        IntroductionCase("瑞典民主党外交发言人威雪曼（Mark Wiech）说。", "威雪曼", "SWE", "PTY"),
        // Those who acted once.
        IntroductionCase("美国前副国务卿坎贝塔（Kurt Campe）说。", "坎贝塔", "USA", "ELI"),
        IntroductionCase("美国退役海军上将斯塔迪（Jim Stavri）说。", "斯塔迪", "USA", "ELI"),
        IntroductionCase("目前担任英国国防大臣的华莱德（Ben Wallad）说。"),
        // The other party of a sentence is not theirs.
        IntroductionCase("日本外相会见德国国防部长卡连堡（Anna Kramp）。", "卡连堡", "DEU", "MIL"),
        IntroductionCase("“局势依然严峻，”英国商务大臣沙玛德（Alok Sharmad）说。", "沙玛德", "GBR", "GOV"),
        // Nobody's name.
        IntroductionCase("美国国务院亚太局（East Asian Bureau）发表声明。"),
        // Whom the table knows too.
        IntroductionCase("法国总统马克龙（Emmanuel Macron）说。", "马克龙", "FRA", "GOV"),
    ]

    @Test("Name, state and sector", arguments: cases)
    func one(_ one: IntroductionCase) throws {
        let read = try Shipped.coder().introductions(in: Article(body: [one.text])).first
        #expect(read?.name == one.name)
        #expect(read?.code == one.code)
        #expect(read?.sector == one.sector)
    }

    @Test("Spellings that differ by a letter, a mark or a middle initial are one person")
    func spellings() {
        let given = [
            ("Heiko Maas", 3), ("Heiko Mass", 1), ("Bonnie S. Glaser", 1), ("Bonnie Glaser", 2), ("Clément Beaune", 1),
            ("Clement Beaune", 1),
        ]
        let names = ["Heiko": "马斯塔", "Bonnie": "葛来仪", "Clément": "博恩", "Clement": "博恩"]
        let all = given.flatMap { foreign, count in
            (0..<count).map { index in
                Introduction(
                    name: names[String(foreign.prefix { $0 != " " })] ?? "", foreign: foreign, code: "DEU", office: "外长", sector: "GOV",
                    acts: true, isSure: true, day: "2021-01-0\(index + 1)", article: "\(foreign)\(index)", sentence: 0)
            }
        }
        let roster = Roster(all)
        #expect(roster.entries.map(\.foreign) == ["Heiko Maas", "Bonnie Glaser", "Clement Beaune"])
        #expect(roster.entries.map(\.count) == [4, 3, 2])
        #expect(Roster(all.reversed()) == roster)
    }
}
