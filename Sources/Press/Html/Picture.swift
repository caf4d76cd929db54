import CGumbo

/// A picture as the walk over a page met it.
struct MetPicture: Sendable {
    /// As written in the page.
    let source: String
    let alternative: String?
    /// The blocks its caption may be among: from the one behind it, or in a figure from the figure's first to its last.
    var blocks: Range<Int>
}

/// Where a picture lies: lazy loaders keep the address beside a blank `src`. nil for a picture that lies in the page itself.
func pictureSource(_ node: HtmlNode) -> String? {
    for name: StaticString in ["data-src", "data-original", "data-lazy-src", "src", "srcset", "data-srcset"] {
        guard let value = attribute(node, name) else { continue }
        let address = value.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
        if address.isEmpty || address.starts(with: "data:".utf8) || address.starts(with: "file:".utf8) { continue }
        return string(address)
    }
    return nil
}
