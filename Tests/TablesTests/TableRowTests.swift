import Tables
import Testing

@Suite("Rows of a table")
struct TableRowTests {
    @Test("The first row names the columns, each further line is a row")
    func rows() throws {
        let table = try Table("code | name\nCHN | 中国\nUSA | 美国\n", file: "states.txt")
        #expect(table.file == "states.txt")
        #expect(table.columns == ["code", "name"])
        #expect(table.rows.map { $0["code"] } == ["CHN", "USA"])
        #expect(table.rows.map { $0["name"] } == ["中国", "美国"])
    }

    @Test("Comments and empty lines are passed over, and lines are counted with them")
    func lines() throws {
        let table = try Table("# what this is\n\ncode | name\n\n# China\nCHN | 中国\n   # indented\nUSA | 美国", file: "t")
        #expect(table.rows.map(\.line) == [6, 8])
    }

    @Test("A number sign within a cell is text")
    func numberSign() throws {
        let table = try Table("code | name\nA | C# 语言\nB | 第#2号", file: "t")
        #expect(table.rows.map { $0["name"] } == ["C# 语言", "第#2号"])
    }

    @Test(
        "White space around cells is trimmed",
        arguments: ["code|name\nCHN|中国", "\tcode |\tname\n  CHN\t| 中国  ", "code | name\n\r\nCHN | 中国\r"])
    func whiteSpace(_ text: String) throws { try holdsChina(text) }

    @Test("Lines that end in a carriage return and a line feed are read")
    func lineEnds() throws { try holdsChina("code | name\r\nCHN | 中国\r\n") }

    private func holdsChina(_ text: String) throws {
        let table = try Table(text, file: "t")
        #expect(table.columns == ["code", "name"])
        #expect(table.rows.count == 1)
        #expect(table.rows.first?["name"] == "中国")
    }

    @Test("A table of column names alone has no rows")
    func noRows() throws { #expect(try Table("code | name", file: "t").rows.isEmpty) }
}
