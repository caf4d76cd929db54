import Prose
import Testing

@Suite("Telling scripts apart")
struct ScriptTests {
    static let cases: [(name: String, text: String, script: String)] = [
        ("simplified", "中国外交部发言人星期三在北京表示，双方将继续对话。", "Hans"),
        ("traditional", "中國外交部發言人星期三在北京表示，雙方將繼續對話。", "Hant"),
        ("traditional with Latin", "美國國務卿布林肯（Antony Blinken）抵達東京。", "Hant"),
        ("simplified with one traditional name", "作家余華與他的读者在南京见面，谈到写作、旅行、家庭以及多年来的许多变化和希望，听的人都很高兴，也有人提问。", "Hans"),
        ("no Han", "Reuters 2023", "Hans"),
        ("empty", "", "Hans"),
        ("digits and marks", "2023-09-20，——！", "Hans"),
    ]

    @Test("The script of a text", arguments: cases)
    func script(_ one: (name: String, text: String, script: String)) throws {
        #expect(try Shipped.folding().script(of: CodePoints(points: one.text)) == one.script)
    }

    @Test("Folded text is simplified")
    func folded() throws {
        let folding = try Shipped.folding()
        #expect(folding.script(of: folding(CodePoints(points: "總統與總理會談後發表聯合聲明"))) == "Hans")
    }
}
