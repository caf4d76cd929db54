import CGumbo

extension PageMap {
    /// A short text that is called a caption; a line in one element with its picture, or more than a line where the element is called after it;
    /// a centred line in or right behind a picture's element; what a list defines behind a picture.
    func isCaption(_ index: Int) -> Bool {
        let element = elements[index]
        guard element.blocks >= 1, element.blocks <= 2, element.text < 600 else { return false }
        if element.hints.contains(.caption) { return true }
        guard element.blocks == 1, let first = element.firstBlock, blocks[first].owner == index, !blocks[first].isHeading else {
            return false
        }
        if element.pictures > 0 { return !blocks[first].isProse || element.hints.contains(.picture) || isCentred(index) }
        return (isCentred(index) || element.node.pointee.v.element.tag == GUMBO_TAG_DD) && isBehindPicture(index)
    }

    private func isCentred(_ index: Int) -> Bool {
        for node in [elements[index].node, elements[elements[index].parent].node] {
            if node.pointee.v.element.tag == GUMBO_TAG_CENTER { return true }
            if let align = attribute(node, "align"), string(align).lowercased() == "center" { return true }
            if let style = attribute(node, "style"), string(style).lowercased().filter({ $0 != " " }).contains("text-align:center") {
                return true
            }
        }
        return false
    }

    /// Whether the element before it, of the same parent, holds a picture and no text.
    private func isBehindPicture(_ index: Int) -> Bool {
        var before = index - 1
        while before > elements[index].parent {
            if elements[before].parent == elements[index].parent { return elements[before].pictures > 0 && elements[before].blocks == 0 }
            before = elements[before].parent
        }
        return false
    }
}
