import CGumbo
import Foundation
import Testing

@testable import Press

/// Text that is set aside while the markup is parsed comes back where it was.
@Suite struct RunsTests {
    @Test("the tree is the one that libgumbo makes of the whole", arguments: samples)
    func same(html: String) { check(Array(html.utf8)) }

    @Test("under random damage too")
    func damaged() {
        var random = SplitMix(state: 7)
        let marks = [
            "<", ">", "&", "-->", "<!--", "]]>", "\"", "'", "=", "/", "<p>", "</p>", "<td>", "<title>", "</script>", "&#", ";", "\n", "\0",
        ]
        for html in samples {
            for _ in 0..<40 {
                var bytes = Array(html.utf8)
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let at = Int.random(in: 0...bytes.count, using: &random)
                    bytes.insert(contentsOf: Array((marks.randomElement(using: &random) ?? "").utf8), at: at)
                }
                check(mended(bytes).text)
            }
        }
    }

    @Test(
        "characters that stand for runs, and NUL, are left to texts that use them",
        arguments: ["\u{F0000}", "&#xF0001;", "&#0983042;", "足够长的\0文字"])
    func privateCharacters(mark: String) { check(Array("<p>一二三四五六七八</p><p>\(mark)九十</p>".utf8)) }

    private func check(_ html: [UInt8]) {
        guard html.withUnsafeBufferPointer(isTame) else { return }
        let found = html.withUnsafeBufferPointer { buffer in Page.read(buffer) { tree($0.root) } }
        #expect(found == parsed(html, tree), Comment(rawValue: string(html)))
    }
}

/// Every element's name and every text, in order.
private func tree(_ root: HtmlNode) -> String {
    if isText(root) { return "'" + string(textBytes(root)) + "'" }
    guard isElement(root) else { return "" }
    let inside = children(root).compactMap { $0.map { tree($0.assumingMemoryBound(to: GumboNode.self)) } }.joined()
    return "<" + String(cString: gumbo_normalized_tagname(root.pointee.v.element.tag)) + inside + ">"
}

private let samples = [
    "<html><title>一个足够长的题目，也被放在一边</title><body><p>第一段写得足够长，所以放在一边。<b>第二处也足够长。</b>短</p>\n  <p>尾巴也足够长的一段",
    "<table>表格里的文字够长，会被移到表格之前<tr><td>单元格里够长的文字</td> 又一段够长的文字 </table>",
    "<script type='application/ld+json'>{\"headline\": \"够长的题目，<b>不是标签</b>\"}</script><textarea>够长的文字 <p> 不是标签</textarea>",
    "<p>够长的文字一二三&amp;够长的文字四五六&nbsp;&hellip;够长的文字七八九&#20108;&#x4E09;够长的文字&unknown;a&amp b够长的文字",
    "<!-- 注释里 > 够长的文字 --><p title='a > b' alt=\"够长的属性 < 不是标签\">正文也够长的一段<!-->空注释之后的文字够长</p><?php 够长的指令 ?>尾",
    "<svg><title>够长的图题一二三</title><![CDATA[ 够长的 <b> 文字 ]]></svg><math><mi>够长的公式一二三</mi></math><select><option>够长的选项一二三",
    "够长的文字 < 不是标签 <3 也不是 </ 够长的注释一二三>够长的文字</>够长的文字</p 够长的属性一二三>够长的文字<p/够长=一二三四>够长的文字",
    "<pre>\n够长的文字一二三\n  够长的文字</pre><frameset>够长的文字一二三</frameset><noscript>够长的文字一二三</noscript><plaintext>够长的文字</plaintext>",
]
