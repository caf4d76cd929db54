import Foundation
import Hummingbird

/// One request as the pages see it: which language, which questions, a page or its JSON twin.
struct Visit: Sendable {
    /// Without `.json`.
    let path: String
    let query: Query
    let language: Language
    let wantsJSON: Bool
    /// Whether the address itself asks for JSON.
    let isTwin: Bool
    /// Whether the reader chose the language with this very request, so that a cookie should keep it.
    let choosesLanguage: Bool

    static let cookie = "lang"

    init(_ request: Request) {
        let path = request.uri.path
        isTwin = path.hasSuffix(".json")
        let plain = isTwin ? String(path.dropLast(5)) : path
        self.path = plain == "/index" ? "/" : plain
        // One more than is read, so that the page can tell that a text was cut.
        query = self.path == "/explain" ? Query(request.uri.query, longest: ExplainPage.longest + 1) : Query(request.uri.query)
        let chosen = query["lang"].flatMap(Language.init)
        choosesLanguage = chosen != nil
        language =
            chosen ?? request.cookies[Self.cookie].flatMap { Language(rawValue: $0.value) }
            ?? Language.preferred(by: request.headers[.acceptLanguage])
        let accept = request.headers[.accept] ?? ""
        wantsJSON =
            isTwin || path.hasPrefix("/api/") || path == "/mcp" || (accept.contains("application/json") && !accept.contains("text/html"))
    }

    /// A page without questions, as nobody in particular asks for it.
    init(path: String, language: Language) {
        self.path = path
        self.language = language
        query = Query(nil)
        wantsJSON = false
        isTwin = false
        choosesLanguage = false
    }

    /// This page in the other language.
    func address(in language: Language) -> String { path + query.with("lang", language.rawValue).text }

    /// The parts of the path, their escapes undone.
    var parts: [String] { path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) } }

    /// The last part of the path, its escapes undone.
    var name: String {
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        return last.removingPercentEncoding ?? last
    }
}
