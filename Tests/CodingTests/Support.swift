import Coding
import Foundation
import Press
import Prose
import Testing
import World

/// The shipped knowledge and the sample archive, loaded once for all tests.
enum Shipped {
    private static let loaded = Result {
        let folder = try World.folder()
        return try Coder(world: World.load(from: folder), folder: folder)
    }

    static func coder() throws -> Coder { try loaded.get() }

    private static let archive = Result {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Examples/archive")
        let press = Press(outlets: try Outlets.load(from: World.folder()))
        return try Press.files(under: [root.standardizedFileURL.path]).files.flatMap { path in
            press.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), path: (path as NSString).lastPathComponent).articles
        }
    }

    /// The articles of the sample archive.
    static func articles() throws -> [Article] { try archive.get() }

    private static let archiveCoded = Result { try articles().map { try coder().code($0) } }

    static func coded() throws -> [CodedArticle] { try archiveCoded.get() }
}

extension Article {
    /// An article of a title, where there is one, and a body of paragraphs, published on Wednesday 20 September 2023.
    init(title: String? = nil, body: [String], day: String? = "2023-09-20", path: String = "test", site: String? = nil) {
        var text = ""
        var passages: [Passage] = []
        for (kind, words) in [(Passage.Kind.title, title)].compactMap({ pair in pair.1.map { (pair.0, $0) } }) + body.map({ (.body, $0) }) {
            if !passages.isEmpty { text += "\n\n" }
            let start = text.unicodeScalars.count
            text += words
            passages.append(Passage(kind: kind, start: start, end: text.unicodeScalars.count))
        }
        self.init(
            id: "00112233445566aa", path: path, url: nil, title: title ?? "", outlet: nil, site: site, published: nil, localDate: day,
            clock: nil,
            text: text, passages: passages)
    }

    /// The same article in other words of the same length.
    func rewritten(_ change: (String) -> String) -> Article {
        Article(
            id: id, path: path, url: url, title: change(title), outlet: outlet, site: site, published: published, localDate: localDate,
            clock: clock, text: change(text), passages: passages, flags: flags)
    }
}

/// The words that `[start, end)` in code points cuts from a text.
func words(_ text: String, _ start: Int, _ end: Int) -> String {
    let scalars = text.unicodeScalars
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.dropFirst(start).prefix(max(0, end - start)))
    return String(view)
}

/// A generator of the same numbers in every run (SplitMix64, Steele et al. 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
