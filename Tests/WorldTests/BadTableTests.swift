import Tables
import Testing
import World

@Suite("Knowledge that breaks a rule")
struct BadTableTests {
    static let states = "code | iso2 | name | hant | also | short | capital | metonym\n"
    static let people = "name | foreign | also | code | office | sector | from | to\n"
    static let organisations = "code | name | also | foreign | members | organs\n"
    static let frames = "trigger | type | mode | frame | not before | not after | example | counter\n"

    static let hints = "# x\nword | type\n"

    struct Bad: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let text: String
        let line: Int
        let says: String

        var testDescription: String { name }
    }

    static let cases: [Bad] = [
        Bad(name: "a state's code in small letters", file: "states.txt", text: states + "chn | CN | 中国", line: 2, says: "alpha-3"),
        Bad(name: "a state's code too long", file: "states.txt", text: states + "# x\nCHNA | CN | 中国", line: 3, says: "“CHNA”"),
        Bad(name: "a state without a name", file: "states.txt", text: states + "CHN | CN | -", line: 2, says: "“name”"),
        Bad(
            name: "a short form shared with nobody", file: "states.txt", text: states + "CHN | CN | 中国 | - | - | 中?", line: 2, says: "“中?”"),
        Bad(
            name: "a short form shared with itself", file: "states.txt", text: states + "CHN | CN | 中国 | - | - | 中, 中?", line: 2,
            says: "“中?”"),
        Bad(name: "a short form of two characters", file: "states.txt", text: states + "CHN | CN | 中国 | - | - | 中华", line: 2, says: "“中华”"),
        Bad(name: "a column is missing", file: "states.txt", text: "code | name\nCHN | 中国", line: 1, says: "“iso2”"),
        Bad(
            name: "an interval without a slash", file: "organisations.txt", text: organisations + "EUR | 欧盟 | - | - | DEU@2020", line: 2,
            says: "FROM/TO"),
        Bad(
            name: "an interval without a date", file: "organisations.txt", text: organisations + "EUR | 欧盟 | - | - | DEU@x/", line: 2,
            says: "“x”"),
        Bad(
            name: "a term that begins on no day", file: "people.txt", text: people + "某人 | - | - | CHN | 部长 | GOV | 2021-02-30 | -",
            line: 2, says: "2021-02-30"),
        Bad(
            name: "a term that ends in no month", file: "people.txt", text: people + "某人 | - | - | CHN | 部长 | GOV | - | 2021-13", line: 2,
            says: "2021-13"),
        Bad(name: "a person without an office", file: "people.txt", text: people + "某人 | - | - | CHN | - | GOV", line: 2, says: "“office”"),
        Bad(name: "a body without a sector", file: "bodies.txt", text: "name | sector\n外交部 | -", line: 2, says: "“sector”"),
        Bad(
            name: "a title that acts perhaps", file: "offices.txt", text: "title | sector | acts\n总统 | GOV | perhaps", line: 2,
            says: "“perhaps”"),
        Bad(name: "a frame of no type", file: "frames/all.txt", text: frames + "会谈 | MEET | - | with", line: 2, says: "“MEET”"),
        Bad(name: "a frame of no shape", file: "frames/all.txt", text: frames + "会谈 | CONSULT | - | round", line: 2, says: "“round”"),
        Bad(
            name: "a mode that the type lacks", file: "frames/all.txt", text: frames + "会谈 | CONSULT | arrest | with", line: 2,
            says: "“arrest”"),
        Bad(name: "a trigger without words", file: "frames/all.txt", text: frames + "… | CONSULT | - | with", line: 2, says: "words"),
        Bad(name: "a hint of no type", file: "hints.txt", text: hints + "击掌 | MEET", line: 3, says: "“MEET”"),
        Bad(name: "a hint without a type", file: "hints.txt", text: hints + "击掌 | -", line: 3, says: "“type”"),
        Bad(name: "a hint without words", file: "hints.txt", text: hints + "- | SUPPORT", line: 3, says: "“word”"),
        Bad(name: "a hint of one letter", file: "hints.txt", text: hints + "掌 | SUPPORT", line: 3, says: "“掌”"),
        Bad(name: "a hint that is not folded", file: "hints.txt", text: hints + "出國 | SUPPORT", line: 3, says: "出国"),
        Bad(name: "a hint that stands twice", file: "hints.txt", text: hints + "击掌 | SUPPORT\n击掌 | AGREE", line: 4, says: "twice"),
        Bad(
            name: "a type without a row", file: "plover.txt", text: "type | quad | score | cameo\nAGREE | verbal cooperation | 2 | 030",
            line: 1, says: "CONSULT"),
        Bad(
            name: "a quad class of no name", file: "plover.txt", text: "type | quad | score | cameo\nAGREE | verbal | 2 | 030", line: 2,
            says: "“verbal”"),
        Bad(
            name: "a score that is no number", file: "plover.txt",
            text: "type | quad | score | cameo\nAGREE | verbal cooperation | much | 030", line: 2, says: "number"),
        Bad(name: "a mode of no type", file: "modes.txt", text: "type | mode | cameo\nMEET | visit | 042", line: 2, says: "“MEET”"),
        Bad(name: "a context without a name", file: "contexts.txt", text: "context | words\n- | 军演", line: 2, says: "“context”"),
        Bad(name: "a verb of saying without force", file: "speech.txt", text: "verb | force\n说 | -", line: 2, says: "“force”"),
        Bad(name: "a word around speech of no kind", file: "saying.txt", text: "kind | words\nverb | 说", line: 2, says: "“verb”"),
        Bad(
            name: "words around speech that are left out", file: "saying.txt", text: "kind | words\nreport | 称\ndenial | -", line: 3,
            says: "“words”"),
        Bad(name: "a marker of no kind", file: "markers.txt", text: "marker | kind\n将 | -", line: 2, says: "“kind”"),
        Bad(name: "a pronoun that refers to nothing", file: "pronouns.txt", text: "word | refers\n双方 | -", line: 2, says: "“refers”"),
        Bad(
            name: "a claimant that is no state", file: "disputes.txt", text: "words | claimants\n某海峡 | CHN, ATL\n", line: 2, says: "ATL"),
        Bad(name: "an empty file", file: "nonparties.txt", text: "# nothing\n", line: 1, says: "empty"),
    ]

    @Test("A bad row gives file, line and reason", arguments: cases)
    func bad(_ one: Bad) throws {
        let knowledge = try SmallKnowledge([one.file: one.text])
        defer { knowledge.remove() }
        let problem = #expect(throws: TableProblem.self) { try World.load(from: knowledge.folder) }
        #expect(problem?.file == one.file)
        #expect(problem?.line == one.line)
        #expect(problem?.message.contains(one.says) == true, "\(problem?.message ?? "")")
    }

    @Test("A file that is missing is named", arguments: ["states.txt", "people.txt", "plover.txt", "folding.txt"])
    func missing(_ file: String) throws {
        let knowledge = try SmallKnowledge([file: nil])
        defer { knowledge.remove() }
        let problem = #expect(throws: TableProblem.self) { try World.load(from: knowledge.folder) }
        #expect(problem?.file.hasSuffix(file) == true)
        #expect(problem?.message.contains("missing") == true)
    }

    @Test("A state that stands twice is refused")
    func twice() throws {
        let knowledge = try SmallKnowledge(["states.txt": Self.states + "CHN | CN | 中国\nCHN | CN | 中华"])
        defer { knowledge.remove() }
        let problem = #expect(throws: TableProblem.self) { try World.load(from: knowledge.folder) }
        #expect(problem?.message == "“CHN” stands twice")
    }

    @Test("A small folder that keeps the rules is loaded")
    func small() throws {
        let knowledge = try SmallKnowledge()
        defer { knowledge.remove() }
        let world = try World.load(from: knowledge.folder)
        #expect(world.states.map(\.code) == ["CHN", "USA"])
        #expect(world.name(of: "EUR") == "欧盟")
        #expect(world.name(of: "ZZZ") == "ZZZ")
        #expect(world.home(ofSite: "example.org") == "CHN")
        #expect(world.home(ofSite: "example.com") == nil)
        #expect(world.home(ofSite: nil) == nil)
    }

    @Test("A folder that holds no knowledge is told apart from one that does")
    func folder() throws {
        let knowledge = try SmallKnowledge()
        defer { knowledge.remove() }
        #expect(try World.folder(knowledge.folder.path).path == knowledge.folder.path)
        #expect(throws: TableProblem.self) { try World.folder("/nowhere/at/all") }
    }
}
