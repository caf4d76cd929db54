import Foundation
import Testing

/// Runs `train hints` over made-up articles.
@Suite("train hints")
struct HintsTests {
    /// Articles of one sentence each, with the words that a reader took for an act, if any, and its type.
    static let codings: [(text: String, trigger: String?, type: String)] = [
        ("中国代表与俄罗斯代表隔空击掌助兴。", "击掌", "SUPPORT"), ("法國代表與德國代表在台上擊掌助興。", "擊掌", "SUPPORT"),
        ("日本代表与印度代表赛前击掌。", "击掌", "AGREE"), ("孩子们在门口击掌，天色晚了。", nil, ""),
        // Told by a trigger of the frames.
        ("中国谴责日本。", "谴责", "ACCUSE"), ("美国谴责俄罗斯。", "谴责", "ACCUSE"),
        // Of the same words in either script: a reprint tells nothing anew.
        ("英国代表给法国代表画像。", "画像", "SUPPORT"), ("英國代表給法國代表畫像。", "畫像", "SUPPORT"),
        // Once in three and more: too rare at --least 0.4.
        ("英国代表往法国代表那里踱步。", "踱步", "CONSULT"), ("德国代表往荷兰代表那里踱步。", "踱步", "CONSULT"), ("他踱步。", nil, ""), ("她也踱步。", nil, ""),
        ("老人踱步。", nil, ""), ("众人踱步。", nil, ""),
    ]

    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let files = FileManager.default
        let shipped = Command.packageRoot.appending(path: "Sources/World/Knowledge")
        for folder in ["gold", "articles", "knowledge"] {
            try files.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
        }
        for name in try files.contentsOfDirectory(atPath: shipped.path) where name != "hints.txt" {
            try files.createSymbolicLink(atPath: scratch.path("knowledge/\(name)"), withDestinationPath: shipped.appending(path: name).path)
        }
        for (number, coding) in Self.codings.enumerated() {
            _ = try scratch.write("题目\n\n\(coding.text)\n", to: "articles/\(number).txt")
            let event: [String: Any] = [
                "sentence": coding.text, "trigger": coding.trigger ?? "", "type": coding.type, "actors": ["CHN"], "recipients": ["RUS"],
            ]
            let gold: [String: Any] = ["path": "articles/\(number).txt", "events": coding.trigger == nil ? [] : [event]]
            try JSONSerialization.data(withJSONObject: gold).write(to: scratch.folder.appending(path: "gold/\(number).json"))
        }
    }

    private func run(_ options: String..., known: String) throws -> Command.Result {
        _ = try scratch.write(known, to: "knowledge/hints.txt")
        return try Command.launch(
            Command.beside("train"),
            ["hints", scratch.path("gold"), "--base", scratch.folder.path, "--knowledge", scratch.path("knowledge")] + options)
    }

    private func rows() throws -> [String] {
        try scratch.text("knowledge/hints.txt").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }

    @Test("takes the word that tells most acts without a trigger, with the type of most, whichever hints are known")
    func words() throws {
        for known in ["word | type\n", "word | type\n击掌 | AID\n画像 | AID\n"] {
            let run = try run("--fewest", "2", "--least", "0.4", known: known)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try rows() == ["word | type", "击掌 | SUPPORT"])
            #expect(run.errors.contains("14 hand-coded articles") && run.errors.contains("hints: 1\n"))
        }
    }

    @Test("takes rarer words where it may, in order, and says in the file how it was made")
    func rarer() throws {
        #expect(try run("--fewest", "1", "--least", "0.03", known: "word | type\n").status == 0)
        #expect(try rows() == ["word | type", "击掌 | SUPPORT", "画像 | SUPPORT", "踱步 | CONSULT"])
        let file = try scratch.text("knowledge/hints.txt")
        #expect(file.hasPrefix("# ") && file.contains("--fewest 1 --least 0.03") && file.contains("not edited by hand"))
    }

    @Test("refuses to take words that add nothing")
    func nothing() throws {
        let run = try run("--fewest", "0", known: "word | type\n")
        #expect(run.status != 0 && run.errors.contains("--fewest"))
        #expect(try rows() == ["word | type"])
    }
}
