import CGumbo
import Foundation

/// What a page says of itself: JSON-LD, Open Graph, canonical link, `<title>`.
struct PageMeta: Sendable {
    private(set) var properties: [String: String] = [:]
    private(set) var canonical: String?
    private(set) var documentTitle: String?
    private(set) var headline: String?
    private(set) var linked: [String: String] = [:]

    init(root: HtmlNode) {
        var stack = [root]
        while let node = stack.popLast() {
            guard isElement(node) else { continue }
            take(node)
            for child in children(node).reversed() {
                if let child { stack.append(child.assumingMemoryBound(to: GumboNode.self)) }
            }
        }
    }

    /// - Parameter shown: the headline as the page shows it, found by being one of its titles or the start of one.
    func title(shown: String?) -> String {
        let claimed = linked["headline"] ?? properties["og:title"]
        // A quotation mark in an attribute cuts a title short; a column's and the outlet's names make it long.
        if let shown, claimed.map({ shown.hasPrefix($0) || $0.hasPrefix(shown) }) ?? true { return shown }
        return claimed ?? headline ?? documentTitle ?? ""
    }

    var url: String? { canonical ?? properties["og:url"] ?? linked["url"] }

    /// How its article begins, as hashes of the first bytes (``PageBlock/openingPrint``).
    var openings: Set<UInt64> {
        let texts = [linked["articleBody"], linked["description"], properties["og:description"], properties["description"]]
        return Set(
            texts.compactMap { text in
                let start = text.map { $0.utf8.lazy.filter { $0 > 0x20 }.prefix(PageBlock.opening) }
                return start.flatMap { $0.count == PageBlock.opening ? fnv($0) : nil }
            })
    }

    var siteName: String? { properties["og:site_name"] }
    var published: String? {
        linked["datePublished"] ?? properties["article:published_time"] ?? properties["datepublished"] ?? properties["pubdate"]
            ?? properties["publishdate"]
    }

    private mutating func take(_ node: HtmlNode) {
        switch node.pointee.v.element.tag {
        case GUMBO_TAG_META:
            guard let name = attribute(node, "property") ?? attribute(node, "name") ?? attribute(node, "itemprop") else { return }
            guard let value = attribute(node, "content") else { return }
            let key = string(name).lowercased()
            if properties[key] == nil { properties[key] = collapsed(string(value)) }
        case GUMBO_TAG_LINK:
            guard canonical == nil, let rel = attribute(node, "rel"), string(rel).lowercased() == "canonical" else { return }
            canonical = attribute(node, "href").map { collapsed(string($0)) }.flatMap { $0.hasPrefix("http") ? $0 : nil }
        case GUMBO_TAG_TITLE: if documentTitle == nil { documentTitle = ownText(node) }
        case GUMBO_TAG_H1: if headline == nil { headline = ownText(node) }
        case GUMBO_TAG_SCRIPT:
            guard let type = attribute(node, "type"), string(type).lowercased().contains("ld+json") else { return }
            takeJSON(Data(rawText(node)))
        default: break
        }
    }

    private mutating func takeJSON(_ data: Data) {
        guard data.count <= 1 << 20, let json = try? JSONSerialization.jsonObject(with: data) else { return }
        var candidates: [Any] = [json]
        if let list = json as? [Any] { candidates += list }
        if let graph = (json as? [String: Any])?["@graph"] as? [Any] { candidates += graph }
        for case let thing as [String: Any] in candidates {
            let types = (thing["@type"] as? [String]) ?? [(thing["@type"] as? String) ?? ""]
            guard types.contains(where: { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "Report" }) else { continue }
            for key in ["headline", "datePublished", "url", "articleBody", "description"] {
                if let value = thing[key] as? String, linked[key] == nil { linked[key] = key == "articleBody" ? value : collapsed(value) }
            }
        }
    }
}

/// The text of an element, as one line.
func ownText(_ node: HtmlNode) -> String? {
    let text = collapsed(string(rawText(node)))
    return text.isEmpty ? nil : text
}

private func rawText(_ node: HtmlNode) -> [UInt8] {
    var text: [UInt8] = []
    var stack = [node]
    while let next = stack.popLast() {
        if isText(next) {
            text.append(contentsOf: textBytes(next))
        } else if isElement(next) {
            for child in children(next).reversed() { if let child { stack.append(child.assumingMemoryBound(to: GumboNode.self)) } }
        }
    }
    return text
}
