/// Sorts blocks into passages by the outlet's rules and by how news is laid out. No visible character is lost: a block is passed on, cut
/// in pieces that together are the block, or dropped only where the title, which stands first already, says the same.
struct Sorter {
    let rules: Rules
    let title: [UInt8]

    struct Sorted {
        var blocks: [Block] = []
        var stamp: Stamp?
        var flags: [String] = []
    }

    /// How much of a passage a pattern may look at, in bytes: credits and datelines are short.
    private static let longest = 900
    private static let line = 160
    private static let head = 150
    private static let tail = 300

    func passages(_ blocks: [Block]) -> Sorted {
        var sorted = Sorted()
        sorted.blocks.reserveCapacity(blocks.count + 8)
        var state = State(title: print(of: title))
        for block in blocks { sort(block, &state, &sorted) }
        sorted.blocks = withoutRepeatedCaptions(sorted.blocks)
        markLead(&sorted.blocks)
        markBiography(&sorted.blocks)
        return sorted
    }

    /// The first paragraph of the body that holds a sentence.
    private func markLead(_ blocks: inout [Block]) {
        let lead = blocks.firstIndex { $0.kind == .body && $0.text.withUnsafeBufferPointer(holdsSentenceEnd) }
        if let lead, blocks[lead].role == nil { blocks[lead].role = .lead }
    }

    /// The last paragraph, where it says who the author named above is.
    private func markBiography(_ blocks: inout [Block]) {
        guard let last = blocks.lastIndex(where: { $0.kind == .body }), blocks[last].role == nil, blocks[last].text.count <= Sorter.longest
        else {
            return
        }
        let text = blocks[last].text
        let isAuthors = blocks[..<last].contains { author in
            guard author.role == .author, (6...60).contains(author.text.count), text.starts(with: author.text) else { return false }
            return Sorter.copulas.contains { text[author.text.count...].starts(with: $0.utf8) }
        }
        if isAuthors { (blocks[last].kind, blocks[last].role) = (.byline, .biography) }
    }

    private static let copulas = ["是", "(", "（", "为", "為", "现任", "現任"]

    private struct State {
        let title: UInt64
        /// The page's own headline has been met, and dropped; a second one is boilerplate.
        var titleMet = false
        var rest = false
        var restRole: Passage.Role?
        var afterHead = false
        var prose = false
    }

    private func sort(_ source: Block, _ state: inout State, _ sorted: inout Sorted) {
        if source.marks.contains(.outside) {
            sorted.blocks.append(source)
            return
        }
        var block = source
        let isTitle = isTitle(block, state)
        if isTitle && !state.titleMet {
            state.titleMet = true
            return
        }
        if state.rest || isTitle {
            block.kind = .boilerplate
            block.role = state.rest ? state.restRole : .headline
            sorted.blocks.append(block)
            return
        }
        if let found = clock(block, first: sorted.blocks.count < 6) {
            sorted.stamp = sorted.stamp ?? found
            (block.kind, block.role) = (.boilerplate, .time)
            markAuthor(&sorted.blocks)
            sorted.blocks.append(block)
            return
        }
        let isLink = block.marks.contains(.link)
        if let rule = wholeRule(block, beforeProse: !state.prose) {
            (block.kind, block.role) = (rule.kind, rule.role)
            block.marks.insert(.told)
            if rule.then == .rest { state.restRole = rule.role }
            state.rest = rule.then == .rest
            state.afterHead = rule.then == .links
            if rule.then == .cut { sorted.flags.append(cutFlag) }
            sorted.blocks.append(block)
            return
        }
        if state.afterHead && isLink {
            (block.kind, block.role) = (.boilerplate, .related)
            sorted.blocks.append(block)
            return
        }
        state.afterHead = false
        if isLink && block.kind == .body && (block.marks.contains(.item) || isLinkedLine(block, state)) {
            block.kind = rules.bareLinks
            if block.kind == .boilerplate { block.role = .related }
        }
        if isOrnament(block.text) { (block.kind, block.role) = (.boilerplate, .ornament) }
        if block.kind == .body {
            if isHeading(block) {
                block.kind = .heading
            } else if !state.prose {
                state.prose = block.text.withUnsafeBufferPointer(holdsSentenceEnd)
            }
        }
        cut(block, &sorted)
    }

    /// A paragraph that is nothing but a linked headline, between others.
    private func isLinkedLine(_ block: Block, _ state: State) -> Bool {
        state.prose && !block.text.withUnsafeBufferPointer(holdsSentenceEnd)
    }

    /// The page's own headline repeats the title, which stands first already.
    private func isTitle(_ block: Block, _ state: State) -> Bool {
        guard block.text.count <= title.count * 2, block.text.count > 0, !block.marks.contains(.alternative) else { return false }
        guard block.marks.contains(.top) || !state.prose && block.kind != .boilerplate else { return false }
        return print(of: block.text) == state.title
    }

    private func clock(_ block: Block, first: Bool) -> Stamp? {
        guard first, block.text.count <= 64 else { return nil }
        if let time = block.time, let stamp = Stamp(time.utf8) { return stamp }
        return Stamp(block.text)
    }

    /// A short line right before the time line, at the very top, names the author.
    private func markAuthor(_ blocks: inout [Block]) {
        guard blocks.count == 1, blocks[0].kind == .body, blocks[0].text.count <= 100 else { return }
        (blocks[0].kind, blocks[0].role) = (.byline, .author)
    }

