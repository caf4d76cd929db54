import Coding
import Press
import Testing

@Suite("Which time dates an event")
struct DateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var title: String?
        let body: [String]
        /// The sentence's type and the first day expected of each of its events, nil where none is.
        let type: String
        let start: String?
        /// Whether the event's own sentence names the day.
        var isNamed = false

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a headline has the day that the body gives", title: "挪威外长访问越南",
            body: ["挪威外交大臣维德费尔特9月18日访问越南，并同越南外长裴青山举行会谈。"], type: "CONSULT", start: "2023-09-18"),
        Case(
            name: "a speaker who goes on talking does so on the same day",
            body: ["巴西外交部发言人9月19日在记者会上谴责以色列扩建定居点。", "发言人说，巴西要求以色列立即停止有关行动。"],
            type: "REQUEST", start: "2023-09-19"),
        Case(
            name: "the day of the clause, not the goal", body: ["印度总理莫迪9月18日承诺，印度将在2030年前向肯尼亚提供新的贷款。"], type: "AGREE",
            start: "2023-09-18", isNamed: true),
        Case(
            name: "no act happens in the year of its goal", body: ["智利外长与秘鲁外长在会谈中同意，为在2060年实现“碳中和”目标，两国加强合作。"], type: "AGREE", start: nil),
        Case(
            name: "a day in the speaker's own sentence, whatever the day of the acts before",
            body: ["巴西总统卢拉9月18日会见秘鲁总统博鲁阿尔特。", "秘鲁外交部发言人9月15日在记者会上说，秘鲁谴责智利侵犯其领海。"], type: "ACCUSE",
            start: "2023-09-15", isNamed: true),
        Case(
            name: "what was done before has not the day of the answer", body: ["秘鲁今天驱逐两名智利外交官，报复智利外长先前谴责秘鲁政府。"], type: "ACCUSE", start: nil),
        Case(
            name: "几天前 is not the day of the news",
            body: ["智利外交部发言人9月19日在记者会上谴责秘鲁关闭边境。", "几天前，智利总统与巴西总统在圣地亚哥举行会谈。"], type: "CONSULT", start: nil),
        Case(
            name: "the weekday that was yesterday is not next week's", body: ["挪威首相将于周二在河内与越南总理举行会谈。"], type: "AGREE",
            start: "2023-09-19", isNamed: true),
        Case(
            name: "one of two days ago may be", body: ["挪威首相将于周一在河内与越南总理举行会谈。"], type: "AGREE", start: "2023-09-25",
            isNamed: true),
        Case(
            name: "a day named beside 此前 dates the act", body: ["此前，智利总统9月12日与巴西总统在圣地亚哥举行会谈。"], type: "CONSULT", start: "2023-09-12",
            isNamed: true),
        Case(
            name: "a day that stands alone before 曾 dates the act", body: ["今年6月12日，智利军队曾向秘鲁军队开火。"], type: "ASSAULT", start: "2023-06-12",
            isNamed: true),
        Case(
            name: "so does one before a name of two letters", body: ["今年6月12日，智利曾谴责秘鲁政府。"], type: "ACCUSE", start: "2023-06-12",
            isNamed: true),
        Case(
            name: "a sentence of these days does not give its day to what it looks back on", body: ["近日，秘鲁周三驱逐智利外交官，报复智利外长先前谴责秘鲁政府。"],
            type: "ACCUSE", start: nil),
        Case(
            name: "a day of the news beside 此前 dates what it opens on", body: ["此前，秘鲁外长9月19日抵达圣地亚哥，与智利外长会谈。"], type: "CONSULT",
            start: "2023-09-19", isNamed: true),
        Case(
            name: "a market's day does not date what it answers", body: ["亚洲股市周三下滑，投资者担心紧张局势升温，此前智利与秘鲁外长会谈。"], type: "CONSULT", start: nil),
        Case(
            name: "a day of the past beside 此前 dates what is done in the clause behind", body: ["此前，智利总统9月12日访问利马时，也曾谴责秘鲁政府。"],
            type: "ACCUSE", start: "2023-09-12", isNamed: true),
        Case(
            name: "the day of what is charged does not date the charge", body: ["秘鲁外长周三表示，智利2019年违反了边界协议。"], type: "ACCUSE",
            start: "2023-09-20", isNamed: true),
        Case(
            name: "nor does it where no other is named", body: ["秘鲁外长表示，智利军队9月12日侵犯了秘鲁领空。"], type: "ACCUSE", start: nil),
        Case(
            name: "what is done often is not of the day of the news",
            body: ["秘鲁外长9月20日抵达圣地亚哥，与智利外长会谈。", "秘鲁多次谴责智利侵犯其领海。"], type: "ACCUSE", start: nil),
        Case(
            name: "what a speaker says has been done often is said on his day",
            body: ["秘鲁外长9月20日在记者会上谴责智利。", "他说，智利多次侵犯秘鲁领海。"], type: "ACCUSE", start: "2023-09-20", isNamed: true),
        Case(
            name: "nothing is dated by what no words name", body: ["俄罗斯外交部谴责美国向乌克兰提供坦克。"], type: "ACCUSE", start: nil),
    ]

    @Test("Dates within an article", arguments: cases)
    func date(_ one: Case) throws {
        let coded = try Shipped.coder().code(Article(title: one.title, body: one.body))
        let event = try #require(coded.events.first { $0.type.rawValue == one.type }, "\(coded.events.map(\.type))")
        #expect(event.date?.start == one.start)
        #expect((event.date?.text != nil) == one.isNamed)
    }
}
