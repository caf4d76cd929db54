import CGumbo

/// The element of a whole page that holds its article: what is marked up as such, else where the paragraphs are densest.
func articleElement(_ root: HtmlNode) -> HtmlNode {
    var weights: [HtmlNode: Int] = [:]
    var marked: (node: HtmlNode, rank: Int, weight: Int)?
    var stack = [root]
    var order: [HtmlNode] = []
    while let node = stack.popLast() {
        guard isElement(node), role(node) != .skipped, role(node) != .furniture else { continue }
        order.append(node)
        for child in children(node) { if let child { stack.append(child.assumingMemoryBound(to: GumboNode.self)) } }
    }
    var totals: [HtmlNode: Int] = [:]
    // Children stand after their parents in the order, so going backwards sums them up.
    for node in order.reversed() {
        let own = prose(node)
        let total = totals[node, default: 0] + own
        if let parent = node.pointee.parent {
            totals[parent, default: 0] += total
            if own >= 20 || node.pointee.v.element.tag == GUMBO_TAG_P { weights[parent, default: 0] += own }
        }
        totals[node] = total
        let rank = markedRank(node)
        if rank > 0, rank > marked?.rank ?? 0 || rank == marked?.rank && total > marked?.weight ?? 0, total > 60 {
            marked = (node, rank, total)
        }
    }
    if let marked { return marked.node }
    guard let best = weights.max(by: { ($0.value, rankOf($1.key)) < ($1.value, rankOf($0.key)) }) else { return root }
    return best.key
}

/// Makes the choice between equals the same on every run.
private func rankOf(_ node: HtmlNode) -> UInt { UInt(bitPattern: node.pointee.index_within_parent) }

private func role(_ node: HtmlNode) -> TagRole {
    let tag = Int(node.pointee.v.element.tag.rawValue)
    // The head has no prose; the article is looked for below body.
    return tag < tagRoles.count ? tagRoles[tag] : .inline
}

/// 3 for microdata's articleBody, 2 for `<article>`, 1 for `<main>`.
private func markedRank(_ node: HtmlNode) -> Int {
    if let property = attribute(node, "itemprop"), string(property).lowercased() == "articlebody" { return 3 }
    switch node.pointee.v.element.tag {
    case GUMBO_TAG_ARTICLE: return 2
    case GUMBO_TAG_MAIN: return 1
    default: return 0
    }
}

/// Bytes of text that stand in the element itself or in its inline children, links left out.
private func prose(_ node: HtmlNode) -> Int {
    var count = 0
    for child in children(node) {
        guard let child = child?.assumingMemoryBound(to: GumboNode.self), isText(child) else { continue }
        count += textBytes(child).lazy.filter { $0 > 0x20 }.count
    }
    return role(node) == .link ? 0 : count
}
