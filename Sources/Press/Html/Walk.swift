import CGumbo

/// Walks a parsed page once, without recursion, and gathers its blocks.
struct Walk {
    let rules: Rules
    /// Only text inside this is the article; all else is boilerplate. nil: everything is.
    var article: ArticleScope?

    private struct Frame {
        let node: HtmlNode
        var next = 0
        var style: BlockBuilder.Style
        let role: TagRole
        let inside: Bool
        /// It stands in the midst of a line.
        var isInset = false
        /// Pictures met before a figure began, and the place of its first block.
        var figure: (pictures: Int, first: Int)?
    }

    /// What a walk brings home.
    struct Found {
        var blocks: [Block] = []
        /// Control characters were found and dropped.
        var damaged = false
        /// Where the links lead, as written; a block's links count them from 1.
        var targets: [String] = []
        var pictures: [MetPicture] = []
        fileprivate var tables = 0
    }

    func found(in root: HtmlNode) -> Found {
        var builder = BlockBuilder()
        var found = Found()
        var stack: [Frame] = [Frame(node: root, style: .init(), role: .block, inside: article == nil)]
        while let top = stack.last {
            let list = children(top.node)
            guard top.next < list.count else {
                stack.removeLast()
                leave(top, &builder, &found)
                continue
            }
            stack[stack.count - 1].next += 1
            guard let child = list[top.next]?.assumingMemoryBound(to: GumboNode.self) else { continue }
            if isText(child) {
                builder.append(textBytes(child), style: top.style)
            } else if isElement(child), let frame = enter(child, top, &builder, &found) {
                stack.append(frame)
            }
        }
        builder.flush()
        found.blocks = builder.blocks
        found.damaged = builder.damaged
        return found
    }

    private func leave(_ frame: Frame, _ builder: inout BlockBuilder, _ found: inout Found) {
        if frame.isInset { return builder.resume() }
        switch frame.role {
        case .inline, .strong, .time, .picture, .lineBreak, .skipped: break
        // Lists of links are often laid out by style sheets alone.
        case .link: if frame.style.kind == .boilerplate { builder.flush() }
        case .cell:
            if frame.style.row { builder.closeCell() }
            builder.space()
        default: if frame.style.row && frame.node.pointee.v.element.tag != GUMBO_TAG_TR { builder.space() } else { builder.flush() }
        }
        if let figure = frame.figure {
            for index in figure.pictures..<found.pictures.count { found.pictures[index].blocks = figure.first..<builder.order }
        }
    }

    private func enter(_ node: HtmlNode, _ parent: Frame, _ builder: inout BlockBuilder, _ found: inout Found) -> Frame? {
        let tag = node.pointee.v.element.tag
        let role = Int(tag.rawValue) < tagRoles.count ? tagRoles[Int(tag.rawValue)] : .inline
        var style = parent.style
        let inside = isInside(node, parent.inside)
        if inside && !parent.inside { style = .init() }
        if !inside {
            (style.kind, style.role) = (.boilerplate, .around)
            style.marks.formUnion([.told, .outside])
        }
        if inside, article?.captions.contains(node) == true {
            style.kind = .caption
            style.marks.insert(.told)
        }
        let rule = classRule(node, style)
        if let rule {
            (style.kind, style.role) = (rule.kind, rule.role)
            style.marks.insert(.told)
        }
        let told = style.marks.contains(.told)
        switch role {
        case .skipped: return nil
        case .lineBreak:
            if style.row { builder.space() } else { builder.lineBreak() }
            return nil
        case .picture:
            if inside && style.kind != .boilerplate { picture(node, &builder, &found) }
            builder.notePicture()
            return nil
        case .strong: style.strong = true
        case .link: style.link = link(node, &found)
        case .time: if let value = attribute(node, "datetime") { builder.note(time: String(decoding: value, as: UTF8.self)) }
        case .heading where !told:
            style.kind = .heading
            style.marks.insert(.told)
            if tag == GUMBO_TAG_H1 { style.marks.insert(.top) }
        case .caption where !told:
            style.kind = .caption
            style.marks.insert(.told)
        case .furniture where !told:
            (style.kind, style.role) = (.boilerplate, .around)
            style.marks.insert(.told)
        case .item: style.marks.insert(.item)
        default: break
        }
        if isHidden(node) { return nil }
        let isInset = rule?.then == .inset && builder.interrupt()
        switch role {
        case .inline, .strong, .link, .time, .cell: break
        // A small print that starts a block is a block; inside a line it is only a style.
        default: if style.row { builder.space() } else { builder.flush() }
        }
        var frame = Frame(node: node, style: style, role: role, inside: inside, isInset: isInset)
        switch tag {
        case GUMBO_TAG_TABLE:
            found.tables += 1
            frame.style.table = found.tables
        case GUMBO_TAG_TR: frame.style.row = holdsLittle(node)
        case GUMBO_TAG_TD, GUMBO_TAG_TH: if style.row { builder.openCell() }
        case GUMBO_TAG_FIGURE: frame.figure = (found.pictures.count, builder.order)
        default: break
        }
        return frame
    }

