import CGumbo

/// Walks a parsed page once, without recursion, and gathers its blocks.
struct Walk {
    let rules: Rules
    /// Only text inside this is the article; all else is boilerplate. nil: everything is.
    var article: ArticleScope?

    private struct Frame {
        let node: HtmlNode
        var next = 0
        let style: BlockBuilder.Style
        let role: TagRole
        let inside: Bool
    }

    func blocks(of root: HtmlNode) -> (blocks: [Block], damaged: Bool) {
        var builder = BlockBuilder()
        var stack: [Frame] = [Frame(node: root, style: .init(), role: .block, inside: article == nil)]
        while let top = stack.last {
            let list = children(top.node)
            guard top.next < list.count else {
                stack.removeLast()
                leave(top, &builder)
                continue
            }
            stack[stack.count - 1].next += 1
            guard let child = list[top.next]?.assumingMemoryBound(to: GumboNode.self) else { continue }
            if isText(child) {
                builder.append(textBytes(child), style: top.style)
            } else if isElement(child), let frame = enter(child, top, &builder) {
                stack.append(frame)
            }
        }
        builder.flush()
        return (builder.blocks, builder.damaged)
    }

    private func leave(_ frame: Frame, _ builder: inout BlockBuilder) {
        switch frame.role {
        case .inline, .strong, .time, .picture, .lineBreak, .skipped: break
        // Lists of links are often laid out by style sheets alone.
        case .link: if frame.style.kind == .boilerplate { builder.flush() }
        case .cell: builder.space()
        default: if frame.style.row && frame.node.pointee.v.element.tag != GUMBO_TAG_TR { builder.space() } else { builder.flush() }
        }
    }

    private func enter(_ node: HtmlNode, _ parent: Frame, _ builder: inout BlockBuilder) -> Frame? {
        let tag = node.pointee.v.element.tag
        let role = Int(tag.rawValue) < tagRoles.count ? tagRoles[Int(tag.rawValue)] : .inline
        var style = parent.style
        let inside = isInside(node, parent.inside)
        if inside && !parent.inside { style = .init() }
        if !inside { style.kind = .boilerplate }
        if !inside { style.marks.formUnion([.told, .outside]) }
        if inside, article?.captions.contains(node) == true {
            style.kind = .caption
            style.marks.insert(.told)
        }
        let told = classed(node, &style) || style.marks.contains(.told)
        switch role {
        case .skipped: return nil
        case .lineBreak:
            if style.row { builder.space() } else { builder.lineBreak() }
            return nil
        case .picture:
            if inside && style.kind != .boilerplate { picture(node, &builder) }
            builder.notePicture()
            return nil
        case .strong: style.strong = true
        case .link: style.link = true
        case .time: if let value = attribute(node, "datetime") { builder.note(time: String(decoding: value, as: UTF8.self)) }
        case .heading where !told:
            style.kind = .heading
            style.marks.insert(.told)
            if tag == GUMBO_TAG_H1 { style.marks.insert(.top) }
        case .caption where !told:
            style.kind = .caption
            style.marks.insert(.told)
        case .furniture where !told:
            style.kind = .boilerplate
            style.marks.insert(.told)
        case .item: style.marks.insert(.item)
        default: break
        }
        if isHidden(node) { return nil }
        switch role {
        case .inline, .strong, .link, .time, .cell: break
        // A small print that starts a block is a block; inside a line it is only a style.
        default: if style.row { builder.space() } else { builder.flush() }
        }
        if tag == GUMBO_TAG_TR { style.row = holdsLittle(node) }
        return Frame(node: node, style: style, role: role, inside: inside)
    }

    /// The outlet's rules for classes.
    private func classed(_ node: HtmlNode, _ style: inout BlockBuilder.Style) -> Bool {
        guard !rules.classes.isEmpty, style.kind != .boilerplate, let names = attribute(node, "class") else { return false }
        var start = 0
        while start < names.count {
            var end = start
            while end < names.count, names[end] > 0x20 { end += 1 }
            if end > start, let kind = rules.classes[fnv(UnsafeBufferPointer(rebasing: names[start..<end]))] {
                style.kind = kind
                style.marks.insert(.told)
                return true
            }
            start = end + 1
        }
        return false
    }

    private func isInside(_ node: HtmlNode, _ isParentInside: Bool) -> Bool {
        guard let article else { return true }
        return isParentInside ? !article.furniture.contains(node) : article.roots.contains(node)
    }

    /// Alternative text that is a caption in words, not a file's name.
    private func picture(_ node: HtmlNode, _ builder: inout BlockBuilder) {
        for name: StaticString in ["alt", "title"] {
            guard let value = attribute(node, name), value.contains(where: { $0 >= 0xE3 }) else { continue }
            var inner = BlockBuilder()
            inner.append(value, style: .init())
            inner.flush()
            guard let text = inner.blocks.first?.text, text.count >= 6 else { continue }
            builder.add(alternative: text)
            return
        }
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
