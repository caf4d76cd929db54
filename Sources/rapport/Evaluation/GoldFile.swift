import Foundation
import Prose
import World

/// A hand-coded article as its file holds it (`GUIDELINES.md` beside the gold says what the members mean).
struct GoldFile: Decodable, Sendable {
    let path: String
    let events: [Event]
    let quotes: [Quote]?
    /// `no` where a reviewed article has mentions that nobody ruled on.
    let complete: String?

    struct Event: Decodable, Sendable {
        let sentence: String
        let trigger: String
        let type: EventType
        let mode: String?
        let actors: [String]
        let recipients: [String]
        let aux: String?
        let date: String?
        let optional: Bool?
    }

    struct Quote: Decodable, Sendable {
        let text: String
        let speaker: String
        let optional: Bool?
    }

    var isPartial: Bool { complete == "no" }

    /// The hand-coded articles of a folder: one JSON file each, in order of their names.
    /// - Throws: ``Complaint`` that names the file that cannot be read and says why.
    static func all(in folder: String) throws -> [GoldFile] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Complaint("\(folder): no such folder; name a folder of hand-coded articles, one JSON file each")
        }
        let files = names.filter { $0.hasSuffix(".json") }.sorted()
        guard !files.isEmpty else { throw Complaint("\(folder): no .json files in there; name a folder of hand-coded articles") }
        let decoder = JSONDecoder()
        return try files.map { name in
            let path = folder + "/" + name
            do {
                return try decoder.decode(GoldFile.self, from: Data(try readBytes(path)))
            } catch let error as DecodingError {
                throw Complaint("\(path): not a hand-coded article (\(reason(error)))")
            }
        }
    }

    func scored(_ folding: Folding) -> ScoredArticle {
        ScoredArticle(
            path: path, outlet: nil,
            events: events.map { event in
                ScoredEvent(
                    type: event.type, mode: event.mode, aux: event.aux, date: event.date, actors: event.actors,
                    recipients: event.recipients,
                    sentence: Wording(event.sentence, folding), trigger: Wording(event.trigger, folding),
                    isOptional: event.optional ?? false)
            },
            quotes: (quotes ?? []).filter { $0.optional != true }.map { quote in
                ScoredQuote(text: squeezed(quote.text, folding), speaker: squeezed(quote.speaker, folding))
            })
    }

    private static func reason(_ error: DecodingError) -> String {
        let (context, what) =
            switch error {
            case .keyNotFound(let key, let context): (context, "“\(key.stringValue)” is missing")
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context, context.debugDescription)
            @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), "\(error)")
            }
        let place = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }.joined(separator: ".")
        return place.isEmpty ? what : "\(place): \(what)"
    }
}
