import Coding
import Foundation
import Ledger
import Press
import Testing
import World

@testable import Site

/// Articles whose titles, words, outlets and links try to become markup, in the shapes of OWASP's list of ways around filters (XSS Filter Evasion
/// Cheat Sheet), read, coded and kept as any other, and then every page over them.
@Suite("Hostile articles")
struct HostileTests {
    /// Every shape names the mark `xq7`, as an element, an attribute or an address, so that one that gets through is seen.
    static let shapes = [
        "<xq7>", "<script>xq7</script>", "<SCRIPT SRC=//xq7.example/x.js></SCRIPT>", "<IMG SRC=\"javascript:xq7()\">",
        "<img src=x onerror=xq7()>",
        "<img src=`javascript:xq7`>", "<IMG \"\"\"><script>xq7()</script>\">", "<a onmouseover=\"xq7()\">x</a>", "\"><svg/onload=xq7()>",
        "'><svg onload=xq7()>", "\" onfocus=xq7() autofocus x=\"", "' onfocus=xq7() autofocus x='", "\"\u{301} onfocus=xq7() x=\"",
        "<\u{301}script>xq7</script>", "<scr<script>ipt>xq7</scr</script>ipt>", "<<script>xq7();//<</script>",
        "<script/xq7 src=x></script>",
        "</title><script>xq7</script>", "</textarea><xq7>", "</script><xq7>", "--><xq7>", "]]><xq7>", "<!--<xq7>-->", "<![CDATA[<xq7>]]>",
        "<iframe src=javascript:xq7></iframe>", "<object data=xq7></object>", "<embed src=xq7>", "<base href=//xq7.example>",
        "<meta http-equiv=refresh content=0;url=javascript:xq7>", "<link rel=stylesheet href=//xq7.example>",
        "<style>@import'//xq7.example'</style>",
        "<div style=\"background:url(javascript:xq7)\">", "<table background=javascript:xq7>", "<body onload=xq7()>",
        "<input type=image src=x onerror=xq7()>",
        "<details open ontoggle=xq7()>", "<math><mi//xlink:href=\"javascript:xq7\">", "<svg><animate onbegin=xq7() attributeName=x dur=1s>",
        "<form action=javascript:xq7><button>", "<a href=\"java&#09;script:xq7\">", "&lt;script&gt;xq7&lt;/script&gt;",
        "&#60;script&#62;xq7",
        "\\u003cscript\\u003exq7", "%3Cscript%3Exq7", "+ADw-script+AD4-xq7", "{{{xq7}}}", "{{>xq7}}", "{{=<% %>=}}<xq7>", "${xq7}",
        "javascript:xq7",
        "\u{202E}<xq7>\u{202C}", "\u{0}<xq7>", "<xq7\u{0}>", "\u{FEFF}<xq7>", "<xq7 \u{2028}>", "=xq7()", "<?xml-stylesheet href=xq7?>",
    ]

