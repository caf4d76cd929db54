import Coding
import Foundation
import Ledger
import Press
import World

/// A mention as a test states it.
struct Told {
    var sentence: String
    var type: EventType
    var quad: QuadClass
    var score: Double
    var actors: [String]
    var recipients: [String] = []
    var day: String
    var sector: String? = "GOV"
    var aux: String?

    static func talks(_ actors: [String], _ day: String, _ sentence: String) -> Told {
        Told(sentence: sentence, type: .consult, quad: .verbalCooperation, score: 2.5, actors: actors, day: day)
    }

    static func charge(_ actor: String, _ recipient: String, _ day: String, _ sentence: String) -> Told {
        Told(sentence: sentence, type: .accuse, quad: .verbalConflict, score: -2, actors: [actor], recipients: [recipient], day: day)
    }

    static func sanction(_ actor: String, _ recipient: String, _ day: String, _ sentence: String) -> Told {
        Told(sentence: sentence, type: .sanction, quad: .materialConflict, score: -4, actors: [actor], recipients: [recipient], day: day)
    }

    /// A sentence like no other: reports with like words are taken for reports of one event.
    static func words(_ seed: Int) -> String {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let letters = (0..<14).compactMap { _ -> Unicode.Scalar? in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Unicode.Scalar(UInt32(0x4e00 + (state >> 33) % 5000))
        }
        return String(String.UnicodeScalarView(letters)) + "。"
    }

    fileprivate func mention(_ id: String, _ index: Int, at start: Int) -> EventMention {
        let party = { (code: String) in
            Party(
                code: code, name: code, kind: "state", sector: sector, office: nil,
                span: Span(text: String(sentence.prefix(1)), start: start, end: start + 1))
        }
        return EventMention(
            id: id, sentence: index, trigger: Span(text: String(sentence.prefix(2)), start: start, end: start + 2), type: type, mode: nil,
            contexts: [], quad: quad, score: score, cameo: "04", actors: actors.map(party), recipients: recipients.map(party), aux: aux,
            date: DateSpan(start: day, end: day, precision: "day", text: nil), place: nil, source: nil, confidence: 0.8)
    }
}

/// A record in a folder of its own, which is gone when the test is over.
final class SmallRecord: Sendable {
    let ledger: Ledger
    private let folder = FileManager.default.temporaryDirectory.appending(path: "rapport-measure-\(UUID().uuidString)")

    /// - Parameter articles: each an outlet, a day of publication, a headline and what is told in it.
    init(_ articles: [(outlet: String, day: String, title: String, told: [Told])]) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        ledger = try Ledger(path: folder.appending(path: "small.ledger").path)
        try ledger.ingest(articles.enumerated().map { SmallRecord.coded("a\($0)", $1.outlet, $1.day, $1.title, $1.told) })
        try ledger.reconcile()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static func coded(_ id: String, _ outlet: String, _ day: String, _ title: String, _ told: [Told]) -> CodedArticle {
        var text = title
        var sentences = [0..<title.unicodeScalars.count]
        var mentions: [EventMention] = []
        for (index, one) in told.enumerated() {
            text += "\n"
            let start = text.unicodeScalars.count
            text += one.sentence
            sentences.append(start..<text.unicodeScalars.count)
            mentions.append(one.mention("\(id)-\(index)", index + 1, at: start))
        }
        let article = Article(
            id: id, path: "\(id).md", url: "https://news.example/\(id)", title: title, outlet: outlet, site: "\(outlet).example",
            published: try? Date(day + "T08:00:00Z", strategy: .iso8601), localDate: day, clock: "text", text: text,
            passages: [Passage(kind: .body, start: 0, end: text.unicodeScalars.count)])
        return CodedArticle(article: article, script: "Hans", sentences: sentences, events: mentions, statements: [])
    }
}
