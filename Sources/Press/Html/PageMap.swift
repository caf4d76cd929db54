import CGumbo

/// A page's elements in document order with how much text, and of what sort, stands in each.
struct PageMap {
    struct Element {
        let node: HtmlNode
        let parent: Int
        /// Behind its last descendant.
        var end = 0
        let hints: NameHints
        /// Of all in it, furniture left out: bytes of running text, of links and labels; how many runs of text.
        var prose = 0
        var clutter = 0
        var blocks = 0
        var linked = 0
        /// How many of its runs of text are neither running text nor headings.
        var asides = 0
        var pictures = 0
        var firstBlock: Int?
        /// Bytes and number of its own paragraphs: running text that stands in it, or alone in one of its children.
        var own = 0
        var paragraphs = 0
        /// Number of short runs of text beside its paragraphs, and bytes of those that are no links.
        var labels = 0
        var lines = 0
        /// Navigation, comments, advertisements: never part of the article.
        var isFurniture = false

        var text: Int { prose + clutter }

        /// Short lines stand between the long ones, as names and times between what readers write.
        var isMixed: Bool { asides * 2 > blocks - asides }
    }

    private(set) var elements: [Element] = []
    private(set) var blocks: [PageBlock] = []
    /// The block that shows the article's title.
    private(set) var headline: Int?
    /// The headline's text, where it is like a title that the page claims.
    private(set) var shownTitle: String?

    /// One walk over the tree, without recursion, and one over the elements backwards.
    init(root: HtmlNode, rules: Rules, title: PageTitle) {
        gather(root, rules)
        headline = title.block(in: self)
        shownTitle = headline.flatMap { title.shown(in: blocks[$0]) }
        sum(headline: headline)
    }

    private struct Frame {
        let element: Int
        var next = 0
        /// The nearest element that is no part of a line.
        let owner: Int
        let inLink: Bool
        let inHeading: Bool
        let breaks: Bool
    }

    private mutating func gather(_ root: HtmlNode, _ rules: Rules) {
        elements.append(Element(node: root, parent: -1, hints: []))
        var stack = [Frame(element: 0, owner: 0, inLink: false, inHeading: false, breaks: true)]
        var open = PageBlock(owner: 0, isHeading: false, start: .init(start: nil, count: 0))
        func close(_ blocks: inout [PageBlock]) {
            if open.bytes > 0 {
                open.isStanding = open.isProse && open.bytes < 900 && rules.whole.first(matching: open.start)?.kind == .boilerplate
                blocks.append(open)
            }
            open = PageBlock(owner: -1, isHeading: false, start: .init(start: nil, count: 0))
        }
        while let top = stack.last {
            let list = children(elements[top.element].node)
            guard top.next < list.count else {
                stack.removeLast()
                elements[top.element].end = elements.count
                if top.breaks { close(&blocks) }
                continue
            }
            stack[stack.count - 1].next += 1
            guard let child = list[top.next]?.assumingMemoryBound(to: GumboNode.self) else { continue }
            if isText(child) {
                if open.bytes == 0 { open = PageBlock(owner: top.owner, isHeading: top.inHeading, start: textBytes(child)) }
                open.append(textBytes(child), inLink: top.inLink)
                continue
            }
            guard isElement(child) else { continue }
            let role = tagRole(child)
            if role == .lineBreak { close(&blocks) }
            if role == .picture { elements[top.element].pictures += 1 }
            guard role != .skipped, role != .lineBreak, role != .picture, !isHidden(child) else { continue }
            let breaks = role != .inline && role != .strong && role != .link && role != .time
            if breaks { close(&blocks) }
            let hints = breaks || child.pointee.v.element.tag == GUMBO_TAG_UNKNOWN ? rules.names.hints(of: child, role) : []
            elements.append(Element(node: child, parent: top.element, hints: hints))
            let index = elements.count - 1
            stack.append(
                Frame(
                    element: index, owner: breaks ? index : top.owner, inLink: top.inLink || role == .link,
                    inHeading: top.inHeading || role == .heading, breaks: breaks))
        }
        close(&blocks)
    }

    /// Sums up from the leaves, and leaves furniture out of the sums of what holds it.
    private mutating func sum(headline: Int?) {
        var total = 0
        for (index, block) in blocks.enumerated() where index != headline {
            elements[block.owner].add(block, index)
            if block.isProse { total += block.bytes }
        }
        let title = headline.map { blocks[$0].owner }
        for index in elements.indices.reversed().dropLast() {
            let element = elements[index]
            let holdsTitle = title.map { $0 >= index && $0 < element.end } ?? false
            let share = total == 0 ? 0 : Double(element.prose) / Double(total)
            if element.hints.isFurniture(share: share, holdsTitle: holdsTitle, isMixed: element.isMixed) {
                elements[index].isFurniture = true
            } else {
                elements[element.parent].add(child: element)
            }
        }
    }
}

extension PageMap.Element {
    fileprivate mutating func add(_ block: PageBlock, _ index: Int) {
        blocks += 1
        linked += block.linked
        if firstBlock == nil { firstBlock = index }
        if block.isProse {
            prose += block.bytes
            own += block.bytes
            paragraphs += 1
        } else {
            clutter += block.bytes
            // A linked heading heads a teaser, not a part of the text.
            if !block.isHeading || block.isLink {
                asides += 1
                labels += 1
                lines += block.bytes - block.linked
            }
        }
    }

    fileprivate mutating func add(child: Self) {
        prose += child.prose
        clutter += child.clutter
        blocks += child.blocks
        linked += child.linked
        asides += child.asides
        pictures += child.pictures
        if let first = child.firstBlock { firstBlock = min(first, firstBlock ?? first) }
        guard child.blocks == 1 else { return }
        own += child.own
        paragraphs += child.paragraphs
        labels += child.labels
        lines += child.lines
    }
}

func tagRole(_ node: HtmlNode) -> TagRole {
    let tag = Int(node.pointee.v.element.tag.rawValue)
    return tag < tagRoles.count ? tagRoles[tag] : .inline
}

extension PageMap {
    /// An `<h1>`.
    func isTop(_ index: Int) -> Bool { elements[index].node.pointee.v.element.tag == GUMBO_TAG_H1 }
}