    /// The target's number. A link that leads nowhere is one all the same: its text is what a link's is.
    private func link(_ node: HtmlNode, _ found: inout Found) -> Int {
        found.targets.append(attribute(node, "href").map { string($0) } ?? "")
        return found.targets.count
    }

    /// The outlet's rule for one of the element's classes.
    private func classRule(_ node: HtmlNode, _ style: BlockBuilder.Style) -> Rules.ClassRule? {
        guard !rules.classes.isEmpty, style.kind != .boilerplate, let names = attribute(node, "class") else { return nil }
        var start = 0
        while start < names.count {
            var end = start
            while end < names.count, names[end] > 0x20 { end += 1 }
            if end > start, let rule = rules.classes[fnv(UnsafeBufferPointer(rebasing: names[start..<end]))] { return rule }
            start = end + 1
        }
        return nil
    }

    private func isInside(_ node: HtmlNode, _ isParentInside: Bool) -> Bool {
        guard let article else { return true }
        return isParentInside ? !article.furniture.contains(node) : article.roots.contains(node)
    }

    private func picture(_ node: HtmlNode, _ builder: inout BlockBuilder, _ found: inout Found) {
        let place = builder.order
        let alternative = alternative(node)
        if let alternative { builder.add(alternative: alternative) }
        guard let source = pictureSource(node), !rules.isNoPicture(source) else { return }
        found.pictures.append(MetPicture(source: source, alternative: alternative.map { string($0) }, blocks: place..<Int.max))
    }

    /// Alternative text that is a caption in words, not a file's name.
    private func alternative(_ node: HtmlNode) -> [UInt8]? {
        for name: StaticString in ["alt", "title"] {
            guard let value = attribute(node, name), value.contains(where: { $0 >= 0xE3 }) else { continue }
            var inner = BlockBuilder()
            inner.append(value, style: .init())
            inner.flush()
            guard let text = inner.blocks.first?.text, text.count >= 6 else { continue }
            return text
        }
        return nil
    }
}

/// Whether a table's row is a line of figures, not a page laid out in a table: less than 300 bytes of text.
private func holdsLittle(_ row: HtmlNode) -> Bool {
    var left = 300
    var stack = [row]
    while let node = stack.popLast() {
        if isText(node) {
            for byte in textBytes(node) where byte > 0x20 {
                left -= 1
                if left < 0 { return false }
            }
        } else if isElement(node) {
            for child in children(node) { if let child { stack.append(child.assumingMemoryBound(to: GumboNode.self)) } }
            // Many empty elements are no line either.
            if stack.count > 300 { return false }
        }
    }
    return true
}

/// Whether no browser draws an element.
func isHidden(_ node: HtmlNode) -> Bool {
    guard node.pointee.v.element.attributes.length > 0 else { return false }
    if attribute(node, "hidden") != nil { return true }
    guard let style = attribute(node, "style") else { return false }
    let bytes = style.lazy.filter { $0 > 0x20 }.map { isLetter($0) ? $0 | 0x20 : $0 }
    return find("display:none", in: Array(bytes)[...]) != nil
}
