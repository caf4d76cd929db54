import Tables
import Testing

@Suite("Cells of a row")
struct TableCellTests {
    static let missingCases = ["A |  | c", "A | - | c", "A ||c", "A |\t| c"]

    @Test("A cell that is empty or a dash is missing", arguments: missingCases)
    func missing(_ line: String) throws {
        let row = try #require(try Table("a | b | c\n\(line)", file: "t").rows.first)
        #expect(row["b"] == nil)
        #expect(row.list("b").isEmpty)
        #expect(row["c"] == "c")
    }

    @Test("Cells left off at the end of a row are missing")
    func shortRow() throws {
        let row = try #require(try Table("a | b | c\nA", file: "t").rows.first)
        #expect(row["a"] == "A")
        #expect(row["b"] == nil)
        #expect(row["c"] == nil)
    }

    @Test("A column that the table lacks is missing")
    func unknownColumn() throws {
        let row = try #require(try Table("a\nA", file: "t").rows.first)
        #expect(row["z"] == nil)
    }

    @Test("A dash within a cell is text", arguments: ["-1", "a-b", "--", "2020-01-20"])
    func dashes(_ cell: String) throws {
        #expect(try Table("a\n\(cell)", file: "t").rows.first?["a"] == cell)
    }

    static let lists: [(name: String, cell: String, items: [String])] = [
        ("one item", "中", ["中"]),
        ("several", "中, 华 ,汉", ["中", "华", "汉"]),
        ("empty items", "中,, 华,", ["中", "华"]),
        ("only commas", ", ,", []),
        ("a full-width comma is text", "中，华", ["中，华"]),
        ("spaces within an item stay", "United States, America", ["United States", "America"]),
    ]

    @Test("Lists stand between commas", arguments: lists)
    func list(_ one: (name: String, cell: String, items: [String])) throws {
        let row = try #require(try Table("a | b\nA | \(one.cell)", file: "t").rows.first)
        #expect(row.list("b") == one.items)
    }
}
