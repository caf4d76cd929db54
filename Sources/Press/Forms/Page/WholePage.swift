/// A whole page read in one parse: what it says of itself, where its article is, and its blocks.
struct WholePage {
    let meta: PageMeta
    /// By its link, or where it bears none by the name it gives itself.
    let outlet: Outlet?
    /// As the page claims it, or as it shows it where it claims it with more around it.
    let title: String
    let blocks: [Block]
    let targets: [String]
    let pictures: [MetPicture]
    let damaged: Bool
    /// A time that stands by the headline.
    let stamp: Stamp?

    /// nil: the markup nests too deep to be parsed.
    /// - Parameter address: where it was fetched, for pages that do not say.
    init?(_ html: [UInt8], outlets: Outlets, address: String?) {
        let page = html.withUnsafeBufferPointer { buffer in
            Page.read(buffer) { page in
                let meta = PageMeta(root: page.root)
                let site = (meta.url ?? address).flatMap(siteOf)
                let outlet = site.map { outlets.outlet(site: $0) } ?? outlets.outlet(named: meta.siteName, orIn: meta.documentTitle)
                let rules = outlets.pageRules(site: outlet?.site ?? site)
                let map = PageMap(root: page.root, rules: rules, title: PageTitle(meta))
                let scope = ArticleFinder(map, openings: meta.openings).scope()
                let walked = Walk(rules: rules, article: scope).found(in: page.root)
                return (meta, outlet, walked, scope?.prose ?? 0, map.shownTitle)
            }
        }
        guard let (meta, outlet, walked, prose, shown) = page else { return nil }
        self.meta = meta
        self.outlet = outlet
        title = meta.title(shown: shown)
        damaged = walked.damaged
        stamp = stampByHeadline(walked.blocks, title)
        let drawn = edged(walked.blocks)
        targets = walked.targets
        if let body = hiddenBody(meta, prose: prose) {
            blocks = body + furniture(drawn, behind: body.count)
            pictures = []
        } else {
            blocks = drawn
            pictures = walked.pictures
        }
    }
}

/// Where scripts draw the page, its text stands in JSON-LD alone: then that is the body, and all that is drawn is furniture.
private func hiddenBody(_ meta: PageMeta, prose: Int) -> [Block]? {
    guard let body = meta.linked["articleBody"], body.utf8.count > 600, prose * 4 < body.utf8.count else { return nil }
    return plainBlocks(Array(body.utf8))
}

private func furniture(_ blocks: [Block], behind count: Int) -> [Block] {
    blocks.map { block in
        var block = block
        (block.kind, block.role) = (.boilerplate, .around)
        block.marks.insert(.told)
        block.order += count
        return block
    }
}

/// A time in the lines around the headline, or in those above the article and its first.
private func stampByHeadline(_ blocks: [Block], _ title: String) -> Stamp? {
    let shown = Array(title.utf8.filter { $0 > 0x20 })
    let headline = blocks.firstIndex {
        $0.text.count <= shown.count * 2 && $0.text.filter { $0 > 0x20 } == shown && !$0.marks.contains(.link)
    }
    let article = blocks.firstIndex { $0.kind != .boilerplate } ?? 0
    let near = [headline.map { $0 + 1..<$0 + 13 }, headline.map { $0 - 3..<$0 }, article - 12..<article + 4]
    for range in near.compactMap({ $0?.clamped(to: blocks.indices) }) {
        for block in blocks[range] where block.text.count <= 300 {
            if let time = block.time, let stamp = Stamp(time.utf8) { return stamp }
            if let stamp = stamp(within: block.text) { return stamp }
        }
    }
    return nil
}

/// The first time of day, with its date, in a line.
private func stamp(within text: [UInt8]) -> Stamp? {
    for at in text.indices.dropLast(9) where isDigit(text[at]) && (at == 0 || !isDigit(text[at - 1])) {
        guard text[at...].starts(with: "20".utf8) || text[at...].starts(with: "19".utf8) else { continue }
        switch Stamp(leading: text[at...]) {
        case .instant(let instant): return .instant(instant)
        case .wall(let wall): return .wall(wall)
        default: continue
        }
    }
    return nil
}
