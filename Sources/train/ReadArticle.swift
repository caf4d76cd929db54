import Coding
import Foundation
import Press

/// What a reader said of some of an article's words.
protocol ReadMark: Decodable, Sendable {
    /// What a line calls all of them.
    static var plural: String { get }
}

/// What readers said of an article's words, by their places in its text and without any of it: a line of `Training/references.jsonl` or `quotations.jsonl`.
struct ReadArticle<Mark: ReadMark>: Decodable, Sendable {
    let path: String
    /// The hash of the text in which places are counted, see `Study.hash`.
    let hash: String
    let marks: [Mark]

    init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: Name.self)
        path = try line.decode(String.self, forKey: Name(stringValue: "path"))
        hash = try line.decode(String.self, forKey: Name(stringValue: "hash"))
        marks = try line.decode([Mark].self, forKey: Name(stringValue: Mark.plural))
    }

    /// Whether a text's hash is that of the text that was read; where it is not, standard error is told.
    func isOf(_ hash: String) -> Bool {
        if hash != self.hash { FileHandle.standardError.write(Data("\(path): its text is not the one that was read, left out\n".utf8)) }
        return hash == self.hash
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// The objects of a file that has one a line.
func jsonLines<Line: Decodable>(of path: String) throws -> [Line] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { try decoder.decode(Line.self, from: $0) }
}
