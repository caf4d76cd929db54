import Foundation
import Testing

@Suite("rapport who")
struct WhoTests {
    @Test("resolves an office by date", arguments: [("2020-10-01", "蓬佩奥"), ("2021-03-01", "布林肯")])
    func office(on: String, name: String) throws {
        let run = try Command.run("who", "--office", "美国国务卿", "--on", on, "--format", "jsonl")
        #expect(run.status == 0)
        #expect(try objects(run.output).compactMap { $0["name"] as? String } == [name])
    }

    @Test("knows a person by variant, script and foreign spelling", arguments: ["拉夫罗夫", "拉夫羅夫", "Lavrov", "Sergey Lavrov"])
    func person(words: String) throws {
        let run = try Command.run("who", words, "--format", "jsonl")
        #expect(run.status == 0)
        #expect(try objects(run.output).contains { $0["code"] as? String == "RUS" })
    }

    @Test("learns from an archive, the same in any order, and each article once")
    func learned() throws {
        let scratch = try Scratch()
        let pages = [
            "a": "<p>美国兰德公司高级研究员诺里斯·温特（Norris Winter）认为，双方会克制。</p>",
            "b": "<p>兰德公司分析师温特（Norris Winter）说，会谈意义不大。</p>",
            "c": "<p>澳大利亚贸易部长贝克兰（Alma Beckland）批评中国的关税。</p>",
        ]
        let paths = try pages.sorted { $0.key < $1.key }.map { name, body in
            try scratch.write(
                "<html><head><meta charset=\"utf-8\"><title>\(name)</title></head><body><article>\(body)</article></body></html>",
                to: "\(name).html")
        }
        let ledgers = ["one.ledger", "two.ledger"].map { scratch.folder.appending(path: $0).path }
        for (ledger, files) in zip(ledgers, [paths, paths.reversed() + paths]) {
            let run = try Command.launch(Command.path, ["build"] + files + ["--ledger", ledger])
            #expect(run.status == 0)
        }
        let people = try ledgers.map { try String(contentsOfFile: $0 + ".people", encoding: .utf8) }
        #expect(people[0] == people[1])
        let run = try Command.run("who", "温特", "--ledger", ledgers[0], "--format", "jsonl")
        let found = try #require(try objects(run.output).first)
        #expect(found["code"] as? String == "USA")
        #expect(found["sector"] as? String == "EDU")
        #expect(found["acts"] as? Int == 0)
    }

    @Test("finds nobody, and says what to try")
    func nobody() throws {
        let run = try Command.run("who", "查无此人")
        #expect(run.status == 1)
        #expect(run.errors.contains("try another spelling"))
    }

    @Test("asks for one thing at a time", arguments: [[], ["王毅", "--learned"], ["--limit", "0", "王毅"]])
    func usage(arguments: [String]) throws {
        let run = try Command.launch(Command.path, ["who"] + arguments)
        #expect(run.status != 0 && run.status != 1)
    }
}
