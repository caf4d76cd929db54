/// Press reads news in the forms it is kept in and gives ``Article`` values: clean text, passages, outlet and time.
///
/// The front door: ``Press/files(under:)`` lists what to read, ``Press/read(_:path:)`` reads one file's bytes, ``Parts`` takes a large file apart. On the way
///
/// 1. archives and compressed files are opened (`Archive`), WARC records taken out (`Forms/Warc`);
/// 2. bytes become UTF-8 (`Charset`);
/// 3. the form is recognised by looking at the text, never by the file's name, and a reader per form (`Forms`) makes a `Draft` of each
///    article: title, link, clocks, HTML or plain blocks;
/// 4. HTML becomes blocks (`Html`), blocks become passages by the outlet's rules (`Sorter`, `Outlets`), clocks are weighed (`Clock`), and
///    the `Composer` puts the article together.
///
/// Nothing visible is lost: every character of the source's text stands in exactly one passage, boilerplate marked as such.
public struct Press: Sendable {
    /// The largest file, and the largest member of an archive, that is read as one text; a larger one is a problem, unless it can be read in
    /// ``Parts``.
    public static let largest = 256 << 20
    /// What to say of a larger one.
    public static let tooLarge = "the file is larger than 256 MB; split it"

    /// The longest single text, in bytes with its markup: the longest of 12,000 articles has 0.2 MB.
    static let longestText = 16 << 20

    public let outlets: Outlets

    public init(outlets: Outlets) { self.outlets = outlets }

    /// Reads one file's bytes in whichever form they are. Never throws: what cannot be read is a problem with its mend.
    /// Time and memory grow in line with the bytes, of an archive with the bytes it unpacks to (at most 1 GB, and 200 times its size).
    /// A member of an archive has the path `archive/member`.
    public func read(_ bytes: [UInt8], path: String) -> Reading {
        guard bytes.count <= Press.largest else {
            return Reading(articles: [], problems: [Problem(path: path, message: Press.tooLarge)])
        }
        var opener = Opener(composer: Composer(outlets: outlets))
        opener.open(Item(bytes: bytes, path: path), depth: 0)
        return Reading(articles: opener.articles, problems: shortened(opener.problems, path))
    }
}

/// An archive of nothing but damage is not described member by member.
private func shortened(_ problems: [Problem], _ path: String) -> [Problem] {
    guard problems.count > 100 else { return problems }
    return problems.prefix(100) + [Problem(path: path, message: "and \(problems.count - 100) more problems like these; unpack it and look")]
}

/// One way in which news is kept.
protocol Form: Sendable {
    /// For messages: “a feed”, “a page”.
    var name: String { get }
    /// Whether it is made to hold any number of texts.
    var holdsMany: Bool { get }
    /// Looks at the first bytes; cheap.
    func recognises(_ text: ArraySlice<UInt8>) -> Bool
    /// The texts it holds, and what could not be read of them.
    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problems: [String])
}

extension Form {
    var holdsMany: Bool { false }
}

/// What one file held: its articles, and what could not be read.
public struct Reading: Sendable {
    public let articles: [Article]
    public let problems: [Problem]

    public init(articles: [Article], problems: [Problem]) {
        self.articles = articles
        self.problems = problems
    }
}

/// An item that could not be read, and how to mend it.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    public let path: String
    public let message: String

    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    public var description: String { "\(path): \(message)" }
}