    private func wholeRule(_ block: Block, beforeProse: Bool) -> Rules.Rule? {
        guard block.text.count <= Sorter.longest, !block.marks.contains(.alternative) else { return nil }
        return block.text.withUnsafeBufferPointer { text in
            if let rule = rules.whole.first(matching: text) { return rule }
            guard text.count <= Sorter.line, block.kind == .body || block.kind == .heading, !holdsSentenceEnd(text) else { return nil }
            if let rule = rules.lines.first(matching: text) { return rule }
            return beforeProse && block.kind == .body ? rules.openings.first(matching: text) : nil
        }
    }

    /// A short paragraph all in bold is a heading; one that ends like a sentence is a lead.
    private func isHeading(_ block: Block) -> Bool {
        guard block.marks.contains(.strong), !block.marks.contains(.told), block.text.count <= 120 else { return false }
        let tail = block.text.suffix(3)
        return !tail.elementsEqual([0xE3, 0x80, 0x82]) && !tail.elementsEqual([0xEF, 0xBC, 0x9B])
    }

    /// Cuts datelines off the start and credits off the end.
    private func cut(_ block: Block, _ sorted: inout Sorted) {
        guard block.kind == .body || block.kind == .caption, !block.marks.contains(.alternative) else {
            sorted.blocks.append(block)
            return
        }
        let (head, tails) = block.text.withUnsafeBufferPointer { cuts($0, block.kind) }
        guard head != nil || !tails.isEmpty else {
            sorted.blocks.append(block)
            return
        }
        if let head { sorted.blocks.append(block.piece(0..<head.end, head.rule)) }
        let rest = block.piece((head?.end ?? 0)..<(tails.last?.start ?? block.text.count))
        if !rest.text.isEmpty { sorted.blocks.append(rest) }
        var end = block.text.count
        var behind: [Block] = []
        for tail in tails {
            behind.append(block.piece(tail.start..<end, tail.rule))
            if tail.rule.then == .cut { sorted.flags.append(cutFlag) }
            end = tail.start
        }
        sorted.blocks.append(contentsOf: behind.reversed())
    }

    /// Where the head ends, and where each tail starts, the last tail first.
    private func cuts(
        _ text: UnsafeBufferPointer<UInt8>, _ kind: Passage.Kind
    ) -> (head: (end: Int, rule: Rules.Rule)?, tails: [(start: Int, rule: Rules.Rule)]) {
        var head: (end: Int, rule: Rules.Rule)?
        for rule in rules.heads where kind == .body || rule.kind == .boilerplate {
            guard let end = rule.pattern.prefix(of: text, within: Sorter.head), end > 0 else { continue }
            head = (end, rule)
            break
        }
        let start = head?.end ?? 0
        var tails: [(start: Int, rule: Rules.Rule)] = []
        var end = text.count
        var found = true
        while found && end > start {
            found = false
            let body = UnsafeBufferPointer(rebasing: text[start..<end])
            for rule in rules.tails {
                guard let cut = rule.pattern.suffix(of: body, within: Sorter.tail), cut < body.count else { continue }
                end = start + cut
                tails.append((end, rule))
                // The space before a cut belongs to no piece.
                while end > start, text[end - 1] == 0x20 { end -= 1 }
                found = true
                break
            }
        }
        return (head, tails)
    }

    /// Alternative text, which nobody sees, is a caption only where the picture has none in words.
    private func withoutRepeatedCaptions(_ blocks: [Block]) -> [Block] {
        guard blocks.contains(where: { $0.marks.contains(.alternative) }) else { return blocks }
        var seen: Set<UInt64> = [print(of: title)]
        for block in blocks where !block.marks.contains(.alternative) && block.text.count < 3000 { seen.insert(print(of: block.text)) }
        var result: [Block] = []
        result.reserveCapacity(blocks.count)
        for (index, block) in blocks.enumerated() {
            if block.marks.contains(.alternative) {
                // Between picture and caption may stand a credit.
                let next = blocks[(index + 1)...].prefix(4).first { $0.kind != .boilerplate }
                if let next, next.kind == .caption, !next.marks.contains(.alternative) { continue }
                guard seen.insert(print(of: block.text)).inserted else { continue }
            }
            result.append(block)
        }
        return result
    }
}

private let cutFlag = "the source gives only the start of the text"

/// A hash of a text's bytes, spaces left out.
private func print(of text: [UInt8]) -> UInt64 { fnv(text.lazy.filter { $0 > 0x20 }) }

extension Block {
    /// A piece that a rule cuts off.
    fileprivate func piece(_ range: Range<Int>, _ rule: Rules.Rule) -> Block {
        var piece = piece(range)
        (piece.kind, piece.role) = (rule.kind, rule.role)
        piece.marks = []
        return piece
    }
}

/// A rule of stars, a bullet, a leftover bracket: no letter, digit or character of any script.
private func isOrnament(_ text: [UInt8]) -> Bool {
    guard text.count <= 200 else { return false }
    for (at, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
        if byte < 0x80 {
            if isLetter(byte) || isDigit(byte) { return false }
            continue
        }
        guard at + 2 < text.count else { return false }
        switch (byte, text[at + 1], text[at + 2]) {
        // General punctuation; boxes, shapes and dingbats; CJK punctuation; full-width punctuation.
        case (0xE2, 0x80...0x81, _), (0xE2, 0x94...0x9E, _), (0xE3, 0x80, _), (0xEF, 0xBC, 0x81...0x8F), (0xEF, 0xBC, 0x9A...0x9F): continue
        default: return false
        }
    }
    return true
}
