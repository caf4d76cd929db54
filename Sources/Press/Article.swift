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

    public init(
        id: String, path: String, url: String?, title: String, outlet: String?, site: String?, published: Date?, localDate: String?,
        clock: String?, text: String, passages: [Passage], flags: [String] = []
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
    }
}

/// A run of an article's text.
public struct Passage: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case title, heading, body, caption, byline, boilerplate
    }

    public let kind: Kind
    /// First code point.
    public let start: Int
    /// One past the last code point.
    public let end: Int

    public init(kind: Kind, start: Int, end: Int) {
        self.kind = kind
        self.start = start
        self.end = end
    }
}
