import Press

/// Articles as one page that needs nothing from elsewhere: pictures are links, nothing is fetched when it is opened.
struct ArticleHtml: ArticlePrinter {
    var opening: [String] {
        [
            "<!doctype html>", "<html lang=\"zh\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "<title>Rapport</title>", "<style>",
            "body { max-width: 42em; margin: auto; padding: 1em; line-height: 1.7; color-scheme: light dark }",
            "article { border-bottom: 1px solid; padding-bottom: 1em } .caption { font-style: italic } .byline { font-weight: 600 }",
            ".boilerplate, .about { opacity: .65; font-size: .85em } .lead { font-size: 1.1em } [data-kind]::before { content: attr(data-kind) ' ';",
            "font-size: .7em; opacity: .6 }", "</style>", "</head>", "<body>",
        ]
    }

    var closing: [String] { ["</body>", "</html>"] }

    func lines(_ article: Article, _ repeats: [Repeat]) -> [String] {
        let scalars = Array(article.text.unicodeScalars)
        var links = article.links[...]
        var lines = ["<article>"]
        for passage in article.passages {
            let own = links.prefix { $0.end <= passage.end }
            links = links.dropFirst(own.count)
            lines.append(element(passage, content(scalars, passage, own)))
        }
        let about = [article.outlet, article.localDate, article.clock.map { "clock: \($0)" }, article.certainty?.rawValue].compactMap { $0 }
        lines.append("<p class=\"about\">\(escaped(about.joined(separator: " · ")))</p>")
        for note in article.flags + repeats.map({ "\($0)" }) { lines.append("<p class=\"about\">! \(escaped(note))</p>") }
        if let url = article.url { lines.append("<p class=\"about\">\(anchor(url, escaped(url)))</p>") }
        for picture in article.pictures { lines.append("<p class=\"about\">\(anchor(picture.source, escaped(picture.source)))</p>") }
        return lines + ["</article>"]
    }

    private func element(_ passage: Passage, _ content: String) -> String {
        switch passage.kind {
        case .title: return "<h1>\(content)</h1>"
        case .heading: return "<h2>\(content)</h2>"
        case .body where passage.role != .row: return "<p\(passage.role == .lead ? " class=\"lead\"" : "")>\(content)</p>"
        default:
            let kind = passage.role?.rawValue ?? passage.kind.rawValue
            return "<p class=\"\(passage.kind.rawValue)\" data-kind=\"\(kind)\">\(content)</p>"
        }
    }

    private func content(_ scalars: [Unicode.Scalar], _ passage: Passage, _ links: ArraySlice<Link>) -> String {
        var html = ""
        var at = passage.start
        for link in links where link.start >= at {
            html += escaped(scalars[at..<link.start]) + anchor(link.target, escaped(scalars[link.start..<link.end]))
            at = link.end
        }
        return html + escaped(scalars[at..<passage.end])
    }

    /// Only addresses of the web are followed.
    private func anchor(_ target: String, _ content: String) -> String {
        guard target.hasPrefix("https://") || target.hasPrefix("http://") else { return content }
        return "<a href=\"\(escaped(target))\" rel=\"noreferrer\">\(content)</a>"
    }

    private func escaped(_ text: String) -> String { escaped(Array(text.unicodeScalars)[...]) }

    private func escaped(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        for scalar in scalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
