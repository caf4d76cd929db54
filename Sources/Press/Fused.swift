/// Parts paragraphs that lost the line breaks between them: one block that holds nearly all of an article's text is cut where a sentence's
/// end meets an opening. nil where nothing is fused, or no place is certain.
///
/// An opening is a space or two behind a sentence's end, which Chinese text has only where a line once ended (three times or more, lest it be
/// a slip); a quotation mark that opens right behind one that closed; a bracket 【, a bullet, or a dispatch's head （中央社.
func unfused(_ blocks: [Block]) -> [Block]? {
    let sizes = blocks.map { $0.kind == .body ? $0.text.count : 0 }
    guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[largest] >= fusedLength,
        sizes[largest] * 4 >= sizes.reduce(0, +) * 3, blocks[largest].cells.isEmpty
    else { return nil }
    let cuts = blocks[largest].text.withUnsafeBufferPointer(paragraphStarts)
    guard !cuts.isEmpty else { return nil }
    var parted = Array(blocks[..<largest])
    for (start, end) in zip([0] + cuts, cuts + [sizes[largest]]) {
        let piece = blocks[largest].piece(start..<end)
        if !piece.text.isEmpty { parted.append(piece) }
    }
    return parted + blocks[(largest + 1)...]
}

/// 300 Chinese characters: longer than a paragraph of news mostly is.
private let fusedLength = 900

private func paragraphStarts(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var gaps: [Int] = []
    var openings: [Int] = []
    var depth = 0
    var at = 0
    while at + 2 < text.count {
        switch mark(text, at) {
        case .open: depth += 1
        case .close: depth = max(0, depth - 1)
        case .end where depth == 0 || mark(text, at + 3) == .close:
            var next = at + 3
            if mark(text, next) == .close {
                depth = max(0, depth - 1)
                next += 3
            }
            let closed = next > at + 3
            if depth == 0, next < text.count {
                if text[next] == 0x20 {
                    gaps.append(next)
                } else if closed && mark(text, next) == .open || opensParagraph(text, next) {
                    openings.append(next)
                }
            }
            at = next
            continue
        default: break
        }
        at += widthOfCodePoint(from: text[at])
    }
    return (gaps.count >= 3 ? (gaps + openings).sorted() : openings)
}

private enum Mark { case end, open, close }

/// 。！？, “「『 and their closing partners.
private func mark(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Mark? {
    guard at + 2 < text.count else { return nil }
    switch (text[at], text[at + 1], text[at + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return .end
    case (0xE2, 0x80, 0x9C), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E): return .open
    case (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): return .close
    default: return nil
    }
}

private let heads: [[UInt8]] = ["【", "●", "■", "▲", "◆", "•", "（中央社", "（早报讯", "（德国之声", "新华社", "中新社"].map { Array($0.utf8) }

private func opensParagraph(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    heads.contains { text[at...].starts(with: $0) }
}
