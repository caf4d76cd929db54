import Foundation

/// Makes an article of a draft: outlet, rules, passages, clocks.
struct Composer: Sendable {
    let outlets: Outlets

    func article(_ draft: Draft, path: String) -> Article {
        let draft = draft.wholePage ? read(page: draft) : draft
        let site = draft.url.flatMap(siteOf)
        let outlet = site.flatMap { outlets.outlet(site: $0) }
        let (title, sorted) = parts(draft, outlet: outlet)
        var clocks = draft.clocks
        clocks.text = clocks.text ?? sorted.stamp
        clocks.link = draft.url.flatMap(linkDay)
        let published = clocks.settled(zone: outlet?.clock ?? Zone(offset: 8 * 3600))
        let (text, passages) = assemble(title: title, sorted.blocks)
        return Article(
            id: draft.id ?? stableID(draft.url ?? path + "\n" + title), path: path, url: draft.url, title: title,
            outlet: outlet?.name ?? draft.author,
            site: outlet?.site ?? site, published: published.instant.map { Date(timeIntervalSince1970: $0) },
            localDate: published.day?.text, clock: published.clock, text: text, passages: passages, flags: sorted.flags + published.flags)
    }

    /// The clean title, and everything below it in passages.
    func parts(_ draft: Draft, outlet: Outlet?) -> (title: String, sorted: Sorter.Sorted) {
        if draft.settled { return (draft.title, Sorter.Sorted(blocks: draft.blocks, flags: draft.flags)) }
        let rules = draft.wholePage ? outlets.pageRules(site: outlet?.site) : outlets.rules(site: outlet?.site)
        var draft = draft
        if let html = draft.html { parse(html, rules, &draft) }
        let title = cleanTitle(draft.title, suffixes: outlet?.suffixes ?? [])
        var sorted = Sorter(rules: rules, title: Array(title.utf8)).passages(draft.blocks)
        sorted.flags = draft.flags + sorted.flags
        return (title, sorted)
    }

    private func parse(_ html: [UInt8], _ rules: Rules, _ draft: inout Draft) {
        let walk = { (html: UnsafeBufferPointer<UInt8>) in Page.read(html) { Walk(rules: rules).blocks(of: $0.root) } }
        var walked = html.withUnsafeBufferPointer(walk)
        if walked == nil {
            draft.flags.append("markup nested too deep to parse; tags dropped")
            walked = html.withUnsafeBufferPointer(flattened).withUnsafeBufferPointer(walk)
        }
        guard let walked else { return }
        draft.blocks += walked.blocks
        if walked.damaged { draft.flags.append(damagedFlag) }
    }

    /// A saved page with its blocks; markup that cannot be parsed stays, to be flattened.
    private func read(page draft: Draft) -> Draft {
        guard let html = draft.html, let page = WholePage(html, outlets: outlets, address: draft.url) else { return draft }
        var draft = draft
        draft.html = nil
        draft.title = page.title
        draft.url = page.meta.url ?? draft.url
        draft.author = page.meta.siteName
        draft.clocks.feed = page.meta.published.flatMap { Stamp($0.utf8) }
        draft.clocks.text = draft.clocks.feed == nil ? page.stamp : nil
        draft.blocks = page.blocks
        if page.damaged { draft.flags.append(damagedFlag) }
        return draft
    }

    /// Joins title and blocks by blank lines; offsets count code points.
    private func assemble(title: String, _ blocks: [Block]) -> (String, [Passage]) {
        var text: [UInt8] = []
        var passages: [Passage] = []
        var at = 0
        text.reserveCapacity(blocks.reduce(title.utf8.count) { $0 + $1.text.count + 2 })
        passages.reserveCapacity(blocks.count + 1)
        func add(_ kind: Passage.Kind, _ bytes: some Collection<UInt8>) {
            guard !bytes.isEmpty else { return }
            if !text.isEmpty {
                text.append(0x0A)
                text.append(0x0A)
                at += 2
            }
            text.append(contentsOf: bytes)
            let length = bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
            passages.append(Passage(kind: kind, start: at, end: at + length))
            at += length
        }
        add(.title, title.utf8)
        for block in blocks { add(block.kind, block.text) }
        return (String(decoding: text, as: UTF8.self), passages)
    }
}

private let damagedFlag = "control characters dropped"
