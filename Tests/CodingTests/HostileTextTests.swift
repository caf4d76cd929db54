import Coding
import Press
import Prose
import Testing

@Suite("Any text, no crash")
struct HostileTextTests {
    @Test("Random code points", arguments: 0..<6)
    func randomScalars(_ seed: UInt64) throws {
        var random = Seeded(seed)
        var view = String.UnicodeScalarView()
        for _ in 0..<4000 { if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) { view.append(scalar) } }
        try code(String(view))
    }

    @Test("Random bytes read as UTF-8", arguments: 0..<6)
    func randomBytes(_ seed: UInt64) throws {
        var random = Seeded(seed)
        try code(String(decoding: (0..<8000).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self))
    }

    @Test("Random words that the coder knows, quotes and stops among them", arguments: 0..<10)
    func randomWords(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let world = try Shipped.coder().world
        let marks = ["“", "”", "「", "」", "\"", "。", "，", "：", "（", "）", "、", "！", "\n", " ", "2023年", "5日", "周五", "前", "驻"]
        let text = (0..<600).map { _ in
            Bool.random(using: &random)
                ? world.entries.randomElement(using: &random)?.name ?? "" : marks.randomElement(using: &random) ?? ""
        }
        try code(text.joined())
    }

    static let oddCases = [
        "", " ", "\n\n\n", "。", "“", "”", "「「「「「", "\"\"\"", "（（（（", "：：：", "。。。。。。", "中", "美", "中中中中中中中中", "对对对对", "说：“", "前前前总统", "驻驻驻大使",
        "中国驻", "周", "上周", "2023年2月30日", "99999999999999999999年", "0月0日", "\u{0}", "\u{FEFF}", "😀", "他", "双方", "他说：“他说：“他说：“",
        "美国国务卿蓬佩奥（曾称中国为敌人）访问日本。",
    ]

    @Test("Odd texts", arguments: oddCases)
    func odd(_ text: String) throws { try code(text) }

    @Test(
        "Names and titles time and again are read in a time that grows with the text alone", .timeLimit(.minutes(2)),
        arguments: ["王部长说，李院长到了。", "王女士说，李部长到了。"])
    func again(_ words: String) throws { try code(String(repeating: words, count: 10_000)) }

    @Test("A passage that ends beyond the text is cut to it", arguments: [(0, 5000), (3, 900)])
    func longPassage(_ bounds: (start: Int, end: Int)) throws { try codePassage(bounds.start, bounds.end) }

    @Test("A passage outside the text is left out", arguments: [(500, 900), (6, 4)])
    func strayPassage(_ bounds: (start: Int, end: Int)) throws { try codePassage(bounds.start, bounds.end) }

    private func codePassage(_ start: Int, _ end: Int) throws {
        let article = Article(
            id: "0", path: "p", url: nil, title: "", outlet: nil, site: nil, published: nil, localDate: "2023-09-20", clock: nil,
            text: "美国谴责俄罗斯。", passages: [Passage(kind: .body, start: start, end: end)])
        let coded = try Shipped.coder().code(article)
        #expect(coded.sentences.allSatisfy { $0.upperBound <= 8 })
    }

    @Test("A day that is none is no day", arguments: ["", "2023", "2023-02-30", "yesterday", "9999-99-99"])
    func badDay(_ day: String) throws {
        let coded = try Shipped.coder().code(Article(body: ["美国昨天谴责俄罗斯。"], day: day))
        #expect(coded.events.allSatisfy { $0.date == nil })
    }

    @Test("A single line of 60,000 characters is coded", arguments: ["字", "（", "中美", "a", " ", "2023年", "、中国"])
    func longLine(_ unit: String) throws {
        try code(String(repeating: unit, count: 60_000 / unit.unicodeScalars.count))
    }

    @Test(
        "A single sentence of many clauses or open quotations is coded",
        arguments: ["美国谴责俄罗斯，", "他说“"])
    func longSentence(_ unit: String) throws {
        try code(String(repeating: unit, count: 60_000 / unit.unicodeScalars.count))
    }

    @Test("A sentence of some dozens of clauses is coded")
    func clauses() throws { try code(String(repeating: "美国谴责俄罗斯，", count: 40)) }

    /// Codes a text as title and as body and checks what must hold of any coding.
    private func code(_ text: String) throws {
        for article in [Article(body: [text]), Article(title: text, body: [text, text])] {
            let coded = try Shipped.coder().code(article)
            let count = article.text.unicodeScalars.count
            #expect(coded.sentences.allSatisfy { $0.upperBound <= count })
            for event in coded.events {
                let isSliced = words(article.text, event.trigger.start, event.trigger.end) == event.trigger.text
                if !isSliced { Issue.record("\(event.trigger)") }
            }
            _ = coded.jsonLine()
        }
    }
}
