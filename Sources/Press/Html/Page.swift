import CGumbo
import Glibc

typealias HtmlNode = UnsafeMutablePointer<GumboNode>

/// A parsed HTML text, valid only inside `read`.
struct Page {
    let root: HtmlNode

    /// Parses once with libgumbo (HTML5 rules). nil where the markup nests so deep that parsing would cost time without bound.
    static func read<T>(_ html: UnsafeBufferPointer<UInt8>, _ body: (Page) -> T) -> T? {
        guard isTame(html) else { return nil }
        guard let runs = Runs(html) else { return parse(html) { body(Page(root: $1)) } }
        return runs.markup.withUnsafeBufferPointer { markup in
            parse(markup) { page, root in runs.restored(page, root) { body(Page(root: root)) } }
        }
    }

    private static func parse<T>(
        _ html: UnsafeBufferPointer<UInt8>, _ body: (UnsafeMutablePointer<PressPage>, HtmlNode) -> T
    ) -> T? {
        guard let page = press_page_parse(UnsafeRawPointer(html.baseAddress)?.assumingMemoryBound(to: CChar.self), html.count) else {
            return nil
        }
        defer { press_page_free(page) }
        guard let root = page.pointee.output?.pointee.root else { return nil }
        return body(page, root)
    }
}

/// An element's children, in order.
func children(_ node: HtmlNode) -> UnsafeMutableBufferPointer<UnsafeMutableRawPointer?> {
    let vector = node.pointee.v.element.children
    return UnsafeMutableBufferPointer(start: vector.data, count: Int(vector.length))
}

func isElement(_ node: HtmlNode) -> Bool { node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE }

/// Whether a node is text that counts (CDATA and white space too).
func isText(_ node: HtmlNode) -> Bool {
    let type = node.pointee.type
    return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA
}

func textBytes(_ node: HtmlNode) -> UnsafeBufferPointer<UInt8> {
    guard let start = node.pointee.v.text.text else { return UnsafeBufferPointer(start: nil, count: 0) }
    return bytes(of: start)
}

func bytes(of string: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawPointer(string)
    return UnsafeBufferPointer(start: raw.assumingMemoryBound(to: UInt8.self), count: strlen(string))
}

/// The value of an attribute.
func attribute(_ node: HtmlNode, _ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let list = node.pointee.v.element.attributes
    for i in 0..<Int(list.length) {
        guard let raw = list.data?[i] else { continue }
        let item = raw.assumingMemoryBound(to: GumboAttribute.self).pointee
        guard let key = item.name, let value = item.value else { continue }
        let matches = name.withUTF8Buffer { wanted in
            strncmp(key, UnsafeRawPointer(wanted.baseAddress!).assumingMemoryBound(to: CChar.self), wanted.count) == 0
                && key[wanted.count] == 0
        }
        if matches { return bytes(of: value) }
    }
    return nil
}
