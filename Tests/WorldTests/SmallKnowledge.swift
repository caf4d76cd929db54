import Foundation
import World

/// A knowledge folder of a few rows, whose files a test may replace.
struct SmallKnowledge {
    private static let files = [
        "folding.txt": "hant | hans\n國 | 国\n",
        "contexts.txt": "context | words\nmilitary | 军演\n",
        "states.txt":
            "code | iso2 | name | hant | also | short | capital | metonym\nCHN | CN | 中国 | 中國 | - | 中 | 北京 | 中南海\nUSA | US | 美国 | 美國 | - | 美 | 华盛顿 | 白宫\n",
        "organisations.txt": "code | name | also | foreign | members | organs\nEUR | 欧盟 | - | EU | DEU, GBR@/2020-01-31 | 欧盟委员会\n",
        "bodies.txt": "name | also | code | sector | default\n外交部 | - | - | GOV | -\n",
        "offices.txt": "title | also | sector | code | acts\n总统 | - | GOV | - | yes\n",
        "nonparties.txt": "word | why\n其中 | -\n",
        "disputes.txt": "words | claimants\n某海峡 | CHN, USA\n",
        "people.txt":
            "name | foreign | also | code | office | sector | from | to\n拜登 | Joe Biden | - | USA | 总统 | GOV | 2021-01-20 | 2025-01-20\n",
        "hints.txt": "word | type\n击掌 | SUPPORT\n",
        "speech.txt": "verb | force\n说 | plain\n",
        "saying.txt": "kind | words\n",
        "markers.txt": "marker | kind\n将 | future\n",
        "pronouns.txt": "word | refers\n双方 | pair\n",
        "introductions.txt": "kind | words | sector\nbody | 大学 | EDU\n",
        "times.txt": "kind | words | dates\nera | 令和 | 2018\n",
        "outlets.txt": "site | country\nexample.org | CHN\n",
        "frames/all.txt":
            "trigger | type | mode | frame | not before | not after | example | counter\n会谈 | CONSULT | - | with | - | - | 中美会谈 | -\n",
    ]

    let folder: URL

    /// - Parameter changes: text by file, nil where the file is to be missing.
    init(_ changes: [String: String?] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("knowledge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appendingPathComponent("frames"), withIntermediateDirectories: true)
        var files: [String: String?] = Self.files
        let shipped = try World.folder()
        for file in ["plover.txt", "modes.txt"] {
            files[file] = try String(contentsOf: shipped.appendingPathComponent(file), encoding: .utf8)
        }
        for (file, text) in changes { files.updateValue(text, forKey: file) }
        for case (let file, let text?) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(file))
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
