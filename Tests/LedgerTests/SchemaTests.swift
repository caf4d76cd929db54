import Foundation
import Ledger
import Testing

@Suite("The schema")
struct SchemaTests {
    private static let page = URL(filePath: #filePath).appending(path: "../../../docs/ledger.md").standardized

    @Test("The data dictionary names every table and column")
    func documented() throws {
        let folder = try Folder()
        let schema = try Ledger(path: folder.path("record.ledger")).schema()
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(schema.count >= 15)
        for (table, columns) in schema {
            let entry = try #require(
                text.components(separatedBy: "\n\n").first { $0.contains("**\(table)**") }, "docs/ledger.md says nothing of \(table)")
            for column in columns { #expect(entry.contains("`\(column)`"), "docs/ledger.md says nothing of \(table).\(column)") }
        }
    }
}
