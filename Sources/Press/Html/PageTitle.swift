/// The titles that a page claims, to find where it shows its headline.
struct PageTitle {
    /// Hashes of the whole title, and the document's title as it stands.
    private var prints: Set<UInt64> = []
    private let document: [UInt8]

    init(_ meta: PageMeta) {
        for title in [meta.linked["headline"], meta.properties["og:title"], meta.documentTitle].compactMap({ $0 }) {
            prints.insert(fnv(title.utf8.filter { $0 > 0x20 }))
        }
        document = (meta.documentTitle ?? "").utf8.filter { $0 > 0x20 }
    }

    /// The first heading that is the title or starts the document's title, else the first such block that is no link, else the first `<h1>`.
    func block(in map: PageMap) -> Int? {
        let matching = map.blocks.indices.filter { matches(map.blocks[$0]) }
        if let heading = matching.first(where: { map.blocks[$0].isHeading }) { return heading }
        if let plain = matching.first(where: { !map.blocks[$0].isLink }) { return plain }
        return map.blocks.indices.first { map.blocks[$0].isHeading && map.isTop(map.blocks[$0].owner) && !map.blocks[$0].isLink }
    }

    func matches(_ block: PageBlock) -> Bool {
        guard block.bytes >= 12, block.bytes <= 400 else { return false }
        if prints.contains(block.print) { return true }
        return document.count > block.bytes && fnv(document[..<block.bytes]) == block.print
    }
}
