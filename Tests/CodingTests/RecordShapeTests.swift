import Coding
import Foundation
import Press
import Testing

@Suite("The record's form")
struct RecordShapeTests {
    static func object(_ article: CodedArticle) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(article.jsonLine().utf8)) as? [String: Any])
    }

    static let top: Set = ["schema", "article", "sentences", "events", "statements", "channels", "commitments", "forecasts", "figures"]
    static let article: Set = [
        "id", "path", "url", "title", "outlet", "published", "script", "text", "passages", "local_date", "clock", "flags",
    ]
    static let event: Set = [
        "id", "sentence", "trigger", "type", "mode", "contexts", "quad", "score", "cameo", "actors", "recipients", "aux", "date", "place",
        "source", "confidence",
    ]
    static let party: Set = ["code", "name", "kind", "sector", "office", "text", "start", "end", "reference"]
    static let date: Set = ["start", "end", "precision", "text"]
    static let statement: Set = ["speaker", "verb", "text", "start", "end", "direct", "sentences", "addressee", "topic", "via"]

    @Test("Every object of the sample archive has its keys, all of them and no others")
    func keys() throws {
        for coded in try Shipped.coded() {
            let record = try Self.object(coded)
            #expect(Set(record.keys) == Self.top)
            #expect(record["schema"] as? String == "rapport/1")
            #expect(Set(try #require(record["article"] as? [String: Any]).keys) == Self.article)
            for event in try #require(record["events"] as? [[String: Any]]) {
                #expect(Set(event.keys) == Self.event)
                #expect(Set((event["trigger"] as? [String: Any] ?? [:]).keys) == ["text", "start", "end"])
                if let date = event["date"] as? [String: Any] { #expect(Set(date.keys) == Self.date) }
                for side in ["actors", "recipients"] {
                    for party in try #require(event[side] as? [[String: Any]]) { #expect(Set(party.keys) == Self.party) }
                }
            }
            for statement in try #require(record["statements"] as? [[String: Any]]) {
                #expect(Set(statement.keys) == Self.statement)
                if let speaker = statement["speaker"] as? [String: Any] { #expect(Set(speaker.keys) == Self.party) }
            }
        }
    }

    @Test("What is missing is written as null")
    func nulls() throws {
        let record = try Self.object(try Shipped.coder().code(Article(body: ["美国谴责俄罗斯。"], day: nil)))
        let article = try #require(record["article"] as? [String: Any])
        for key in ["url", "outlet", "published", "local_date", "clock"] { #expect(article[key] is NSNull, "\(key)") }
        let event = try #require((record["events"] as? [[String: Any]])?.first)
        for key in ["date", "place", "source", "aux"] { #expect(event[key] is NSNull, "\(key)") }
    }

    @Test("An article with nothing in it has empty lists")
    func empty() throws {
        let record = try Self.object(try Shipped.coder().code(Article(body: [])))
        for key in ["sentences", "events", "statements", "channels", "commitments", "forecasts", "figures"] {
            #expect((record[key] as? [Any])?.isEmpty == true, "\(key)")
        }
    }

    static let hostile = [
        "\"\\/\u{8}\u{c}\n\r\t", "\u{0}\u{1}\u{1F}\u{7F}", "\u{2028}\u{2029}", "</script><!--", "😀👨‍👩‍👧\u{FE0F}", "a\u{FEFF}\u{200B}\u{202E}",
        "\u{10FFFF}\u{FFFE}\u{FFFF}", "{\"schema\": null}", "\\u0000", "e\u{301}\u{301}",
    ]

    @Test("Hostile text comes back from the record as it went in, in one line", arguments: hostile)
    func hostileText(_ text: String) throws {
        let article = Article(title: text, body: ["美国谴责俄罗斯。“" + text + "我们反对这样的做法，”普京说。"], path: text)
        let line = try Shipped.coder().code(article).jsonLine()
        #expect(!line.unicodeScalars.contains("\n") && !line.unicodeScalars.contains("\r"))
        let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let written = try #require(record["article"] as? [String: Any])
        #expect((written["title"] as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        #expect((written["text"] as? String).map { Array($0.unicodeScalars) } == Array(article.text.unicodeScalars))
    }

    @Test("Events' identifiers are the article's with a running number, scores and codes the type's own")
    func codes() throws {
        for coded in try Shipped.coded() {
            #expect(coded.events.map(\.id) == coded.events.indices.map { "\(coded.article.id)-\($0)" })
            for event in coded.events {
                let codes = try Shipped.coder().world.plover.codes(event.type, mode: event.mode)
                #expect(event.quad == codes.quad && event.score == codes.score && event.cameo == codes.cameo)
                #expect((0...1).contains(event.confidence))
                #expect(event.aux.map { ["future", "hypothetical", "negation", "historical"].contains($0) } ?? true)
                #expect(!event.actors.isEmpty)
            }
        }
    }

    @Test("The same article gives the same line")
    func repeatable() throws {
        for (article, coded) in zip(try Shipped.articles(), try Shipped.coded()).prefix(12) {
            #expect(try Shipped.coder().code(article).jsonLine() == coded.jsonLine())
        }
    }
}
