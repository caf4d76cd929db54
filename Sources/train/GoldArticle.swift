import Foundation

/// A hand-coded article, as the gold folder keeps it.
struct GoldArticle: Decodable, Sendable {
    let path: String
    let events: [Event]

    struct Event: Decodable, Sendable {
        let trigger: String
        let type: String
        let mode: String?
        let actors: [String]
        let recipients: [String]
        let aux: String?
        let date: String?
        let sentence: String
        let optional: Bool?
    }

    /// The articles of a folder, in order of their files' names.
    static func all(in folder: String) throws -> [GoldArticle] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted().map { name in
            let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
            return try JSONDecoder().decode(GoldArticle.self, from: data)
        }
    }
}
