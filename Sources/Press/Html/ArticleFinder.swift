/// The parts of a whole page that are its article: these elements, but for the furniture in them.
struct ArticleScope {
    var roots: Set<HtmlNode> = []
    var furniture: Set<HtmlNode> = []
    var captions: Set<HtmlNode> = []
    /// Bytes of running text in it.
    var prose = 0
}

/// Finds the article by what pages have in common: paragraphs stand side by side in one element, below the headline; lists of links, teasers and
/// comments alternate short lines with long ones; and parts are called by what they are.
///
/// The weight of an element is the length of its own paragraphs (the idea of Arc90's Readability, 2009), here over runs of text instead of `<p>`,
/// so that pages set with line breaks, tables or a wrapper around every paragraph are weighed alike.
struct ArticleFinder {
    private let map: PageMap
    /// Which elements are furniture or stand in it.
    private let outside: [Bool]
    /// The element that shows the headline.
    private let headline: Int?
    /// The element of the running text that begins as the page says its article begins.
    private let opening: Int?

    /// - Parameter openings: how the article begins, as the page describes itself (``PageBlock/openingPrint``).
    init(_ map: PageMap, openings: Set<UInt64>) {
        var outside = [Bool](repeating: false, count: map.elements.count)
        for index in map.elements.indices.dropFirst() {
            outside[index] = map.elements[index].isFurniture || outside[map.elements[index].parent]
        }
        self.map = map
        self.outside = outside
        headline = map.headline.map { map.blocks[$0].owner }
        opening = map.blocks.first { openings.contains($0.openingPrint) && $0.isProse && !outside[$0.owner] }?.owner
    }

    func scope() -> ArticleScope? {
        guard let core = core() else { return nil }
        let root = grown(from: core)
        var scope = ArticleScope(roots: [map.elements[root].node], prose: map.elements[root].prose)
        for index in root + 1..<max(root + 1, map.elements[root].end) where !holds(index, core) {
            if map.elements[index].isFurniture || isList(index) || isTeaser(index) { scope.furniture.insert(map.elements[index].node) }
            if map.isCaption(index) { scope.captions.insert(map.elements[index].node) }
        }
        return scope
    }

    private func holds(_ outer: Int, _ inner: Int) -> Bool { inner >= outer && inner < map.elements[outer].end }

    /// The element with the heaviest paragraphs.
    private func core() -> Int? {
        let start = opening.map(home)
        let first = start == nil ? firstText : nil
        let next = nextHeadline
        var best: (index: Int, weight: Double)?
        var inArticle = -1
        for (index, element) in map.elements.enumerated().dropFirst() where !outside[index] {
            if element.hints.contains(.articleElement), index >= inArticle { inArticle = element.end }
            guard element.own + element.lines > 0 else { continue }
            // An article may be a list of lines; beside one with sentences, lines say little.
            var weight = Double(element.own + element.lines / 2)
            if element.paragraphs >= 2, element.labels * 5 >= element.paragraphs * 4 { weight *= 0.4 }
            if element.hints.contains(.article) { weight *= 1.3 }
            if element.hints.contains(.body) { weight *= 4 }
            if index < inArticle { weight *= 1.2 }
            if let headline, element.end <= headline { weight *= 0.3 }
            if let next, index > next { weight *= 0.3 }
            if index == first { weight *= 3 }
            if index == start { weight *= 6 }
            // Of wrappers around one text the innermost.
            if weight > best?.weight ?? 0 || weight == best?.weight && holds(best?.index ?? 0, index) { best = (index, weight) }
        }
        return best?.index
    }

    /// The element whose paragraph a run of text is.
    private func home(_ owner: Int) -> Int {
        var index = owner
        while index > 0, map.elements[index].blocks <= 1 { index = map.elements[index].parent }
        return index
    }

    /// The element of the first text below the headline, unless much stands between: running text, or lines of some length that are no links.
    private var firstText: Int? {
        guard let headline = map.headline else { return nil }
        var lines: [Int: Int] = [:]
        for block in map.blocks[headline...].dropFirst().prefix(20) where !outside[block.owner] {
            let home = home(block.owner)
            if block.isProse { return home }
            guard block.linked == 0, !block.isHeading, block.bytes >= 18 else { continue }
            lines[home, default: 0] += 1
            if lines[home] == 5 { return home }
        }
        return nil
    }

    /// Another `<h1>` below the headline: the page was scrolled on to the next article.
    private var nextHeadline: Int? {
        guard let headline = map.headline else { return nil }
        let blocks = map.blocks[headline...].dropFirst()
        return blocks.first { $0.isHeading && map.isTop($0.owner) && !outside[$0.owner] && $0.print != map.blocks[headline].print }?.owner
    }

    /// Goes up as long as what is added is more paragraphs than anything else: an article in sections or in halves, a lead above it.
    private func grown(from core: Int) -> Int {
        if let body = bodyElement(around: core) { return body }
        var root = core
        var candidate = map.elements[core].parent
        while candidate > 0 {
            defer { candidate = map.elements[candidate].parent }
            let more = map.elements[candidate].text - map.elements[root].text
            guard more > 0 else { continue }
            let added = paragraphs(of: candidate, beside: root)
            if added >= 60, added * 2 >= more {
                root = candidate
            } else if more - added > map.elements[core].prose / 2 {
                break
            }
        }
        return root
    }

    /// What the page itself marks up as the article's body.
    private func bodyElement(around core: Int) -> Int? {
        var index = core
        while index > 0, !map.elements[index].hints.contains(.body) { index = map.elements[index].parent }
        return index > 0 ? index : nil
    }

    /// Bytes of paragraphs that stand side by side in an element or its descendants. A part of which every paragraph comes with a line of its own,
    /// such as a reader's name and the time, is no part of an article,
    /// nor is another `<article>`, nor what stands above its headline or its known beginning.
    private func paragraphs(of index: Int, beside root: Int) -> Int {
        let start = opening ?? headline ?? 0
        var bytes = map.elements[index].own
        var at = index + 1
        while at < map.elements[index].end {
            let element = map.elements[at]
            let holdsRoot = holds(at, root)
            let isOther = element.isMixed || element.end <= start || element.hints.contains(.articleElement)
            if at == root || outside[at] || !holdsRoot && isOther {
                at = element.end
                continue
            }
            // One paragraph counts below a heading of its own.
            if !holdsRoot, element.paragraphs >= 2 || element.blocks - element.asides > element.paragraphs { bytes += element.own }
            at += 1
        }
        return bytes
    }

    /// A list of links.
    private func isList(_ index: Int) -> Bool {
        let element = map.elements[index]
        return element.blocks >= 3 && element.linked * 2 > element.text
    }

    /// A linked headline with its first sentence.
    private func isTeaser(_ index: Int) -> Bool {
        let element = map.elements[index]
        guard (2...4).contains(element.blocks), let first = element.firstBlock else { return false }
        return map.blocks[first].isLink && map.blocks[first].bytes >= 18
    }
}
