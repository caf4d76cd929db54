import Foundation

/// One published text, as Press hands it on: clean text cut into passages, with its outlet and its time.
///
/// Every offset counts Unicode code points (scalars) of `text`, as W3C Web Annotation's text position selector does.
public struct Article: Sendable, Hashable {
    /// Stable over runs and machines: sixteen hexadecimal digits over the link, or over path and title where there is none.
    public let id: String
    /// As given on the command line, relative where it was given so.
    public let path: String
    public let url: String?
    /// Without the outlet's suffix.
    public let title: String
    /// The outlet's name in its usual form (美国之音), nil where unknown.
    public let outlet: String?
    /// The outlet's site (`voachinese.com`), nil where there is no link.
    public let site: String?
    /// The instant of publication, nil where no clock could be read.
    public let published: Date?
    /// The outlet's own calendar day, `YYYY-MM-DD`: what 今天 means in the text.
    public let localDate: String?
    /// Which clock `published` was taken from: `text`, `link`, `front matter`, `feed`, `comment`, `fetch`.
    public let clock: String?
    /// The passages' text, title first, a blank line between each two.
    public let text: String
    public let passages: [Passage]
    /// What was damaged and mended, one short sentence each.
    public let flags: [String]
    /// How far the local date can be trusted, nil where there is none.
    public let certainty: Certainty?
    /// The links in the text, in its order.
    public let links: [Link]
    /// The article's own pictures, in the order of the page.
    public let pictures: [Picture]
    /// Tables of figures; a page laid out in a table is none.
    public let tables: [Grid]

    public init(
        id: String, path: String, url: String?, title: String, outlet: String?, site: String?, published: Date?, localDate: String?,
        clock: String?, text: String, passages: [Passage], flags: [String] = [], certainty: Certainty? = nil, links: [Link] = [],
        pictures: [Picture] = [], tables: [Grid] = []
    ) {
        self.id = id
        self.path = path
        self.url = url
        self.title = title
        self.outlet = outlet
        self.site = site
        self.published = published
        self.localDate = localDate
        self.clock = clock
        self.text = text
        self.passages = passages
        self.flags = flags
        self.certainty = certainty
        self.links = links
        self.pictures = pictures
        self.tables = tables
    }
}

extension Article {
    /// Each passage's own text, in the passages' order: one pass over ``text``, nothing copied.
    public var passageTexts: [Substring] {
        var text = text
        let places = text.withUTF8 { bytes in
            var cursor = CodePointCursor()
            return passages.map { passage in
                (cursor.byte(of: passage.start, in: bytes), cursor.byte(of: passage.end, in: bytes))
            }
        }
        let start = text.utf8.startIndex
        return places.map { text[text.utf8.index(start, offsetBy: $0)..<text.utf8.index(start, offsetBy: $1)] }
    }
}

/// A place in UTF-8 that is moved from code point to code point.
private struct CodePointCursor {
    private var byte = 0
    private var codePoint = 0

    mutating func byte(of wanted: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if wanted < codePoint { self = CodePointCursor() }
        while codePoint < wanted, byte < bytes.count {
            byte += widthOfCodePoint(from: bytes[byte])
            codePoint += 1
        }
        return byte
    }
}

/// How many bytes a code point takes in UTF-8, by its first.
func widthOfCodePoint(from first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

/// How far an article's date can be trusted.
public enum Certainty: String, Sendable, Hashable, Codable, CaseIterable {
    /// The outlet's own: a time in the text, a feed's or page's own time, or an archive's clock on the day that the outlet names.
    case certain
    /// The day alone is the outlet's, or the archive's clock was set back by hours it is known to run ahead.
    case likely
    /// One clock of the archive that nothing confirms, or clocks that disagree.
    case doubtful
}

/// A run of an article's text.
public struct Passage: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case title, heading, body, caption, byline, boilerplate
    }

    /// What a passage does within its kind.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// Body: the opening paragraph.
        case lead
        /// Body: a row of a table.
        case row
        /// Byline: place and day of a dispatch (新华社北京2月10日电).
        case dateline
        /// Byline: who reported; who edited or translated; who the author is.
        case author, editor, biography
        /// Boilerplate: a broadcast's or the page's time line.
        case time
        /// Boilerplate: whose the text is; whose the picture is.
        case rights, credit
        /// Boilerplate: a feed service's footer.
        case feed
        /// Boilerplate: an editor's mark (（編輯：…）1100101), an agency's closing word (（完）), what the report draws upon.
        case mark, end, source
        /// Boilerplate: heads of and links to other articles; pleas to subscribe or follow; advertisements.
        case related, plea, advert
        /// Boilerplate: what stands for a player or an embedded post; a bare address; a word to the reader.
        case player, address, note
        /// Boilerplate: the page around the article; a rule or bullet; the headline once more.
        case around, ornament, headline
    }

    public let kind: Kind
    /// What it does within its kind, nil where nothing more is known.
    public let role: Role?
    /// First code point.
    public let start: Int
    /// One past the last code point.
    public let end: Int

    public init(kind: Kind, start: Int, end: Int, role: Role? = nil) {
        self.kind = kind
        self.role = role
        self.start = start
        self.end = end
    }
}