    @Test("no element and no attribute of theirs arrives in any page, feed or map", .timeLimit(.minutes(5)))
    func pages() async throws {
        let folder = try World.folder(nil)
        let world = try World.load(from: folder)
        let coder = try Coder(world: world, folder: folder)
        let press = Press(outlets: try Outlets.load(from: folder))
        let articles = (0..<100).flatMap { number -> [CodedArticle] in
            let source = Self.source(number)
            return press.read(Array(source.text.utf8), path: source.path).articles.map { coder.code($0) }
        }
        #expect(articles.count >= 100)
        try await Sample.with(articles, coder: coder) { site async throws in
            let events = try site.ledger.events()
            #expect(!events.isEmpty, "the sentences around the shapes are coded")
            let shape = Query.encoded(Self.shapes[0])
            let people = try site.ledger.people(limit: 20).map { Address.person($0.person) }
            let outlets = try site.ledger.outlets().map { Address.outlet($0.name) }
            let pages =
                ["/", "/relations", "/parties", "/people", "/outlets", "/about", "/search?q=xq7", "/relations/CHN-JPN", "/parties/CHN"]
                + Self.shapes.map { "/search?q=\(Query.encoded($0))" } + Self.shapes.map { "/explain?text=\(Query.encoded($0))" }
                + [
                    "/relations/CHN-JPN?month=\(shape)", "/relations?of=\(shape)", "/\(shape)", "/articles/\(shape)",
                    "/people/CHN/\(shape)", "/outlets/\(shape)",
                ]
                + articles.flatMap { ["/articles/\($0.article.id)", "/articles/\($0.article.id)?pictures=1"] }
                + events.map { "/events/\($0.id)" } + people + outlets
                + ["/feeds/events", "/feeds/search?q=xq7", "/feeds/relations/CHN-JPN", "/sitemap.xml"]
            for page in pages {
                let answer = try await get(page, of: site)
                let type = answer.headers[.contentType] ?? ""
                if type.hasPrefix("text/html") {
                    for problem in Self.problems(in: answer.body) { Issue.record("\(page): \(problem)") }
                } else if type.contains("xml") {
                    #expect(!answer.body.contains("<xq7") && !answer.body.contains("<script"), "\(page)")
                }
                #expect(
                    Self.isOwn(policy: answer.headers[.contentSecurityPolicy] ?? "", showsPictures: page.hasSuffix("?pictures=1")),
                    "\(page)")
            }
        }
    }

    /// A post of a feed archive or a page, by turns, whose shapes stand as text and as markup.
    private static func source(_ number: Int) -> (path: String, text: String) {
        let shape = shapes[number % shapes.count]
        let other = shapes[(number * 7 + 3) % shapes.count]
        let text = { (shape: String) in
            shape.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\u{0}", with: "")
        }
        let day = String(format: "2023-03-%02d", number % 28 + 1)
        let words =
            "<p>中国外长王毅\(text(shape))3月2日在北京同日本外务大臣林芳正举行会谈。</p><p>日本外务大臣林芳正\(other)说：“\(text(other))两国应当保持沟通。”</p><p>日本政府谴责中国\(text(other))海警船驶入海域。</p>"
        guard number % 2 == 0 else {
            return (
                "page-\(number).html",
                "<!doctype html><html lang=zh><head><meta charset=utf-8><title>\(text(shape))中日外长会谈</title><meta name=author content=\"\(text(shape).replacing("\"", with: "&quot;"))\"></head><body><article><h1>\(text(shape))中日外长会谈</h1><p>\(day) 10:00</p>\(words)\(shape)</article></body></html>"
            )
        }
        let link = number % 4 == 1 ? "javascript:xq7(\(number))" : "https://news.example/\(number)?\"><xq7>"
        let line = shape.replacing("\n", with: " ").replacing("\u{0}", with: "").replacing("\u{2028}", with: "")
        return (
            "post-\(number).md",
            """
            ---
            layout: post
            title: '\(line.replacing("'", with: "''"))中日外长会谈'
            date: \(day)T09:30:00.000Z
            author: '\(line.replacing("'", with: "''"))'
            from: '\(link)'
            ---
            [\(line)中日外长会谈](\(link))
            ------

            <div>\(words)\(shape)</div>
            """
        )
    }

    /// Whether a policy is the site's, with nothing but hosts added where the reader asked for pictures.
    private static func isOwn(policy: String, showsPictures: Bool) -> Bool {
        guard showsPictures else { return policy == SecurityHeaders.policy() }
        let images = policy.firstMatch(of: /img-src 'self'((?: https?:\/\/[a-z0-9.-]+(?::\d+)?)*);/)?.1 ?? "none"
        return policy == SecurityHeaders.policy(pictures: images.split(separator: " ").map(String.init))
    }

    /// What in a page is not the site's own: elements and attributes that its templates and charts do not have, scripts and handlers, addresses that run.
    private static func problems(in page: String) -> [String] {
        let known: Set<String> = [
            "!doctype", "html", "head", "meta", "title", "link", "script", "body", "a", "header", "div", "svg", "circle", "nav", "ul", "ol",
            "li", "form", "label",
            "input", "main", "footer", "p", "h1", "h2", "h3", "h4", "span", "section", "article", "time", "mark", "table", "thead", "tbody",
            "tr", "th", "td",
            "details", "summary", "figure", "figcaption", "dl", "dt", "dd", "select", "option", "button", "textarea", "strong", "em",
            "code", "pre", "small", "b",
            "path", "rect", "line", "g", "text", "desc", "defs", "polyline", "polygon", "tspan", "use", "symbol", "caption", "blockquote",
            "cite", "q", "i", "s",
            "aside", "abbr", "br", "hr", "wbr", "bdi", "colgroup", "col", "fieldset", "legend", "noscript", "ruby", "rt", "search",
            "output", "datalist", "tfoot",
            "clippath", "lineargradient", "stop", "pattern", "kbd", "dfn", "data", "menu", "optgroup", "sup", "sub", "var", "samp",
            "hgroup", "address",
        ]
        return tags(of: page).flatMap { tag -> [String] in
            var problems: [String] = []
            // A picture is the article's own and lies at its outlet.
            let isPicture = tag.name == "img" && tag.attributes.contains { $0.name == "src" && $0.value.hasPrefix("http") }
            if !known.contains(tag.name), !isPicture { problems.append("the element \(tag.name)") }
            for (name, value) in tag.attributes {
                let address = value.filter { !$0.isWhitespace }.lowercased()
                if name.hasPrefix("on") || name == "style" || name == "srcdoc" || name == "autofocus" || name.contains("xq7")
                    || name.contains("<")
                {
                    problems.append("the attribute \(name) of \(tag.name)")
                }
                if ["href", "src", "action", "data", "xlink:href", "formaction"].contains(name),
                    address.hasPrefix("javascript:") || address.hasPrefix("data:") || address.hasPrefix("//")
                {
                    problems.append("the address \(value)")
                }
            }
            if tag.name == "script",
                !tag.attributes.contains(where: { $0.value == "application/ld+json" || $0.value.hasPrefix("/assets/") })
            {
                problems.append("a script")
            }
            return problems
        }
    }

    private struct Tag {
        let name: String
        let attributes: [(name: String, value: String)]
    }

    /// A page's start tags as a browser's tokenizer has them (HTML, 13.2.5): `<` and a letter open one, quotation marks keep what is in them.
    private static func tags(of page: String) -> [Tag] {
        let bytes = Array(page.utf8)
        var tags: [Tag] = []
        var index = 0
        let isLetter = { (byte: UInt8) in (byte | 32) >= 97 && (byte | 32) <= 122 }
        let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) || byte == 47 }
        let text = { (from: Int, to: Int) in String(decoding: bytes[from..<to], as: UTF8.self) }
        while index + 1 < bytes.count {
            guard bytes[index] == 60, isLetter(bytes[index + 1]) || bytes[index + 1] == 33 else {
                index += 1
                continue
            }
            var place = index + 1
            while place < bytes.count, !isSpace(bytes[place]), bytes[place] != 62 { place += 1 }
            let name = text(index + 1, place).lowercased()
            var attributes: [(String, String)] = []
            while place < bytes.count, bytes[place] != 62 {
                if isSpace(bytes[place]) {
                    place += 1
                    continue
                }
                let start = place
                while place < bytes.count, !isSpace(bytes[place]), bytes[place] != 62, bytes[place] != 61 || place == start { place += 1 }
                let attribute = text(start, place).lowercased()
                guard place < bytes.count, bytes[place] == 61 else {
                    attributes.append((attribute, ""))
                    continue
                }
                place += 1
                let quote = place < bytes.count ? bytes[place] : 62
                let isQuoted = quote == 34 || quote == 39
                if isQuoted { place += 1 }
                let from = place
                while place < bytes.count, isQuoted ? bytes[place] != quote : !isSpace(bytes[place]) && bytes[place] != 62 { place += 1 }
                attributes.append((attribute, text(from, min(place, bytes.count))))
                if isQuoted { place += 1 }
            }
            tags.append(Tag(name: name, attributes: attributes))
            index = min(place + 1, bytes.count)
        }
        return tags
    }
}
