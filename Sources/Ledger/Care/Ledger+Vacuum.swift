import Foundation
import GRDB

extension Ledger {
    /// Gives back what deleted rows took, takes entries of articles that are gone out of the search index, and lets SQLite look at its indexes anew. Takes as much
    /// room beside the file as the file has, and keeps other writers waiting.
    /// - Returns: the file's size before and after, in bytes.
    /// - Throws: ``LedgerError``
    public func vacuum() throws(LedgerError) -> (before: Int, after: Int) {
        let before = size
        try write { db in
            let gone =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM articleText_docsize d LEFT JOIN article a ON a.number = d.id WHERE a.number IS NULL")
                ?? 0
            let missing =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM article a LEFT JOIN articleText_docsize d ON d.id = a.number WHERE d.id IS NULL") ?? 0
            if gone + missing > 0 { try Ingest(db: db, fold: fold).indexAnew() }
            try db.execute(sql: "INSERT INTO articleText (articleText) VALUES ('optimize')")
        }
        try LedgerError.naming(path) {
            try store.pool.writeWithoutTransaction { db in try db.execute(sql: "VACUUM; PRAGMA optimize") }
            _ = try store.pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        }
        return (before, size)
    }

    /// In bytes, with what is still in the write-ahead log.
    public var size: Int {
        ["", "-wal"].reduce(0) { sum, end in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + end)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }
}

extension Ingest {
    /// Makes the search index anew from the articles' texts.
    func indexAnew() throws {
        try db.execute(sql: "INSERT INTO articleText (articleText) VALUES ('delete-all')")
        let rows = try Row.fetchCursor(db, sql: "SELECT number, text FROM article ORDER BY number")
        while let row = try rows.next() { try index(row[0], row[1]) }
    }
}
