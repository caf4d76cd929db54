import Testing

@Suite("rapport explain")
struct ExplainTests {
    @Test(
        "shows the events of a sentence in either script",
        arguments: [
            ("美国国务卿布林肯周日在北京会见中国外长秦刚。", "CONSULT", "2023-06-18"),
            ("美國國務卿布林肯週日在北京會見中國外長秦剛。", "CONSULT", "2023-06-18"),
        ])
    func event(sentence: String, type: String, day: String) throws {
        let run = try Command.run("explain", sentence, "--published", "2023-06-19")
        #expect(run.status == 0)
        for word in [type, "USA", "CHN", day] { #expect(run.output.contains(word)) }
        #expect(!run.output.contains("\u{1B}["), "colours are for terminals only")
    }

    @Test("takes any text", arguments: ["", "。", "🙂", "abc", "会见会见会见"])
    func anything(text: String) throws {
        #expect(try Command.run("explain", text).status == 0)
    }

    @Test("reads standard input")
    func standardInput() throws {
        let scratch = try Scratch()
        let run = try Command.shell("echo '中国外交部谴责日本。' | rapport explain -", in: scratch.folder)
        #expect(run.status == 0)
        #expect(run.output.contains("ACCUSE"))
    }
}
