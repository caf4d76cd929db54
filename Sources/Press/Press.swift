/// Press reads news in the forms it is kept in and gives ``Article`` values: clean text, passages, outlet and time.
///
/// The front door: ``Press/files(under:)`` lists what to read, ``Press/read(_:path:)`` reads one file's bytes.
/// A form is recognised by looking at the bytes, never by the file's name.
public struct Press: Sendable {
    let outlets: Outlets

    public init(outlets: Outlets) { self.outlets = outlets }
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
