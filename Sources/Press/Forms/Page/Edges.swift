/// Marks what stands in the article's element and is not its text: short lines above the first sentence and below the last (source, tools, tags,
/// calls to share), and lines that are nothing but a link. A text without a sentence, such as a list of headlines, is left as it is.
func edged(_ blocks: [Block]) -> [Block] {
    let sentences = blocks.indices.filter { blocks[$0].kind == .body && isSentence(blocks[$0]) }
    guard let first = sentences.first, let last = sentences.last else { return blocks }
    let above = lengthOfLines(blocks[..<first])
    let below = lengthOfLines(blocks[last...])
    let prose = blocks[first...last].reduce(0) { $0 + ($1.kind == .body ? $1.text.count : 0) }
    var blocks = blocks
    for index in blocks.indices where isLine(blocks[index]) {
        let block = blocks[index]
        let isAbove = index < first && above < prose && !block.marks.contains(.strong) && !block.marks.contains(.top)
        if isAbove && block.kind == .body || index > last && below < prose || block.marks.contains(.link) {
            (blocks[index].kind, blocks[index].role) = (.boilerplate, .around)
        }
    }
    return blocks
}

private func lengthOfLines(_ blocks: ArraySlice<Block>) -> Int { blocks.reduce(0) { $0 + (isLine($1) ? $1.text.count : 0) } }

private func isSentence(_ block: Block) -> Bool { !block.marks.contains(.link) && readsOn(block.text) }

/// A sentence's end, great length, or some length and a comma: a paragraph may be cut anywhere.
private func readsOn(_ text: [UInt8]) -> Bool {
    text.count >= 150 || text.count >= 75 && find("，", in: text[...]) != nil || text.withUnsafeBufferPointer(holdsSentenceEnd)
}

private func isLine(_ block: Block) -> Bool {
    (block.kind == .body || block.kind == .heading) && !readsOn(block.text)
}
