import Coding
import Press
import Testing

@Suite("Who said what")
struct StatementTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let body: [String]
        /// `speaker (code): first words` of each statement.
        let statements: [String]
        let known: String?

        init(_ name: String, _ body: [String], _ statements: String..., known: String? = nil) {
            self.name = name
            self.body = body
            self.statements = statements
            self.known = known
        }

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case("a verb before the marks", ["王毅说：“我们愿意同各国继续对话。”"], "王毅 (CHN): 我们愿意"),
        Case("a body speaks", ["中国外交部表示：“我们坚决反对这种做法。”"], "中国外交部 (CHN): 我们坚决"),
        Case("the speaker after", ["“我们愿意同各国继续对话，”布林肯说。"], "布林肯 (USA): 我们愿意"),
        Case("the speaker in the sentence after", ["“我们愿意同各国继续对话。”布林肯说。"], "布林肯 (USA): 我们愿意"),
        Case("corner brackets", ["蔡英文說：「我們會繼續守護民主和自由。」"], "蔡英文 (TWN): 我們會繼"),
        Case("double corner brackets", ["蔡英文說：『我們會繼續守護民主和自由。』"], "蔡英文 (TWN): 我們會繼"),
        Case("straight quotes", ["拜登说：\"我们会继续支持我们的盟友。\""], "拜登 (USA): 我们会继"),
        Case("he", ["美国总统拜登在白宫发表讲话。他说：“我们会继续支持我们的盟友。”"], "拜登 (USA): 我们会继"),
        Case("a full office", ["德国外长贝尔伯克表示：“欧洲必须团结一致应对挑战。”"], "贝尔伯克 (DEU): 欧洲必须"),
        Case("an organisation's head", ["联合国秘书长古特雷斯说：“世界不能承受又一场战争。”"], "古特雷斯 (UNO): 世界不能"),
        Case("a foreign spelling", ["研究员查尔斯·库普坎（Charles Kupchan）说：“这场会谈不会有什么突破。”"], "查尔斯·库普坎 (-): 这场会谈"),
        Case("a quotation over sentences", ["普京说：“我们准备谈判。我们从未拒绝。现在要看对方。”"], "普京 (RUS): 我们准备"),
        Case("two speakers", ["王毅说：“我们愿意同各国继续对话。”布林肯说：“美国将继续同盟友合作。”"], "王毅 (CHN): 我们愿意", "布林肯 (USA): 美国将继"),
        Case("one speaker goes on", ["岸田文雄说：“我们将继续与盟国合作。”“这是我们的共同责任。”"], "岸田文雄 (JPN): 我们将继", "岸田文雄 (JPN): 这是我们"),
        Case("who is spoken to does not speak", ["普京对习近平说：“我们的关系处于历史最好水平。”"], "普京 (RUS): 我们的关"),
        Case("after a comma", ["普京指出，“我们的关系处于历史最好水平”。"], "普京 (RUS): 我们的关"),
        Case("a headline's colon", ["俄外交部：“我们不会接受这样的最后通牒”"], "俄外交部 (RUS): 我们不会"),
        Case("scare quotes are no speech", ["中国反对“台独”和“冷战思维”。"]),
        Case("a title is no speech", ["他写了“二十世纪的战争与和平”一书。"]),
        Case("an act as verb", ["莫迪批评道：“恐怖主义没有任何正当的理由。”"], "莫迪 (IND): 恐怖主义"),
        Case("a quotation left open", ["泽连斯基说：“我们不会放弃任何一寸土地。"], "泽连斯基 (UKR): 我们不会"),
        Case("whom a title describes", ["欧盟竞争事务部门的负责人维斯塔格在会上说：“欧洲对商业持开放的态度。”"], "维斯塔格 (EUR): 欧洲对商"),
        Case("a source that keeps its name", ["“断货让大家吃尽苦头，”一位不愿具名的供应商高管说。"], "高管 (-): 断货让大"),
        Case(
            "a statement is somebody's", ["中国外交部就此发表声明。", "声明说：“我们坚决反对这种错误做法。”"],
            "中国外交部 (CHN): 我们坚决"),
        Case(
            "an organisation in short is named in full", ["世界卫生组织星期二召开紧急会议。", "世卫组织说：“各国必须继续分享病毒的数据。”"],
            "世界卫生组织 (IGO:WHO): 各国必须"),
        Case(
            "letters in brackets are told in full", ["美国联邦航空管理局（FAA）星期二下令停飞。", "FAA说：“我们会继续检查所有的发动机。”"],
            "美国联邦航空管理局 (USA): 我们会继"),
        Case("across paragraphs", ["埃尔多安星期三发表讲话。", "他说：“土耳其不会改变自己的立场。”"], "埃尔多安 (TUR): 土耳其不"),
    ]

    @Test("Speakers of quotations", arguments: cases)
    func speakers(_ one: Case) throws {
        let found = try Shipped.coder().code(Article(body: one.body)).statements.map { statement in
            "\(statement.speaker?.name ?? "?") (\(statement.speaker?.code ?? "-")): \(statement.span.text.prefix(4))"
        }
        withKnownIssue(Comment(rawValue: one.known ?? "")) {
            #expect(found == one.statements)
        } when: {
            one.known != nil
        }
    }

    @Test("Clear indirect speech is a statement too")
    func indirect() throws {
        let coded = try Shipped.coder().code(
            Article(body: ["据路透社报道，中国外交部发言人毛宁就台湾问题表示，中方愿意同各方保持沟通。", "中国外交部发言人毛宁表示欢迎。"]))
        let statement = try #require(coded.statements.first)
        #expect(coded.statements.count == 1 && !statement.direct)
        #expect(statement.speaker?.name == "毛宁" && statement.speaker?.code == "CHN" && statement.speaker?.office == "外交部发言人")
        #expect(statement.verb == "表示" && statement.span.text == "中方愿意同各方保持沟通")
        #expect(statement.topic?.text == "台湾问题" && statement.via?.text == "路透社")
    }

    static let spoken: [(body: String, speaker: String, office: String?)] = [
        ("美国国务卿布林肯会见了中国副总理何立峰。何立峰指出，中方愿意同美方保持沟通。他说，双方应当增加互信。", "何立峰", "国务院副总理"),
        ("德商银行亚洲经济学家周浩认为，中美两国将在两周内审查贸易协议。", "周浩", "经济学家"),
        ("日本外相茂木敏充会见了中国外长王毅。一名美国国务院官员说，美方对这次会谈表示欢迎。", "美国国务院官员", "官员"),
        ("路透社援引美国国务卿布林肯表示，双方将继续保持各层级的沟通。", "布林肯", "国务卿"),
    ]

    @Test("Who speaks indirectly is the name's bearer, in his own office", arguments: spoken)
    func speakers(_ one: (body: String, speaker: String, office: String?)) throws {
        let last = try #require(try Shipped.coder().code(Article(body: [one.body])).statements.last)
        #expect(last.speaker?.name == one.speaker && last.speaker?.office == one.office)
    }

    @Test(
        "These words are no one's speech",
        arguments: ["加入该协定对英国来说影响可能不会很大。", "莫迪做出那番表示的前几天，印度签下了另一项协定。", "克里称解振华为可靠而有能力的领导者。"])
    func silent(_ body: String) throws {
        #expect(try Shipped.coder().code(Article(body: [body])).statements.isEmpty)
    }

    @Test(
        "A topic opens its clause or follows a name",
        arguments: [
            ("针对美国再度对台军售，中国外交部表示，此举严重损害中国主权和安全利益。", "美国再度对台军售"),
            ("马克龙在谈到法国与德国的关系时说，两国谁也离不开谁。", "法国与德国的关系"),
            ("蔡英文就任总统后，北京表示双方已经没有互信和对话的基础。", nil),
        ] as [(String, String?)])
    func topics(_ one: (body: String, topic: String?)) throws {
        #expect(try Shipped.coder().code(Article(body: [one.body])).statements.first?.topic?.text == one.topic)
    }

    @Test(
        "A place is where the act was done",
        arguments: [
            ("王毅星期一在北京会见了美国国务卿布林肯。", "北京"), ("布林肯周日在北京会见中国外长秦刚。", "北京"),
            ("中美外长于安克雷奇举行会谈。", "安克雷奇"), ("由于美国制裁中国，两国关系恶化。", nil),
            ("在美国宣布制裁中国之后，两国关系恶化。", nil),
        ] as [(String, String?)])
    func places(_ one: (body: String, place: String?)) throws {
        #expect(try Shipped.coder().code(Article(body: [one.body])).events.allSatisfy { $0.place == one.place })
    }

    @Test("An event says whose word it is, and where, if the sentence does")
    func claims() throws {
        let events = try Shipped.coder().code(
            Article(body: ["据路透社报道，中国外交部发言人毛宁表示，中方坚决反对美方售台武器。", "美国谴责俄罗斯。"])
        ).events
        #expect(events.first { $0.sentence == 0 }?.source == "毛宁")
        #expect(events.first { $0.sentence == 1 }.map { $0.source == nil } ?? false)
        let nested = try Shipped.coder().code(Article(body: ["赵立坚说，中方坚决反对美台军事联系，并要求美方停止对台军售。"])).events
        #expect(!nested.isEmpty && nested.allSatisfy { $0.source == "赵立坚" })
    }

    @Test("Statements of the sample archive have a speaker or a verb, and at least eight characters")
    func archive() throws {
        let statements = try Shipped.coded().flatMap(\.statements)
        #expect(!statements.isEmpty)
        #expect(statements.allSatisfy { $0.speaker != nil || $0.verb != nil })
        #expect(statements.allSatisfy { $0.span.text.unicodeScalars.count >= 8 })
    }
}
