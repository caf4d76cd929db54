import Mustache

/// Fills the templates under `Resources/templates`.
struct Renderer: Sendable {
    private let library: MustacheLibrary

    init(_ resources: Resources) throws {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        var templates: [String: MustacheTemplate] = [:]
        for file in try resources.list("templates") where file.hasSuffix(".mustache") {
            // The pragma goes before every template, so that none can forget it and fall back to another escape.
            let text = "{{% CONTENT_TYPE:\(PageText.name)}}" + (try resources.text("templates/\(file)"))
            do {
                templates[String(file.dropLast(9))] = try MustacheTemplate(string: text)
            } catch {
                throw SiteError.damaged(file: file, reason: "\(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    /// - Throws: ``SiteError/missing(file:)`` where there is no such template.
    func render(_ page: some Sendable, template: String) throws -> String {
        guard let text = library.render(Fields(page), withTemplate: template) else { throw SiteError.missing(file: "\(template).mustache") }
        return text
    }
}
