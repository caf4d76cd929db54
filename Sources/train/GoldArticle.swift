import Foundation
import Press

/// A hand-coded article: from a gold folder, which quotes its sentences, or from this project's own codings, which keep only places.
struct GoldArticle: Decodable, Sendable {
    let path: String
    let events: [Event]
    let quotes: [Quote]?
    /// The hashes of the sentences that were read; nil where the whole article was.
    let sentences: [String]?

    struct Quote: Decodable, Sendable {
        /// The quotation's first words.
        let text: String
        let speaker: String
        let optional: Bool?
    }

    struct Event: Decodable, Sendable {
        /// A gold sentence's words; in our own codings the hash of the sentence without white space, see `Study.hash`.
        let sentence: String
        /// The trigger's words, in a gold folder.
        let trigger: String?
        /// Where the trigger stands in the sentence without white space, in our own codings.
        let start: Int?
        let length: Int?
        let type: String
        let mode: String?
        let actors: [String]
        let recipients: [String]
        let aux: String?
        let date: String?
        let optional: Bool?
    }

    /// The articles of a folder (one JSON file each, by name) or of a file (one a line).
    static func all(in path: String) throws -> [GoldArticle] {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard isFolder.boolValue else { return try jsonLines(of: path) }
        let decoder = JSONDecoder()
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".json") }.sorted().map { name in
            try decoder.decode(GoldArticle.self, from: Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name)))
        }
    }

    /// The article itself as it is read today; nil, with a word on standard error, where it is not found.
    func article(under base: String, _ press: Press) -> Article? { press.article(at: path, under: base) }
}

extension Press {
    /// The first article of a file; nil, with a word on standard error, where there is none to read.
    func article(at path: String, under base: String) -> Article? {
        let article = FileManager.default.contents(atPath: base + "/" + path).flatMap { read([UInt8]($0), path: path).articles.first }
        if article == nil { FileHandle.standardError.write(Data("\(path): not found or not readable, left out\n".utf8)) }
        return article
    }
}
