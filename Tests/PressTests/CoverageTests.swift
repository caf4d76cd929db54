import CGumbo
import Foundation
import Testing

@testable import Press

/// Every visible character of a text's HTML stands in exactly one passage, in the page's order.
@Suite struct CoverageTests {
    @Test("markup of every kind", arguments: samples.map(\.name))
    func markup(name: String) throws {
        let html = try #require(samples.first { $0.name == name }).html
        var draft = Draft()
        draft.title = "题目"
        draft.html = Array(html.utf8)
        try check(draft, site: nil, Press.sample().outlets)
    }

    @Test("a sample of the corpus", .enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
    func corpusSample() throws {
        let outlets = try Outlets.load(from: knowledge)
        let files = Press.files(under: [corpus.path]).files
        for index in stride(from: 0, to: files.count, by: 60) {
            guard let data = FileManager.default.contents(atPath: files[index]) else { continue }
            for draft in PostForm().drafts(mended(Array(data)).text[...]).drafts {
                try check(draft, site: draft.url.flatMap(siteOf), outlets, Comment(rawValue: files[index]))
            }
        }
    }

    @Test("outlet, local date, title and body of the corpus", .enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
    func completeness() throws {
        let press = Press(outlets: try Outlets.load(from: knowledge))
        let files = Press.files(under: [corpus.path]).files
        var whole = 0
        var count = 0
        for index in stride(from: 0, to: files.count, by: 12) {
            guard let data = FileManager.default.contents(atPath: files[index]) else { continue }
            let reading = press.read([UInt8](data), path: files[index])
            #expect(reading.problems.isEmpty)
            count += 1
            guard let article = reading.articles.first, article.outlet != nil, article.localDate != nil, !article.title.isEmpty else {
                continue
            }
            if article.passages.contains(where: { $0.kind == .body }) {
                whole += 1
            } else {
                // Broadcasts and films: the feed gives a headline, and at most a caption.
                #expect(article.text.utf8.count < 2000, Comment(rawValue: files[index]))
            }
        }
        #expect(Double(whole) >= 0.995 * Double(count))
    }

    private func check(_ draft: Draft, site: String?, _ outlets: Outlets, _ comment: Comment? = nil) throws {
        let html = try #require(draft.html)
        let parts = Composer(outlets: outlets).parts(draft, outlet: site.flatMap(outlets.outlet))
        let kept = parts.sorted.blocks.filter { !$0.marks.contains(.alternative) }.flatMap { drawn(string($0.text)) }
        let visible = parsed(html, visibleText)
        let wanted = drawn(try #require(visible, comment))
        // The page's own headline may be dropped once: the title passage says the same.
        #expect(kept == wanted || without(drawn(parts.title), wanted) { $0 == kept }, comment)
    }
}

private let samples: [(name: String, html: String)] = [
    ("paragraphs and breaks", "<p>一<br>二，<br>三</p>四<div>五<span>六</span></div>"),
    ("a table of figures", "<table><tr><th>一<th>二</tr><tr><td><div>三<p>四</div><td>五<br>六</tr></table>七"),
    ("lists and tables", "<ul><li>一<li><a>二</a></ul><table><tr><td>三<td>四<tr><td><p>五</table>"),
    ("the headline", "<h1>题 目</h1><p>一。</p><h1>题目</h1>"),
    ("figures", "<figure><img alt=看不见><figcaption>一<small>二</small></figcaption></figure><p>三"),
    ("forms and furniture", "<nav>一</nav><form>二<select><option>三</select><textarea>四</textarea><button>五</button></form><aside>六</aside>"),
    ("a note for readers without scripts", "<p>一</p><noscript>二<img alt=看不见></noscript>"),
    ("drawings and formulas", "<svg><title>看不见</title><text>一</text></svg><math><mi>x</mi></math>"),
    ("what no browser draws", "<p>一<script>x()</script><style>p{}</style><template>二</template><iframe>三</iframe><!-- 四 --></p>"),
    ("hidden elements", "<p hidden>一</p><p style='color:red; DISPLAY : none'>二</p><p>三</p>"),
    ("spaces and invisible characters", "<p>&nbsp;一\u{200B}二\u{AD}&emsp;三\u{3000}。\u{3000}四</p>"),
    ("entities", "<p>&lt;一&gt;&amp;&hellip;&#20108;&#x4E09;&unknown;"),
    ("heads and tails", "<p>　（中央社台北1日電） 一二。 （編輯：某） 1100101</p><p>（完）</p>"),
    ("related links", "<p>一。</p><p>延伸阅读</p><a>二</a><p><a>三</a></p><ul><li><a>四</a></ul><p>获取更多RSS：<br>五</p>六"),
    ("unclosed and crossed", "<p><b>一<i>二</b>三</i><div>四</p>五"),
    ("ornaments", "<p>***</p><p>一</p>\">"),
]

/// Text nodes in order, by a walk of its own.
func visibleText(_ root: HtmlNode) -> String {
    var text = ""
    func visit(_ node: HtmlNode) {
        if isText(node) { text += string(textBytes(node)) }
        guard isElement(node) else { return }
        let name = String(cString: gumbo_normalized_tagname(node.pointee.v.element.tag))
        let undrawn = [
            "head", "script", "style", "template", "iframe", "video", "audio", "object", "canvas", "noembed", "noframes", "title", "desc",
            "rp",
        ]
        let style = attribute(node, "style").map { string($0).lowercased().filter { $0 != " " } } ?? ""
        if undrawn.contains(name) || attribute(node, "hidden") != nil || style.contains("display:none") { return }
        for case let child? in children(node) { visit(child.assumingMemoryBound(to: GumboNode.self)) }
    }
    visit(root)
    return text
}

/// The characters that leave ink.
func drawn(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace && ![.control, .format].contains($0.properties.generalCategory) }
}

/// Whether a text passes once a part is taken out somewhere.
private func without(_ part: [Unicode.Scalar], _ whole: [Unicode.Scalar], _ passes: ([Unicode.Scalar]) -> Bool) -> Bool {
    guard !part.isEmpty, part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { start in
        whole[start] == part[0] && whole[start..<(start + part.count)].elementsEqual(part)
            && passes(Array(whole[..<start] + whole[(start + part.count)...]))
    }
}
