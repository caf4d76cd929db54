import Coding
import Foundation
import Ledger
import Press
import World

@testable import Site

/// A small record made by hand: dispatches in the project's own words.
enum Sample {
    /// A dispatch's sentence and what is coded in it.
    struct Line {
        let text: String
        var trigger = ""
        var type = EventType.consult
        var quad = QuadClass.verbalCooperation
        var score = 1.0
        var actors: [(word: String, code: String)] = []
        var recipients: [(word: String, code: String)] = []
        var date: String?
        var aux: String?
        var mode: String?
        var speaker: (word: String, code: String)?
    }

    static let visit = Line(
        text: "中国外长王毅3月2日在北京同日本外务大臣林芳正举行会谈。", trigger: "会谈", score: 2.5, actors: [("王毅", "CHN"), ("林芳正", "JPN")], date: "2023-03-02")
    static let accusation = Line(
        text: "日本政府谴责中国海警船3月5日驶入有争议的海域。", trigger: "谴责", type: .accuse, quad: .verbalConflict, score: -2, actors: [("日本政府", "JPN")],
        recipients: [("中国", "CHN")], date: "2023-03-05")
    static let sanction = Line(
        text: "美国商务部4月10日把一家中国企业列入出口管制清单。", trigger: "列入", type: .sanction, quad: .materialConflict, score: -6,
        actors: [("美国商务部", "USA")], recipients: [("中国企业", "CHN")], date: "2023-04-10")

    static let words = Line(text: "王毅说两国应当相向而行。", speaker: ("王毅", "CHN"))

    /// The id of one of the sample's events.
    static let eventID: String = {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString).ledger").path
        defer { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ending) } }
        guard let ledger = try? Ledger(path: file), (try? ledger.ingest(articles())) != nil, (try? ledger.reconcile()) != nil else {
            return ""
        }
        return (try? ledger.events().first?.id) ?? ""
    }()

    /// More articles, several on one day.
    static func many() -> [CodedArticle] {
        (0..<9).map { number in
            var line = accusation
            line.date = "2023-05-0\(number / 3 + 1)"
            return article(
                "c00000000000000\(number)", "第\(number)篇", outlet: "晨报", day: "2023-05-0\(number / 3 + 1)",
                [line, number % 2 == 0 ? words : visit])
        }
    }

    static func articles() -> [CodedArticle] {
        [
            article("a000000000000001", "中日外长在北京会谈", outlet: "晨报", day: "2023-03-02", [visit, Line(text: "双方同意保持沟通。"), words]),
            article("a000000000000002", "中日外長會談", outlet: "晚報", day: "2023-03-03", script: "Hant", [visit]),
            article("a000000000000003", "东京抗议海警船", outlet: "晚报", day: "2023-03-06", [accusation]),
            article("a000000000000004", hostileTitle, outlet: "<b>恶</b>", day: "2023-04-11", url: "javascript:alert(1)", [sanction]),
        ]
    }

    /// Breaks out of elements and attributes where an escape goes by `Character`: the quotation mark carries a combining accent.
    static let hostileTitle = "<script>alert(1)</script>\"\u{301} onmouseover=\"x' & <img src=x>"

    static func article(
        _ id: String, _ title: String, outlet: String, day: String, script: String = "Hans", url: String? = nil, _ lines: [Line]
    ) -> CodedArticle {
        let boilerplate = "本报版权所有"
        let body = lines.map(\.text).joined()
        let text = "\(title)\n\n\(body)\n\n\(boilerplate)"
        let bodyStart = title.unicodeScalars.count + 2
        let bodyEnd = bodyStart + body.unicodeScalars.count
        var sentences = [0..<title.unicodeScalars.count]
        var events: [EventMention] = []
        var start = bodyStart
        for line in lines {
            let range = start..<(start + line.text.unicodeScalars.count)
            if !line.trigger.isEmpty { events.append(mention("\(id)-\(events.count + 1)", line, sentence: sentences.count, at: start)) }
            sentences.append(range)
            start = range.upperBound
        }
        let article = Article(
            id: id, path: "\(id).md", url: url ?? "https://news.example/\(id)", title: title, outlet: outlet, site: "news.example",
            published: ISO8601DateFormatter().date(from: "\(day)T08:00:00Z"), localDate: day, clock: "text", text: text,
            passages: [
                Passage(kind: .title, start: 0, end: title.unicodeScalars.count), Passage(kind: .body, start: bodyStart, end: bodyEnd),
                Passage(kind: .boilerplate, start: bodyEnd + 2, end: bodyEnd + 2 + boilerplate.unicodeScalars.count),
            ])
        return CodedArticle(
            article: article, script: script, sentences: sentences, events: events, statements: statements(lines, from: bodyStart))
    }

    /// What the lines' speakers say: a line that begins with a name and 说 is a statement.
    private static func statements(_ lines: [Line], from bodyStart: Int) -> [Statement] {
        var start = bodyStart
        var found: [Statement] = []
        for (index, line) in lines.enumerated() {
            if let speaker = line.speaker {
                let party = Party(code: speaker.code, name: speaker.word, kind: "person", sector: "GOV", office: nil, span: nil)
                let end = start + line.text.unicodeScalars.count
                found.append(
                    Statement(
                        speaker: party, verb: "说", span: Span(text: line.text, start: start, end: end), direct: false,
                        sentences: [index + 1]))
            }
            start += line.text.unicodeScalars.count
        }
        return found
    }

    static func mention(_ id: String, _ line: Line, sentence: Int, at start: Int) -> EventMention {
        func span(_ word: String) -> Span {
            let before = line.text.firstRange(of: word).map { line.text[..<$0.lowerBound].unicodeScalars.count } ?? 0
            return Span(text: word, start: start + before, end: start + before + word.unicodeScalars.count)
        }
        func party(_ side: (word: String, code: String)) -> Party {
            Party(code: side.code, name: side.word, kind: "person", sector: "GOV", office: nil, span: span(side.word))
        }
        return EventMention(
            id: id, sentence: sentence, trigger: span(line.trigger), type: line.type, mode: line.mode, contexts: ["diplomatic"],
            quad: line.quad,
            score: line.score, cameo: "040", actors: line.actors.map(party), recipients: line.recipients.map(party), aux: line.aux,
            date: line.date.map { DateSpan(start: $0, end: $0, precision: $0.count == 10 ? "day" : "month", text: nil) }, place: nil,
            source: nil,
            confidence: 0.8)
    }

    static let names = Names([
        "CHN": Names.Entry(zh: "中国", hant: "中國", en: "China"), "JPN": Names.Entry(zh: "日本", hant: "日本", en: "Japan"),
        "USA": Names.Entry(zh: "美国", hant: "美國", en: "United States"),
    ])

    /// What a site is told.
    static func options(_ change: (inout Site.Options) -> Void) -> Site.Options {
        var options = Site.Options()
        change(&options)
        return options
    }

    /// Does something with a site over a record in a folder of its own, which is gone afterwards.
    static func with<Outcome>(
        _ articles: [CodedArticle] = articles(), coder: Coder? = nil, options: Site.Options = .init(),
        _ body: (Site) async throws -> Outcome
    ) async throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let simplified: [Character: Character] = ["會": "会", "談": "谈"]
        let ledger = try Ledger(path: folder.appendingPathComponent("sample.ledger").path) { String($0.map { simplified[$0] ?? $0 }) }
        try ledger.ingest(articles)
        try ledger.reconcile()
        var options = options
        options.coder = coder
        return try await body(try Site(ledger: ledger, names: names, options: options))
    }
}
