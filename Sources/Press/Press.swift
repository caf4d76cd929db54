/// Press reads news in the forms it is kept in and gives ``Article`` values: clean text, passages, outlet and time.
///
/// The front door: ``Press/files(under:)`` lists what to read, ``Press/read(_:path:)`` reads one file's bytes.
/// A form is recognised by looking at the bytes, never by the file's name.
public struct Press: Sendable {
    /// The largest file that is read; a larger one is a problem.
    public static let largest = 256 << 20

    public let outlets: Outlets

    public init(outlets: Outlets) { self.outlets = outlets }

    /// Reads one file's bytes in whichever form they are. Never throws: what cannot be read is a problem with its mend.
    /// Time and memory grow in line with the bytes.
    public func read(_ bytes: [UInt8], path: String) -> Reading {
        guard bytes.count <= Press.largest else {
            return Reading(articles: [], problems: [Problem(path: path, message: "the file is larger than 256 MB; split it")])
        }
        let (text, flags) = mended(bytes)
        let content = contentStart(text)
        guard content < text.count else {
            return Reading(articles: [], problems: [Problem(path: path, message: "the file is empty; remove it or fetch it again")])
        }
        let composer = Composer(outlets: outlets)
        var articles: [Article] = []
        var problems: [Problem] = []
        let wire = forms.first { $0.recognises(text[content...]) } ?? PlainForm()
        let found = wire.drafts(text[content...])
        for draft in found.drafts {
            var draft = draft
            draft.flags = flags + draft.flags
            let article = composer.article(draft, path: path)
            if article.passages.contains(where: { $0.kind != .title && $0.kind != .boilerplate }) {
                articles.append(article)
            } else if !article.title.isEmpty, article.url != nil {
                articles.append(article.flagged("nothing but a title"))
            } else {
                problems.append(Problem(path: path, message: "no article text found in \(wire.name); check that the file was saved whole"))
            }
        }
        if let problem = found.problem { problems.append(Problem(path: path, message: problem)) }
        return Reading(articles: articles, problems: problems)
    }

    private var forms: [any Form] { [PostForm(), FeedForm(), PageForm(), NotebookForm()] }
}

/// One way in which news is kept.
protocol Form: Sendable {
    /// For messages: “a feed”, “a page”.
    var name: String { get }
    /// Looks at the first bytes; cheap.
    func recognises(_ text: ArraySlice<UInt8>) -> Bool
    /// The texts it holds, and what kept it from being read to its end.
    func drafts(_ text: ArraySlice<UInt8>) -> (drafts: [Draft], problem: String?)
}

extension Article {
    fileprivate func flagged(_ flag: String) -> Article {
        Article(
            id: id, path: path, url: url, title: title, outlet: outlet, site: site, published: published, localDate: localDate,
            clock: clock,
            text: text, passages: passages, flags: flags + [flag])
    }
}

private func contentStart(_ text: [UInt8]) -> Int {
    text.firstIndex { $0 > 0x20 } ?? text.count
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
