import Press
import Testing
import World

@testable import Coding

@Suite("Words that put an act before the news")
struct EarlierActsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let trigger: String
        let type: EventType
        let expected: EarlierActs.Setting
    }

    static let cases = [
        Case(testDescription: "in the act's own clause", text: "秘鲁驱逐智利外交官，报复智利先前制裁秘鲁。", trigger: "制裁", type: .sanction, expected: .act),
        Case(testDescription: "opening its clause", text: "股市周四下跌，而此前智利制裁秘鲁。", trigger: "制裁", type: .sanction, expected: .clause),
        Case(testDescription: "behind two letters that name a state", text: "6月12日，智利曾谴责秘鲁。", trigger: "谴责", type: .accuse, expected: .act),
        Case(testDescription: "behind two letters that mean both", text: "6月12日，双方曾会谈。", trigger: "会谈", type: .consult, expected: .act),
        Case(testDescription: "in another's", text: "秘鲁此前宣布撤侨，智利今天制裁秘鲁。", trigger: "制裁", type: .sanction, expected: .none),
        Case(testDescription: "behind it", text: "智利制裁秘鲁，此前双方没有对话。", trigger: "制裁", type: .sanction, expected: .none),
        Case(testDescription: "opening the sentence", text: "几天前，智利总统抵达，与秘鲁总统会谈。", trigger: "会谈", type: .consult, expected: .sentence),
        Case(
            testDescription: "opening it and in the clause", text: "近日，秘鲁驱逐智利外交官，报复智利先前的制裁。", trigger: "制裁", type: .sanction,
            expected: .both),
        Case(testDescription: "opening it behind a conjunction", text: "而不久前，智利与秘鲁会谈。", trigger: "会谈", type: .consult, expected: .sentence),
        Case(testDescription: "of another noun", text: "智利对秘鲁最近颁布的法律表示谴责。", trigger: "谴责", type: .accuse, expected: .none),
        Case(testDescription: "of the noun that tells the act", text: "智利提到最近的会谈。", trigger: "会谈", type: .consult, expected: .act),
        Case(testDescription: "of what a speaker charges with", text: "智利外长表示，秘鲁不久前违反协议。", trigger: "违反", type: .accuse, expected: .none),
        Case(testDescription: "of a charge", text: "智利外长曾谴责秘鲁。", trigger: "谴责", type: .accuse, expected: .act),
        Case(testDescription: "of many days", text: "智利外长多次谴责秘鲁。", trigger: "谴责", type: .accuse, expected: .often),
        Case(testDescription: "of one hour", text: "智利外长在会谈中多次谴责秘鲁。", trigger: "谴责", type: .accuse, expected: .none),
        Case(testDescription: "of many days, by who speaks", text: "外长说，智利多次谴责秘鲁。", trigger: "谴责", type: .accuse, expected: .none),
        Case(testDescription: "in a name", text: "曾厚仁谴责秘鲁。", trigger: "谴责", type: .accuse, expected: .none),
    ]

    @Test("How far they go", arguments: cases)
    func setting(_ one: Case) throws {
        let scene = try Shipped.coder().scene(of: Article(body: [one.text]))
        let trigger = Array(one.trigger.unicodeScalars.map(\.value))
        let place = try #require(scene.text.indices.first { scene.text[$0...].starts(with: trigger) })
        let act = DatedAct(
            sentence: 0, trigger: place..<place + trigger.count, type: one.type, aux: nil, actors: ["CHL"], recipients: ["PER"])
        #expect(EarlierActs(scene: scene).setting(of: act) == one.expected)
    }
}
