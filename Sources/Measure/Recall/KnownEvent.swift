import Foundation
import Prose
import Tables
import World

/// An event known from elsewhere, which a record of the same days should hold.
public struct KnownEvent: Sendable, Hashable, Identifiable {
    public let id: String
    public let first: Day
    public let last: Day
    public let actors: [String]
    /// Empty where all parties act together.
    public let recipients: [String]
    /// The types that a careful coder might give it.
    public let types: Set<EventType>
    /// Groups of words; the evidence should hold every word of one of them. Empty: any evidence will do.
    public let keywords: [[String]]
    /// Articles of the archive that report it; nil where nobody counted.
    public let articles: Int?
    /// What happened, in a sentence.
    public let gist: String

    public init(
        id: String, first: Day, last: Day? = nil, actors: [String], recipients: [String] = [], types: Set<EventType>,
        keywords: [[String]] = [],
        articles: Int? = nil, gist: String = ""
    ) {
        self.id = id
        self.first = first
        self.last = last ?? first
        self.actors = actors
        self.recipients = recipients
        self.types = types
        self.keywords = keywords
        self.articles = articles
        self.gist = gist
    }

    /// Reads a timeline: one JSON object a line, with `id`, `date`, `actors`, `recipients`, `types`, and optionally `date_end`, `keywords_zh`, `in_corpus`
    /// and `gist_en`.
    /// - Parameter file: the name that problems are reported under.
    /// - Throws: `TableProblem` naming file and line.
    public static func timeline(_ text: String, file: String) throws -> [KnownEvent] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            if line.allSatisfy(\.isWhitespace) { return nil }
            do {
                return try KnownEvent(decoder.decode(Line.self, from: Data(line.utf8)))
            } catch {
                throw TableProblem(file: file, line: index + 1, message: Self.complaint(error))
            }
        }
    }

    private init(_ line: Line) throws {
        let days = try [line.date, line.dateEnd ?? line.date].map { text in
            guard let day = Day(iso: text) else { throw Mistake(text: "“\(text)” is no day; write YYYY-MM-DD") }
            return day
        }
        guard days[0] <= days[1] else { throw Mistake(text: "date_end is before date") }
        let types = try line.types.map { name in
            guard let type = EventType(rawValue: name) else { throw Mistake(text: "“\(name)” is none of PLOVER's types") }
            return type
        }
        guard !line.actors.isEmpty else { throw Mistake(text: "actors must name a party") }
        self.init(
            id: line.id, first: days[0], last: days[1], actors: line.actors, recipients: line.recipients ?? [], types: Set(types),
            keywords: line.keywordsZh ?? [],
            articles: line.inCorpus, gist: line.gistEn ?? "")
    }

    private struct Mistake: Error { let text: String }

    private static func complaint(_ error: any Error) -> String {
        switch error {
        case let mistake as Mistake: mistake.text
        case DecodingError.keyNotFound(let key, _): "“\(key.stringValue)” is missing"
        case DecodingError.typeMismatch(_, let context): "“\(context.codingPath.first?.stringValue ?? "")” has the wrong kind of value"
        default: "not a JSON object; give one on each line"
        }
    }

    /// The line as it is written, in snake case there.
    private struct Line: Decodable {
        let id: String
        let date: String
        let dateEnd: String?
        let actors: [String]
        let recipients: [String]?
        let types: [String]
        let keywordsZh: [[String]]?
        let inCorpus: Int?
        let gistEn: String?
    }
}
