/// Sorts blocks into passages by the outlet's rules and by how news is laid out.
struct Sorter {
    let rules: Rules
    let title: [UInt8]

    /// How much of a passage a pattern may look at, in bytes: credits and datelines are short.
    private static let longest = 900
    private static let line = 160
    private static let head = 150
    private static let tail = 300

    func passages(_ blocks: [Block]) -> (blocks: [Block], stamp: Stamp?) {
        var stamp: Stamp?
        var result: [Block] = []
        var rest = false
        var afterHead = false
        for block in blocks {
            var block = block
            if isTitle(block) { continue }
            if rest {
                block.kind = .boilerplate
                result.append(block)
                continue
            }
            if let found = clock(block, first: result.count < 6) {
                stamp = stamp ?? found
                block.kind = .boilerplate
                markAuthor(&result)
                result.append(block)
                continue
            }
            let bareLink = block.marks.contains(.link)
            if let rule = wholeRule(block) {
                block.kind = rule.kind
                block.marks.insert(.told)
                rest = rule.then == .rest
                afterHead = rule.then == .links
                result.append(block)
                continue
            }
            if afterHead && bareLink {
                block.kind = .boilerplate
                result.append(block)
                continue
            }
            afterHead = false
            if bareLink && block.marks.contains(.item) && block.kind == .body { block.kind = rules.bareLinks }
            if block.kind == .body && isHeading(block) { block.kind = .heading }
            cut(block, &result)
        }
        return (withoutRepeatedCaptions(result), stamp)
    }

    /// The page's own headline repeats the title, which stands first already.
    private func isTitle(_ block: Block) -> Bool {
        block.marks.contains(.top) && squeezed(block.text) == squeezed(title)
    }

    private func clock(_ block: Block, first: Bool) -> Stamp? {
        guard first, block.text.count <= 64 || block.time != nil else { return nil }
        if let time = block.time, block.text.count <= 64, let stamp = Stamp(time.utf8) { return stamp }
        return Stamp(block.text)
    }

    /// A short line right before the time line, at the very top, names the author.
    private func markAuthor(_ blocks: inout [Block]) {
        guard blocks.count == 1, blocks[0].kind == .body, blocks[0].text.count <= 100 else { return }
        blocks[0].kind = .byline
    }

    private func wholeRule(_ block: Block) -> Rules.Rule? {
        guard block.text.count <= Sorter.longest, !block.marks.contains(.alternative) else { return nil }
        if let rule = rules.whole.first(where: { $0.pattern.matches(block.text[...]) }) { return rule }
        guard block.text.count <= Sorter.line, block.kind == .body,
            !block.text.indices.contains(where: { endsSentence(block.text[...], $0) })
        else { return nil }
        return rules.lines.first { $0.pattern.matches(block.text[...]) }
    }

    /// A short paragraph all in bold is a heading; one that ends like a sentence is a lead.
    private func isHeading(_ block: Block) -> Bool {
        guard block.marks.contains(.strong), !block.marks.contains(.told), block.text.count <= 120 else { return false }
        let tail = Array(block.text.suffix(3))
        return tail != [0xE3, 0x80, 0x82] && tail != [0xEF, 0xBC, 0x9B]
    }

    /// Cuts datelines off the start and credits off the end.
    private func cut(_ block: Block, _ result: inout [Block]) {
        guard block.kind == .body || block.kind == .caption, !block.marks.contains(.alternative) else {
            result.append(block)
            return
        }
        var body = block.text[...]
        if block.kind == .body {
            for rule in rules.heads {
                guard let end = rule.pattern.prefix(of: body, within: Sorter.head), end > body.startIndex else { continue }
                result.append(Block(kind: rule.kind, text: trimmed(body[..<end])))
                body = body[end...]
                break
            }
        }
        var behind: [Block] = []
        var found = !body.isEmpty
        while found {
            found = false
            for rule in rules.tails {
                guard let start = rule.pattern.suffix(of: body, within: Sorter.tail), start > body.startIndex, start < body.endIndex else {
                    continue
                }
                behind.append(Block(kind: rule.kind, text: trimmed(body[start...])))
                body = body[..<start]
                found = true
                break
            }
        }
        var middle = block
        middle.text = trimmed(body)
        if !middle.text.isEmpty { result.append(middle) }
        result.append(contentsOf: behind.reversed())
    }

    /// Alternative text is a caption only where the picture has none in words.
    private func withoutRepeatedCaptions(_ blocks: [Block]) -> [Block] {
        guard blocks.contains(where: { $0.marks.contains(.alternative) }) else { return blocks }
        var seen: Set<[UInt8]> = [squeezed(title)]
        for block in blocks where !block.marks.contains(.alternative) && block.text.count < 3000 { seen.insert(squeezed(block.text)) }
        var result: [Block] = []
        for (index, block) in blocks.enumerated() {
            if block.marks.contains(.alternative) {
                if blocks[(index + 1)...].prefix(2).contains(where: { $0.kind == .caption && !$0.marks.contains(.alternative) }) {
                    continue
                }
                guard seen.insert(squeezed(block.text)).inserted else { continue }
            }
            result.append(block)
        }
        return result
    }
}

private func squeezed(_ text: [UInt8]) -> [UInt8] { text.filter { $0 > 0x20 } }

private func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    while text.first == 0x20 { text.removeFirst() }
    while text.starts(with: [0xE3, 0x80, 0x80]) { text.removeFirst(3) }
    while text.last == 0x20 { text.removeLast() }
    return Array(text)
}
