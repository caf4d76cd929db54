import Coding
import Foundation
import Ledger
import Press
import World

/// A folder that is gone when the test is over.
final class Folder: Sendable {
    let url = FileManager.default.temporaryDirectory.appending(path: "rapport-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }
}

/// A mention as a test states it: its sentence, where its trigger is, and what was coded.
struct Told {
    var sentence: String
    var trigger: String
    var type: EventType = .consult
    var mode: String?
    var actors: [String] = ["CHN", "USA"]
    var recipients: [String] = []
    var persons: [String: String] = [:]
    var aux: String?
    var date: String?
    var until: String?
    var precision = "day"
    var place: String?
    var source: String?
    /// Whether it is another mention of the sentence before.
    var isSameSentence = false

    func mention(_ id: String, _ index: Int, at offset: Int) -> EventMention {
        let before = sentence.range(of: trigger).map { sentence[..<$0.lowerBound].unicodeScalars.count } ?? 0
        let start = offset + before
        let party = { (code: String) in
            Party(
                code: code, name: persons[code] ?? code, kind: persons[code] == nil ? "state" : "person", sector: "GOV", office: nil,
                span: Span(text: String(sentence.prefix(2)), start: offset, end: offset + 2))
        }
        let quad: QuadClass =
            switch type {
            case .consult, .agree, .support, .concede: .verbalCooperation
            case .cooperate, .aid, .retreat: .materialCooperation
            case .request, .accuse, .reject, .threaten: .verbalConflict
            default: .materialConflict
            }
        return EventMention(
            id: id, sentence: index, trigger: Span(text: trigger, start: start, end: start + trigger.unicodeScalars.count), type: type,
            mode: mode,
            contexts: ["diplomatic"], quad: quad, score: quad == .verbalCooperation || quad == .materialCooperation ? 3 : -3, cameo: "040",
            actors: actors.map(party), recipients: recipients.map(party), aux: aux,
            date: date.map { DateSpan(start: $0, end: until ?? $0, precision: precision, text: $0) }, place: place, source: source,
            confidence: 0.8)
    }
}

/// An article of a title and the sentences told, each of which is coded as one mention.
func article(
    _ id: String, _ day: String?, outlet: String? = "甲报", title: String = "标题", path: String? = nil, told: [Told],
    statements: [Statement] = [],
    script: String = "Hans"
) -> CodedArticle {
    var text = title
    var passages = [Passage(kind: .title, start: 0, end: title.unicodeScalars.count)]
    var sentences = [0..<title.unicodeScalars.count]
    var mentions: [EventMention] = []
    for (index, one) in told.enumerated() {
        if !one.isSameSentence {
            text += "\n\n"
            let start = text.unicodeScalars.count
            text += one.sentence
            passages.append(Passage(kind: .body, start: start, end: text.unicodeScalars.count))
            sentences.append(start..<text.unicodeScalars.count)
        }
        mentions.append(one.mention("\(id)-\(index)", sentences.count - 1, at: sentences[sentences.count - 1].lowerBound))
    }
    let published = day.flatMap { try? Date($0 + "T08:00:00Z", strategy: .iso8601) }
    let article = Article(
        id: id, path: path ?? "archive/\(id).md", url: "https://example.org/\(id)", title: title, outlet: outlet,
        site: outlet == nil ? nil : "example.org",
        published: published, localDate: day, clock: day == nil ? nil : "text", text: text, passages: passages, flags: ["没有结尾"])
    return CodedArticle(article: article, script: script, sentences: sentences, events: mentions, statements: statements)
}

/// A fold for tests: a few traditional characters.
@Sendable func fold(_ text: String) -> String {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["約": "约", "國": "国", "會": "会", "聯": "联"]
    return String(String.UnicodeScalarView(text.unicodeScalars.map { pairs[$0] ?? $0 }))
}

extension Ledger {
    /// A new ledger with these articles, reconciled.
    static func of(_ articles: [CodedArticle], in folder: Folder, named name: String = "record.ledger") throws -> Ledger {
        let ledger = try Ledger(path: folder.path(name), fold: fold)
        try ledger.ingest(articles)
        try ledger.reconcile()
        return ledger
    }

    /// All events, with their mentions and voices, as text: two ledgers that give the same hold the same record.
    func dump() throws -> [String] {
        var all = EventFilter()
        all.statuses = []
        all.limit = .max
        return try events(all).sorted { $0.id < $1.id }.map { event in
            let detail = try self.event(id: event.id)
            return "\(event) \(detail?.mentions.map(\.id) ?? []) \(detail?.voices.map { $0.map(\.id) } ?? [])"
        }
    }
}

/// Another program, which writes to a database as it likes.
enum Foreign {
    static func run(_ sql: String, on path: String) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()", path, sql,
        ]
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
