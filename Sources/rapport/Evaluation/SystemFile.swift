import Coding
import Foundation
import Prose
import World

/// What a coder found, as `rapport code --format jsonl` prints it: as much of a line as scoring looks at.
struct SystemLine: Decodable {
    let article: Article
    let sentences: [[Int]]
    let events: [Event]
    let statements: [Statement]?

    struct Article: Decodable {
        let path: String
        let outlet: String?
        let text: String
    }

    struct Party: Decodable {
        let code: String?
        let name: String?
        let text: String?
    }

    struct Event: Decodable {
        let sentence: Int
        let trigger: Words
        let type: EventType
        let mode: String?
        let actors: [Party]
        let recipients: [Party]
        let aux: String?
        let date: DateSpan?
        let confidence: Double?
    }

    struct Words: Decodable { let text: String }

    struct DateSpan: Decodable {
        let start: String?
        let end: String?
    }

    struct Statement: Decodable {
        let speaker: Party?
        let text: String
        let direct: Bool?
    }

    /// The articles of a file of such lines.
    /// - Throws: ``Complaint`` with file and line.
    static func articles(in path: String, _ folding: Folding) throws -> [ScoredArticle] {
        let decoder = JSONDecoder()
        return try readBytes(path).split(separator: 0x0A).enumerated().map { number, line in
            guard let record = try? decoder.decode(SystemLine.self, from: Data(line)) else {
                throw Complaint("\(path):\(number + 1): not a line of rapport code --format jsonl")
            }
            return record.scored(folding)
        }
    }

    func scored(_ folding: Folding) -> ScoredArticle {
        let text = CodePoints(points: article.text)
        return ScoredArticle(
            path: article.path, outlet: article.outlet,
            events: events.map { event in
                let span = sentences.indices.contains(event.sentence) ? sentences[event.sentence] : []
                let range = span.count == 2 && span[0] <= span[1] ? (span[0]..<span[1]).clamped(to: text.indices) : 0..<0
                return ScoredEvent(
                    type: event.type, mode: event.mode, aux: event.aux, date: interval(event.date?.start, event.date?.end),
                    actors: Set(event.actors.compactMap(\.code)).sorted(), recipients: Set(event.recipients.compactMap(\.code)).sorted(),
                    sentence: Wording(text.string(range), folding), trigger: Wording(event.trigger.text, folding),
                    confidence: event.confidence)
            },
            quotes: (statements ?? []).filter { $0.direct ?? false }.map { quote($0.text, $0.speaker?.name, $0.speaker?.text, folding) })
    }
}

extension ScoredArticle {
    /// What was just coded.
    init(_ coded: CodedArticle, path: String, _ folding: Folding) {
        let text = CodePoints(points: coded.article.text)
        self.init(
            path: path, outlet: coded.article.outlet,
            events: coded.events.map { event in
                ScoredEvent(
                    type: event.type, mode: event.mode, aux: event.aux, date: interval(event.date?.start, event.date?.end),
                    actors: Set(event.actors.compactMap(\.code)).sorted(), recipients: Set(event.recipients.compactMap(\.code)).sorted(),
                    sentence: Wording(text.string(coded.sentences[event.sentence]), folding),
                    trigger: Wording(event.trigger.text, folding), confidence: event.confidence)
            },
            quotes: coded.statements.filter(\.direct).map { quote($0.span.text, $0.speaker?.name, $0.speaker?.span?.text, folding) })
    }
}

private func interval(_ start: String?, _ end: String?) -> String? {
    guard let start, !start.isEmpty else { return nil }
    guard let end, !end.isEmpty, end != start else { return start }
    return start + "/" + end
}

private func quote(_ text: String, _ speaker: String?, _ mention: String?, _ folding: Folding) -> ScoredQuote {
    let marks = Set("“「『\"".unicodeScalars.map(\.value))
    return ScoredQuote(
        text: CodePoints(squeezed(text, folding).drop { marks.contains($0) }), speaker: squeezed(speaker ?? "", folding),
        mention: squeezed(mention ?? "", folding))
}
