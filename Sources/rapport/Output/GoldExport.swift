import Coding
import Foundation
import Ledger

/// Reviewed articles in the form of hand-coded ones: what was accepted or changed is there, what was rejected is not.
struct GoldExport {
    let ledger: Ledger

    /// Writes a file for each article that has a review.
    /// - Returns: how many.
    /// - Throws: ``Complaint`` where the folder cannot be written.
    func write(to folder: String) throws -> Int {
        let standing = try ledger.reviews().filter { !$0.isWithdrawn && $0.kind != .withdraw }
        let articles = Set(standing.flatMap { $0.anchors.map(\.article) }).sorted()
        let lines = try articles.compactMap { id in
            try ledger.article(id: id).map { object($0, standing.filter { $0.anchors.contains { $0.article == id } }).line + "\n" }
        }
        try writing(folder, mend: "name a folder that you may write to") {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (number, line) in lines.enumerated() {
                let name = String(format: "%03d.json", number)
                try Data(line.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
            }
        }
        return lines.count
    }

    private func object(_ record: ArticleRecord, _ reviews: [Review]) -> JSONValue {
        let coded = record.coded
        let text = Array(coded.article.text.unicodeScalars)
        let right = reviews.filter { $0.kind == .accept || $0.kind == .change }.flatMap(\.anchors)
        let known = reviews.filter { $0.kind != .merge && $0.kind != .split }.flatMap(\.anchors)
        let isOf = { (mention: EventMention, anchors: [Review.Anchor]) in
            let start = mention.trigger.start - coded.sentences[mention.sentence].lowerBound
            return anchors.contains { $0.start == start && $0.trigger == mention.trigger.text }
        }
        let sentence = { (index: Int) in
            String(String.UnicodeScalarView(text[coded.sentences[index].clamped(to: 0..<text.count)]))
        }
        return .object([
            ("path", .string(coded.article.path)),
            ("published", .text(coded.article.published?.formatted(.iso8601))),
            ("complete", .string(coded.events.allSatisfy { isOf($0, known) } ? "yes" : "no")),
            ("events", .array(coded.events.filter { isOf($0, right) }.map { event($0, sentence($0.sentence)) })),
            ("quotes", .array([])),
        ])
    }

    private func event(_ mention: EventMention, _ sentence: String) -> JSONValue {
        .object([
            ("s", .integer(mention.sentence)), ("trigger", .string(mention.trigger.text)), ("type", .string(mention.type.rawValue)),
            ("mode", .text(mention.mode)), ("actors", .texts(mention.actors.compactMap(\.code).sorted())),
            ("recipients", .texts(mention.recipients.compactMap(\.code).sorted())), ("aux", .text(mention.aux)),
            ("date", .text(mention.date?.start)), ("sentence", .string(sentence)),
        ])
    }
}
