import Foundation

/// Makes an article of a draft: outlet, rules, passages, clocks.
struct Composer: Sendable {
    let outlets: Outlets

    func article(_ draft: Draft, path: String) -> Article {
        let draft = draft.wholePage ? read(page: draft) : draft
        let site = draft.url.flatMap(siteOf)
        let outlet = site.map { outlets.outlet(site: $0) } ?? draft.outlet
        let parts = parts(draft, outlet: outlet)
        var clocks = draft.clocks
        clocks.text = clocks.text ?? parts.sorted.stamp
        clocks.link = draft.url.flatMap(linkDay)
        let published = clocks.settled(
            zone: outlet?.clock ?? Zone(offset: 8 * 3600), known: outlet.map { outlets.drifts(site: $0.site) } ?? [])
        let assembly = Assembly(parts, base: draft.url, proxies: outlets.proxies)
        let apparatus = draft.kept.apparatus.map { $0.within(assembly) } ?? assembly.apparatus
        return Article(
            id: draft.id ?? stableID(draft.url ?? path + "\n" + parts.title), path: path, url: draft.url, title: parts.title,
            outlet: outlet?.name ?? draft.author, site: outlet?.site ?? site,
            published: published.instant.map { Date(timeIntervalSince1970: $0) }, localDate: published.day?.text,
            clock: draft.kept.clock ?? published.clock, text: assembly.text, passages: assembly.passages,
            flags: parts.sorted.flags + published.flags, certainty: draft.kept.certainty ?? published.certainty,
            links: apparatus.links, pictures: apparatus.pictures, tables: apparatus.tables)
    }

    /// The clean title, and everything below it, sorted.
    struct Parts {
        var title: String
        var sorted: Sorter.Sorted
        var targets: [String] = []
        var pictures: [MetPicture] = []
    }

    func parts(_ draft: Draft, outlet: Outlet?) -> Parts {
        if draft.settled { return Parts(title: draft.title, sorted: Sorter.Sorted(blocks: draft.blocks, flags: draft.flags)) }
        let rules = draft.wholePage ? outlets.pageRules(site: outlet?.site) : outlets.rules(site: outlet?.site)
        var draft = draft
        if let html = draft.html { parse(html, rules, &draft) }
        if let parted = unfused(draft.blocks) {
            draft.blocks = parted
            draft.flags.append("paragraphs ran into each other; parted where a sentence's end meets an opening")
        }
        let title = cleanTitle(draft.title, suffixes: outlet?.suffixes ?? [])
        var sorted = Sorter(rules: rules, title: Array(title.utf8)).passages(draft.blocks)
        sorted.flags = draft.flags + sorted.flags
        return Parts(title: title, sorted: sorted, targets: draft.targets, pictures: draft.pictures)
    }

    private func parse(_ html: [UInt8], _ rules: Rules, _ draft: inout Draft) {
        let walk = { (html: UnsafeBufferPointer<UInt8>) in Page.read(html) { Walk(rules: rules).found(in: $0.root) } }
        var walked = html.withUnsafeBufferPointer(walk)
        if walked == nil {
            draft.flags.append("markup nested too deep to parse; tags dropped")
            walked = html.withUnsafeBufferPointer(flattened).withUnsafeBufferPointer(walk)
        }
        guard let walked else { return }
        draft.blocks += walked.blocks
        (draft.targets, draft.pictures) = (walked.targets, walked.pictures)
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
        draft.outlet = page.outlet
        draft.clocks.feed = page.meta.published.flatMap(Stamp.init(field:))
        draft.clocks.text = draft.clocks.feed == nil ? page.stamp : nil
        draft.blocks = page.blocks
        (draft.targets, draft.pictures) = (page.targets, page.pictures)
        if page.damaged { draft.flags.append(damagedFlag) }
        return draft
    }
}

let damagedFlag = "control characters dropped"
