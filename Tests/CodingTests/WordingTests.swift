import Coding
import Press
import Testing

@Suite("How events are worded")
struct WordingTests {
    static let headlinesCases: [EventCase] = [
        EventCase("中美举行国防部长会谈", "CONSULT CHN USA", title: true), EventCase("美国制裁俄罗斯银行", "SANCTION USA > RUS", title: true),
        EventCase("中国外交部：敦促美国停止干涉", "REQUEST CHN > USA", title: true), EventCase("普京访问中国", "CONSULT CHN RUS", title: true),
        EventCase("日本驅逐俄羅斯外交官", "SANCTION JPN > RUS", title: true), EventCase("中俄元首通電話", "CONSULT CHN RUS", title: true),
        EventCase("韓美舉行聯合軍演", "COOPERATE KOR USA", title: true, known: "舉行 is read as a plan beside the drill"),
        EventCase("英国召见中国大使", "ACCUSE GBR > CHN", title: true),
        EventCase("俄军空袭基辅", "ASSAULT RUS > UKR", title: true),
        EventCase("美促中释放公民", "REQUEST USA > CHN", title: true),
    ]

    @Test("Headlines", arguments: headlinesCases)
    func headlines(_ one: EventCase) throws { try one.check() }

    static let nothingCases: [EventCase] = [
        EventCase("分析人士认为，中国可能会谴责美国。", known: "an analyst's forecast is coded as an event"), EventCase("复旦大学教授沈逸批评美国的政策。"),
        EventCase("美国前总统特朗普批评中国。", known: "a former official's charge is coded"),
        EventCase("英国警方在伦敦逮捕了两名英国男子。"), EventCase("中国外交部举行例行记者会。"), EventCase("日本政府公布了新的预算。"),
        EventCase("中美关系紧张。"), EventCase("两国贸易额达到一千亿美元。"), EventCase("法国工人在巴黎举行罢工。"), EventCase("他今年五十岁，喜欢音乐。"),
        EventCase("《环球时报》社评指责美国。"), EventCase("美国总统拜登说，经济正在好转。"), EventCase("苹果公司起诉三星公司。"), EventCase(""),
        EventCase("天气很好。"),
    ]

    @Test("Opinions, domestic news and states of affairs are no events", arguments: nothingCases)
    func nothing(_ one: EventCase) throws { try one.check() }

    static let joinedCases: [EventCase] = [
        EventCase("美国、日本和韩国谴责朝鲜的导弹试射。", "ACCUSE JPN KOR USA > PRK"),
        EventCase("中国外长王毅分别与法国和德国外长通电话。", "CONSULT CHN FRA", "CONSULT CHN DEU", known: "calls with two partners are coded as one"),
        EventCase(
            "美国谴责俄罗斯，并宣布对其实施制裁。", "ACCUSE USA > RUS", "SANCTION USA > RUS",
            known: "其 in the second clause is too unsure of whom it means"),
        EventCase("中国和俄罗斯外长会谈，双方签署了协议。", "CONSULT CHN RUS", "SUPPORT CHN RUS"),
        EventCase("美国取消了对印度和菲律宾的访问。", "REJECT USA > IND PHL", known: "the visit that is called off is coded as held by the hosts"),
    ]

    @Test("Several parties, several acts", arguments: joinedCases)
    func joined(_ one: EventCase) throws { try one.check() }

    struct Aux: Sendable, CustomTestStringConvertible {
        let text: String
        let aux: String?
        let known: String?

        init(_ text: String, _ aux: String?, known: String? = nil) {
            self.text = text
            self.aux = aux
            self.known = known
        }

        var testDescription: String { text }
    }

    static let auxiliaries: [Aux] = [
        Aux("美国国务卿布林肯将于下周访问日本。", "future"), Aux("美国国务卿布林肯上周访问日本。", nil),
        Aux("美国没有制裁印度。", "negation", known: "negation is missed or nothing is coded"),
        Aux("美国并未邀请中国参加会谈。", "negation", known: "negation is missed or nothing is coded"),
        Aux("如果中国入侵台湾，美国将制裁中国。", "hypothetical", known: "a condition is read as the future"), Aux("2019年8月，美国对中国商品加征关税。", "historical"),
        Aux("俄罗斯2014年吞并克里米亚后，美国制裁俄罗斯。", "historical"), Aux("美国周三宣布制裁俄罗斯。", nil),
    ]

    @Test("Future, negation, condition and history", arguments: auxiliaries)
    func auxiliary(_ one: Aux) throws {
        let events = try Shipped.coder().code(Article(body: [one.text])).events
        withKnownIssue(Comment(rawValue: one.known ?? ""), isIntermittent: true) {
            #expect(!events.isEmpty)
            #expect(events.allSatisfy { $0.aux == one.aux }, "\(events.map { "\(EventCase.line($0)) \($0.aux ?? "-")" })")
        } when: {
            one.known != nil
        }
    }

    static let dates: [(text: String, start: String?, end: String?, precision: String?)] = [
        ("美国国务卿布林肯9月18日在北京与中国外长王毅会谈。", "2023-09-18", "2023-09-18", "day"),
        ("美国国务卿布林肯昨天在北京与中国外长王毅会谈。", "2023-09-19", "2023-09-19", "day"),
        ("美国国务卿布林肯上周五在北京与中国外长王毅会谈。", "2023-09-15", "2023-09-15", "day"),
        ("美国国务卿布林肯9月18日至19日访问中国。", "2023-09-18", "2023-09-19", "day"),
        ("美国国务卿布林肯将于周五访问日本。", "2023-09-22", "2023-09-22", "day"),
        ("中国与美国8月举行会谈。", "2023-08", "2023-08", "month"),
        ("中国与美国举行会谈。", nil, nil, nil),
    ]

    @Test("When it happened", arguments: dates)
    func date(_ one: (text: String, start: String?, end: String?, precision: String?)) throws {
        let event = try #require(try Shipped.coder().code(Article(body: [one.text])).events.first)
        #expect(event.date?.start == one.start)
        #expect(event.date?.end == one.end)
        #expect(event.date?.precision == one.precision)
    }
}
