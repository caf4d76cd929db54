import Coding
import Foundation
import Press
import Prose
import Tables
import Testing

/// `overlaps.txt`: words whose edges and insides look like names.
@Suite("Names that overlap")
struct OverlapTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        /// Words with the code of whom they name.
        let named: [(words: String, code: String)]
        /// Words in which nobody may be seen.
        let empty: [String]

        var testDescription: String { text }
    }

    static let rows: [Row] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Cases/overlaps.txt")
            .standardizedFileURL
        guard let data = FileManager.default.contents(atPath: file.path),
            let table = try? Table(String(decoding: data, as: UTF8.self), file: "overlaps.txt", required: ["text", "is", "not"])
        else { return [] }
        let parts = { (cell: String?) in
            (cell ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        return table.rows.compactMap { row in
            row["text"].map { text in
                Row(
                    text: text,
                    named: parts(row["is"]).compactMap { pair in
                        let ends = pair.split(separator: "=")
                        return ends.count == 2 ? (String(ends[0]), String(ends[1])) : nil
                    }, empty: parts(row["not"]))
            }
        }
    }()

    @Test("Two hundred and fifty cases and more") func enough() { #expect(Self.rows.count >= 250) }

    @Test("Who is named, and who is not", arguments: rows)
    func row(_ row: Row) throws {
        let coder = try Shipped.coder()
        let folded = CodePoints(points: coder.world.folding.fold(row.text))
        let mentions = coder.read(Article(body: [row.text])).mentions.filter { !$0.inferred }
        for (words, code) in row.named {
            let span = try #require(Self.span(of: words, in: folded))
            #expect(
                mentions.contains { $0.codes == [code] && $0.span.start < span.upperBound && span.lowerBound < $0.span.end },
                "\(words) is \(code); found \(mentions.map { "\($0.span.text)=\($0.codes)" })")
        }
        for words in row.empty {
            let span = try #require(Self.span(of: words, in: folded))
            let wrong = mentions.filter { !$0.codes.isEmpty && $0.span.start < span.upperBound && span.lowerBound < $0.span.end }
            #expect(wrong.isEmpty, "nobody is named in \(words); found \(wrong.map { "\($0.span.text)=\($0.codes)" })")
        }
    }

    private static func span(of words: String, in text: CodePoints) -> Range<Int>? {
        let points = CodePoints(points: words)
        return text.indices.first { text[$0...].starts(with: points) }.map { $0..<$0 + points.count }
    }
}
