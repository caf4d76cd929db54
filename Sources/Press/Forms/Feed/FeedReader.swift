import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// One item of a feed, as written.
struct FeedEntry: Sendable {
    var title = ""
    var link = ""
    var date = ""
    var content = ""
    var summary = ""
}

/// A feed, as far as it could be read.
struct Feed: Sendable {
    var title = ""
    /// Of what it is a feed of, or its own.
    var address: String?
    var entries: [FeedEntry] = []
    /// The line where the XML stops being well formed.
    var brokenAt: Int?
}

/// Reads a feed with libxml2's streaming reader; nothing outside the file is fetched.
final class FeedReader: NSObject, XMLParserDelegate {
    private var feed = Feed()
    private var entry: FeedEntry?
    private var path: [String] = []
    private var text = ""
    /// How many elements of XHTML are open inside an Atom text; nil outside one.
    private var markup: Int?

    static func read(_ bytes: [UInt8]) -> Feed {
        let parser = XMLParser(data: Data(bytes))
        let reader = FeedReader()
        parser.delegate = reader
        parser.shouldResolveExternalEntities = false
        let whole = parser.parse()
        // A file that merely stops is taken for whole by the parser; its open elements tell.
        if !whole || !reader.path.isEmpty { reader.feed.brokenAt = max(1, parser.lineNumber) }
        return reader.feed
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        let name = name.lowercased()
        if let depth = markup {
            markup = depth + 1
            text += startTag(name, attributes)
            return
        }
        path.append(name)
        text = ""
        if attributes["type"]?.lowercased() == "xhtml" { markup = 0 }
        if let base = attributes["xml:base"], entry == nil { feed.address = base }
        if name == "item" || name == "entry" {
            entry = FeedEntry()
        } else if name == "link", let target = attributes["href"], attributes["rel"] ?? "alternate" == "alternate" {
            if entry?.link.isEmpty == true { entry?.link = target }
            if entry == nil, feed.address == nil { feed.address = target }
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        text += markup == nil ? characters : escaped(characters)
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        let name = name.lowercased()
        if let depth = markup {
            markup = depth == 0 ? nil : depth - 1
            if depth > 0 {
                text += "</\(local(name))>"
                return
            }
        }
        if !path.isEmpty { path.removeLast() }
        defer { text = "" }
        if name == "item" || name == "entry", let done = entry {
            feed.entries.append(done)
            entry = nil
            return
        }
        guard entry != nil else {
            if name == "title", feed.title.isEmpty { feed.title = collapsed(plainTitle(text)) }
            if name == "link", feed.address == nil, !text.isEmpty { feed.address = collapsed(text) }
            return
        }
        // Only the item's own children: an Atom source or a media group repeats their names further down.
        guard path.last == "item" || path.last == "entry" else { return }
        take(name)
    }

    private func take(_ name: String) {
        let value = text
        switch name {
        case "title": entry?.title = plainTitle(value)
        case "link": if entry?.link.isEmpty == true { entry?.link = collapsed(value) }
        case "guid", "id": if entry?.link.isEmpty == true, value.hasPrefix("http") { entry?.link = collapsed(value) }
        case "pubdate", "dc:date", "published": entry?.date = collapsed(value)
        case "updated": if entry?.date.isEmpty == true { entry?.date = collapsed(value) }
        case "content:encoded", "content": entry?.content = value
        case "description", "summary": entry?.summary = value
        default: break
        }
    }

    private func plainTitle(_ value: String) -> String {
        guard value.contains("<") || value.contains("&") else { return value }
        return string(
            Array(value.utf8).withUnsafeBufferPointer { buffer in
                Page.read(buffer) { Walk(rules: Rules(), article: nil).found(in: $0.root).blocks.map(\.text).joined(separator: [0x20]) }
                    .map(Array.init) ?? Array(buffer)
            })
    }
}

/// `xhtml:p` → `p`
private func local(_ name: String) -> Substring { name.split(separator: ":").last ?? "" }

private func startTag(_ name: String, _ attributes: [String: String]) -> String {
    let kept = ["href", "src", "alt", "class", "datetime"].compactMap { key in
        attributes[key].map { " \(key)=\"\(escaped($0).replacing("\"", with: "&quot;"))\"" }
    }
    return "<\(local(name))\(kept.joined())>"
}

private func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
