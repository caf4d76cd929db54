import Foundation
import Testing

@Suite("Parties and outlets on the command line")
struct PartiesTests {
    private func run(_ arguments: [String]) throws -> Command.Result {
        try Command.launch(Command.path, arguments + ["--ledger", try SampleRecord.path()])
    }

    @Test(
        "a party is known by its code, its two letters, its abbreviation and its names in either script and in English",
        arguments: ["CHN-USA", "usa-chn", "CN-US", "中国-美国", "中國－美國", "United States-china", "中–美"])
    func pairs(pair: String) throws {
        let known = try run(["events", "--pair", "CHN-USA", "--format", "csv"])
        #expect(try known.lines.count > 2 && run(["events", "--pair", pair, "--format", "csv"]).output == known.output)
        #expect(try run(["relation", pair]).output == run(["relation", "CHN-USA"]).output)
        #expect(try run(["timeline", pair]).output == run(["timeline", "CHN-USA"]).output)
    }

    @Test(
        "by the same names in every command",
        arguments: [
            (["events", "--of", "NATO"], ["events", "--of", "IGO:NATO"]), (["events", "--of", "北約"], ["events", "--of", "igo:nato"]),
            (["relations", "--of", "中国"], ["relations", "--of", "CHN"]),
            (["search", "会谈", "--party", "JP"], ["search", "会谈", "--party", "JPN"]),
            (["triangle", "中国", "JP", "usa"], ["triangle", "CHN", "JPN", "USA"]),
            (["export", "--pair", "中国-美国"], ["export", "--pair", "CHN-USA"]),
            (["export", "--outlet", "樣例通訊社"], ["export", "--outlet", "样例通讯社"]),
            (["timeline", "中国", "--with", "美国"], ["timeline", "CHN", "--with", "USA"]),
            (["brief", "中国-美国", "--month", "2023-11"], ["brief", "CHN-USA", "--month", "2023-11"]),
            (["anomalies", "--pair", "中国-美国", "--above", "1"], ["anomalies", "--pair", "CHN-USA", "--above", "1"]),
        ])
    func same(named: [String], coded: [String]) throws {
        let (one, other) = (try run(named), try run(coded))
        #expect(one.status == 0 && one.output == other.output, "\(one.errors)")
    }

    @Test(
        "what names nobody is an error that says so, with those of a like name",
        arguments: [
            (["events", "--pair", "CHN-QQQ"], "“QQQ” names no state"), (["export", "--pair", "CHN-QQQ"], "“QQQ” names no state"),
            (["triangle", "CHN", "QQQ", "USA"], "“QQQ” names no state"), (["search", "制裁", "--party", "XXX"], "“XXX” names no state"),
            (["events", "--of", "UK"], "GBR (United Kingdom, 英国)"), (["events", "--of", "Untied States"], "USA (United States, 美国)"),
            (["relations", "--of", "中国政府"], "CHN (China, 中国)"), (["events", "--of", "AU"], "AUS"), (["events", "--of", "AU"], "IGO:AU"),
            (["timeline", "中国外交"], "中国"), (["events", "--pair", "中国-CHN"], "one party twice"),
            (["events", "--outlet", "BBC"], "样例通讯社"), (["search", "制裁", "--outlet", "BBC"], "样例通讯社"),
            (["export", "--outlet", "BBC"], "样例通讯社"), (["timeline", "CHN-USA", "--with", "JPN"], "--with goes with one party"),
        ])
    func unknown(arguments: [String], said: String) throws { try refuses(arguments, said) }

    private func refuses(_ arguments: [String], _ said: String) throws {
        let run = try run(arguments)
        #expect(run.status != 0 && run.output.isEmpty && run.errors.contains(said), "\(run.errors)")
    }

    @Test(
        "words that are no question are an error that names what is out of place",
        arguments: [
            (["search", "NOT 美国"], "NOT needs a word"), (["search", "\"未闭合"], "a quotation mark is not closed"),
            (["search", ""], "no word"),
            (["search", "制裁", "OR"], "OR needs a word"), (["search", "欧盟 OR ("], "a parenthesis is not closed"),
            (["events", "--text", "AND"], "AND needs a word"), (["export", "--text", "()"], "between two parentheses"),
        ])
    func questions(arguments: [String], said: String) throws { try refuses(arguments, said) }

    @Test(
        "where nothing is found it is said",
        arguments: [
            (["events", "--pair", "ABW-TUV"], "no events found"), (["export", "--pair", "ABW-TUV"], "no events found"),
            (["relations", "--of", "ABW"], "no relations found"), (["triangle", "CHN", "USA", "ABW"], "no event of ABW and CHN"),
            (["search", "豚鼠选美"], "no articles found"),
        ])
    func nothing(arguments: [String], said: String) throws {
        let run = try run(arguments)
        #expect(run.status == 0 && run.errors.contains(said), "\(run.errors)")
    }
}
