import Foundation
import Tables
import Testing

@testable import Press

/// Body text against articles judged by hand (`Gold/gold.txt`), character by character.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
struct GoldTests {
    @Test("body precision and recall on the half set apart", arguments: ["seen", "apart"])
    func body(half: String) throws {
        var score = Score()
        var misread: [String] = []
        for row in try goldRows() where row["half"] == half {
            let article = try read(row)
            let gold = kinds(try row.require("kinds"))
            #expect(gold.count == article.kinds.count, "\(row["id"] ?? "")")
            var wrong = ""
            for (at, (wanted, found)) in zip(gold, article.kinds).enumerated() where wanted != "t" {
                score.add(wanted: wanted == "b", found: found == .body)
                if (wanted == "b") != (found == .body) { wrong.unicodeScalars.append(article.text[at]) }
            }
            if !wrong.isEmpty { misread.append("\(row["outlet"] ?? "") \(row["id"] ?? ""): \(wrong)") }
        }
        #expect(
            score.precision >= 0.997 && score.recall >= 0.998,
            "\(half): precision \(score.precision), recall \(score.recall); misread:\n\(misread.joined(separator: "\n"))")
    }

    @Test("at least 120 articles, half of them set apart, of every outlet with ten articles in the archive")
    func extent() throws {
        let rows = try goldRows()
        let apart = rows.filter { $0["half"] == "apart" }
        #expect(rows.count >= 120 && apart.count >= 60)
        #expect(Set(rows.compactMap { $0["outlet"] }).count == 12)
        #expect(Set(apart.compactMap { $0["outlet"] }).count == 12)
    }

    @Test("the body's first and last words")
    func edges() throws {
        var wrong: [String] = []
        for row in try goldRows() where row["half"] == "apart" {
            let article = try read(row)
            let (first, last) = (try row.require("first"), try row.require("last"))
            let body = String(String.UnicodeScalarView(zip(article.text, article.kinds).filter { $1 == .body }.map(\.0)))
            if !body.hasPrefix(first) || !body.hasSuffix(last) { wrong.append(row["id"] ?? "") }
        }
        #expect(wrong.count <= 2, "\(wrong)")
    }

    @Test("outlet and local date, where page or link bear one")
    func outletAndDate() throws {
        let press = Press(outlets: try Outlets.load(from: knowledge))
        for row in try goldRows() {
            let (_, bytes) = try source(row)
            let article = try #require(press.read(bytes, path: "x").articles.first)
            #expect(article.outlet == row["outlet"], "\(article.id)")
            if let date = row["date"] { #expect(article.localDate == date, "\(article.id)") }
        }
    }

    private func goldRows() throws -> [Table.Row] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Gold/gold.txt")
        return try Table(
            String(contentsOf: file, encoding: .utf8), file: "gold.txt",
            required: ["day", "id", "outlet", "date", "half", "kinds", "first", "last"]
        ).rows
    }

    /// The visible characters in order, and what Press takes each for; a copy of the title that it drops counts as the title.
    private func read(_ row: Table.Row) throws -> (text: [Unicode.Scalar], kinds: [Passage.Kind]) {
        let outlets = try Outlets.load(from: knowledge)
        let (draft, _) = try source(row)
        let parts = Composer(outlets: outlets).parts(draft, outlet: draft.url.flatMap(siteOf).flatMap(outlets.outlet))
        let html = try #require(draft.html)
        let visible = drawn(try #require(parsed(html, visibleText)))
        return (visible, aligned(parts.sorted.blocks, visible, drawn(parts.title)))
    }

    private func source(_ row: Table.Row) throws -> (draft: Draft, bytes: [UInt8]) {
        let folder = corpus.appendingPathComponent("archived/\(try row.require("day"))")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            guard let draft = PostForm().drafts(bytes[...]).drafts.first, draft.url.map(stableID) == row["id"] else { continue }
            return (draft, bytes)
        }
        throw Problem(path: folder.path, message: "no article with the identifier \(row["id"] ?? "")")
    }

    private func aligned(_ blocks: [Block], _ visible: [Unicode.Scalar], _ title: [Unicode.Scalar]) -> [Passage.Kind] {
        var kinds: [Passage.Kind] = []
        for block in blocks where !block.marks.contains(.alternative) {
            let text = drawn(string(block.text))
            while !visible[kinds.count...].starts(with: text), visible[kinds.count...].starts(with: title), !title.isEmpty {
                kinds += repeatElement(.title, count: title.count)
            }
            kinds += repeatElement(block.kind, count: text.count)
        }
        return kinds
    }

    /// `b120 c14` → one letter a character.
    private func kinds(_ runs: String) -> [Character] {
        runs.split(separator: " ").flatMap { run in repeatElement(run.first ?? "x", count: Int(run.dropFirst()) ?? 0) }
    }
}

private struct Score {
    private var both = 0.0
    private var wanted = 0.0
    private var found = 0.0

    mutating func add(wanted: Bool, found: Bool) {
        if wanted { self.wanted += 1 }
        if found { self.found += 1 }
        if wanted && found { both += 1 }
    }

    var precision: Double { found == 0 ? 0 : both / found }
    var recall: Double { wanted == 0 ? 0 : both / wanted }
}
