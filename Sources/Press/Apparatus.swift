/// A run of the text that leads elsewhere.
public struct Link: Sendable, Hashable, Codable {
    /// First code point of the article's text.
    public let start: Int
    /// One past the last code point.
    public let end: Int
    /// Absolute where the article's own link is known; as written otherwise.
    public let target: String

    public init(start: Int, end: Int, target: String) {
        self.start = start
        self.end = end
        self.target = target
    }
}

/// A picture of an article, with the passages that belong to it.
public struct Picture: Sendable, Hashable, Codable {
    /// The original's address, where the source shows it through a proxy.
    public let source: String
    /// The proxy's address, nil where the picture was shown from where it lies.
    public let proxy: String?
    /// Alternative text in words.
    public let alternative: String?
    /// Indexes among the article's passages: captions and credits.
    public let passages: [Int]
    /// Pictures with nothing but captions between them share a gallery, counted from 1; nil for one that stands alone.
    public let gallery: Int?

    public init(source: String, proxy: String? = nil, alternative: String? = nil, passages: [Int] = [], gallery: Int? = nil) {
        self.source = source
        self.proxy = proxy
        self.alternative = alternative
        self.passages = passages
        self.gallery = gallery
    }
}

/// A table of figures. Each of its rows is a passage.
public struct Grid: Sendable, Hashable, Codable {
    public struct Row: Sendable, Hashable, Codable {
        /// Index among the article's passages.
        public let passage: Int
        /// First code point and one past the last of each cell, in the article's text; an empty cell is an empty range.
        public let cells: [Range<Int>]

        public init(passage: Int, cells: [Range<Int>]) {
            self.passage = passage
            self.cells = cells
        }
    }

    public let rows: [Row]

    public init(rows: [Row]) { self.rows = rows }
}
