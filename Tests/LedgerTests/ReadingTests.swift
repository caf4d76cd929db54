import Coding
import Foundation
import Ledger
import Testing

@Suite("Opening a ledger to read")
struct ReadingTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("record.ledger")
    }

    private static let talks = article("a", "2021-03-18", told: [ReviewTests.talks])
    private static let call = article("c", "2021-04-02", told: [ReviewTests.call])

    private func build(_ articles: [CodedArticle]) throws { _ = try Ledger.of(articles, in: folder) }

    private func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.url.path) }

    @Test("Reading changes no byte and leaves nothing beside the file")
    func unchanged() throws {
        try build([Self.talks])
        let before = try bytes()
        do {
            let ledger = try Ledger(path: path, access: .read, fold: fold)
            #expect(try ledger.check() == [])
            #expect(try ledger.search("安克雷奇").total == 1)
        }
        #expect(try bytes() == before)
        #expect(try files() == ["record.ledger"])
    }

    @Test("A reader sees what is kept meanwhile, and the writer does not wait")
    func beside() throws {
        try build([Self.talks])
        let reader = try Ledger(path: path, access: .read, fold: fold)
        #expect(try reader.summary().articles == 1)
        let writer = try Ledger(path: path, access: .write, fold: fold)
        try writer.ingest([Self.call])
        #expect(try reader.summary().articles == 2)
        try build([article("d", "2021-05-02", told: [ReviewTests.call])])
        #expect(try reader.summary().articles == 3)
    }

    @Test("Who reads cannot write")
    func refused() throws {
        try build([Self.talks])
        let reader = try Ledger(path: path, access: .read, fold: fold)
        #expect(throws: LedgerError.self) { try reader.ingest([Self.call]) }
    }

    @Test("A file with nothing in it is no record, and stays empty", arguments: [Ledger.Access.read, .write])
    func empty(access: Ledger.Access) throws {
        try Data().write(to: URL(filePath: path))
        #expect(throws: LedgerError.empty(path: path)) { try Ledger(path: path, access: access) }
        #expect(try bytes().isEmpty && files() == ["record.ledger"])
    }

    @Test("A damaged file is called so, at the opening or by a check", arguments: ["cut short", "noise inside"])
    func damaged(how: String) throws {
        try build([Self.talks, Self.call])
        var damaged = try bytes()
        if how == "cut short" {
            damaged.removeLast(damaged.count / 2)
        } else {
            for place in damaged.indices.dropFirst(32_768) { damaged[place] = UInt8(truncatingIfNeeded: place &* 31) }
        }
        try damaged.write(to: URL(filePath: path))
        let error = #expect(throws: LedgerError.self) { try Ledger(path: path, access: .read).check() }
        guard case .damaged(path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("\n") == false)
    }

    @Test("A record of an earlier version is brought up to date by who may write")
    func earlier() throws {
        try build([Self.talks, Self.call])
        let before = try Ledger(path: path, access: .read, fold: fold).dump()
        // As the ninth migration left it.
        let undo = """
            DROP INDEX statementBySpeaker; DROP INDEX statementByNameAndDay; DROP TABLE eventArticle; ALTER TABLE statement DROP COLUMN day;
            ALTER TABLE statement DROP COLUMN published; CREATE INDEX statementBySpeaker ON statement (speakerCode);
            DELETE FROM grdb_migrations WHERE identifier = '10 reach'
            """
        try #require(Foreign.run(undo, on: path))
        let ledger = try Ledger(path: path, access: .read, fold: fold)
        #expect(try ledger.dump() == before && ledger.check() == [])
    }
}
