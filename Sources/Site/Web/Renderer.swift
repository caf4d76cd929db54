import Mustache

/// Fills the templates under `Resources/templates`.
struct Renderer: Sendable {
    private let libraries: [Language: MustacheLibrary]

    /// - Throws: ``SiteError`` where a template is damaged or asks for words that the site has not.
    init(_ resources: Resources, _ words: Words) throws {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        let files = try resources.list("templates").filter { $0.hasSuffix(".mustache") }
        let texts = try files.map { (file: $0, text: try resources.text("templates/\($0)")) }
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            var templates: [String: MustacheTemplate] = [:]
            for (file, text) in texts {
                // The pragma goes before every template, so that none can forget it and fall back to another escape.
                let text = "{{% CONTENT_TYPE:\(PageText.name)}}" + (try Self.worded(text, file, words.all(language)))
                do {
                    templates[String(file.dropLast(9))] = try MustacheTemplate(string: text)
                } catch {
                    throw SiteError.damaged(file: file, reason: "\(error)")
                }
            }
            libraries[language] = MustacheLibrary(templates: templates)
        }
        self.libraries = libraries
    }

    /// - Throws: ``SiteError/missing(file:)`` where there is no such template.
    func render(_ page: Fields, template: String, _ language: Language) throws -> String {
        guard let text = libraries[language]?.render(page, withTemplate: template) else {
            throw SiteError.missing(file: "\(template).mustache")
        }
        return text
    }

    /// A template with a language's words in place of `{{t.key}}`: they are the same on every page, and looking each up anew took a third of the time.
    private static func worded(_ text: String, _ file: String, _ words: [String: String]) throws -> String {
        try text.replacing(/\{\{t\.([A-Za-z0-9-]+)\}\}/) { match in
            guard let word = words[String(match.1)] else {
                throw SiteError.damaged(file: file, reason: "there are no words for \(match.1)")
            }
            guard !word.contains("{{") else { throw SiteError.damaged(file: "words.txt", reason: "\(match.1) would be read as a template") }
            return escaped(word)
        }
    }
}
