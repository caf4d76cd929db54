/// The titles that a page claims, to find where it shows its headline.
struct PageTitle {
    /// The whole titles by their hashes, and the document's title, without white space.
    private var claimed: [UInt64: String] = [:]
    private let document: [UInt8]
    private let documentTitle: String

    init(_ meta: PageMeta) {
        for title in [meta.linked["headline"], meta.properties["og:title"], meta.documentTitle].compactMap({ $0 }) {
            claimed[fnv(title.utf8.lazy.filter { $0 > 0x20 })] = title
        }
        documentTitle = meta.documentTitle ?? ""
        document = documentTitle.utf8.filter { $0 > 0x20 }
    }

    /// The first heading that is the title or starts the document's title, else the first such block that is no link, else the first `<h1>`.
    func block(in map: PageMap) -> Int? {
        let matching = map.blocks.indices.filter { matches(map.blocks[$0]) }
        if let heading = matching.first(where: { map.blocks[$0].isHeading }) { return heading }
        if let plain = matching.first(where: { !map.blocks[$0].isLink }) { return plain }
        return map.blocks.indices.first { map.blocks[$0].isHeading && map.isTop(map.blocks[$0].owner) && !map.blocks[$0].isLink }
    }

    func matches(_ block: PageBlock) -> Bool { shown(in: block) != nil }

    /// The title as a block shows it: one of those claimed, or the start of the document's.
    func shown(in block: PageBlock) -> String? {
        guard block.bytes >= 12, block.bytes <= 400 else { return nil }
        if let title = claimed[block.print] { return title }
        guard document.count > block.bytes, fnv(document[..<block.bytes]) == block.print else { return nil }
        var ink = 0
        return string(
            documentTitle.utf8.prefix { byte in
                defer { ink += byte > 0x20 ? 1 : 0 }
                return ink < block.bytes
            })
    }
}
