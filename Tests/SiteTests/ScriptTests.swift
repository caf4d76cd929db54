import Testing

@testable import Site

@Suite("The other script")
struct ScriptTests {
    @Test(
        "phrases decide where one character stands for several",
        arguments: [("头发发展", "頭髮發展"), ("皇后以后", "皇后以後"), ("干部干杯", "幹部乾杯"), ("一只只是", "一隻只是")])
    func phrases(_ simplified: String, _ traditional: String) throws {
        #expect(try #require(ScriptConversion(to: .hant)).convert(simplified) == traditional)
        #expect(try #require(ScriptConversion(to: .hans)).convert(traditional) == simplified)
    }

    @Test("marks keep to their words, and phrases are seen across them")
    func marks() throws {
        let runs = segments("理发师发表", marks: [Mark(range: 1..<2, cssClass: "party"), Mark(range: 3..<5, cssClass: "conflict")])
        let converted = try #require(ScriptConversion(to: .hant)).convert(runs)
        #expect(converted.map(\.text) == ["理", "髮", "師", "發表"])
        #expect(converted.map(\.mark) == [nil, "party", nil, "conflict"])
    }

    @Test("odd text comes back whole", arguments: ["", "a\u{0}b", "😀🇨🇳", "\u{301}", "\r\n", String(repeating: "发", count: 10_000)])
    func odd(_ text: String) throws {
        let converted = try #require(ScriptConversion(to: .hant)).convert(segments(text, marks: []))
        #expect(converted.map(\.text).joined().unicodeScalars.count == text.unicodeScalars.count)
    }

    @Test(
        "words that another sentence lacks are found, in either script",
        arguments: [
            ("alike", "中美会谈。", "中美会谈。", []), ("a clause more", "中美周一会谈。", "中美会谈。", ["周一"]),
            ("other words", "中方周一严厉谴责此事", "中方周一批评此事", ["严厉谴责"]), ("one character", "中方和美方", "中方与美方", []),
            ("words of its own", "甲乙", "丙丁", []),
            ("empty", "", "丙丁", []),
        ])
    func differences(_ name: String, _ sentence: String, _ base: String, _ expected: [String]) {
        let scalars = Array(sentence.unicodeScalars)
        let runs = Differences.runs(of: sentence, against: base) { $0 }
        #expect(runs.map { string(scalars[$0]) } == expected, "\(name)")
    }
}
