import Tables
import Testing

@Suite("What is wrong with a table, and where")
struct TableProblemTests {
    static let brokenCases: [(name: String, text: String, line: Int, says: String)] = [
        ("empty", "", 1, "empty"),
        ("comments alone", "# nothing\n# here\n", 1, "empty"),
        ("a required column is missing", "# head\ncode | names\nA | B", 2, "“name”"),
        ("too many cells", "code | name\nA | B\n\nC | D | E", 4, "3 cells"),
    ]

    @Test("A broken table gives file, line and reason", arguments: brokenCases)
    func broken(_ one: (name: String, text: String, line: Int, says: String)) {
        let problem = #expect(throws: TableProblem.self) {
            try Table(one.text, file: "frames/conflict.txt", required: ["code", "name"])
        }
        #expect(problem?.file == "frames/conflict.txt")
        #expect(problem?.line == one.line)
        #expect(problem?.message.contains(one.says) == true)
        #expect(problem?.description.hasPrefix("frames/conflict.txt:\(one.line): ") == true)
    }

    @Test("A cell that a row must have is asked for by name")
    func require() throws {
        let row = try #require(try Table("code | name\n# x\nCHN | -", file: "states.txt").rows.first)
        #expect(try row.require("code") == "CHN")
        let problem = #expect(throws: TableProblem.self) { try row.require("name") }
        #expect(problem?.description == "states.txt:3: the column “name” must not be empty")
    }

    @Test("A row's own complaint carries its place")
    func complaint() throws {
        let row = try #require(try Table("code\nA", file: "t.txt").rows.first)
        #expect(row.problem("odd").description == "t.txt:2: odd")
    }
}
