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

    @Test("gives the steps to programs")
    func json() throws {
        let run = try Command.run("explain", "美国谴责俄罗斯。王毅说，中方愿意同各方保持沟通。", "--json")
        let steps = try #require(try objects(run.output).first)
        let sentence = try #require((steps["sentences"] as? [[String: Any]])?.first)
        let trigger = try #require((sentence["triggers"] as? [[String: Any]])?.first)
        #expect(trigger["trigger"] as? String == "谴责" && trigger["won"] as? Bool == true)
        #expect((trigger["frames"] as? [[String: Any]])?.first?["type"] as? String == "ACCUSE")
        #expect((sentence["events"] as? [Any])?.count == 1)
        #expect((steps["statements"] as? [[String: Any]])?.first?["direct"] as? Bool == false)
    }

    @Test("colours nothing where NO_COLOR is set, something on a terminal", arguments: [true, false])
    func colour(isPlain: Bool) throws {
        let scratch = try Scratch()
        let run = try Command.shell(
            "\(isPlain ? "NO_COLOR=1 " : "env -u NO_COLOR ")TERM=xterm script -qec 'rapport explain 中国谴责日本。' /dev/null", in: scratch.folder)
        #expect(run.output.contains("\u{1B}[") != isPlain)
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
